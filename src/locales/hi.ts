import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('hi', { one: '# अपठित संदेश', other: '# अपठित संदेश' });
const fresh = plural('hi', { one: '# नया संदेश', other: '# नए संदेश' });
const remaining = plural('hi', { one: '# अक्षर शेष', other: '# अक्षर शेष' });
const surplus = plural('hi', { one: '# अक्षर ज़्यादा', other: '# अक्षर ज़्यादा' });

const errors: ErrorTexts = {
  'already-active': 'एक बातचीत पहले से खुली है',
  'not-active': 'कोई बातचीत खुली नहीं है',
  invalid: 'कोई जानकारी मान्य नहीं है',
  empty: 'संदेश खाली है',
  'too-long': 'संदेश बहुत लंबा है',
  ended: 'बातचीत समाप्त हो चुकी है',
  blocked: 'अब आप यहाँ नहीं लिख सकते',
  denied: 'बातचीत नहीं खोली जा सकी',
  unsupported: 'यहाँ यह संभव नहीं है',
  'load-failed': 'चैट लोड नहीं हो सकी',
  unreachable: 'चैट से संपर्क नहीं हो पा रहा है',
  timeout: 'समय पर जवाब नहीं मिला',
  protocol: 'जवाब समझा नहीं जा सका',
  version: 'यह पेज पुराना हो गया है: इसे फिर से लोड करें',
  refused: 'अनुरोध अस्वीकार हुआ',
  busy: 'एक साथ बहुत ज़्यादा अनुरोध: कृपया थोड़ा रुकें',
  exhausted: 'और कुछ नहीं है',
  withdrawn: 'आपने इसे वापस ले लिया',
  prevented: 'इस पेज ने इसे रोक दिया',
  closed: 'चैट बंद कर दी गई',
  expired: 'आप बहुत देर तक दूर रहे',
  unattended: 'इस समय यहाँ कोई नहीं है',
  'context-failed': 'पेज की जानकारी नहीं पढ़ी जा सकी',
  'token-failed': 'आपके साइन-इन की जाँच नहीं हो सकी',
  'token-function': 'आपके साइन-इन की जाँच नहीं हो सकी',
  'token-missing': 'आपने साइन इन नहीं किया है',
  'token-invalid': 'आपका साइन-इन समाप्त हो गया है',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'का कनेक्शन टूट गया',
  transferred: 'ने बातचीत आगे सौंप दी',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'कुछ समय से कुछ न लिखे जाने के कारण बातचीत समाप्त हो गई।',
  'visitor-gone': 'आपके न होने के कारण बातचीत समाप्त हो गई।',
  blocked: 'बातचीत बंद कर दी गई।',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'आप कतार में हैं',
  'idle-warning': 'क्या आप अब भी यहाँ हैं? बातचीत जल्द समाप्त हो जाएगी।',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'चैट',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'बातचीत जारी है',
    loadFailed: 'चैट लोड नहीं हो सकी। फिर कोशिश करें',

    title: 'हमसे चैट करें',
    minimize: 'चैट छोटी करें',
    close: 'चैट बंद करें',
    options: 'चैट के विकल्प',
    endChat: 'चैट समाप्त करें',
    endConfirmTitle: 'क्या यह चैट समाप्त करनी है?',
    endConfirmText: 'इसके बाद भी आप बातचीत पढ़ सकेंगे।',
    endConfirm: 'चैट समाप्त करें',
    cancel: 'चैट जारी रखें',
    sound: 'ध्वनि',
    notifications: 'डेस्कटॉप सूचनाएँ',
    notificationsBlocked: 'आपके ब्राउज़र की सेटिंग में ब्लॉक हैं',
    stateIdle: 'हम मदद के लिए यहाँ हैं',
    stateStarting: 'कनेक्ट हो रहा है…',
    stateRestoring: 'आपकी बातचीत वापस लाई जा रही है…',
    stateQueued: 'किसी के जुड़ने का इंतज़ार है',
    stateActive: 'ऑनलाइन',
    stateOffline: 'कनेक्ट नहीं है',
    stateEnding: 'बातचीत समाप्त हो रही है…',
    stateEnded: 'बातचीत समाप्त हुई',

    offline: 'आप ऑफ़लाइन हैं। आप जो भेजेंगे वह सहेजा जाएगा और कनेक्शन लौटते ही चला जाएगा।',
    reconnecting: (attempts) =>
      attempts > 1 ? `फिर से कनेक्ट हो रहा है… (कोशिश ${number(attempts)})` : 'फिर से कनेक्ट हो रहा है…',
    serverOffline: 'चैट से अभी संपर्क नहीं हो पा रहा है। हम कोशिश जारी रखे हैं और आपका लिखा कुछ भी खोएगा नहीं।',
    catchingUp: 'नए संदेश लाए जा रहे हैं…',
    tryNow: 'अभी कोशिश करें',
    queueWaiting: 'जल्द ही कोई आपसे जुड़ेगा।',
    queuePosition: (position) => (position <= 1 ? 'अगली बारी आपकी है।' : `कतार में आपका स्थान: ${number(position)}।`),
    queueWait: (duration) => `अनुमानित प्रतीक्षा समय: ${isolate(duration)}।`,
    storageMemory: 'अगर आप पेज छोड़ते हैं या फिर से लोड करते हैं, तो यह ब्राउज़र न भेजे गए संदेश सहेज नहीं सकता।',
    engineFailed: 'चैट लोड नहीं हो सकी।',
    idleWarning: (time) =>
      time
        ? `क्या आप अब भी यहाँ हैं? संदेश न आने पर चैट ${isolate(time)} पर समाप्त हो जाएगी।`
        : 'क्या आप अब भी यहाँ हैं? संदेश न आने पर चैट जल्द समाप्त हो जाएगी।',
    refused: (reason) => `कनेक्शन नहीं है। ${reason}।`,
    startFailed: (reason) => `चैट शुरू नहीं हो सकी। ${reason}।`,
    restoreFailed: 'आपकी पिछली बातचीत वापस नहीं लाई जा सकी।',
    ended: (by, reason = '') => ended[reason] ?? (by === 'visitor' ? 'आपने बातचीत समाप्त की।' : 'बातचीत समाप्त हो चुकी है।'),
    startNew: 'नई चैट शुरू करें',
    dismiss: 'हटाएँ',

    conversation: 'बातचीत',
    greeting: 'नमस्ते, हम आपकी क्या मदद कर सकते हैं?',
    greetingHint: 'हमें यहाँ लिखें। हम आम तौर पर कुछ ही मिनटों में जवाब देते हैं।',
    loadOlder: 'पुराने संदेश लोड करें',
    loadingOlder: 'पुराने संदेश लोड हो रहे हैं…',
    newDivider: 'नया',
    newMessages: (count) => fresh(count, number),
    toLatest: 'सबसे नए संदेश पर जाएँ',
    today: 'आज',
    yesterday: 'कल',
    typing: ([first, second, third]) => {
      if (!first) return 'टाइप हो रहा है…';
      if (!second) return `${isolate(first)} टाइप कर रहे हैं…`;
      return third ? 'कई लोग टाइप कर रहे हैं…' : `${isolate(first)} और ${isolate(second)} टाइप कर रहे हैं…`;
    },
    joined: (name) => `${isolate(name)} बातचीत में शामिल हुए`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'बातचीत से चले गए'}`,
    transferred: (to) => (to ? `अब ${isolate(to)} आपकी मदद करेंगे` : 'अब हमारी टीम आपकी मदद करेगी'),
    status: (status) => statuses[status] ?? '',
    you: 'आप',
    agent: 'एजेंट',
    supervisor: 'सुपरवाइज़र',
    bot: 'सहायक',
    system: 'चैट',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'अभी सहेजा नहीं गया',
    queued: 'भेजे जाने की प्रतीक्षा में',
    sending: 'भेजा जा रहा है…',
    sent: 'भेजा गया',
    delivered: 'पहुँच गया',
    seen: 'देखा गया',
    unconfirmed: 'पक्का नहीं है कि यह पहुँचा या नहीं',
    notSent: 'नहीं भेजा गया',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'फिर कोशिश करें',
    delete: 'हटाएँ',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `आपका संदेश नहीं भेजा गया। ${reason}।`,

    message: 'संदेश',
    placeholder: 'संदेश लिखें…',
    placeholderOffline: 'अभी लिखें, बाद में भेजा जाएगा…',
    send: 'भेजें',
    composerHint: 'भेजने के लिए Enter, नई पंक्ति के लिए Shift और Enter',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'यह बातचीत समाप्त हो चुकी है।',
    composerBlocked: 'अब आप यहाँ नहीं लिख सकते।',
  };
};

/** Hindi. */
const hi: Locale = { lang: 'hi', terms, more: async () => (await import('./more/hi.js')).moreHi };
export default hi;
