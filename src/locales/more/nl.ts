import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smileys en emoties',
  'Mensen en gebaren',
  'Dieren en natuur',
  'Eten en drinken',
  'Reizen en plaatsen',
  'Activiteiten',
  'Voorwerpen',
  'Symbolen',
  'Vlaggen',
];
const tones = ['Standaard', 'Licht', 'Halflicht', 'Gemiddeld', 'Halfdonker', 'Donker'];

const long = plural('nl', { one: 'Hier past maximaal # teken.', other: 'Hier passen maximaal # tekens.' });
const found = plural('nl', { one: 'Eén emoji gevonden', other: '# emoji’s gevonden' });
const atMost = plural('nl', { one: 'Kies er maximaal #', other: 'Kies er maximaal #' });
const files = plural('nl', { one: 'Meer dan # bestand in één bericht', other: 'Meer dan # bestanden in één bericht' });

const errors: Readonly<Record<string, string>> = {
  empty: 'Het bestand is leeg',
  'too-large': 'Een bestand is te groot',
  'too-many': 'Dit zijn te veel bestanden',
  'type-not-allowed': 'Bestanden van dit type zijn niet toegestaan',
  'type-mismatch': 'De inhoud van het bestand past niet bij de naam',
  'unknown-file': 'Het bestand is er niet meer',
  unreadable: 'Het bestand kan niet meer worden gelezen: kies het opnieuw',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Je aanvraag staat open',
  pending: 'Je aanvraag staat in de wacht',
  escalated: 'Je aanvraag is doorgegeven aan een specialist',
  resolved: 'Je aanvraag is opgelost',
  closed: 'Je aanvraag is afgesloten',
};

