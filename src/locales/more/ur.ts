import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'چہرے اور جذبات',
  'لوگ اور اشارے',
  'جانور اور قدرت',
  'کھانا پینا',
  'سفر اور مقامات',
  'سرگرمیاں',
  'اشیا',
  'علامات',
  'جھنڈے',
];
const tones = ['طے شدہ', 'گوری', 'ہلکی گوری', 'درمیانی', 'ہلکی گہری', 'گہری'];

const long = plural('ur', {
  one: 'یہاں زیادہ سے زیادہ # حرف آ سکتا ہے۔',
  other: 'یہاں زیادہ سے زیادہ # حروف آ سکتے ہیں۔',
});
const found = plural('ur', { one: '# ایموجی ملا', other: '# ایموجی ملے' });
const atMost = plural('ur', {
  one: 'براہِ کرم زیادہ سے زیادہ # منتخب کریں',
  other: 'براہِ کرم زیادہ سے زیادہ # منتخب کریں',
});
const files = plural('ur', { one: 'ایک پیغام میں # سے زیادہ فائل', other: 'ایک پیغام میں # سے زیادہ فائلیں' });

const errors: Readonly<Record<string, string>> = {
  empty: 'فائل خالی ہے',
  'too-large': 'کوئی فائل بہت بڑی ہے',
  'too-many': 'فائلیں بہت زیادہ ہیں',
  'type-not-allowed': 'اس قسم کی فائلیں قبول نہیں کی جاتیں',
  'type-mismatch': 'فائل کا مواد اس کے نام سے میل نہیں کھاتا',
  'unknown-file': 'فائل اب موجود نہیں ہے',
  unreadable: 'فائل اب پڑھی نہیں جا سکتی: براہِ کرم اسے دوبارہ منتخب کریں',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'آپ کی درخواست کھلی ہے',
  pending: 'آپ کی درخواست زیرِ انتظار ہے',
  escalated: 'آپ کی درخواست ماہر کو سونپ دی گئی ہے',
  resolved: 'آپ کی درخواست حل ہو گئی ہے',
  closed: 'آپ کی درخواست بند ہو گئی ہے',
};

