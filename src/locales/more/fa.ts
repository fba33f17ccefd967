import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'چهره‌ها و احساسات',
  'افراد و حرکات',
  'جانوران و طبیعت',
  'خوراکی و نوشیدنی',
  'سفر و مکان‌ها',
  'فعالیت‌ها',
  'اشیا',
  'نمادها',
  'پرچم‌ها',
];
const tones = ['پیش‌فرض', 'روشن', 'نیمه‌روشن', 'متوسط', 'نیمه‌تیره', 'تیره'];

const long = plural('fa', { one: 'اینجا حداکثر # نویسه جا می‌شود.', other: 'اینجا حداکثر # نویسه جا می‌شود.' });
const found = plural('fa', { one: '# شکلک پیدا شد', other: '# شکلک پیدا شد' });
const atMost = plural('fa', { one: 'لطفاً حداکثر # مورد انتخاب کنید', other: 'لطفاً حداکثر # مورد انتخاب کنید' });
const files = plural('fa', { one: 'بیش از # فایل در یک پیام', other: 'بیش از # فایل در یک پیام' });

const errors: Readonly<Record<string, string>> = {
  empty: 'فایل خالی است',
  'too-large': 'یکی از فایل‌ها خیلی بزرگ است',
  'too-many': 'تعداد فایل‌ها خیلی زیاد است',
  'type-not-allowed': 'این نوع فایل پذیرفته نمی‌شود',
  'type-mismatch': 'محتوای فایل با نام آن نمی‌خواند',
  'unknown-file': 'فایل دیگر وجود ندارد',
  unreadable: 'فایل دیگر خوانده نمی‌شود: لطفاً دوباره انتخابش کنید',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'درخواست شما باز است',
  pending: 'درخواست شما در انتظار است',
  escalated: 'درخواست شما به کارشناس سپرده شد',
  resolved: 'درخواست شما حل شد',
  closed: 'درخواست شما بسته شد',
};

