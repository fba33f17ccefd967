import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('fa', { one: '# پیام خوانده‌نشده', other: '# پیام خوانده‌نشده' });
const fresh = plural('fa', { one: '# پیام جدید', other: '# پیام جدید' });
const remaining = plural('fa', { one: '# نویسه باقی مانده', other: '# نویسه باقی مانده' });
const surplus = plural('fa', { one: '# نویسه بیش از حد', other: '# نویسه بیش از حد' });

const errors: ErrorTexts = {
  'already-active': 'یک گفتگو از پیش باز است',
  'not-active': 'هیچ گفتگویی باز نیست',
  invalid: 'یکی از موارد معتبر نیست',
  empty: 'پیام خالی است',
  'too-long': 'پیام خیلی طولانی است',
  ended: 'گفتگو پایان یافته است',
  blocked: 'دیگر نمی‌توانید اینجا بنویسید',
  denied: 'گفتگو باز نشد',
  unsupported: 'این کار اینجا ممکن نیست',
  'load-failed': 'گفتگو بارگذاری نشد',
  unreachable: 'به گفتگو دسترسی نیست',
  timeout: 'پاسخ به‌موقع نرسید',
  protocol: 'پاسخ قابل فهم نبود',
  version: 'این صفحه قدیمی است: آن را دوباره بارگذاری کنید',
  refused: 'درخواست رد شد',
  busy: 'درخواست‌ها زیاد است: لطفاً کمی صبر کنید',
  exhausted: 'مورد دیگری نیست',
  withdrawn: 'شما آن را پس گرفتید',
  prevented: 'این صفحه جلوی آن را گرفت',
  closed: 'گفتگو بسته شد',
  expired: 'مدت زیادی نبودید',
  unattended: 'اکنون کسی اینجا نیست',
  'context-failed': 'اطلاعات صفحه خوانده نشد',
  'token-failed': 'ورود شما بررسی نشد',
  'token-function': 'ورود شما بررسی نشد',
  'token-missing': 'وارد حساب خود نشده‌اید',
  'token-invalid': 'ورود شما منقضی شده است',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'دیگر متصل نیست',
  transferred: 'گفتگو را واگذار کرد',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'گفتگو پایان یافت، چون مدتی چیزی نوشته نشد.',
  'visitor-gone': 'گفتگو پایان یافت، چون حضور نداشتید.',
  blocked: 'گفتگو بسته شد.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'در صف انتظار هستید',
  'idle-warning': 'هنوز اینجا هستید؟ گفتگو به‌زودی پایان می‌یابد.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'گفتگو',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'گفتگو در جریان است',
    loadFailed: 'گفتگو بارگذاری نشد. دوباره امتحان کنید',

    title: 'با ما گفتگو کنید',
    minimize: 'کوچک کردن گفتگو',
    close: 'بستن گفتگو',
    options: 'گزینه‌های گفتگو',
    endChat: 'پایان گفتگو',
    endConfirmTitle: 'این گفتگو پایان یابد؟',
    endConfirmText: 'پس از آن هم می‌توانید گفتگو را بخوانید.',
    endConfirm: 'پایان گفتگو',
    cancel: 'ادامهٔ گفتگو',
    sound: 'صدا',
    notifications: 'اعلان‌های دسکتاپ',
    notificationsBlocked: 'در تنظیمات مرورگر شما مسدود است',
    stateIdle: 'برای کمک اینجا هستیم',
    stateStarting: 'در حال اتصال…',
    stateRestoring: 'در حال بازیابی گفتگوی شما…',
    stateQueued: 'در انتظار پیوستن یکی از همکاران',
    stateActive: 'آنلاین',
    stateOffline: 'متصل نیست',
    stateEnding: 'در حال پایان دادن به گفتگو…',
    stateEnded: 'گفتگو پایان یافت',

    offline: 'آفلاین هستید. آنچه می‌فرستید نگه داشته می‌شود و به‌محض وصل شدن ارسال خواهد شد.',
    reconnecting: (attempts) =>
      attempts > 1 ? `در حال اتصال دوباره… (تلاش ${number(attempts)})` : 'در حال اتصال دوباره…',
    serverOffline: 'اکنون به گفتگو دسترسی نیست. همچنان تلاش می‌کنیم و چیزی از نوشته‌های شما گم نمی‌شود.',
    catchingUp: 'در حال دریافت آخرین پیام‌ها…',
    tryNow: 'اکنون امتحان کنید',
    queueWaiting: 'به‌زودی یکی از همکاران به شما می‌پیوندد.',
    queuePosition: (position) => (position <= 1 ? 'نوبت بعدی شماست.' : `نوبت شما در صف: ${number(position)}.`),
    queueWait: (duration) => `زمان تقریبی انتظار: ${isolate(duration)}.`,
    storageMemory: 'اگر صفحه را ترک یا دوباره بارگذاری کنید، این مرورگر نمی‌تواند پیام‌های ارسال‌نشده را نگه دارد.',
    engineFailed: 'گفتگو بارگذاری نشد.',
    idleWarning: (time) =>
      time
        ? `هنوز اینجا هستید؟ اگر پیامی ننویسید، گفتگو ساعت ${isolate(time)} پایان می‌یابد.`
        : 'هنوز اینجا هستید؟ اگر پیامی ننویسید، گفتگو به‌زودی پایان می‌یابد.',
    refused: (reason) => `اتصال برقرار نیست. ${reason}.`,
    startFailed: (reason) => `گفتگو آغاز نشد. ${reason}.`,
    restoreFailed: 'گفتگوی پیشین شما بازیابی نشد.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'شما به گفتگو پایان دادید.' : 'گفتگو پایان یافته است.'),
    startNew: 'شروع گفتگوی جدید',
    dismiss: 'پنهان کردن',

    conversation: 'گفتگو',
    greeting: 'سلام، چطور می‌توانیم کمکتان کنیم؟',
    greetingHint: 'همین‌جا برایمان بنویسید. معمولاً ظرف چند دقیقه پاسخ می‌دهیم.',
    loadOlder: 'نمایش پیام‌های پیشین',
    loadingOlder: 'در حال بارگذاری پیام‌های پیشین…',
    newDivider: 'جدید',
    newMessages: (count) => fresh(count, number),
    toLatest: 'رفتن به آخرین پیام',
    today: 'امروز',
    yesterday: 'دیروز',
    typing: ([first, second, third]) => {
      if (!first) return 'در حال نوشتن…';
      if (!second) return `${isolate(first)} در حال نوشتن است…`;
      return third ? 'چند نفر در حال نوشتن هستند…' : `${isolate(first)} و ${isolate(second)} در حال نوشتن هستند…`;
    },
    joined: (name) => `${isolate(name)} به گفتگو پیوست`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'از گفتگو خارج شد'}`,
    transferred: (to) => (to ? `گفتگوی شما به ${isolate(to)} سپرده شد` : 'گفتگوی شما به تیم ما سپرده شد'),
    status: (status) => statuses[status] ?? '',
    you: 'شما',
    agent: 'پشتیبان',
    supervisor: 'سرپرست',
    bot: 'دستیار',
    system: 'گفتگو',
    byAt: (name, time) => `${isolate(name)}، ${time}`,

    held: 'هنوز ذخیره نشده',
    queued: 'در انتظار ارسال',
    sending: 'در حال ارسال…',
    sent: 'ارسال شد',
    delivered: 'تحویل داده شد',
    seen: 'دیده شد',
    unconfirmed: 'معلوم نیست رسیده باشد',
    notSent: 'ارسال نشد',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'تلاش دوباره',
    delete: 'حذف',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `پیام شما ارسال نشد. ${reason}.`,

    message: 'پیام',
    placeholder: 'پیامی بنویسید…',
    placeholderOffline: 'بنویسید، بعداً ارسال می‌شود…',
    send: 'ارسال',
    composerHint: 'Enter برای ارسال، Shift و Enter برای سطر جدید',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'این گفتگو پایان یافته است.',
    composerBlocked: 'دیگر نمی‌توانید اینجا بنویسید.',
  };
};

/** Persian. */
const fa: Locale = { lang: 'fa', terms, more: async () => (await import('./more/fa.js')).moreFa };
export default fa;
