import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('he', { one: 'הודעה אחת שלא נקראה', two: 'שתי הודעות שלא נקראו', other: '# הודעות שלא נקראו' });
const fresh = plural('he', { one: 'הודעה חדשה', two: 'שתי הודעות חדשות', other: '# הודעות חדשות' });
const remaining = plural('he', { one: 'נותר תו אחד', two: 'נותרו שני תווים', other: 'נותרו # תווים' });
const surplus = plural('he', { one: 'תו אחד יותר מדי', two: 'שני תווים יותר מדי', other: '# תווים יותר מדי' });

const errors: ErrorTexts = {
  'already-active': 'כבר יש שיחה פתוחה',
  'not-active': 'אין שיחה פתוחה',
  invalid: 'אחד הפרטים אינו תקין',
  empty: 'ההודעה ריקה',
  'too-long': 'ההודעה ארוכה מדי',
  ended: 'השיחה הסתיימה',
  blocked: 'כבר לא ניתן לכתוב כאן',
  denied: 'לא ניתן לפתוח את השיחה',
  unsupported: 'הפעולה אינה אפשרית כאן',
  'load-failed': 'לא ניתן לטעון את הצ׳אט',
  unreachable: 'הצ׳אט אינו זמין',
  timeout: 'לא התקבלה תשובה בזמן',
  protocol: 'לא ניתן להבין את התשובה',
  version: 'הדף אינו מעודכן: טענו אותו מחדש',
  refused: 'הבקשה נדחתה',
  busy: 'יותר מדי בבת אחת: רק רגע, בבקשה',
  exhausted: 'אין עוד',
  withdrawn: 'ביטלתם את השליחה',
  prevented: 'הדף הזה מנע זאת',
  closed: 'הצ׳אט נסגר',
  expired: 'לא הייתם כאן זמן רב מדי',
  unattended: 'אין כאן אף אחד כרגע',
  'context-failed': 'לא ניתן לקרוא את פרטי הדף',
  'token-failed': 'לא ניתן לאמת את ההתחברות שלכם',
  'token-function': 'לא ניתן לאמת את ההתחברות שלכם',
  'token-missing': 'לא התחברתם לחשבון',
  'token-invalid': 'תוקף ההתחברות שלכם פג',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'התנתקות',
  transferred: 'העברת השיחה',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'השיחה הסתיימה כי לא נכתב בה דבר זמן מה.',
  'visitor-gone': 'השיחה הסתיימה כי לא הייתם כאן.',
  blocked: 'השיחה נסגרה.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'אתם בתור',
  'idle-warning': 'אתם עדיין כאן? השיחה תסתיים בקרוב.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'צ׳אט',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'שיחה פעילה',
    loadFailed: 'לא ניתן לטעון את הצ׳אט. לנסות שוב',

    title: 'דברו איתנו',
    minimize: 'מזעור הצ׳אט',
    close: 'סגירת הצ׳אט',
    options: 'אפשרויות הצ׳אט',
    endChat: 'סיום הצ׳אט',
    endConfirmTitle: 'לסיים את הצ׳אט?',
    endConfirmText: 'תוכלו לקרוא את השיחה גם לאחר מכן.',
    endConfirm: 'סיום הצ׳אט',
    cancel: 'המשך הצ׳אט',
    sound: 'צליל',
    notifications: 'התראות בשולחן העבודה',
    notificationsBlocked: 'חסומות בהגדרות הדפדפן',
    stateIdle: 'אנחנו כאן כדי לעזור',
    stateStarting: 'מתחברים…',
    stateRestoring: 'משחזרים את השיחה…',
    stateQueued: 'ממתינים לנציג',
    stateActive: 'מחוברים',
    stateOffline: 'אין חיבור',
    stateEnding: 'מסיימים את השיחה…',
    stateEnded: 'השיחה הסתיימה',

    offline: 'אין חיבור לאינטרנט. מה שתשלחו יישמר ויישלח ברגע שהחיבור יחזור.',
    reconnecting: (attempts) => (attempts > 1 ? `מתחברים מחדש… (ניסיון ${number(attempts)})` : 'מתחברים מחדש…'),
    serverOffline: 'הצ׳אט אינו זמין כרגע. אנחנו ממשיכים לנסות, ושום דבר שתכתבו לא יאבד.',
    catchingUp: 'מביאים את ההודעות האחרונות…',
    tryNow: 'לנסות עכשיו',
    queueWaiting: 'נציג יהיה איתכם בקרוב.',
    queuePosition: (position) => (position <= 1 ? 'אתם הבאים בתור.' : `המקום שלכם בתור: ${number(position)}.`),
    queueWait: (duration) => `זמן המתנה משוער: ${isolate(duration)}.`,
    storageMemory: 'הדפדפן הזה לא יכול לשמור הודעות שלא נשלחו אם תעזבו את הדף או תטענו אותו מחדש.',
    engineFailed: 'לא ניתן לטעון את הצ׳אט.',
    idleWarning: (time) =>
      time
        ? `אתם עדיין כאן? ללא הודעה, הצ׳אט יסתיים בשעה ${isolate(time)}.`
        : 'אתם עדיין כאן? ללא הודעה, הצ׳אט יסתיים בקרוב.',
    refused: (reason) => `אין חיבור. ${reason}.`,
    startFailed: (reason) => `לא ניתן להתחיל את הצ׳אט. ${reason}.`,
    restoreFailed: 'לא ניתן לשחזר את השיחה הקודמת.',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? 'סיימתם את השיחה.' : 'השיחה הסתיימה.'),
    startNew: 'התחלת צ׳אט חדש',
    dismiss: 'הסתרה',

    conversation: 'שיחה',
    greeting: 'שלום, איך אפשר לעזור?',
    greetingHint: 'כתבו לנו כאן. בדרך כלל אנחנו עונים תוך דקות ספורות.',
    loadOlder: 'טעינת הודעות קודמות',
    loadingOlder: 'טוענים הודעות קודמות…',
    newDivider: 'חדש',
    newMessages: (count) => fresh(count, number),
    toLatest: 'מעבר להודעה האחרונה',
    today: 'היום',
    yesterday: 'אתמול',
    typing: ([first, second, third]) => {
      if (!first) return 'בהקלדה…';
      if (!second) return `${isolate(first)} בהקלדה…`;
      return third ? 'כמה אנשים בהקלדה…' : `${isolate(first)} ו־${isolate(second)} בהקלדה…`;
    },
    joined: (name) => `הצטרפות לשיחה: ${isolate(name)}`,
    left: (name, reason = '') => `${left[reason] ?? 'יציאה מהשיחה'}: ${isolate(name)}`,
    transferred: (to) => (to ? `השיחה הועברה אל ${isolate(to)}` : 'השיחה הועברה לצוות שלנו'),
    status: (status) => statuses[status] ?? '',
    you: 'אתם',
    agent: 'נציג',
    supervisor: 'מנהל',
    bot: 'עוזר דיגיטלי',
    system: 'צ׳אט',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'עדיין לא נשמרה',
    queued: 'ממתינה לשליחה',
    sending: 'שולחים…',
    sent: 'נשלחה',
    delivered: 'נמסרה',
    seen: 'נקראה',
    unconfirmed: 'לא בטוח שההודעה הגיעה',
    notSent: 'לא נשלחה',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'לנסות שוב',
    delete: 'מחיקה',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `ההודעה לא נשלחה. ${reason}.`,

    message: 'הודעה',
    placeholder: 'כתבו הודעה…',
    placeholderOffline: 'כתבו עכשיו, יישלח אחר כך…',
    send: 'שליחה',
    composerHint: 'Enter לשליחה, Shift ו־Enter לשורה חדשה',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'השיחה הזו הסתיימה.',
    composerBlocked: 'כבר לא ניתן לכתוב כאן.',
  };
};

/** Hebrew. */
const he: Locale = { lang: 'he', terms, more: async () => (await import('./more/he.js')).moreHe };
export default he;
