import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smileys und Emotionen',
  'Menschen und Gesten',
  'Tiere und Natur',
  'Essen und Trinken',
  'Reisen und Orte',
  'Aktivitäten',
  'Gegenstände',
  'Symbole',
  'Flaggen',
];
const tones = ['Standard', 'Hell', 'Mittelhell', 'Mittel', 'Mitteldunkel', 'Dunkel'];

const long = plural('de', {
  one: 'Hier passt höchstens # Zeichen hinein.',
  other: 'Hier passen höchstens # Zeichen hinein.',
});
const found = plural('de', { one: 'Ein Emoji gefunden', other: '# Emojis gefunden' });
const atMost = plural('de', { one: 'Bitte wählen Sie höchstens # aus', other: 'Bitte wählen Sie höchstens # aus' });
const files = plural('de', {
  one: 'Mehr als # Datei in einer Nachricht',
  other: 'Mehr als # Dateien in einer Nachricht',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Die Datei ist leer',
  'too-large': 'Eine Datei ist zu groß',
  'too-many': 'Das sind zu viele Dateien',
  'type-not-allowed': 'Dateien dieses Typs sind nicht erlaubt',
  'type-mismatch': 'Der Inhalt der Datei passt nicht zu ihrem Namen',
  'unknown-file': 'Die Datei ist nicht mehr vorhanden',
  unreadable: 'Die Datei ist nicht mehr lesbar: Bitte wählen Sie sie erneut aus',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Ihr Anliegen ist offen',
  pending: 'Ihr Anliegen wartet auf Rückmeldung',
  escalated: 'Ihr Anliegen wurde an Fachleute weitergegeben',
  resolved: 'Ihr Anliegen ist gelöst',
  closed: 'Ihr Anliegen ist abgeschlossen',
};

/** German. */
export const moreDe: MoreTermTable = (number) => ({
  formHeading: 'Bevor wir anfangen',
  formText: 'Ein paar Angaben zu Ihnen, damit wir schneller helfen können.',
  formStart: 'Chat starten',
  formCancel: 'Nicht jetzt',
  formOptional: 'optional',
  formChoose: 'Bitte wählen',
  nickname: 'Ihr Name',
  firstname: 'Vorname',
  lastname: 'Nachname',
  email: 'E-Mail',
  subject: 'Worum geht es?',
  errorMissing: 'Bitte füllen Sie dieses Feld aus.',
  errorChoice: 'Bitte wählen Sie etwas aus.',
  errorTick: 'Bitte setzen Sie hier ein Häkchen.',
  errorEmail: 'Bitte geben Sie eine E-Mail-Adresse ein, etwa name@example.com.',
  errorTel: 'Bitte geben Sie eine Telefonnummer ein: Ziffern, Leerzeichen und ein + am Anfang.',
  errorLong: (max) => long(max, number),
  errorOther: 'Diese Angabe passt so nicht. Bitte prüfen Sie sie.',

  emojis: 'Emojis',
  emojiSearch: 'Emojis suchen',
  emojiFound: (count) => (count === 0 ? 'Keine Emojis gefunden' : found(count, number)),
  emojiRecent: 'Zuletzt verwendet',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Die Emojis konnten nicht geladen werden.',
  skinTone: 'Hautton',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Weitere Aktionen',
  saveTranscript: 'Unterhaltung herunterladen',
  savingTranscript: 'Download wird vorbereitet…',

  surveyQuestion: 'Wie war diese Unterhaltung?',
  surveyRating: (rating, scale) => `${number(rating)} von ${number(scale)}`,
  surveyComment: 'Möchten Sie noch etwas hinzufügen?',
  surveySend: 'Bewertung senden',
  surveySending: 'Wird gesendet…',
  surveyMissing: 'Bitte wählen Sie zuerst eine Bewertung.',
  surveyFailed: (answered) =>
    answered
      ? 'Sie haben diese Frage bereits beantwortet.'
      : 'Die Bewertung konnte nicht gesendet werden. Bitte versuchen Sie es noch einmal.',
  surveyThanks: 'Danke für Ihre Bewertung.',

  threads: 'Ihre Unterhaltungen',
  threadsEmpty: 'Noch keine Unterhaltungen',
  threadsFailed: 'Die Unterhaltungen konnten nicht geladen werden.',
  threadsMore: 'Mehr anzeigen',
  threadsArchived: 'Archiviert',
  threadRename: 'Umbenennen',
  threadName: 'Name der Unterhaltung',
  threadSave: 'Speichern',
  threadArchive: 'Archivieren',
  threadRestore: 'Zurückholen',

  invitation: 'Einladung zum Chat',
  inviteHeading: 'Können wir helfen?',
  inviteText: 'Wenn Sie eine Frage haben: Wir sind für Sie da.',
  inviteAccept: 'Chat starten',
  inviteDecline: 'Nein, danke',

  leaveHeading: 'Wir sind gerade nicht da',
  leaveText: (back) =>
    back === undefined
      ? 'Hinterlassen Sie uns eine Nachricht, wir antworten per E-Mail.'
      : `Wir sind wieder da: ${back}. Hinterlassen Sie uns eine Nachricht, wir antworten per E-Mail.`,
  leaveMessage: 'Ihre Nachricht',
  leaveSend: 'Nachricht hinterlassen',
  leaveSending: 'Wird gesendet…',
  leaveFailed: (reason) =>
    `Die Nachricht konnte nicht übermittelt werden: ${reason}. Es ist nichts verloren; bitte versuchen Sie es noch einmal.`,
  leftHeading: 'Vielen Dank',
  leftText: 'Wir haben Ihre Nachricht erhalten und antworten per E-Mail.',
  leftDone: 'Schließen',

  fileName: 'Unterhaltung',
  fileHeading: 'Unterhaltung',
  fileSaved: (time) => `Gespeichert am ${time}`,
  filePartial: 'Frühere Nachrichten konnten nicht abgerufen werden.',
  fileEnd: 'Ende der Unterhaltung',

  richChosen: 'Ausgewählt',
  richSend: 'Senden',
  richSent: 'Gesendet',
  richPickOne: 'Wählen Sie eine Option',
  richPick: (min, max) =>
    min === max
      ? `Wählen Sie ${number(min)}`
      : min > 0
        ? `Wählen Sie ${number(min)} bis ${number(max)}`
        : `Wählen Sie bis zu ${number(max)}`,
  richPickMissing: 'Bitte wählen Sie zuerst etwas aus',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Diese Angabe fehlt noch',
  richWrong: 'Das sieht nicht richtig aus',
  richNeeded: 'erforderlich',
  richYes: 'Ja',
  richOpens: 'öffnet in einem neuen Tab',
  richShowPicture: (host) => `Bild von ${isolate(host)} anzeigen`,
  richPictureFailed: 'Das Bild kann nicht angezeigt werden',
  richCards: 'Karten',
  richPictures: 'Bilder',
  richPrevious: 'Zurück',
  richNext: 'Weiter',
  richPosition: (place, of) => `${number(place)} von ${number(of)}`,
  richTimeLeft: (time) => `Verbleibende Zeit: ${time}`,
  richTimeOver: 'Die Zeit ist abgelaufen',
  richDate: 'Datum',
  richTime: 'Uhrzeit',
  richDateTime: 'Datum und Uhrzeit',
  amendedEdited: 'Bearbeitet',
  amendedRetracted: 'Diese Nachricht wurde entfernt',
  amendedWriting: 'Schreibt',
  reassigned: (to, before) => `${isolate(to)} hat von ${isolate(before)} übernommen`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Dateien anhängen',
  attachDrop: 'Dateien hier ablegen, um sie anzuhängen',
  attached: 'Dateien für die nächste Nachricht',
  fileWaiting: 'Wartet',
  fileReady: 'Bereit zum Senden',
  fileProgress: (name) => `${isolate(name)} wird hochgeladen`,
  fileRemove: (name) => `${isolate(name)} entfernen`,
  fileRetry: (name) => `${isolate(name)} erneut versuchen`,
  fileDownload: (name, size) => `${isolate(name)} herunterladen, ${isolate(size)}`,
  filePicture: (name) => `Bild: ${isolate(name)}`,
  fileTooLarge: (size) => `Größer als ${isolate(size)}, das zulässige Höchstmaß`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Die Datei wurde abgelehnt',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)} ist bereit zum Senden`,
});