/** Dutch. */
export const moreNl: MoreTermTable = (number) => ({
  formHeading: 'Voordat we beginnen',
  formText: 'Een paar gegevens over jou, zodat we je sneller kunnen helpen.',
  formStart: 'Chat starten',
  formCancel: 'Niet nu',
  formOptional: 'optioneel',
  formChoose: 'Maak een keuze',
  nickname: 'Je naam',
  firstname: 'Voornaam',
  lastname: 'Achternaam',
  email: 'E-mailadres',
  subject: 'Waar gaat het over?',
  errorMissing: 'Vul dit in om verder te gaan.',
  errorChoice: 'Kies iets om verder te gaan.',
  errorTick: 'Vink dit vakje aan om verder te gaan.',
  errorEmail: 'Vul een e-mailadres in, zoals name@example.com.',
  errorTel: 'Vul een telefoonnummer in: cijfers, spaties en een + aan het begin.',
  errorLong: (max) => long(max, number),
  errorOther: 'Dit kan zo niet worden gebruikt. Controleer het even.',

  emojis: 'Emoji’s',
  emojiSearch: 'Emoji’s zoeken',
  emojiFound: (count) => (count === 0 ? 'Geen emoji’s gevonden' : found(count, number)),
  emojiRecent: 'Onlangs gebruikt',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'De emoji’s konden niet worden geladen.',
  skinTone: 'Huidskleur',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Meer acties',
  saveTranscript: 'Gesprek downloaden',
  savingTranscript: 'Download wordt voorbereid…',

  surveyQuestion: 'Hoe was dit gesprek?',
  surveyRating: (rating, scale) => `${number(rating)} van ${number(scale)}`,
  surveyComment: 'Wil je nog iets toevoegen?',
  surveySend: 'Beoordeling verzenden',
  surveySending: 'Verzenden…',
  surveyMissing: 'Kies eerst een beoordeling.',
  surveyFailed: (answered) =>
    answered ? 'Je hebt deze vraag al beantwoord.' : 'De beoordeling kon niet worden verzonden. Probeer het opnieuw.',
  surveyThanks: 'Bedankt voor je beoordeling.',

  threads: 'Uw gesprekken',
  threadsEmpty: 'Nog geen gesprekken',
  threadsFailed: 'De gesprekken konden niet worden geladen.',
  threadsMore: 'Meer tonen',
  threadsArchived: 'Gearchiveerd',
  threadRename: 'Naam wijzigen',
  threadName: 'Naam van het gesprek',
  threadSave: 'Opslaan',
  threadArchive: 'Archiveren',
  threadRestore: 'Terughalen',

  invitation: 'Uitnodiging om te chatten',
  inviteHeading: 'Kunnen we helpen?',
  inviteText: 'Heb je een vraag? We zijn er voor je.',
  inviteAccept: 'Chat starten',
  inviteDecline: 'Nee, bedankt',

  leaveHeading: 'We zijn er nu even niet',
  leaveText: (back) =>
    back === undefined
      ? 'Laat een bericht achter, dan antwoorden we per e-mail.'
      : `We zijn er weer: ${back}. Laat een bericht achter, dan antwoorden we per e-mail.`,
  leaveMessage: 'Je bericht',
  leaveSend: 'Bericht achterlaten',
  leaveSending: 'Verzenden…',
  leaveFailed: (reason) =>
    `Het bericht kon niet worden achtergelaten: ${reason}. Er is niets verloren; probeer het opnieuw.`,
  leftHeading: 'Bedankt',
  leftText: 'We hebben je bericht ontvangen en antwoorden per e-mail.',
  leftDone: 'Sluiten',

  fileName: 'gesprek',
  fileHeading: 'Gesprek',
  fileSaved: (time) => `Bewaard op ${time}`,
  filePartial: 'Eerdere berichten konden niet worden opgehaald.',
  fileEnd: 'Einde van het gesprek',

  richChosen: 'Gekozen',
  richSend: 'Verzenden',
  richSent: 'Verzonden',
  richPickOne: 'Kies er één',
  richPick: (min, max) =>
    min === max
      ? `Kies er ${number(min)}`
      : min > 0
        ? `Kies er ${number(min)} tot ${number(max)}`
        : `Kies er hooguit ${number(max)}`,
  richPickMissing: 'Kies eerst iets',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Dit is nodig',
  richWrong: 'Dit lijkt niet te kloppen',
  richNeeded: 'verplicht',
  richYes: 'Ja',
  richOpens: 'opent in een nieuw tabblad',
  richShowPicture: (host) => `Afbeelding van ${isolate(host)} tonen`,
  richPictureFailed: 'De afbeelding kan niet worden getoond',
  richCards: 'Kaarten',
  richPictures: 'Afbeeldingen',
  richPrevious: 'Vorige',
  richNext: 'Volgende',
  richPosition: (place, of) => `${number(place)} van ${number(of)}`,
  richTimeLeft: (time) => `Resterende tijd: ${time}`,
  richTimeOver: 'De tijd is om',
  richDate: 'Datum',
  richTime: 'Tijd',
  richDateTime: 'Datum en tijd',
  amendedEdited: 'Bewerkt',
  amendedRetracted: 'Dit bericht is verwijderd',
  amendedWriting: 'Aan het schrijven',
  reassigned: (to, before) => `${isolate(to)} heeft het overgenomen van ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Bestanden bijvoegen',
  attachDrop: 'Zet bestanden hier neer om ze bij te voegen',
  attached: 'Bestanden voor het volgende bericht',
  fileWaiting: 'Wacht',
  fileReady: 'Klaar om te verzenden',
  fileProgress: (name) => `${isolate(name)} wordt geüpload`,
  fileRemove: (name) => `${isolate(name)} verwijderen`,
  fileRetry: (name) => `${isolate(name)} opnieuw proberen`,
  fileDownload: (name, size) => `${isolate(name)} downloaden, ${isolate(size)}`,
  filePicture: (name) => `Afbeelding: ${isolate(name)}`,
  fileTooLarge: (size) => `Groter dan ${isolate(size)}, het toegestane maximum`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Het bestand is geweigerd',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} is klaar om te verzenden`,
});
