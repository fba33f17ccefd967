import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('ur', { one: '# اَن پڑھا پیغام', other: '# اَن پڑھے پیغامات' });
const fresh = plural('ur', { one: '# نیا پیغام', other: '# نئے پیغامات' });
const remaining = plural('ur', { one: '# حرف باقی', other: '# حروف باقی' });
const surplus = plural('ur', { one: '# حرف زیادہ', other: '# حروف زیادہ' });

const errors: ErrorTexts = {
  'already-active': 'ایک گفتگو پہلے سے کھلی ہے',
  'not-active': 'کوئی گفتگو کھلی نہیں ہے',
  invalid: 'کوئی معلومات درست نہیں ہے',
  empty: 'پیغام خالی ہے',
  'too-long': 'پیغام بہت لمبا ہے',
  ended: 'گفتگو ختم ہو چکی ہے',
  blocked: 'اب آپ یہاں نہیں لکھ سکتے',
  denied: 'گفتگو نہیں کھل سکی',
  unsupported: 'یہاں یہ ممکن نہیں ہے',
  'load-failed': 'چیٹ لوڈ نہیں ہو سکی',
  unreachable: 'چیٹ سے رابطہ نہیں ہو پا رہا',
  timeout: 'وقت پر جواب نہیں ملا',
  protocol: 'جواب سمجھا نہیں جا سکا',
  version: 'یہ صفحہ پرانا ہو گیا ہے: اسے دوبارہ لوڈ کریں',
  refused: 'درخواست مسترد ہو گئی',
  busy: 'ایک ساتھ بہت زیادہ درخواستیں: ذرا انتظار کریں',
  exhausted: 'مزید کچھ نہیں ہے',
  withdrawn: 'آپ نے اسے واپس لے لیا',
  prevented: 'اس صفحے نے اسے روک دیا',
  closed: 'چیٹ بند کر دی گئی',
  expired: 'آپ بہت دیر تک غیر حاضر رہے',
  unattended: 'اس وقت یہاں کوئی نہیں ہے',
  'context-failed': 'صفحے کی معلومات نہیں پڑھی جا سکیں',
  'token-failed': 'آپ کے سائن اِن کی جانچ نہیں ہو سکی',
  'token-function': 'آپ کے سائن اِن کی جانچ نہیں ہو سکی',
  'token-missing': 'آپ نے سائن اِن نہیں کیا',
  'token-invalid': 'آپ کا سائن اِن ختم ہو گیا ہے',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'کا رابطہ ٹوٹ گیا',
  transferred: 'نے گفتگو آگے سونپ دی',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'کچھ دیر تک کچھ نہ لکھے جانے کی وجہ سے گفتگو ختم ہو گئی۔',
  'visitor-gone': 'آپ کی غیر موجودگی کی وجہ سے گفتگو ختم ہو گئی۔',
  blocked: 'گفتگو بند کر دی گئی۔',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'آپ قطار میں ہیں',
  'idle-warning': 'کیا آپ اب بھی یہاں ہیں؟ گفتگو جلد ختم ہو جائے گی۔',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'چیٹ',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'گفتگو جاری ہے',
    loadFailed: 'چیٹ لوڈ نہیں ہو سکی۔ دوبارہ کوشش کریں',

    title: 'ہم سے بات کریں',
    minimize: 'چیٹ چھوٹی کریں',
    close: 'چیٹ بند کریں',
    options: 'چیٹ کے اختیارات',
    endChat: 'چیٹ ختم کریں',
    endConfirmTitle: 'کیا یہ چیٹ ختم کرنی ہے؟',
    endConfirmText: 'آپ گفتگو بعد میں بھی پڑھ سکیں گے۔',
    endConfirm: 'چیٹ ختم کریں',
    cancel: 'چیٹ جاری رکھیں',
    sound: 'آواز',
    notifications: 'ڈیسک ٹاپ اطلاعات',
    notificationsBlocked: 'آپ کے براؤزر کی ترتیبات میں مسدود ہیں',
    stateIdle: 'ہم مدد کے لیے حاضر ہیں',
    stateStarting: 'رابطہ ہو رہا ہے…',
    stateRestoring: 'آپ کی گفتگو بحال ہو رہی ہے…',
    stateQueued: 'کسی کے شامل ہونے کا انتظار ہے',
    stateActive: 'آن لائن',
    stateOffline: 'رابطہ نہیں ہے',
    stateEnding: 'گفتگو ختم ہو رہی ہے…',
    stateEnded: 'گفتگو ختم ہو گئی',

    offline: 'آپ آف لائن ہیں۔ آپ جو بھیجیں گے وہ محفوظ رہے گا اور رابطہ بحال ہوتے ہی چلا جائے گا۔',
    reconnecting: (attempts) =>
      attempts > 1 ? `دوبارہ رابطہ ہو رہا ہے… (کوشش ${number(attempts)})` : 'دوبارہ رابطہ ہو رہا ہے…',
    serverOffline:
      'اس وقت چیٹ سے رابطہ نہیں ہو پا رہا۔ ہم کوشش جاری رکھے ہوئے ہیں اور آپ کا لکھا کچھ بھی ضائع نہیں ہو گا۔',
    catchingUp: 'تازہ ترین پیغامات لائے جا رہے ہیں…',
    tryNow: 'ابھی کوشش کریں',
    queueWaiting: 'جلد ہی کوئی آپ سے بات کرے گا۔',
    queuePosition: (position) => (position <= 1 ? 'اگلی باری آپ کی ہے۔' : `قطار میں آپ کا نمبر: ${number(position)}۔`),
    queueWait: (duration) => `انتظار کا تخمینی وقت: ${isolate(duration)}۔`,
    storageMemory: 'اگر آپ صفحہ چھوڑیں یا دوبارہ لوڈ کریں تو یہ براؤزر نہ بھیجے گئے پیغامات محفوظ نہیں رکھ سکتا۔',
    engineFailed: 'چیٹ لوڈ نہیں ہو سکی۔',
    idleWarning: (time) =>
      time
        ? `کیا آپ اب بھی یہاں ہیں؟ پیغام نہ آنے پر چیٹ ${isolate(time)} پر ختم ہو جائے گی۔`
        : 'کیا آپ اب بھی یہاں ہیں؟ پیغام نہ آنے پر چیٹ جلد ختم ہو جائے گی۔',
    refused: (reason) => `رابطہ نہیں ہے۔ ${reason}۔`,
    startFailed: (reason) => `چیٹ شروع نہیں ہو سکی۔ ${reason}۔`,
    restoreFailed: 'آپ کی پچھلی گفتگو بحال نہیں ہو سکی۔',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? 'آپ نے گفتگو ختم کر دی۔' : 'گفتگو ختم ہو چکی ہے۔'),
    startNew: 'نئی چیٹ شروع کریں',
    dismiss: 'ہٹائیں',

    conversation: 'گفتگو',
    greeting: 'السلام علیکم، ہم آپ کی کیا مدد کر سکتے ہیں؟',
    greetingHint: 'ہمیں یہاں لکھیں۔ ہم عموماً چند منٹ میں جواب دیتے ہیں۔',
    loadOlder: 'پرانے پیغامات لوڈ کریں',
    loadingOlder: 'پرانے پیغامات لوڈ ہو رہے ہیں…',
    newDivider: 'نیا',
    newMessages: (count) => fresh(count, number),
    toLatest: 'تازہ ترین پیغام پر جائیں',
    today: 'آج',
    yesterday: 'گزشتہ کل',
    typing: ([first, second, third]) => {
      if (!first) return 'لکھا جا رہا ہے…';
      if (!second) return `${isolate(first)} لکھ رہے ہیں…`;
      return third ? 'کئی لوگ لکھ رہے ہیں…' : `${isolate(first)} اور ${isolate(second)} لکھ رہے ہیں…`;
    },
    joined: (name) => `${isolate(name)} گفتگو میں شامل ہو گئے`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'گفتگو سے چلے گئے'}`,
    transferred: (to) => (to ? `اب ${isolate(to)} آپ کی مدد کریں گے` : 'اب ہماری ٹیم آپ کی مدد کرے گی'),
    status: (status) => statuses[status] ?? '',
    you: 'آپ',
    agent: 'نمائندہ',
    supervisor: 'نگران',
    bot: 'معاون',
    system: 'چیٹ',
    byAt: (name, time) => `${isolate(name)}، ${time}`,

    held: 'ابھی محفوظ نہیں ہوا',
    queued: 'بھیجے جانے کا منتظر',
    sending: 'بھیجا جا رہا ہے…',
    sent: 'بھیج دیا گیا',
    delivered: 'پہنچ گیا',
    seen: 'دیکھ لیا گیا',
    unconfirmed: 'یقین نہیں کہ یہ پہنچا ہے',
    notSent: 'نہیں بھیجا گیا',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'دوبارہ کوشش کریں',
    delete: 'حذف کریں',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `آپ کا پیغام نہیں بھیجا گیا۔ ${reason}۔`,

    message: 'پیغام',
    placeholder: 'پیغام لکھیں…',
    placeholderOffline: 'ابھی لکھیں، بعد میں جائے گا…',
    send: 'بھیجیں',
    composerHint: 'بھیجنے کے لیے Enter، نئی سطر کے لیے Shift اور Enter',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'یہ گفتگو ختم ہو چکی ہے۔',
    composerBlocked: 'اب آپ یہاں نہیں لکھ سکتے۔',
  };
};

/** Urdu. */
const ur: Locale = { lang: 'ur', terms, more: async () => (await import('./more/ur.js')).moreUr };
export default ur;
