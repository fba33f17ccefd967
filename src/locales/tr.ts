import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('tr', { one: '# okunmamış mesaj', other: '# okunmamış mesaj' });
const fresh = plural('tr', { one: '# yeni mesaj', other: '# yeni mesaj' });
const remaining = plural('tr', { one: '# karakter kaldı', other: '# karakter kaldı' });
const surplus = plural('tr', { one: '# karakter fazla', other: '# karakter fazla' });

const errors: ErrorTexts = {
  'already-active': 'Zaten açık bir görüşme var',
  'not-active': 'Açık bir görüşme yok',
  invalid: 'Bilgilerden biri geçerli değil',
  empty: 'Mesaj boş',
  'too-long': 'Mesaj çok uzun',
  ended: 'Görüşme sona erdi',
  blocked: 'Artık buraya yazamazsınız',
  denied: 'Görüşme açılamadı',
  unsupported: 'Bu burada yapılamıyor',
  'load-failed': 'Sohbet yüklenemedi',
  unreachable: 'Sohbete ulaşılamıyor',
  timeout: 'Yanıt zamanında gelmedi',
  protocol: 'Yanıt anlaşılamadı',
  version: 'Bu sayfa güncel değil: lütfen yenileyin',
  refused: 'İstek reddedildi',
  busy: 'Aynı anda çok fazla istek var: lütfen biraz bekleyin',
  exhausted: 'Başka bir şey yok',
  withdrawn: 'Bunu geri aldınız',
  prevented: 'Bu sayfa buna izin vermedi',
  closed: 'Sohbet kapatıldı',
  expired: 'Çok uzun süre uzak kaldınız',
  unattended: 'Şu anda burada kimse yok',
  'context-failed': 'Sayfanın bilgileri okunamadı',
  'token-failed': 'Oturumunuz doğrulanamadı',
  'token-function': 'Oturumunuz doğrulanamadı',
  'token-missing': 'Oturum açmadınız',
  'token-invalid': 'Oturumunuzun süresi doldu',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'bağlantısını kaybetti',
  transferred: 'görüşmeyi devretti',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Bir süredir bir şey yazılmadığı için görüşme sona erdi.',
  'visitor-gone': 'Burada olmadığınız için görüşme sona erdi.',
  blocked: 'Görüşme kapatıldı.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Sıradasınız',
  'idle-warning': 'Hâlâ burada mısınız? Görüşme birazdan sona erecek.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Sohbet',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'görüşme sürüyor',
    loadFailed: 'Sohbet yüklenemedi. Yeniden deneyin',

    title: 'Bizimle sohbet edin',
    minimize: 'Sohbeti küçült',
    close: 'Sohbeti kapat',
    options: 'Sohbet seçenekleri',
    endChat: 'Sohbeti bitir',
    endConfirmTitle: 'Bu sohbet bitirilsin mi?',
    endConfirmText: 'Görüşmeyi daha sonra da okuyabilirsiniz.',
    endConfirm: 'Sohbeti bitir',
    cancel: 'Sohbete devam et',
    sound: 'Ses',
    notifications: 'Masaüstü bildirimleri',
    notificationsBlocked: 'Tarayıcınızın ayarlarında engellenmiş',
    stateIdle: 'Yardıma hazırız',
    stateStarting: 'Bağlanılıyor…',
    stateRestoring: 'Görüşmeniz geri yükleniyor…',
    stateQueued: 'Birinin katılması bekleniyor',
    stateActive: 'Çevrimiçi',
    stateOffline: 'Bağlı değil',
    stateEnding: 'Görüşme sonlandırılıyor…',
    stateEnded: 'Görüşme sona erdi',

    offline: 'Çevrimdışısınız. Gönderdikleriniz saklanır ve yeniden çevrimiçi olduğunuzda iletilir.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Yeniden bağlanılıyor… (${number(attempts)}. deneme)` : 'Yeniden bağlanılıyor…',
    serverOffline: 'Sohbete şu anda ulaşılamıyor. Denemeye devam ediyoruz, yazdığınız hiçbir şey kaybolmaz.',
    catchingUp: 'Son mesajlar alınıyor…',
    tryNow: 'Şimdi dene',
    queueWaiting: 'Kısa süre içinde biri sizinle ilgilenecek.',
    queuePosition: (position) => (position <= 1 ? 'Sıradaki kişi sizsiniz.' : `Sırada ${number(position)}. kişisiniz.`),
    queueWait: (duration) => `Tahmini bekleme süresi: ${isolate(duration)}.`,
    storageMemory: 'Bu tarayıcı, sayfadan ayrılır veya sayfayı yenilerseniz gönderilmemiş mesajları saklayamaz.',
    engineFailed: 'Sohbet yüklenemedi.',
    idleWarning: (time) =>
      time
        ? `Hâlâ burada mısınız? Mesaj yazmazsanız sohbet şu saatte sona erecek: ${isolate(time)}.`
        : 'Hâlâ burada mısınız? Mesaj yazmazsanız sohbet birazdan sona erecek.',
    refused: (reason) => `Bağlantı yok. ${reason}.`,
    startFailed: (reason) => `Sohbet başlatılamadı. ${reason}.`,
    restoreFailed: 'Önceki görüşmeniz geri yüklenemedi.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Görüşmeyi sonlandırdınız.' : 'Görüşme sona erdi.'),
    startNew: 'Yeni sohbet başlat',
    dismiss: 'Gizle',

    conversation: 'Görüşme',
    greeting: 'Merhaba, nasıl yardımcı olabiliriz?',
    greetingHint: 'Bize buradan yazın. Genellikle birkaç dakika içinde yanıt veririz.',
    loadOlder: 'Önceki mesajları yükle',
    loadingOlder: 'Önceki mesajlar yükleniyor…',
    newDivider: 'Yeni',
    newMessages: (count) => fresh(count, number),
    toLatest: 'En son mesaja git',
    today: 'Bugün',
    yesterday: 'Dün',
    typing: ([first, second, third]) => {
      if (!first) return 'Yazıyor…';
      if (!second) return `${isolate(first)} yazıyor…`;
      return third ? 'Birkaç kişi yazıyor…' : `${isolate(first)} ve ${isolate(second)} yazıyor…`;
    },
    joined: (name) => `${isolate(name)} katıldı`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'ayrıldı'}`,
    transferred: (to) => (to ? `Artık ${isolate(to)} ile görüşüyorsunuz` : 'Artık ekibimizle görüşüyorsunuz'),
    status: (status) => statuses[status] ?? '',
    you: 'Siz',
    agent: 'Temsilci',
    supervisor: 'Yönetici',
    bot: 'Asistan',
    system: 'Sohbet',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Henüz kaydedilmedi',
    queued: 'Gönderilmeyi bekliyor',
    sending: 'Gönderiliyor…',
    sent: 'Gönderildi',
    delivered: 'İletildi',
    seen: 'Görüldü',
    unconfirmed: 'Ulaştığı kesin değil',
    notSent: 'Gönderilmedi',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Yeniden dene',
    delete: 'Sil',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Mesajınız gönderilmedi. ${reason}.`,

    message: 'Mesaj',
    placeholder: 'Mesaj yazın…',
    placeholderOffline: 'Şimdi yazın, sonra gönderilir…',
    send: 'Gönder',
    composerHint: 'Enter gönderir, Shift ve Enter yeni satıra geçer',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Bu görüşme sona erdi.',
    composerBlocked: 'Artık buraya yazamazsınız.',
  };
};

/** Turkish. */
const tr: Locale = { lang: 'tr', terms, more: async () => (await import('./more/tr.js')).moreTr };
export default tr;
