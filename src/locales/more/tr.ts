import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Yüzler ve duygular',
  'İnsanlar ve hareketler',
  'Hayvanlar ve doğa',
  'Yiyecek ve içecek',
  'Seyahat ve yerler',
  'Etkinlikler',
  'Nesneler',
  'Simgeler',
  'Bayraklar',
];
const tones = ['Varsayılan', 'Açık', 'Orta açık', 'Orta', 'Orta koyu', 'Koyu'];

const long = plural('tr', { one: 'Buraya en fazla # karakter sığar.', other: 'Buraya en fazla # karakter sığar.' });
const found = plural('tr', { one: '# emoji bulundu', other: '# emoji bulundu' });
const atMost = plural('tr', { one: 'Lütfen en fazla # seçim yapın', other: 'Lütfen en fazla # seçim yapın' });
const files = plural('tr', {
  one: 'Bir mesajda en fazla # dosya olabilir',
  other: 'Bir mesajda en fazla # dosya olabilir',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Dosya boş',
  'too-large': 'Dosyalardan biri çok büyük',
  'too-many': 'Çok fazla dosya var',
  'type-not-allowed': 'Bu türden dosyalar kabul edilmiyor',
  'type-mismatch': 'Dosyanın içeriği adıyla uyuşmuyor',
  'unknown-file': 'Dosya artık mevcut değil',
  unreadable: 'Dosya artık okunamıyor: lütfen yeniden seçin',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Talebiniz açık',
  pending: 'Talebiniz beklemede',
  escalated: 'Talebiniz bir uzmana iletildi',
  resolved: 'Talebiniz çözüldü',
  closed: 'Talebiniz kapatıldı',
};

/** Turkish. */
export const moreTr: MoreTermTable = (number) => ({
  formHeading: 'Başlamadan önce',
  formText: 'Size daha hızlı yardımcı olabilmemiz için birkaç bilgi.',
  formStart: 'Sohbeti başlat',
  formCancel: 'Şimdi değil',
  formOptional: 'isteğe bağlı',
  formChoose: 'Lütfen seçin',
  nickname: 'Adınız',
  firstname: 'Ad',
  lastname: 'Soyadı',
  email: 'E-posta',
  subject: 'Konu nedir?',
  errorMissing: 'Devam etmek için burayı doldurun.',
  errorChoice: 'Devam etmek için birini seçin.',
  errorTick: 'Devam etmek için bu kutuyu işaretleyin.',
  errorEmail: 'Bir e-posta adresi yazın, örneğin name@example.com.',
  errorTel: 'Bir telefon numarası yazın: rakamlar, boşluklar ve başta + işareti.',
  errorLong: (max) => long(max, number),
  errorOther: 'Bu hâliyle kullanılamaz. Lütfen kontrol edin.',

  emojis: 'Emojiler',
  emojiSearch: 'Emoji ara',
  emojiFound: (count) => (count === 0 ? 'Emoji bulunamadı' : found(count, number)),
  emojiRecent: 'Son kullanılanlar',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emojiler yüklenemedi.',
  skinTone: 'Ten rengi',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Diğer işlemler',
  saveTranscript: 'Görüşmeyi indir',
  savingTranscript: 'İndirme hazırlanıyor…',

  surveyQuestion: 'Bu görüşme nasıldı?',
  surveyRating: (rating, scale) => `${number(rating)}/${number(scale)}`,
  surveyComment: 'Eklemek istediğiniz bir şey var mı?',
  surveySend: 'Puanı gönder',
  surveySending: 'Gönderiliyor…',
  surveyMissing: 'Lütfen önce bir puan seçin.',
  surveyFailed: (answered) =>
    answered ? 'Bunu daha önce yanıtladınız.' : 'Puan gönderilemedi. Lütfen yeniden deneyin.',
  surveyThanks: 'Puanınız için teşekkürler.',

  threads: 'Görüşmeleriniz',
  threadsEmpty: 'Henüz görüşme yok',
  threadsFailed: 'Görüşmeler yüklenemedi.',
  threadsMore: 'Daha fazla göster',
  threadsArchived: 'Arşivlenenler',
  threadRename: 'Yeniden adlandır',
  threadName: 'Görüşmenin adı',
  threadSave: 'Kaydet',
  threadArchive: 'Arşivle',
  threadRestore: 'Arşivden çıkar',

  invitation: 'Sohbet daveti',
  inviteHeading: 'Yardımcı olabilir miyiz?',
  inviteText: 'Bir sorunuz varsa buradayız.',
  inviteAccept: 'Sohbeti başlat',
  inviteDecline: 'Hayır, teşekkürler',

  leaveHeading: 'Şu anda burada değiliz',
  leaveText: (back) =>
    back === undefined
      ? 'Bize mesaj bırakın, e-postayla yanıtlayalım.'
      : `Yeniden buradayız: ${back}. Bize mesaj bırakın, e-postayla yanıtlayalım.`,
  leaveMessage: 'Mesajınız',
  leaveSend: 'Mesaj bırak',
  leaveSending: 'Gönderiliyor…',
  leaveFailed: (reason) => `Mesaj bırakılamadı: ${reason}. Hiçbir şey kaybolmadı; lütfen yeniden deneyin.`,
  leftHeading: 'Teşekkürler',
  leftText: 'Mesajınızı aldık, e-postayla yanıtlayacağız.',
  leftDone: 'Kapat',

  fileName: 'görüşme',
  fileHeading: 'Görüşme',
  fileSaved: (time) => `Kaydedilme zamanı: ${time}`,
  filePartial: 'Önceki mesajlar alınamadı.',
  fileEnd: 'Görüşmenin sonu',

  richChosen: 'Seçildi',
  richSend: 'Gönder',
  richSent: 'Gönderildi',
  richPickOne: 'Birini seçin',
  richPick: (min, max) =>
    min === max
      ? `${number(min)} seçim yapın`
      : min > 0
        ? `${number(min)} ile ${number(max)} arasında seçim yapın`
        : `En fazla ${number(max)} seçim yapın`,
  richPickMissing: 'Lütfen önce bir seçim yapın',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Burası doldurulmalı',
  richWrong: 'Bu doğru görünmüyor',
  richNeeded: 'gerekli',
  richYes: 'Evet',
  richOpens: 'yeni sekmede açılır',
  richShowPicture: (host) => `Görseli göster: ${isolate(host)}`,
  richPictureFailed: 'Görsel gösterilemiyor',
  richCards: 'Kartlar',
  richPictures: 'Görseller',
  richPrevious: 'Önceki',
  richNext: 'Sonraki',
  richPosition: (place, of) => `${number(place)}/${number(of)}`,
  richTimeLeft: (time) => `Kalan süre: ${time}`,
  richTimeOver: 'Süre doldu',
  richDate: 'Tarih',
  richTime: 'Saat',
  richDateTime: 'Tarih ve saat',
  amendedEdited: 'Düzenlendi',
  amendedRetracted: 'Bu mesaj kaldırıldı',
  amendedWriting: 'Yazıyor',
  reassigned: (to, before) => `${isolate(to)} görüşmeyi devraldı: önceki temsilci ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Dosya ekle',
  attachDrop: 'Eklemek için dosyaları buraya bırakın',
  attached: 'Sonraki mesajın dosyaları',
  fileWaiting: 'Bekliyor',
  fileReady: 'Gönderilmeye hazır',
  fileProgress: (name) => `${isolate(name)} yükleniyor`,
  fileRemove: (name) => `${isolate(name)} dosyasını kaldır`,
  fileRetry: (name) => `${isolate(name)} dosyasını yeniden dene`,
  fileDownload: (name, size) => `${isolate(name)} dosyasını indir, ${isolate(size)}`,
  filePicture: (name) => `Görsel: ${isolate(name)}`,
  fileTooLarge: (size) => `İzin verilen ${isolate(size)} sınırından büyük`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Dosya reddedildi',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} gönderilmeye hazır`,
});
