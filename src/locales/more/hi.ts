import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'स्माइली और भावनाएँ',
  'लोग और इशारे',
  'जानवर और प्रकृति',
  'खाना-पीना',
  'यात्रा और जगहें',
  'गतिविधियाँ',
  'वस्तुएँ',
  'चिह्न',
  'झंडे',
];
const tones = ['डिफ़ॉल्ट', 'गोरा', 'हल्का गोरा', 'मध्यम', 'हल्का गहरा', 'गहरा'];

const long = plural('hi', { one: 'यहाँ ज़्यादा से ज़्यादा # अक्षर आ सकते हैं।', other: 'यहाँ ज़्यादा से ज़्यादा # अक्षर आ सकते हैं।' });
const found = plural('hi', { one: '# इमोजी मिला', other: '# इमोजी मिले' });
const atMost = plural('hi', { one: 'ज़्यादा से ज़्यादा # चुनें', other: 'ज़्यादा से ज़्यादा # चुनें' });
const files = plural('hi', { one: 'एक संदेश में # से ज़्यादा फ़ाइल', other: 'एक संदेश में # से ज़्यादा फ़ाइलें' });

const errors: Readonly<Record<string, string>> = {
  empty: 'फ़ाइल खाली है',
  'too-large': 'कोई फ़ाइल बहुत बड़ी है',
  'too-many': 'फ़ाइलें बहुत ज़्यादा हैं',
  'type-not-allowed': 'इस प्रकार की फ़ाइलें स्वीकार नहीं हैं',
  'type-mismatch': 'फ़ाइल की सामग्री उसके नाम से मेल नहीं खाती',
  'unknown-file': 'फ़ाइल अब मौजूद नहीं है',
  unreadable: 'फ़ाइल अब पढ़ी नहीं जा सकती: कृपया इसे फिर से चुनें',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'आपका अनुरोध खुला है',
  pending: 'आपका अनुरोध प्रतीक्षा में है',
  escalated: 'आपका अनुरोध विशेषज्ञ को सौंपा गया है',
  resolved: 'आपका अनुरोध हल हो गया है',
  closed: 'आपका अनुरोध बंद हो गया है',
};

