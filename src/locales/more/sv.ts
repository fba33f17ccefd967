import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smileys och känslor',
  'Människor och gester',
  'Djur och natur',
  'Mat och dryck',
  'Resor och platser',
  'Aktiviteter',
  'Föremål',
  'Symboler',
  'Flaggor',
];
const tones = ['Standard', 'Ljus', 'Mellanljus', 'Mellan', 'Mellanmörk', 'Mörk'];

const long = plural('sv', { one: 'Här får högst # tecken plats.', other: 'Här får högst # tecken plats.' });
const found = plural('sv', { one: 'En emoji hittades', other: '# emojier hittades' });
const atMost = plural('sv', { one: 'Välj högst #', other: 'Välj högst #' });
const files = plural('sv', { one: 'Fler än # fil i ett meddelande', other: 'Fler än # filer i ett meddelande' });

const errors: Readonly<Record<string, string>> = {
  empty: 'Filen är tom',
  'too-large': 'En fil är för stor',
  'too-many': 'Det är för många filer',
  'type-not-allowed': 'Filer av den här typen tas inte emot',
  'type-mismatch': 'Filens innehåll stämmer inte med dess namn',
  'unknown-file': 'Filen finns inte längre',
  unreadable: 'Filen går inte längre att läsa: välj den igen',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Ditt ärende är öppet',
  pending: 'Ditt ärende väntar',
  escalated: 'Ditt ärende har gått vidare till en specialist',
  resolved: 'Ditt ärende är löst',
  closed: 'Ditt ärende är avslutat',
};

/** Swedish. */
export const moreSv: MoreTermTable = (number) => ({
  formHeading: 'Innan vi börjar',
  formText: 'Några ord om dig, så kan vi hjälpa dig snabbare.',
  formStart: 'Starta chatt',
  formCancel: 'Inte nu',
  formOptional: 'valfritt',
  formChoose: 'Välj ett alternativ',
  nickname: 'Ditt namn',
  firstname: 'Förnamn',
  lastname: 'Efternamn',
  email: 'E-post',
  subject: 'Vad gäller det?',
  errorMissing: 'Fyll i det här för att gå vidare.',
  errorChoice: 'Välj något för att gå vidare.',
  errorTick: 'Kryssa i rutan för att gå vidare.',
  errorEmail: 'Skriv en e-postadress, till exempel name@example.com.',
  errorTel: 'Skriv ett telefonnummer: siffror, mellanslag och ett inledande +.',
  errorLong: (max) => long(max, number),
  errorOther: 'Det här går inte att använda som det är. Kontrollera det.',

  emojis: 'Emojier',
  emojiSearch: 'Sök emojier',
  emojiFound: (count) => (count === 0 ? 'Inga emojier hittades' : found(count, number)),
  emojiRecent: 'Senast använda',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emojierna kunde inte laddas.',
  skinTone: 'Hudton',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Fler åtgärder',
  saveTranscript: 'Ladda ner konversationen',
  savingTranscript: 'Förbereder nedladdningen…',

  surveyQuestion: 'Hur var den här konversationen?',
  surveyRating: (rating, scale) => `${number(rating)} av ${number(scale)}`,
  surveyComment: 'Vill du lägga till något?',
  surveySend: 'Skicka betyg',
  surveySending: 'Skickar…',
  surveyMissing: 'Välj ett betyg först.',
  surveyFailed: (answered) => (answered ? 'Du har redan svarat.' : 'Betyget kunde inte skickas. Försök igen.'),
  surveyThanks: 'Tack för ditt betyg.',

  threads: 'Dina konversationer',
  threadsEmpty: 'Inga konversationer än',
  threadsFailed: 'Konversationerna kunde inte läsas in.',
  threadsMore: 'Visa fler',
  threadsArchived: 'Arkiverade',
  threadRename: 'Byt namn',
  threadName: 'Konversationens namn',
  threadSave: 'Spara',
  threadArchive: 'Arkivera',
  threadRestore: 'Hämta från arkivet',

  invitation: 'Inbjudan till chatt',
  inviteHeading: 'Kan vi hjälpa till?',
  inviteText: 'Har du en fråga? Vi finns här.',
  inviteAccept: 'Starta chatt',
  inviteDecline: 'Nej tack',

  leaveHeading: 'Vi är inte här just nu',
  leaveText: (back) =>
    back === undefined
      ? 'Lämna ett meddelande så svarar vi via e-post.'
      : `Vi är tillbaka: ${back}. Lämna ett meddelande så svarar vi via e-post.`,
  leaveMessage: 'Ditt meddelande',
  leaveSend: 'Lämna meddelande',
  leaveSending: 'Skickar…',
  leaveFailed: (reason) => `Meddelandet kunde inte lämnas: ${reason}. Inget har gått förlorat; försök igen.`,
  leftHeading: 'Tack',
  leftText: 'Vi har fått ditt meddelande och svarar via e-post.',
  leftDone: 'Stäng',

  fileName: 'konversation',
  fileHeading: 'Konversation',
  fileSaved: (time) => `Sparad: ${time}`,
  filePartial: 'Tidigare meddelanden kunde inte hämtas.',
  fileEnd: 'Slut på konversationen',

  richChosen: 'Valt',
  richSend: 'Skicka',
  richSent: 'Skickat',
  richPickOne: 'Välj ett alternativ',
  richPick: (min, max) =>
    min === max
      ? `Välj ${number(min)}`
      : min > 0
        ? `Välj ${number(min)} till ${number(max)}`
        : `Välj upp till ${number(max)}`,
  richPickMissing: 'Välj något först',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Det här behövs',
  richWrong: 'Det här ser inte rätt ut',
  richNeeded: 'obligatoriskt',
  richYes: 'Ja',
  richOpens: 'öppnas i en ny flik',
  richShowPicture: (host) => `Visa bilden från ${isolate(host)}`,
  richPictureFailed: 'Bilden kan inte visas',
  richCards: 'Kort',
  richPictures: 'Bilder',
  richPrevious: 'Föregående',
  richNext: 'Nästa',
  richPosition: (place, of) => `${number(place)} av ${number(of)}`,
  richTimeLeft: (time) => `Tid kvar: ${time}`,
  richTimeOver: 'Tiden är ute',
  richDate: 'Datum',
  richTime: 'Tid',
  richDateTime: 'Datum och tid',
  amendedEdited: 'Redigerat',
  amendedRetracted: 'Meddelandet togs bort',
  amendedWriting: 'Skriver',
  reassigned: (to, before) => `${isolate(to)} har tagit över efter ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Bifoga filer',
  attachDrop: 'Släpp filer här för att bifoga dem',
  attached: 'Filer till nästa meddelande',
  fileWaiting: 'Väntar',
  fileReady: 'Redo att skickas',
  fileProgress: (name) => `Laddar upp ${isolate(name)}`,
  fileRemove: (name) => `Ta bort ${isolate(name)}`,
  fileRetry: (name) => `Försök igen med ${isolate(name)}`,
  fileDownload: (name, size) => `Ladda ner ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Bild: ${isolate(name)}`,
  fileTooLarge: (size) => `Större än ${isolate(size)}, som är det mesta som tas emot`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Filen avvisades',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} är redo att skickas`,
});
