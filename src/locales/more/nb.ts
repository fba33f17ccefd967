import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smilefjes og følelser',
  'Mennesker og gester',
  'Dyr og natur',
  'Mat og drikke',
  'Reiser og steder',
  'Aktiviteter',
  'Gjenstander',
  'Symboler',
  'Flagg',
];
const tones = ['Standard', 'Lys', 'Middels lys', 'Middels', 'Middels mørk', 'Mørk'];

const long = plural('nb', { one: 'Her er det plass til høyst # tegn.', other: 'Her er det plass til høyst # tegn.' });
const found = plural('nb', { one: 'Én emoji funnet', other: '# emojier funnet' });
const atMost = plural('nb', { one: 'Velg høyst #', other: 'Velg høyst #' });
const files = plural('nb', { one: 'Mer enn # fil i én melding', other: 'Mer enn # filer i én melding' });

const errors: Readonly<Record<string, string>> = {
  empty: 'Filen er tom',
  'too-large': 'En fil er for stor',
  'too-many': 'Det er for mange filer',
  'type-not-allowed': 'Filer av denne typen er ikke tillatt',
  'type-mismatch': 'Innholdet i filen stemmer ikke med navnet',
  'unknown-file': 'Filen finnes ikke lenger',
  unreadable: 'Filen kan ikke lenger leses: Velg den på nytt',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Saken din er åpen',
  pending: 'Saken din er satt på vent',
  escalated: 'Saken din er gitt videre til en spesialist',
  resolved: 'Saken din er løst',
  closed: 'Saken din er lukket',
};

/** Norwegian (Bokmål). */
export const moreNb: MoreTermTable = (number) => ({
  formHeading: 'Før vi begynner',
  formText: 'Noen ord om deg, så vi kan hjelpe deg raskere.',
  formStart: 'Start chat',
  formCancel: 'Ikke nå',
  formOptional: 'valgfritt',
  formChoose: 'Velg et alternativ',
  nickname: 'Navnet ditt',
  firstname: 'Fornavn',
  lastname: 'Etternavn',
  email: 'E-post',
  subject: 'Hva gjelder det?',
  errorMissing: 'Fyll ut dette for å gå videre.',
  errorChoice: 'Velg et alternativ for å gå videre.',
  errorTick: 'Kryss av her for å gå videre.',
  errorEmail: 'Skriv en e-postadresse, for eksempel name@example.com.',
  errorTel: 'Skriv et telefonnummer: sifre, mellomrom og en + foran.',
  errorLong: (max) => long(max, number),
  errorOther: 'Dette kan ikke brukes som det er. Sjekk det på nytt.',

  emojis: 'Emojier',
  emojiSearch: 'Søk etter emojier',
  emojiFound: (count) => (count === 0 ? 'Fant ingen emojier' : found(count, number)),
  emojiRecent: 'Nylig brukt',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Kunne ikke laste inn emojiene.',
  skinTone: 'Hudtone',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Flere handlinger',
  saveTranscript: 'Last ned samtalen',
  savingTranscript: 'Gjør klar nedlastingen…',

  surveyQuestion: 'Hvordan var denne samtalen?',
  surveyRating: (rating, scale) => `${number(rating)} av ${number(scale)}`,
  surveyComment: 'Vil du legge til noe?',
  surveySend: 'Send vurdering',
  surveySending: 'Sender…',
  surveyMissing: 'Velg en vurdering først.',
  surveyFailed: (answered) => (answered ? 'Du har allerede svart.' : 'Kunne ikke sende vurderingen. Prøv igjen.'),
  surveyThanks: 'Takk for vurderingen.',

  threads: 'Samtalene dine',
  threadsEmpty: 'Ingen samtaler ennå',
  threadsFailed: 'Samtalene kunne ikke lastes inn.',
  threadsMore: 'Vis flere',
  threadsArchived: 'Arkiverte',
  threadRename: 'Gi nytt navn',
  threadName: 'Navn på samtalen',
  threadSave: 'Lagre',
  threadArchive: 'Arkiver',
  threadRestore: 'Hent fra arkivet',

  invitation: 'Invitasjon til chat',
  inviteHeading: 'Kan vi hjelpe?',
  inviteText: 'Har du et spørsmål? Vi er her.',
  inviteAccept: 'Start chat',
  inviteDecline: 'Nei takk',

  leaveHeading: 'Vi er ikke her akkurat nå',
  leaveText: (back) =>
    back === undefined
      ? 'Legg igjen en melding, så svarer vi på e-post.'
      : `Vi er tilbake: ${back}. Legg igjen en melding, så svarer vi på e-post.`,
  leaveMessage: 'Meldingen din',
  leaveSend: 'Legg igjen melding',
  leaveSending: 'Sender…',
  leaveFailed: (reason) => `Kunne ikke legge igjen meldingen: ${reason}. Ingenting er tapt; prøv igjen.`,
  leftHeading: 'Takk',
  leftText: 'Vi har fått meldingen din og svarer på e-post.',
  leftDone: 'Lukk',

  fileName: 'samtale',
  fileHeading: 'Samtale',
  fileSaved: (time) => `Lagret ${time}`,
  filePartial: 'Kunne ikke hente tidligere meldinger.',
  fileEnd: 'Slutt på samtalen',

  richChosen: 'Valgt',
  richSend: 'Send',
  richSent: 'Sendt',
  richPickOne: 'Velg én',
  richPick: (min, max) =>
    min === max
      ? `Velg ${number(min)}`
      : min > 0
        ? `Velg ${number(min)} til ${number(max)}`
        : `Velg opptil ${number(max)}`,
  richPickMissing: 'Velg noe først',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Dette må fylles ut',
  richWrong: 'Dette ser ikke riktig ut',
  richNeeded: 'påkrevd',
  richYes: 'Ja',
  richOpens: 'åpnes i en ny fane',
  richShowPicture: (host) => `Vis bildet fra ${isolate(host)}`,
  richPictureFailed: 'Bildet kan ikke vises',
  richCards: 'Kort',
  richPictures: 'Bilder',
  richPrevious: 'Forrige',
  richNext: 'Neste',
  richPosition: (place, of) => `${number(place)} av ${number(of)}`,
  richTimeLeft: (time) => `Tid igjen: ${time}`,
  richTimeOver: 'Tiden er ute',
  richDate: 'Dato',
  richTime: 'Klokkeslett',
  richDateTime: 'Dato og klokkeslett',
  amendedEdited: 'Redigert',
  amendedRetracted: 'Denne meldingen er fjernet',
  amendedWriting: 'Skriver',
  reassigned: (to, before) => `${isolate(to)} har tatt over etter ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Legg ved filer',
  attachDrop: 'Slipp filer her for å legge dem ved',
  attached: 'Filer til neste melding',
  fileWaiting: 'Venter',
  fileReady: 'Klar til å sendes',
  fileProgress: (name) => `Laster opp ${isolate(name)}`,
  fileRemove: (name) => `Fjern ${isolate(name)}`,
  fileRetry: (name) => `Prøv igjen med ${isolate(name)}`,
  fileDownload: (name, size) => `Last ned ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Bilde: ${isolate(name)}`,
  fileTooLarge: (size) => `Større enn ${isolate(size)}, som er det meste vi tar imot`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Filen ble avvist',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} er klar til å sendes`,
});
