import type { MoreTermTable } from './more-terms.js';

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

  fileName: 'محادثة',
  fileHeading: 'المحادثة',
  fileSaved: (time) => `حُفظت في ${time}`,
  filePartial: 'تعذر جلب الرسائل الأقدم.',
  fileEnd: 'نهاية المحادثة',
});
