import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('ar', {
  zero: 'لا رسائل غير مقروءة',
  one: 'رسالة واحدة غير مقروءة',
  two: 'رسالتان غير مقروءتين',
  few: '# رسائل غير مقروءة',
  many: '# رسالة غير مقروءة',
  other: '# رسالة غير مقروءة',
});
const fresh = plural('ar', {
  zero: 'لا رسائل جديدة',
  one: 'رسالة جديدة',
  two: 'رسالتان جديدتان',
  few: '# رسائل جديدة',
  many: '# رسالة جديدة',
  other: '# رسالة جديدة',
});
const characters = plural('ar', {
  zero: 'لا أحرف',
  one: 'حرف واحد',
  two: 'حرفان',
  few: '# أحرف',
  many: '# حرفًا',
  other: '# حرف',
});
const attempt = plural('ar', {
  zero: 'لا محاولات',
  one: 'محاولة واحدة',
  two: 'محاولتان',
  few: '# محاولات',
  many: '# محاولة',
  other: '# محاولة',
});

const errors: ErrorTexts = {
  'already-active': 'هناك محادثة مفتوحة بالفعل',
  'not-active': 'لا توجد محادثة مفتوحة',
  invalid: 'أحد البيانات غير صالح',
  empty: 'الرسالة فارغة',
  'too-long': 'الرسالة طويلة جدًا',
  ended: 'انتهت المحادثة',
  blocked: 'لم يعد بإمكانك الكتابة هنا',
  denied: 'تعذّر فتح المحادثة',
  unsupported: 'هذا غير متاح هنا',
  'load-failed': 'تعذّر تحميل المحادثة',
  unreachable: 'تعذّر الوصول إلى خدمة المحادثة',
  timeout: 'لم يصل الرد في الوقت المحدد',
  protocol: 'تعذّر فهم الرد',
  version: 'هذه الصفحة قديمة: أعد تحميلها',
  refused: 'رُفض الطلب',
  busy: 'طلبات كثيرة في وقت واحد: لحظة من فضلك',
  exhausted: 'لا يوجد المزيد',
  withdrawn: 'لقد تراجعت عنها',
  prevented: 'أوقفت هذه الصفحة ذلك',
  closed: 'أُغلقت المحادثة',
  expired: 'طال غيابك',
  unattended: 'لا يوجد أحد هنا في هذا الوقت',
  'context-failed': 'تعذّرت قراءة بيانات الصفحة',
  'token-failed': 'تعذّر التحقق من تسجيل دخولك',
  'token-function': 'تعذّر التحقق من تسجيل دخولك',
  'token-missing': 'لم تسجّل الدخول',
  'token-invalid': 'انتهت صلاحية تسجيل دخولك',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'انقطع اتصاله:',
  transferred: 'حوّل المحادثة:',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'انتهت المحادثة لعدم كتابة أي شيء منذ مدة.',
  'visitor-gone': 'انتهت المحادثة لأنك كنت غائبًا.',
  blocked: 'أُغلقت المحادثة.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'أنت الآن في قائمة الانتظار',
  'idle-warning': 'هل ما زلت هنا؟ ستنتهي المحادثة قريبًا.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'محادثة',
    // What is written as “99+” is counted as a hundred.
    unread: (count) => unread(Math.min(count, 100), capped),
    badge: capped,
    running: 'محادثة جارية',
    loadFailed: 'تعذّر تحميل المحادثة. أعد المحاولة',

    title: 'تحدّث معنا',
    minimize: 'تصغير المحادثة',
    close: 'إغلاق المحادثة',
    options: 'خيارات المحادثة',
    endChat: 'إنهاء المحادثة',
    endConfirmTitle: 'هل تريد إنهاء هذه المحادثة؟',
    endConfirmText: 'سيبقى بإمكانك قراءة المحادثة بعد ذلك.',
    endConfirm: 'إنهاء المحادثة',
    cancel: 'متابعة المحادثة',
    sound: 'الصوت',
    notifications: 'إشعارات سطح المكتب',
    notificationsBlocked: 'محظورة في إعدادات المتصفح',
    stateIdle: 'نحن هنا لمساعدتك',
    stateStarting: 'جارٍ الاتصال…',
    stateRestoring: 'جارٍ استعادة محادثتك…',
    stateQueued: 'في انتظار انضمام أحد الموظفين',
    stateActive: 'متصل',
    stateOffline: 'غير متصل',
    stateEnding: 'جارٍ إنهاء المحادثة…',
    stateEnded: 'انتهت المحادثة',

    offline: 'أنت غير متصل بالإنترنت. ما ترسله محفوظ وسيُرسل فور عودة الاتصال.',
    reconnecting: (attempts) =>
      attempts > 1 ? `جارٍ إعادة الاتصال… (${attempt(attempts, number)})` : 'جارٍ إعادة الاتصال…',
    serverOffline: 'تعذّر الوصول إلى خدمة المحادثة الآن. نواصل المحاولة، ولن يضيع شيء مما تكتبه.',
    catchingUp: 'جارٍ جلب أحدث الرسائل…',
    tryNow: 'حاول الآن',
    queueWaiting: 'سينضم إليك أحد الموظفين قريبًا.',
    queuePosition: (position) => (position <= 1 ? 'دورك هو التالي.' : `ترتيبك في قائمة الانتظار: ${number(position)}.`),
    queueWait: (duration) => `مدة الانتظار التقريبية: ${isolate(duration)}.`,
    storageMemory: 'لا يستطيع هذا المتصفح الاحتفاظ بالرسائل غير المرسلة إذا غادرت الصفحة أو أعدت تحميلها.',
    engineFailed: 'تعذّر تحميل المحادثة.',
    idleWarning: (time) =>
      time
        ? `هل ما زلت هنا؟ إن لم تكتب شيئًا فستنتهي المحادثة عند الساعة ${isolate(time)}.`
        : 'هل ما زلت هنا؟ إن لم تكتب شيئًا فستنتهي المحادثة قريبًا.',
    refused: (reason) => `لا يوجد اتصال. ${reason}.`,
    startFailed: (reason) => `تعذّر بدء المحادثة. ${reason}.`,
    restoreFailed: 'تعذّرت استعادة محادثتك السابقة.',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? 'لقد أنهيت المحادثة.' : 'انتهت المحادثة.'),
    startNew: 'بدء محادثة جديدة',
    dismiss: 'إخفاء',

    conversation: 'المحادثة',
    greeting: 'مرحبًا، كيف يمكننا مساعدتك؟',
    greetingHint: 'اكتب لنا هنا. نرد عادةً خلال دقائق.',
    loadOlder: 'عرض الرسائل الأقدم',
    loadingOlder: 'جارٍ تحميل الرسائل الأقدم…',
    newDivider: 'جديد',
    newMessages: (count) => fresh(count, number),
    toLatest: 'الانتقال إلى أحدث رسالة',
    today: 'اليوم',
    yesterday: 'أمس',
    typing: ([first, second, third]) => {
      if (!first) return 'جارٍ الكتابة…';
      if (!second) return `${isolate(first)} يكتب…`;
      return third ? 'عدة أشخاص يكتبون…' : `${isolate(first)} و${isolate(second)} يكتبان…`;
    },
    joined: (name) => `انضم إلى المحادثة: ${isolate(name)}`,
    left: (name, reason = '') => `${left[reason] ?? 'غادر المحادثة:'} ${isolate(name)}`,
    transferred: (to) => (to ? `حُوّلت محادثتك إلى ${isolate(to)}` : 'حُوّلت محادثتك إلى فريقنا'),
    status: (status) => statuses[status] ?? '',
    you: 'أنت',
    agent: 'موظف الدعم',
    supervisor: 'المشرف',
    bot: 'المساعد الآلي',
    system: 'المحادثة',
    byAt: (name, time) => `${isolate(name)}، ${time}`,

    held: 'لم تُحفظ بعد',
    queued: 'في انتظار الإرسال',
    sending: 'جارٍ الإرسال…',
    sent: 'أُرسلت',
    delivered: 'وصلت',
    seen: 'قُرئت',
    unconfirmed: 'ليس مؤكدًا أنها وصلت',
    notSent: 'لم تُرسل',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'أعد المحاولة',
    delete: 'حذف',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `لم تُرسل رسالتك. ${reason}.`,

    message: 'الرسالة',
    placeholder: 'اكتب رسالة…',
    placeholderOffline: 'اكتب الآن، وستُرسل لاحقًا…',
    send: 'إرسال',
    composerHint: 'مفتاح Enter للإرسال، و Shift مع Enter لسطر جديد',
    charactersLeft: (count) => `المتبقي: ${characters(count, number)}`,
    charactersOver: (count) => `الزائد عن الحد: ${characters(count, number)}`,
    composerEnded: 'انتهت هذه المحادثة.',
    composerBlocked: 'لم يعد بإمكانك الكتابة هنا.',
  };
};

/** Arabic. */
const ar: Locale = { lang: 'ar', terms, more: async () => (await import('./more/ar.js')).moreAr };
export default ar;