/** Persian. */
export const moreFa: MoreTermTable = (number) => ({
  formHeading: 'پیش از شروع',
  formText: 'چند کلمه دربارهٔ خودتان، تا سریع‌تر کمک کنیم.',
  formStart: 'شروع گفتگو',
  formCancel: 'حالا نه',
  formOptional: 'اختیاری',
  formChoose: 'لطفاً انتخاب کنید',
  nickname: 'نام شما',
  firstname: 'نام',
  lastname: 'نام خانوادگی',
  email: 'ایمیل',
  subject: 'موضوع چیست؟',
  errorMissing: 'برای ادامه این را پر کنید.',
  errorChoice: 'برای ادامه یک مورد را انتخاب کنید.',
  errorTick: 'برای ادامه این گزینه را علامت بزنید.',
  errorEmail: 'یک نشانی ایمیل بنویسید، مانند name@example.com.',
  errorTel: 'یک شماره تلفن بنویسید: رقم، فاصله و + در ابتدا.',
  errorLong: (max) => long(max, number),
  errorOther: 'به این شکل قابل استفاده نیست. لطفاً بررسی کنید.',

  emojis: 'شکلک‌ها',
  emojiSearch: 'جستجوی شکلک',
  emojiFound: (count) => (count === 0 ? 'شکلکی پیدا نشد' : found(count, number)),
  emojiRecent: 'اخیراً استفاده‌شده',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'شکلک‌ها بارگذاری نشدند.',
  skinTone: 'رنگ پوست',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'کارهای بیشتر',
  saveTranscript: 'دانلود متن گفتگو',
  savingTranscript: 'در حال آماده‌سازی فایل…',

  surveyQuestion: 'این گفتگو چطور بود؟',
  surveyRating: (rating, scale) => `${number(rating)} از ${number(scale)}`,
  surveyComment: 'نکتهٔ دیگری هست؟',
  surveySend: 'ارسال امتیاز',
  surveySending: 'در حال ارسال…',
  surveyMissing: 'لطفاً ابتدا امتیازی انتخاب کنید.',
  surveyFailed: (answered) => (answered ? 'قبلاً به این پاسخ داده‌اید.' : 'امتیاز ارسال نشد. لطفاً دوباره امتحان کنید.'),
  surveyThanks: 'از امتیاز شما سپاسگزاریم.',

  threads: 'گفتگوهای شما',
  threadsEmpty: 'هنوز گفتگویی نیست',
  threadsFailed: 'گفتگوها بارگیری نشدند.',
  threadsMore: 'نمایش بیشتر',
  threadsArchived: 'بایگانی‌شده‌ها',
  threadRename: 'تغییر نام',
  threadName: 'نام گفتگو',
  threadSave: 'ذخیره',
  threadArchive: 'بایگانی',
  threadRestore: 'بازگرداندن از بایگانی',

  invitation: 'دعوت به گفتگو',
  inviteHeading: 'می‌توانیم کمک کنیم؟',
  inviteText: 'اگر پرسشی دارید، ما همین‌جا هستیم.',
  inviteAccept: 'شروع گفتگو',
  inviteDecline: 'نه، متشکرم',

  leaveHeading: 'اکنون در دسترس نیستیم',
  leaveText: (back) =>
    back === undefined
      ? 'برایمان پیام بگذارید تا با ایمیل پاسخ دهیم.'
      : `زمان بازگشت ما: ${back}. برایمان پیام بگذارید تا با ایمیل پاسخ دهیم.`,
  leaveMessage: 'پیام شما',
  leaveSend: 'گذاشتن پیام',
  leaveSending: 'در حال ارسال…',
  leaveFailed: (reason) => `پیام ثبت نشد: ${reason}. چیزی گم نشده است؛ لطفاً دوباره امتحان کنید.`,
  leftHeading: 'سپاسگزاریم',
  leftText: 'پیام شما رسید و با ایمیل پاسخ می‌دهیم.',
  leftDone: 'بستن',

  fileName: 'گفتگو',
  fileHeading: 'گفتگو',
  fileSaved: (time) => `ذخیره شد: ${time}`,
  filePartial: 'پیام‌های پیشین دریافت نشدند.',
  fileEnd: 'پایان گفتگو',

  richChosen: 'انتخاب‌شده',
  richSend: 'ارسال',
  richSent: 'ارسال شد',
  richPickOne: 'یک مورد را انتخاب کنید',
  richPick: (min, max) =>
    min === max
      ? `${number(min)} مورد را انتخاب کنید`
      : min > 0
        ? `${number(min)} تا ${number(max)} مورد را انتخاب کنید`
        : `حداکثر ${number(max)} مورد را انتخاب کنید`,
  richPickMissing: 'لطفاً ابتدا موردی را انتخاب کنید',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'این مورد لازم است',
  richWrong: 'این درست به نظر نمی‌رسد',
  richNeeded: 'لازم',
  richYes: 'بله',
  richOpens: 'در زبانهٔ جدید باز می‌شود',
  richShowPicture: (host) => `نمایش تصویر از ${isolate(host)}`,
  richPictureFailed: 'تصویر نمایش داده نمی‌شود',
  richCards: 'کارت‌ها',
  richPictures: 'تصویرها',
  richPrevious: 'قبلی',
  richNext: 'بعدی',
  richPosition: (place, of) => `${number(place)} از ${number(of)}`,
  richTimeLeft: (time) => `زمان باقی‌مانده: ${time}`,
  richTimeOver: 'زمان به پایان رسید',
  richDate: 'تاریخ',
  richTime: 'ساعت',
  richDateTime: 'تاریخ و ساعت',
  amendedEdited: 'ویرایش‌شده',
  amendedRetracted: 'این پیام حذف شد',
  amendedWriting: 'در حال نوشتن',
  reassigned: (to, before) => `${isolate(to)} به‌جای ${isolate(before)} گفتگو را ادامه می‌دهد`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'پیوست کردن فایل',
  attachDrop: 'برای پیوست، فایل‌ها را اینجا رها کنید',
  attached: 'فایل‌های پیام بعدی',
  fileWaiting: 'در انتظار',
  fileReady: 'آمادهٔ ارسال',
  fileProgress: (name) => `در حال آپلود ${isolate(name)}`,
  fileRemove: (name) => `برداشتن ${isolate(name)}`,
  fileRetry: (name) => `تلاش دوباره برای ${isolate(name)}`,
  fileDownload: (name, size) => `دانلود ${isolate(name)}، ${isolate(size)}`,
  filePicture: (name) => `تصویر: ${isolate(name)}`,
  fileTooLarge: (size) => `بزرگ‌تر از ${isolate(size)}، یعنی حداکثر مجاز`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'فایل پذیرفته نشد',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} آمادهٔ ارسال است`,
});
