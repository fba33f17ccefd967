import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Faccine ed emozioni',
  'Persone e gesti',
  'Animali e natura',
  'Cibo e bevande',
  'Viaggi e luoghi',
  'Attività',
  'Oggetti',
  'Simboli',
  'Bandiere',
];
const tones = ['Predefinita', 'Chiara', 'Medio-chiara', 'Media', 'Medio-scura', 'Scura'];

const long = plural('it', {
  one: 'Qui è consentito al massimo # carattere.',
  many: 'Qui sono consentiti al massimo # di caratteri.',
  other: 'Qui sono consentiti al massimo # caratteri.',
});
const found = plural('it', { one: 'Un’emoji trovata', many: '# di emoji trovate', other: '# emoji trovate' });
const atMost = plural('it', {
  one: 'Scegline al massimo #',
  many: 'Scegline al massimo #',
  other: 'Scegline al massimo #',
});
const files = plural('it', {
  one: 'Più di # file in un messaggio',
  many: 'Più di # di file in un messaggio',
  other: 'Più di # file in un messaggio',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Il file è vuoto',
  'too-large': 'Un file è troppo grande',
  'too-many': 'I file sono troppi',
  'type-not-allowed': 'I file di questo tipo non sono accettati',
  'type-mismatch': 'Il contenuto del file non corrisponde al suo nome',
  'unknown-file': 'Il file non è più disponibile',
  unreadable: 'Il file non è più leggibile: sceglilo di nuovo',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'La tua richiesta è aperta',
  pending: 'La tua richiesta è in attesa',
  escalated: 'La tua richiesta è passata a uno specialista',
  resolved: 'La tua richiesta è risolta',
  closed: 'La tua richiesta è chiusa',
};

/** Italian. */
export const moreIt: MoreTermTable = (number) => ({
  formHeading: 'Prima di iniziare',
  formText: 'Due parole su di te, così possiamo aiutarti più in fretta.',
  formStart: 'Inizia la chat',
  formCancel: 'Non ora',
  formOptional: 'facoltativo',
  formChoose: 'Scegli un’opzione',
  nickname: 'Il tuo nome',
  firstname: 'Nome',
  lastname: 'Cognome',
  email: 'E-mail',
  subject: 'Di cosa si tratta?',
  errorMissing: 'Compila questo campo per continuare.',
  errorChoice: 'Scegli un’opzione per continuare.',
  errorTick: 'Seleziona questa casella per continuare.',
  errorEmail: 'Scrivi un indirizzo e-mail, ad esempio name@example.com.',
  errorTel: 'Scrivi un numero di telefono: cifre, spazi e un + all’inizio.',
  errorLong: (max) => long(max, number),
  errorOther: 'Così non va bene. Controlla questo dato.',

  emojis: 'Emoji',
  emojiSearch: 'Cerca emoji',
  emojiFound: (count) => (count === 0 ? 'Nessuna emoji trovata' : found(count, number)),
  emojiRecent: 'Usate di recente',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Impossibile caricare le emoji.',
  skinTone: 'Tonalità della pelle',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Altre azioni',
  saveTranscript: 'Scarica la conversazione',
  savingTranscript: 'Preparazione del download…',

  surveyQuestion: 'Com’è andata questa conversazione?',
  surveyRating: (rating, scale) => `${number(rating)} di ${number(scale)}`,
  surveyComment: 'Vuoi aggiungere qualcosa?',
  surveySend: 'Invia la valutazione',
  surveySending: 'Invio in corso…',
  surveyMissing: 'Prima scegli una valutazione.',
  surveyFailed: (answered) => (answered ? 'Hai già risposto.' : 'Impossibile inviare la valutazione. Riprova.'),
  surveyThanks: 'Grazie per la tua valutazione.',

  threads: 'Le tue conversazioni',
  threadsEmpty: 'Ancora nessuna conversazione',
  threadsFailed: 'Impossibile caricare le conversazioni.',
  threadsMore: 'Mostra altre',
  threadsArchived: 'Archiviate',
  threadRename: 'Rinomina',
  threadName: 'Nome della conversazione',
  threadSave: 'Salva',
  threadArchive: 'Archivia',
  threadRestore: 'Ripristina',

  invitation: 'Invito alla chat',
  inviteHeading: 'Possiamo aiutarti?',
  inviteText: 'Se hai una domanda, siamo qui.',
  inviteAccept: 'Inizia la chat',
  inviteDecline: 'No, grazie',

  leaveHeading: 'Al momento non ci siamo',
  leaveText: (back) =>
    back === undefined
      ? 'Lasciaci un messaggio e ti risponderemo via e-mail.'
      : `Torniamo: ${back}. Lasciaci un messaggio e ti risponderemo via e-mail.`,
  leaveMessage: 'Il tuo messaggio',
  leaveSend: 'Lascia un messaggio',
  leaveSending: 'Invio in corso…',
  leaveFailed: (reason) => `Impossibile lasciare il messaggio: ${reason}. Non è andato perso nulla; riprova.`,
  leftHeading: 'Grazie',
  leftText: 'Abbiamo ricevuto il tuo messaggio e ti risponderemo via e-mail.',
  leftDone: 'Chiudi',

  fileName: 'conversazione',
  fileHeading: 'Conversazione',
  fileSaved: (time) => `Salvata: ${time}`,
  filePartial: 'Impossibile recuperare i messaggi precedenti.',
  fileEnd: 'Fine della conversazione',

  richChosen: 'Scelto',
  richSend: 'Invia',
  richSent: 'Inviato',
  richPickOne: 'Scegli un’opzione',
  richPick: (min, max) =>
    min === max
      ? `Scegline ${number(min)}`
      : min > 0
        ? `Scegline da ${number(min)} a ${number(max)}`
        : `Scegline fino a ${number(max)}`,
  richPickMissing: 'Prima scegli qualcosa',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Questo dato è necessario',
  richWrong: 'Questo dato non sembra corretto',
  richNeeded: 'obbligatorio',
  richYes: 'Sì',
  richOpens: 'si apre in una nuova scheda',
  richShowPicture: (host) => `Mostra l’immagine da ${isolate(host)}`,
  richPictureFailed: 'Impossibile mostrare l’immagine',
  richCards: 'Schede',
  richPictures: 'Immagini',
  richPrevious: 'Precedente',
  richNext: 'Successivo',
  richPosition: (place, of) => `${number(place)} di ${number(of)}`,
  richTimeLeft: (time) => `Tempo rimanente: ${time}`,
  richTimeOver: 'Il tempo è scaduto',
  richDate: 'Data',
  richTime: 'Ora',
  richDateTime: 'Data e ora',
  amendedEdited: 'Modificato',
  amendedRetracted: 'Questo messaggio è stato rimosso',
  amendedWriting: 'Sta scrivendo',
  reassigned: (to, before) => `${isolate(to)} ha preso il posto di ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Allega file',
  attachDrop: 'Rilascia qui i file per allegarli',
  attached: 'File per il prossimo messaggio',
  fileWaiting: 'In attesa',
  fileReady: 'Pronto per l’invio',
  fileProgress: (name) => `Caricamento di ${isolate(name)}`,
  fileRemove: (name) => `Rimuovi ${isolate(name)}`,
  fileRetry: (name) => `Riprova con ${isolate(name)}`,
  fileDownload: (name, size) => `Scarica ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Immagine: ${isolate(name)}`,
  fileTooLarge: (size) => `Supera il limite consentito di ${isolate(size)}`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Il file è stato rifiutato',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} è pronto per l’invio`,
});
