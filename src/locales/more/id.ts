import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Senyum dan emosi',
  'Orang dan gerakan',
  'Hewan dan alam',
  'Makanan dan minuman',
  'Perjalanan dan tempat',
  'Aktivitas',
  'Benda',
  'Simbol',
  'Bendera',
];
const tones = ['Bawaan', 'Terang', 'Agak terang', 'Sedang', 'Agak gelap', 'Gelap'];

const long = plural('id', { other: 'Maksimal # karakter di sini.' });
const found = plural('id', { other: '# emoji ditemukan' });
const atMost = plural('id', { other: 'Pilih maksimal #' });
const files = plural('id', { other: 'Lebih dari # file dalam satu pesan' });

const errors: Readonly<Record<string, string>> = {
  empty: 'File kosong',
  'too-large': 'Ada file yang terlalu besar',
  'too-many': 'File terlalu banyak',
  'type-not-allowed': 'Jenis file ini tidak diterima',
  'type-mismatch': 'Isi file tidak sesuai dengan namanya',
  'unknown-file': 'File sudah tidak ada',
  unreadable: 'File tidak dapat dibaca lagi: silakan pilih ulang',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Permintaan Anda terbuka',
  pending: 'Permintaan Anda ditunda',
  escalated: 'Permintaan Anda diteruskan ke spesialis',
  resolved: 'Permintaan Anda telah diselesaikan',
  closed: 'Permintaan Anda ditutup',
};

/** Indonesian. */
export const moreId: MoreTermTable = (number) => ({
  formHeading: 'Sebelum kita mulai',
  formText: 'Sedikit tentang Anda, agar kami dapat membantu lebih cepat.',
  formStart: 'Mulai obrolan',
  formCancel: 'Nanti saja',
  formOptional: 'opsional',
  formChoose: 'Silakan pilih',
  nickname: 'Nama Anda',
  firstname: 'Nama depan',
  lastname: 'Nama belakang',
  email: 'Email',
  subject: 'Apa yang ingin Anda tanyakan?',
  errorMissing: 'Isi kolom ini untuk melanjutkan.',
  errorChoice: 'Pilih salah satu untuk melanjutkan.',
  errorTick: 'Centang kotak ini untuk melanjutkan.',
  errorEmail: 'Tulis alamat email, misalnya name@example.com.',
  errorTel: 'Tulis nomor telepon: angka, spasi, dan tanda + di awal.',
  errorLong: (max) => long(max, number),
  errorOther: 'Isian ini tidak dapat digunakan. Silakan periksa lagi.',

  emojis: 'Emoji',
  emojiSearch: 'Cari emoji',
  emojiFound: (count) => (count === 0 ? 'Emoji tidak ditemukan' : found(count, number)),
  emojiRecent: 'Baru digunakan',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emoji tidak dapat dimuat.',
  skinTone: 'Warna kulit',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Tindakan lainnya',
  saveTranscript: 'Unduh percakapan',
  savingTranscript: 'Menyiapkan unduhan…',

  surveyQuestion: 'Bagaimana percakapan ini?',
  surveyRating: (rating, scale) => `${number(rating)} dari ${number(scale)}`,
  surveyComment: 'Ada yang ingin Anda tambahkan?',
  surveySend: 'Kirim penilaian',
  surveySending: 'Mengirim…',
  surveyMissing: 'Silakan pilih penilaian terlebih dahulu.',
  surveyFailed: (answered) =>
    answered ? 'Anda sudah menjawab ini.' : 'Penilaian tidak dapat dikirim. Silakan coba lagi.',
  surveyThanks: 'Terima kasih atas penilaian Anda.',

  threads: 'Percakapan Anda',
  threadsEmpty: 'Belum ada percakapan',
  threadsFailed: 'Percakapan tidak dapat dimuat.',
  threadsMore: 'Tampilkan lainnya',
  threadsArchived: 'Diarsipkan',
  threadRename: 'Ganti nama',
  threadName: 'Nama percakapan',
  threadSave: 'Simpan',
  threadArchive: 'Arsipkan',
  threadRestore: 'Keluarkan dari arsip',

  invitation: 'Undangan untuk mengobrol',
  inviteHeading: 'Ada yang bisa kami bantu?',
  inviteText: 'Jika Anda punya pertanyaan, kami siap membantu.',
  inviteAccept: 'Mulai obrolan',
  inviteDecline: 'Tidak, terima kasih',

  leaveHeading: 'Kami sedang tidak di tempat',
  leaveText: (back) =>
    back === undefined
      ? 'Tinggalkan pesan, dan kami akan membalas lewat email.'
      : `Kami kembali: ${back}. Tinggalkan pesan, dan kami akan membalas lewat email.`,
  leaveMessage: 'Pesan Anda',
  leaveSend: 'Tinggalkan pesan',
  leaveSending: 'Mengirim…',
  leaveFailed: (reason) => `Pesan tidak dapat disampaikan: ${reason}. Tidak ada yang hilang; silakan coba lagi.`,
  leftHeading: 'Terima kasih',
  leftText: 'Kami telah menerima pesan Anda dan akan membalas lewat email.',
  leftDone: 'Tutup',

  fileName: 'percakapan',
  fileHeading: 'Percakapan',
  fileSaved: (time) => `Disimpan pada ${time}`,
  filePartial: 'Pesan sebelumnya tidak dapat diambil.',
  fileEnd: 'Akhir percakapan',

  richChosen: 'Dipilih',
  richSend: 'Kirim',
  richSent: 'Terkirim',
  richPickOne: 'Pilih satu',
  richPick: (min, max) =>
    min === max
      ? `Pilih ${number(min)}`
      : min > 0
        ? `Pilih ${number(min)} sampai ${number(max)}`
        : `Pilih hingga ${number(max)}`,
  richPickMissing: 'Silakan pilih sesuatu terlebih dahulu',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Ini wajib diisi',
  richWrong: 'Ini tampaknya tidak benar',
  richNeeded: 'wajib',
  richYes: 'Ya',
  richOpens: 'terbuka di tab baru',
  richShowPicture: (host) => `Tampilkan gambar dari ${isolate(host)}`,
  richPictureFailed: 'Gambar tidak dapat ditampilkan',
  richCards: 'Kartu',
  richPictures: 'Gambar',
  richPrevious: 'Sebelumnya',
  richNext: 'Berikutnya',
  richPosition: (place, of) => `${number(place)} dari ${number(of)}`,
  richTimeLeft: (time) => `Sisa waktu: ${time}`,
  richTimeOver: 'Waktu habis',
  richDate: 'Tanggal',
  richTime: 'Waktu',
  richDateTime: 'Tanggal dan waktu',
  amendedEdited: 'Diedit',
  amendedRetracted: 'Pesan ini telah dihapus',
  amendedWriting: 'Sedang menulis',
  reassigned: (to, before) => `${isolate(to)} menggantikan ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Lampirkan file',
  attachDrop: 'Letakkan file di sini untuk melampirkannya',
  attached: 'File untuk pesan berikutnya',
  fileWaiting: 'Menunggu',
  fileReady: 'Siap dikirim',
  fileProgress: (name) => `Mengunggah ${isolate(name)}`,
  fileRemove: (name) => `Hapus ${isolate(name)}`,
  fileRetry: (name) => `Coba lagi ${isolate(name)}`,
  fileDownload: (name, size) => `Unduh ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Gambar: ${isolate(name)}`,
  fileTooLarge: (size) => `Melebihi ${isolate(size)}, batas yang diizinkan`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'File ditolak',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} siap dikirim`,
});