/** Urdu. */
export const moreUr: MoreTermTable = (number) => ({
  formHeading: 'شروع کرنے سے پہلے',
  formText: 'اپنے بارے میں چند الفاظ، تاکہ ہم جلدی مدد کر سکیں۔',
  formStart: 'چیٹ شروع کریں',
  formCancel: 'ابھی نہیں',
  formOptional: 'اختیاری',
  formChoose: 'براہِ کرم منتخب کریں',
  nickname: 'آپ کا نام',
  firstname: 'پہلا نام',
  lastname: 'خاندانی نام',
  email: 'ای میل',
  subject: 'بات کس بارے میں ہے؟',
  errorMissing: 'آگے بڑھنے کے لیے اسے پُر کریں۔',
  errorChoice: 'آگے بڑھنے کے لیے کوئی ایک منتخب کریں۔',
  errorTick: 'آگے بڑھنے کے لیے اس خانے پر نشان لگائیں۔',
  errorEmail: 'ای میل پتہ لکھیں، جیسے name@example.com۔',
  errorTel: 'فون نمبر لکھیں: ہندسے، خالی جگہیں اور شروع میں +۔',
  errorLong: (max) => long(max, number),
  errorOther: 'یہ اس صورت میں استعمال نہیں ہو سکتا۔ براہِ کرم جانچ لیں۔',

  emojis: 'ایموجی',
  emojiSearch: 'ایموجی تلاش کریں',
  emojiFound: (count) => (count === 0 ? 'کوئی ایموجی نہیں ملا' : found(count, number)),
  emojiRecent: 'حال ہی میں استعمال شدہ',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'ایموجی لوڈ نہیں ہو سکے۔',
  skinTone: 'جلد کی رنگت',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'مزید اختیارات',
  saveTranscript: 'گفتگو ڈاؤن لوڈ کریں',
  savingTranscript: 'ڈاؤن لوڈ تیار ہو رہا ہے…',

  surveyQuestion: 'یہ گفتگو کیسی رہی؟',
  surveyRating: (rating, scale) => `${number(scale)} میں سے ${number(rating)}`,
  surveyComment: 'کیا آپ کچھ اور کہنا چاہیں گے؟',
  surveySend: 'درجہ بندی بھیجیں',
  surveySending: 'بھیجا جا رہا ہے…',
  surveyMissing: 'براہِ کرم پہلے درجہ منتخب کریں۔',
  surveyFailed: (answered) =>
    answered ? 'آپ اس کا جواب پہلے ہی دے چکے ہیں۔' : 'درجہ بندی نہیں بھیجی جا سکی۔ براہِ کرم دوبارہ کوشش کریں۔',
  surveyThanks: 'آپ کی درجہ بندی کا شکریہ۔',

  threads: 'آپ کی گفتگوئیں',
  threadsEmpty: 'ابھی تک کوئی گفتگو نہیں',
  threadsFailed: 'گفتگوئیں لوڈ نہیں ہو سکیں۔',
  threadsMore: 'مزید دکھائیں',
  threadsArchived: 'محفوظ شدہ',
  threadRename: 'نام تبدیل کریں',
  threadName: 'گفتگو کا نام',
  threadSave: 'محفوظ کریں',
  threadArchive: 'آرکائیو کریں',
  threadRestore: 'آرکائیو سے واپس لائیں',

  invitation: 'چیٹ کی دعوت',
  inviteHeading: 'کیا ہم مدد کر سکتے ہیں؟',
  inviteText: 'اگر آپ کا کوئی سوال ہے تو ہم یہیں ہیں۔',
  inviteAccept: 'چیٹ شروع کریں',
  inviteDecline: 'نہیں، شکریہ',

  leaveHeading: 'ہم اس وقت یہاں نہیں ہیں',
  leaveText: (back) =>
    back === undefined
      ? 'ہمارے لیے پیغام چھوڑیں، ہم ای میل سے جواب دیں گے۔'
      : `ہم پھر دستیاب ہوں گے: ${back}۔ ہمارے لیے پیغام چھوڑیں، ہم ای میل سے جواب دیں گے۔`,
  leaveMessage: 'آپ کا پیغام',
  leaveSend: 'پیغام چھوڑیں',
  leaveSending: 'بھیجا جا رہا ہے…',
  leaveFailed: (reason) => `پیغام نہیں چھوڑا جا سکا: ${reason}۔ کچھ بھی ضائع نہیں ہوا؛ براہِ کرم دوبارہ کوشش کریں۔`,
  leftHeading: 'شکریہ',
  leftText: 'ہمیں آپ کا پیغام مل گیا ہے، ہم ای میل سے جواب دیں گے۔',
  leftDone: 'بند کریں',

  fileName: 'گفتگو',
  fileHeading: 'گفتگو',
  fileSaved: (time) => `محفوظ کیا گیا: ${time}`,
  filePartial: 'پرانے پیغامات نہیں لائے جا سکے۔',
  fileEnd: 'گفتگو کا اختتام',

  richChosen: 'منتخب شدہ',
  richSend: 'بھیجیں',
  richSent: 'بھیج دیا گیا',
  richPickOne: 'کوئی ایک منتخب کریں',
  richPick: (min, max) =>
    min === max
      ? `${number(min)} منتخب کریں`
      : min > 0
        ? `${number(min)} سے ${number(max)} منتخب کریں`
        : `${number(max)} تک منتخب کریں`,
  richPickMissing: 'براہِ کرم پہلے کچھ منتخب کریں',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'یہ ضروری ہے',
  richWrong: 'یہ درست نہیں لگ رہا',
  richNeeded: 'ضروری',
  richYes: 'ہاں',
  richOpens: 'نئے ٹیب میں کھلتا ہے',
  richShowPicture: (host) => `${isolate(host)} سے تصویر دکھائیں`,
  richPictureFailed: 'تصویر نہیں دکھائی جا سکتی',
  richCards: 'کارڈ',
  richPictures: 'تصاویر',
  richPrevious: 'پچھلا',
  richNext: 'اگلا',
  richPosition: (place, of) => `${number(of)} میں سے ${number(place)}`,
  richTimeLeft: (time) => `باقی وقت: ${time}`,
  richTimeOver: 'وقت ختم ہو گیا',
  richDate: 'تاریخ',
  richTime: 'وقت',
  richDateTime: 'تاریخ اور وقت',
  amendedEdited: 'ترمیم شدہ',
  amendedRetracted: 'یہ پیغام ہٹا دیا گیا',
  amendedWriting: 'لکھا جا رہا ہے',
  reassigned: (to, before) => `${isolate(before)} کی جگہ اب ${isolate(to)} ہیں`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'فائلیں منسلک کریں',
  attachDrop: 'منسلک کرنے کے لیے فائلیں یہاں چھوڑیں',
  attached: 'اگلے پیغام کی فائلیں',
  fileWaiting: 'منتظر',
  fileReady: 'بھیجنے کے لیے تیار',
  fileProgress: (name) => `${isolate(name)} اپ لوڈ ہو رہی ہے`,
  fileRemove: (name) => `${isolate(name)} ہٹائیں`,
  fileRetry: (name) => `${isolate(name)} دوبارہ آزمائیں`,
  fileDownload: (name, size) => `${isolate(name)} ڈاؤن لوڈ کریں، ${isolate(size)}`,
  filePicture: (name) => `تصویر: ${isolate(name)}`,
  fileTooLarge: (size) => `${isolate(size)} کی مقررہ حد سے بڑی`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'فائل مسترد ہو گئی',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} بھیجنے کے لیے تیار ہے`,
});
