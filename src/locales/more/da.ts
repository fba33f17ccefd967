import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smileyer og følelser',
  'Mennesker og fagter',
  'Dyr og natur',
  'Mad og drikke',
  'Rejser og steder',
  'Aktiviteter',
  'Genstande',
  'Symboler',
  'Flag',
];
const tones = ['Standard', 'Lys', 'Mellemlys', 'Mellem', 'Mellemmørk', 'Mørk'];

const long = plural('da', { one: 'Her er der højst plads til # tegn.', other: 'Her er der højst plads til # tegn.' });
const found = plural('da', { one: 'Én emoji fundet', other: '# emojier fundet' });
const atMost = plural('da', { one: 'Vælg højst #', other: 'Vælg højst #' });
const files = plural('da', { one: 'Mere end # fil i én besked', other: 'Mere end # filer i én besked' });

const errors: Readonly<Record<string, string>> = {
  empty: 'Filen er tom',
  'too-large': 'En fil er for stor',
  'too-many': 'Det er for mange filer',
  'type-not-allowed': 'Filer af denne type er ikke tilladt',
  'type-mismatch': 'Filens indhold passer ikke til dens navn',
  'unknown-file': 'Filen findes ikke længere',
  unreadable: 'Filen kan ikke længere læses: Vælg den igen',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Din sag er åben',
  pending: 'Din sag afventer',
  escalated: 'Din sag er givet videre til en specialist',
  resolved: 'Din sag er løst',
  closed: 'Din sag er lukket',
};

/** Danish. */
export const moreDa: MoreTermTable = (number) => ({
  formHeading: 'Før vi går i gang',
  formText: 'Et par ord om dig, så vi hurtigere kan hjælpe.',
  formStart: 'Start chat',
  formCancel: 'Ikke nu',
  formOptional: 'valgfrit',
  formChoose: 'Vælg en mulighed',
  nickname: 'Dit navn',
  firstname: 'Fornavn',
  lastname: 'Efternavn',
  email: 'E-mail',
  subject: 'Hvad drejer det sig om?',
  errorMissing: 'Udfyld feltet for at fortsætte.',
  errorChoice: 'Vælg en mulighed for at fortsætte.',
  errorTick: 'Sæt flueben her for at fortsætte.',
  errorEmail: 'Skriv en e-mailadresse, f.eks. name@example.com.',
  errorTel: 'Skriv et telefonnummer: cifre, mellemrum og et + forrest.',
  errorLong: (max) => long(max, number),
  errorOther: 'Det kan ikke bruges, som det er. Tjek det lige.',

  emojis: 'Emojier',
  emojiSearch: 'Søg efter emojier',
  emojiFound: (count) => (count === 0 ? 'Ingen emojier fundet' : found(count, number)),
  emojiRecent: 'Senest brugte',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emojierne kunne ikke indlæses.',
  skinTone: 'Hudfarve',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Flere handlinger',
  saveTranscript: 'Download samtalen',
  savingTranscript: 'Forbereder download…',

  surveyQuestion: 'Hvordan var denne samtale?',
  surveyRating: (rating, scale) => `${number(rating)} af ${number(scale)}`,
  surveyComment: 'Vil du tilføje noget?',
  surveySend: 'Send bedømmelse',
  surveySending: 'Sender…',
  surveyMissing: 'Vælg først en bedømmelse.',
  surveyFailed: (answered) => (answered ? 'Du har allerede svaret.' : 'Bedømmelsen kunne ikke sendes. Prøv igen.'),
  surveyThanks: 'Tak for din bedømmelse.',

  threads: 'Dine samtaler',
  threadsEmpty: 'Ingen samtaler endnu',
  threadsFailed: 'Samtalerne kunne ikke hentes.',
  threadsMore: 'Vis flere',
  threadsArchived: 'Arkiverede',
  threadRename: 'Omdøb',
  threadName: 'Samtalens navn',
  threadSave: 'Gem',
  threadArchive: 'Arkivér',
  threadRestore: 'Hent fra arkivet',

  invitation: 'Invitation til chat',
  inviteHeading: 'Kan vi hjælpe?',
  inviteText: 'Har du et spørgsmål? Vi er lige her.',
  inviteAccept: 'Start chat',
  inviteDecline: 'Nej tak',

  leaveHeading: 'Vi er her ikke lige nu',
  leaveText: (back) =>
    back === undefined
      ? 'Læg en besked, så svarer vi på e-mail.'
      : `Vi er tilbage: ${back}. Læg en besked, så svarer vi på e-mail.`,
  leaveMessage: 'Din besked',
  leaveSend: 'Læg besked',
  leaveSending: 'Sender…',
  leaveFailed: (reason) => `Beskeden kunne ikke lægges: ${reason}. Intet er gået tabt; prøv igen.`,
  leftHeading: 'Tak',
  leftText: 'Vi har fået din besked og svarer på e-mail.',
  leftDone: 'Luk',

  fileName: 'samtale',
  fileHeading: 'Samtale',
  fileSaved: (time) => `Gemt ${time}`,
  filePartial: 'Tidligere beskeder kunne ikke hentes.',
  fileEnd: 'Slut på samtalen',

  richChosen: 'Valgt',
  richSend: 'Send',
  richSent: 'Sendt',
  richPickOne: 'Vælg én',
  richPick: (min, max) =>
    min === max
      ? `Vælg ${number(min)}`
      : min > 0
        ? `Vælg ${number(min)} til ${number(max)}`
        : `Vælg op til ${number(max)}`,
  richPickMissing: 'Vælg noget først',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Feltet skal udfyldes',
  richWrong: 'Det ser ikke rigtigt ud',
  richNeeded: 'påkrævet',
  richYes: 'Ja',
  richOpens: 'åbner i en ny fane',
  richShowPicture: (host) => `Vis billedet fra ${isolate(host)}`,
  richPictureFailed: 'Billedet kan ikke vises',
  richCards: 'Kort',
  richPictures: 'Billeder',
  richPrevious: 'Forrige',
  richNext: 'Næste',
  richPosition: (place, of) => `${number(place)} af ${number(of)}`,
  richTimeLeft: (time) => `Tid tilbage: ${time}`,
  richTimeOver: 'Tiden er gået',
  richDate: 'Dato',
  richTime: 'Klokkeslæt',
  richDateTime: 'Dato og klokkeslæt',
  amendedEdited: 'Redigeret',
  amendedRetracted: 'Denne besked er fjernet',
  amendedWriting: 'Skriver',
  reassigned: (to, before) => `${isolate(to)} har taget over efter ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Vedhæft filer',
  attachDrop: 'Slip filer her for at vedhæfte dem',
  attached: 'Filer til den næste besked',
  fileWaiting: 'Venter',
  fileReady: 'Klar til at blive sendt',
  fileProgress: (name) => `Uploader ${isolate(name)}`,
  fileRemove: (name) => `Fjern ${isolate(name)}`,
  fileRetry: (name) => `Prøv igen med ${isolate(name)}`,
  fileDownload: (name, size) => `Download ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Billede: ${isolate(name)}`,
  fileTooLarge: (size) => `Større end ${isolate(size)}, som er det højest tilladte`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Filen blev afvist',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} er klar til at blive sendt`,
});
