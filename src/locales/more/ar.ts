import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'وجوه ومشاعر',
  'أشخاص وإيماءات',
  'حيوانات وطبيعة',
  'طعام وشراب',
  'سفر وأماكن',
  'أنشطة',
  'أشياء',
  'رموز',
  'أعلام',
];
const tones = ['افتراضية', 'فاتحة', 'متوسطة الفتاحة', 'متوسطة', 'متوسطة الغماقة', 'غامقة'];

const files = plural('ar', {
  zero: 'لا ملفات',
  one: 'ملف واحد',
  two: 'ملفان',
  few: '# ملفات',
  many: '# ملفًا',
  other: '# ملف',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'الملف فارغ',
  'too-large': 'أحد الملفات كبير جدًا',
  'too-many': 'عدد الملفات كبير جدًا',
  'type-not-allowed': 'لا تُقبل الملفات من هذا النوع',
  'type-mismatch': 'محتوى الملف ليس ما يقوله اسمه',
  'unknown-file': 'لم يعد الملف موجودًا',
  unreadable: 'تعذّرت قراءة الملف: اختره من جديد من فضلك',
} satisfies FileErrorTexts;

const cases: Record<string, string> = {
  open: 'طلبك مفتوح',
  pending: 'طلبك قيد الانتظار',
  escalated: 'أُحيل طلبك إلى مختص',
  resolved: 'حُلَّ طلبك',
  closed: 'أُغلق طلبك',
};

/** Arabic. */
export const moreAr: MoreTermTable = (number) => ({
  formHeading: 'قبل أن نبدأ',
  formText: 'كلمات قليلة عنك، لنساعدك أسرع.',
  formStart: 'ابدأ المحادثة',
  formCancel: 'ليس الآن',
  formOptional: 'اختياري',
  formChoose: 'اختر من فضلك',
  nickname: 'اسمك',
  firstname: 'الاسم الأول',
  lastname: 'اسم العائلة',
  email: 'البريد الإلكتروني',
  subject: 'ما الموضوع؟',
  errorMissing: 'املأ هذا الحقل للمتابعة.',
  errorChoice: 'اختر واحدًا للمتابعة.',
  errorTick: 'ضع علامة في هذا المربع للمتابعة.',
  errorEmail: 'اكتب عنوان بريد إلكتروني، مثل name@example.com.',
  errorTel: 'اكتب رقم هاتف: أرقام وفراغات وعلامة + في البداية.',
  errorLong: (max) => `الحد الأقصى هنا للأحرف: ${number(max)}.`,
  errorOther: 'لا يمكن استخدام هذا كما هو. تحقق منه من فضلك.',

  leaveHeading: 'لسنا هنا الآن',
  leaveText: (back) =>
    back === undefined
      ? 'اترك لنا رسالة وسنرد عليك بالبريد الإلكتروني.'
      : `نعود يوم ${back}. اترك لنا رسالة وسنرد عليك بالبريد الإلكتروني.`,
  leaveMessage: 'رسالتك',
  leaveSend: 'اترك الرسالة',
  leaveSending: 'جارٍ الإرسال…',
  leaveFailed: (reason) => `تعذر ترك الرسالة: ${reason}. لم يُفقد شيء؛ حاول مرة أخرى من فضلك.`,
  leftHeading: 'شكرًا لك',
  leftText: 'وصلتنا رسالتك وسنرد عليك بالبريد الإلكتروني.',
  leftDone: 'إغلاق',

  emojis: 'الرموز التعبيرية',
  emojiSearch: 'ابحث في الرموز التعبيرية',
  emojiFound: (count) => (count === 0 ? 'لا توجد نتائج' : `النتائج: ${number(count)}`),
  emojiRecent: 'المستخدمة مؤخرًا',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'تعذر تحميل الرموز التعبيرية.',
  skinTone: 'لون البشرة',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'إجراءات أخرى',
  saveTranscript: 'تنزيل المحادثة',
  savingTranscript: 'جارٍ إعداد التنزيل…',

  invitation: 'دعوة إلى المحادثة',
  inviteHeading: 'هل نستطيع مساعدتك؟',
  inviteText: 'إذا كان لديك سؤال فنحن هنا.',
  inviteAccept: 'ابدأ المحادثة',
  inviteDecline: 'لا، شكرًا',

  surveyQuestion: 'كيف كانت هذه المحادثة؟',
  surveyRating: (rating, scale) => `${number(rating)} من ${number(scale)}`,
  surveyComment: 'هل تود إضافة شيء؟',
  surveySend: 'إرسال التقييم',
  surveySending: 'جارٍ الإرسال…',
  surveyMissing: 'اختر تقييمًا أولًا من فضلك.',
  surveyFailed: (answered) => (answered ? 'لقد أجبت عن هذا من قبل.' : 'تعذر إرسال التقييم. حاول مرة أخرى من فضلك.'),
  surveyThanks: 'شكرًا على تقييمك.',

  threads: 'محادثاتك',
  threadsEmpty: 'لا توجد محادثات بعد',
  threadsFailed: 'تعذّر تحميل المحادثات.',
  threadsMore: 'عرض المزيد',
  threadsArchived: 'المؤرشفة',
  threadRename: 'إعادة تسمية',
  threadName: 'اسم المحادثة',
  threadSave: 'حفظ',
  threadArchive: 'أرشفة',
  threadRestore: 'إخراج من الأرشيف',

  fileName: 'محادثة',
  fileHeading: 'المحادثة',
  fileSaved: (time) => `حُفظت في ${time}`,
  filePartial: 'تعذر جلب الرسائل الأقدم.',
  fileEnd: 'نهاية المحادثة',

  richChosen: 'تم اختياره',
  richSend: 'إرسال',
  richSent: 'أُرسل',
  richPickOne: 'اختر واحدًا',
  richPick: (min, max) =>
    min === max
      ? `عدد الاختيارات: ${number(min)}`
      : min > 0
        ? `عدد الاختيارات: من ${number(min)} إلى ${number(max)}`
        : `عدد الاختيارات: ${number(max)} على الأكثر`,
  richPickMissing: 'اختر شيئًا أولًا من فضلك',
  richPickTooMany: (max) => `الحد الأقصى للاختيارات: ${number(max)}`,
  richMissing: 'هذا الحقل مطلوب',
  richWrong: 'هذه القيمة لا تبدو صحيحة',
  richNeeded: 'مطلوب',
  richYes: 'نعم',
  richOpens: 'يُفتح في علامة تبويب جديدة',
  richShowPicture: (host) => `عرض الصورة من ${isolate(host)}`,
  richPictureFailed: 'تعذّر عرض الصورة',
  richCards: 'بطاقات',
  richPictures: 'صور',
  richPrevious: 'السابق',
  richNext: 'التالي',
  richPosition: (place, of) => `${number(place)} من ${number(of)}`,
  richTimeLeft: (time) => `الوقت المتبقي: ${time}`,
  richTimeOver: 'انتهى الوقت',
  richDate: 'التاريخ',
  richTime: 'الوقت',
  richDateTime: 'التاريخ والوقت',
  reassigned: (to, before) => `تولى ${isolate(to)} المحادثة بعد ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',
  amendedEdited: 'مُعدَّلة',
  amendedRetracted: 'حُذفت هذه الرسالة',
  amendedWriting: 'تجري الكتابة',

  attach: 'إرفاق ملفات',
  attachDrop: 'أفلت الملفات هنا لإرفاقها',
  attached: 'ملفات الرسالة القادمة',
  fileWaiting: 'في الانتظار',
  fileReady: 'جاهز للإرسال',
  fileProgress: (name) => `جارٍ رفع ${isolate(name)}`,
  fileRemove: (name) => `إزالة ${isolate(name)}`,
  fileRetry: (name) => `إعادة محاولة رفع ${isolate(name)}`,
  fileDownload: (name, size) => `تنزيل ${isolate(name)}، ${isolate(size)}`,
  filePicture: (name) => `صورة: ${isolate(name)}`,
  fileTooLarge: (size) => `أكبر من الحد المسموح، وهو ${isolate(size)}`,
  fileTooMany: (count) => `الحد الأقصى في الرسالة الواحدة: ${files(count, number)}`,
  fileError: (code) => errors[code] ?? 'رُفض الملف',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} جاهز للإرسال`,
});