/** Hindi. */
export const moreHi: MoreTermTable = (number) => ({
  formHeading: 'शुरू करने से पहले',
  formText: 'अपने बारे में थोड़ा बताएँ, ताकि हम जल्दी मदद कर सकें।',
  formStart: 'चैट शुरू करें',
  formCancel: 'अभी नहीं',
  formOptional: 'वैकल्पिक',
  formChoose: 'कृपया चुनें',
  nickname: 'आपका नाम',
  firstname: 'पहला नाम',
  lastname: 'उपनाम',
  email: 'ईमेल',
  subject: 'यह किस बारे में है?',
  errorMissing: 'आगे बढ़ने के लिए इसे भरें।',
  errorChoice: 'आगे बढ़ने के लिए कोई एक चुनें।',
  errorTick: 'आगे बढ़ने के लिए इस बॉक्स पर निशान लगाएँ।',
  errorEmail: 'ईमेल पता लिखें, जैसे name@example.com।',
  errorTel: 'फ़ोन नंबर लिखें: अंक, खाली जगह और शुरू में +।',
  errorLong: (max) => long(max, number),
  errorOther: 'यह इस रूप में इस्तेमाल नहीं हो सकता। कृपया जाँचें।',

  emojis: 'इमोजी',
  emojiSearch: 'इमोजी खोजें',
  emojiFound: (count) => (count === 0 ? 'कोई इमोजी नहीं मिला' : found(count, number)),
  emojiRecent: 'हाल ही में इस्तेमाल किए गए',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'इमोजी लोड नहीं हो सके।',
  skinTone: 'त्वचा का रंग',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'और विकल्प',
  saveTranscript: 'बातचीत डाउनलोड करें',
  savingTranscript: 'डाउनलोड तैयार हो रहा है…',

  surveyQuestion: 'यह बातचीत कैसी रही?',
  surveyRating: (rating, scale) => `${number(scale)} में से ${number(rating)}`,
  surveyComment: 'क्या आप कुछ और कहना चाहेंगे?',
  surveySend: 'रेटिंग भेजें',
  surveySending: 'भेजा जा रहा है…',
  surveyMissing: 'कृपया पहले रेटिंग चुनें।',
  surveyFailed: (answered) => (answered ? 'आप इसका जवाब पहले ही दे चुके हैं।' : 'रेटिंग नहीं भेजी जा सकी। कृपया फिर कोशिश करें।'),
  surveyThanks: 'आपकी रेटिंग के लिए धन्यवाद।',

  threads: 'आपकी बातचीत',
  threadsEmpty: 'अभी तक कोई बातचीत नहीं',
  threadsFailed: 'बातचीत लोड नहीं हो सकी।',
  threadsMore: 'और दिखाएँ',
  threadsArchived: 'संग्रहीत',
  threadRename: 'नाम बदलें',
  threadName: 'बातचीत का नाम',
  threadSave: 'सहेजें',
  threadArchive: 'संग्रहित करें',
  threadRestore: 'संग्रह से वापस लाएँ',

  invitation: 'चैट का न्योता',
  inviteHeading: 'क्या हम मदद कर सकते हैं?',
  inviteText: 'अगर आपका कोई सवाल है, तो हम यहीं हैं।',
  inviteAccept: 'चैट शुरू करें',
  inviteDecline: 'नहीं, धन्यवाद',

  leaveHeading: 'हम अभी यहाँ नहीं हैं',
  leaveText: (back) =>
    back === undefined
      ? 'हमारे लिए संदेश छोड़ें, हम ईमेल से जवाब देंगे।'
      : `हम फिर उपलब्ध होंगे: ${back}। हमारे लिए संदेश छोड़ें, हम ईमेल से जवाब देंगे।`,
  leaveMessage: 'आपका संदेश',
  leaveSend: 'संदेश छोड़ें',
  leaveSending: 'भेजा जा रहा है…',
  leaveFailed: (reason) => `संदेश नहीं छोड़ा जा सका: ${reason}। कुछ भी नहीं खोया है; कृपया फिर कोशिश करें।`,
  leftHeading: 'धन्यवाद',
  leftText: 'हमें आपका संदेश मिल गया है, हम ईमेल से जवाब देंगे।',
  leftDone: 'बंद करें',

  fileName: 'बातचीत',
  fileHeading: 'बातचीत',
  fileSaved: (time) => `सहेजा गया: ${time}`,
  filePartial: 'पुराने संदेश नहीं लाए जा सके।',
  fileEnd: 'बातचीत का अंत',

  richChosen: 'चुना गया',
  richSend: 'भेजें',
  richSent: 'भेजा गया',
  richPickOne: 'कोई एक चुनें',
  richPick: (min, max) =>
    min === max ? `${number(min)} चुनें` : min > 0 ? `${number(min)} से ${number(max)} चुनें` : `${number(max)} तक चुनें`,
  richPickMissing: 'कृपया पहले कुछ चुनें',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'यह ज़रूरी है',
  richWrong: 'यह सही नहीं लग रहा',
  richNeeded: 'ज़रूरी',
  richYes: 'हाँ',
  richOpens: 'नए टैब में खुलता है',
  richShowPicture: (host) => `${isolate(host)} से तस्वीर दिखाएँ`,
  richPictureFailed: 'तस्वीर नहीं दिखाई जा सकती',
  richCards: 'कार्ड',
  richPictures: 'तस्वीरें',
  richPrevious: 'पिछला',
  richNext: 'अगला',
  richPosition: (place, of) => `${number(of)} में से ${number(place)}`,
  richTimeLeft: (time) => `शेष समय: ${time}`,
  richTimeOver: 'समय समाप्त हो गया',
  richDate: 'तारीख',
  richTime: 'समय',
  richDateTime: 'तारीख और समय',
  amendedEdited: 'संपादित',
  amendedRetracted: 'यह संदेश हटा दिया गया',
  amendedWriting: 'लिखा जा रहा है',
  reassigned: (to, before) => `${isolate(before)} की जगह अब ${isolate(to)} हैं`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'फ़ाइलें जोड़ें',
  attachDrop: 'जोड़ने के लिए फ़ाइलें यहाँ छोड़ें',
  attached: 'अगले संदेश की फ़ाइलें',
  fileWaiting: 'प्रतीक्षा में',
  fileReady: 'भेजने के लिए तैयार',
  fileProgress: (name) => `${isolate(name)} अपलोड हो रही है`,
  fileRemove: (name) => `${isolate(name)} हटाएँ`,
  fileRetry: (name) => `${isolate(name)} फिर से आज़माएँ`,
  fileDownload: (name, size) => `${isolate(name)} डाउनलोड करें, ${isolate(size)}`,
  filePicture: (name) => `तस्वीर: ${isolate(name)}`,
  fileTooLarge: (size) => `${isolate(size)} की तय सीमा से बड़ी`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'फ़ाइल अस्वीकार हुई',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} भेजने के लिए तैयार है`,
});
