import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('id', { other: '# pesan belum dibaca' });
const fresh = plural('id', { other: '# pesan baru' });
const remaining = plural('id', { other: 'Sisa # karakter' });
const surplus = plural('id', { other: 'Kelebihan # karakter' });

const errors: ErrorTexts = {
  'already-active': 'Sudah ada percakapan yang terbuka',
  'not-active': 'Tidak ada percakapan yang terbuka',
  invalid: 'Ada data yang tidak valid',
  empty: 'Pesan kosong',
  'too-long': 'Pesan terlalu panjang',
  ended: 'Percakapan telah berakhir',
  blocked: 'Anda tidak dapat menulis di sini lagi',
  denied: 'Percakapan tidak dapat dibuka',
  unsupported: 'Hal ini tidak dapat dilakukan di sini',
  'load-failed': 'Obrolan tidak dapat dimuat',
  unreachable: 'Obrolan tidak dapat dijangkau',
  timeout: 'Jawaban tidak datang tepat waktu',
  protocol: 'Jawaban tidak dapat dipahami',
  version: 'Halaman ini sudah usang: muat ulang halaman',
  refused: 'Permintaan ditolak',
  busy: 'Terlalu banyak sekaligus: mohon tunggu sebentar',
  exhausted: 'Tidak ada lagi',
  withdrawn: 'Anda menariknya kembali',
  prevented: 'Halaman ini mencegahnya',
  closed: 'Obrolan ditutup',
  expired: 'Anda pergi terlalu lama',
  unattended: 'Tidak ada orang di sini saat ini',
  'context-failed': 'Data halaman tidak dapat dibaca',
  'token-failed': 'Info masuk Anda tidak dapat diperiksa',
  'token-function': 'Info masuk Anda tidak dapat diperiksa',
  'token-missing': 'Anda belum masuk ke akun',
  'token-invalid': 'Sesi masuk Anda telah berakhir',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'kehilangan koneksi',
  transferred: 'mengalihkan percakapan',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Percakapan berakhir karena tidak ada pesan selama beberapa waktu.',
  'visitor-gone': 'Percakapan berakhir karena Anda tidak ada di tempat.',
  blocked: 'Percakapan ditutup.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Anda berada dalam antrean',
  'idle-warning': 'Apakah Anda masih di sini? Percakapan akan segera berakhir.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Obrolan',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'percakapan sedang berlangsung',
    loadFailed: 'Obrolan tidak dapat dimuat. Coba lagi',

    title: 'Mengobrol dengan kami',
    minimize: 'Perkecil obrolan',
    close: 'Tutup obrolan',
    options: 'Opsi obrolan',
    endChat: 'Akhiri obrolan',
    endConfirmTitle: 'Akhiri obrolan ini?',
    endConfirmText: 'Anda masih dapat membaca percakapan setelahnya.',
    endConfirm: 'Akhiri obrolan',
    cancel: 'Lanjutkan obrolan',
    sound: 'Suara',
    notifications: 'Notifikasi desktop',
    notificationsBlocked: 'Diblokir di pengaturan browser Anda',
    stateIdle: 'Kami siap membantu',
    stateStarting: 'Menghubungkan…',
    stateRestoring: 'Memulihkan percakapan Anda…',
    stateQueued: 'Menunggu seseorang bergabung',
    stateActive: 'Daring',
    stateOffline: 'Tidak terhubung',
    stateEnding: 'Mengakhiri percakapan…',
    stateEnded: 'Percakapan berakhir',

    offline: 'Anda sedang luring. Pesan yang Anda kirim disimpan dan akan terkirim begitu Anda kembali daring.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Menghubungkan kembali… (percobaan ke-${number(attempts)})` : 'Menghubungkan kembali…',
    serverOffline: 'Obrolan tidak dapat dijangkau saat ini. Kami terus mencoba, dan tulisan Anda tidak akan hilang.',
    catchingUp: 'Mengambil pesan terbaru…',
    tryNow: 'Coba sekarang',
    queueWaiting: 'Seseorang akan segera melayani Anda.',
    queuePosition: (position) =>
      position <= 1
        ? 'Anda berada di urutan berikutnya.'
        : `Anda berada di urutan ke-${number(position)} dalam antrean.`,
    queueWait: (duration) => `Perkiraan waktu tunggu: ${isolate(duration)}.`,
    storageMemory:
      'Browser ini tidak dapat menyimpan pesan yang belum terkirim jika Anda meninggalkan atau memuat ulang halaman.',
    engineFailed: 'Obrolan tidak dapat dimuat.',
    idleWarning: (time) =>
      time
        ? `Apakah Anda masih di sini? Tanpa pesan, obrolan akan berakhir pada pukul ${isolate(time)}.`
        : 'Apakah Anda masih di sini? Tanpa pesan, obrolan akan segera berakhir.',
    refused: (reason) => `Tidak ada koneksi. ${reason}.`,
    startFailed: (reason) => `Obrolan tidak dapat dimulai. ${reason}.`,
    restoreFailed: 'Percakapan Anda sebelumnya tidak dapat dipulihkan.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Anda mengakhiri percakapan.' : 'Percakapan telah berakhir.'),
    startNew: 'Mulai obrolan baru',
    dismiss: 'Sembunyikan',

    conversation: 'Percakapan',
    greeting: 'Halo, ada yang bisa kami bantu?',
    greetingHint: 'Tulis pesan kepada kami di sini. Kami biasanya membalas dalam beberapa menit.',
    loadOlder: 'Muat pesan sebelumnya',
    loadingOlder: 'Memuat pesan sebelumnya…',
    newDivider: 'Baru',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Ke pesan terbaru',
    today: 'Hari ini',
    yesterday: 'Kemarin',
    typing: ([first, second, third]) => {
      if (!first) return 'Sedang mengetik…';
      if (!second) return `${isolate(first)} sedang mengetik…`;
      return third ? 'Beberapa orang sedang mengetik…' : `${isolate(first)} dan ${isolate(second)} sedang mengetik…`;
    },
    joined: (name) => `${isolate(name)} bergabung`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'keluar dari obrolan'}`,
    transferred: (to) =>
      to ? `Anda sekarang terhubung dengan ${isolate(to)}` : 'Anda sekarang terhubung dengan tim kami',
    status: (status) => statuses[status] ?? '',
    you: 'Anda',
    agent: 'Agen',
    supervisor: 'Supervisor',
    bot: 'Asisten',
    system: 'Obrolan',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Belum disimpan',
    queued: 'Menunggu dikirim',
    sending: 'Mengirim…',
    sent: 'Terkirim',
    delivered: 'Tersampaikan',
    seen: 'Dilihat',
    unconfirmed: 'Belum pasti pesan ini sampai',
    notSent: 'Tidak terkirim',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Coba lagi',
    delete: 'Hapus',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Pesan Anda tidak terkirim. ${reason}.`,

    message: 'Pesan',
    placeholder: 'Tulis pesan…',
    placeholderOffline: 'Tulis saja, dikirim nanti…',
    send: 'Kirim',
    composerHint: 'Enter untuk mengirim, Shift dan Enter untuk baris baru',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Percakapan ini telah berakhir.',
    composerBlocked: 'Anda tidak dapat menulis di sini lagi.',
  };
};

/** Indonesian. */
const id: Locale = { lang: 'id', terms, more: async () => (await import('./more/id.js')).moreId };
export default id;
