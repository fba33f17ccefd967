import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smajlíci a emoce',
  'Lidé a gesta',
  'Zvířata a příroda',
  'Jídlo a pití',
  'Cestování a místa',
  'Aktivity',
  'Předměty',
  'Symboly',
  'Vlajky',
];
const tones = ['Výchozí', 'Světlý', 'Středně světlý', 'Střední', 'Středně tmavý', 'Tmavý'];

const long = plural('cs', {
  one: 'Sem se vejde nejvýše # znak.',
  few: 'Sem se vejdou nejvýše # znaky.',
  many: 'Sem se vejde nejvýše # znaku.',
  other: 'Sem se vejde nejvýše # znaků.',
});
const found = plural('cs', {
  one: 'Nalezen # emotikon',
  few: 'Nalezeny # emotikony',
  many: 'Nalezeno # emotikonu',
  other: 'Nalezeno # emotikonů',
});
const atMost = plural('cs', {
  one: 'Vyberte nejvýše #',
  few: 'Vyberte nejvýše #',
  many: 'Vyberte nejvýše #',
  other: 'Vyberte nejvýše #',
});
const files = plural('cs', {
  one: 'Více než # soubor v jedné zprávě',
  few: 'Více než # soubory v jedné zprávě',
  many: 'Více než # souboru v jedné zprávě',
  other: 'Více než # souborů v jedné zprávě',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Soubor je prázdný',
  'too-large': 'Některý soubor je příliš velký',
  'too-many': 'Souborů je příliš mnoho',
  'type-not-allowed': 'Soubory tohoto typu nepřijímáme',
  'type-mismatch': 'Obsah souboru neodpovídá jeho názvu',
  'unknown-file': 'Soubor už není k dispozici',
  unreadable: 'Soubor už nelze přečíst: vyberte ho prosím znovu',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Váš požadavek je otevřený',
  pending: 'Váš požadavek čeká na vyřízení',
  escalated: 'Váš požadavek jsme předali specialistovi',
  resolved: 'Váš požadavek je vyřešený',
  closed: 'Váš požadavek je uzavřený',
};

/** Czech. */
export const moreCs: MoreTermTable = (number) => ({
  formHeading: 'Než začneme',
  formText: 'Pár slov o vás, abychom vám pomohli rychleji.',
  formStart: 'Zahájit chat',
  formCancel: 'Teď ne',
  formOptional: 'nepovinné',
  formChoose: 'Vyberte prosím',
  nickname: 'Vaše jméno',
  firstname: 'Jméno',
  lastname: 'Příjmení',
  email: 'E-mail',
  subject: 'O co jde?',
  errorMissing: 'Abyste mohli pokračovat, vyplňte toto pole.',
  errorChoice: 'Abyste mohli pokračovat, vyberte jednu možnost.',
  errorTick: 'Abyste mohli pokračovat, zaškrtněte toto políčko.',
  errorEmail: 'Napište e-mailovou adresu, například name@example.com.',
  errorTel: 'Napište telefonní číslo: číslice, mezery a + na začátku.',
  errorLong: (max) => long(max, number),
  errorOther: 'Takto to použít nelze. Zkontrolujte to prosím.',

  emojis: 'Emotikony',
  emojiSearch: 'Hledat emotikony',
  emojiFound: (count) => (count === 0 ? 'Žádné emotikony nenalezeny' : found(count, number)),
  emojiRecent: 'Naposledy použité',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Emotikony se nepodařilo načíst.',
  skinTone: 'Odstín pleti',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Další akce',
  saveTranscript: 'Stáhnout konverzaci',
  savingTranscript: 'Příprava stahování…',

  surveyQuestion: 'Jaká byla tato konverzace?',
  surveyRating: (rating, scale) => `${number(rating)} z ${number(scale)}`,
  surveyComment: 'Chcete něco dodat?',
  surveySend: 'Odeslat hodnocení',
  surveySending: 'Odesílání…',
  surveyMissing: 'Nejprve prosím vyberte hodnocení.',
  surveyFailed: (answered) =>
    answered ? 'Na tohle už jste odpověděli.' : 'Hodnocení se nepodařilo odeslat. Zkuste to prosím znovu.',
  surveyThanks: 'Děkujeme za vaše hodnocení.',

  threads: 'Vaše konverzace',
  threadsEmpty: 'Zatím žádné konverzace',
  threadsFailed: 'Konverzace se nepodařilo načíst.',
  threadsMore: 'Zobrazit další',
  threadsArchived: 'Archivované',
  threadRename: 'Přejmenovat',
  threadName: 'Název konverzace',
  threadSave: 'Uložit',
  threadArchive: 'Archivovat',
  threadRestore: 'Vrátit z archivu',

  invitation: 'Pozvánka k chatu',
  inviteHeading: 'Můžeme pomoci?',
  inviteText: 'Pokud máte dotaz, jsme tu pro vás.',
  inviteAccept: 'Zahájit chat',
  inviteDecline: 'Ne, děkuji',

  leaveHeading: 'Právě tu nejsme',
  leaveText: (back) =>
    back === undefined
      ? 'Nechte nám zprávu a my odpovíme e-mailem.'
      : `Budeme zpět: ${back}. Nechte nám zprávu a my odpovíme e-mailem.`,
  leaveMessage: 'Vaše zpráva',
  leaveSend: 'Nechat zprávu',
  leaveSending: 'Odesílání…',
  leaveFailed: (reason) => `Zprávu se nepodařilo předat: ${reason}. Nic se neztratilo; zkuste to prosím znovu.`,
  leftHeading: 'Děkujeme',
  leftText: 'Vaši zprávu jsme dostali a odpovíme e-mailem.',
  leftDone: 'Zavřít',

  fileName: 'konverzace',
  fileHeading: 'Konverzace',
  fileSaved: (time) => `Uloženo: ${time}`,
  filePartial: 'Starší zprávy se nepodařilo načíst.',
  fileEnd: 'Konec konverzace',

  richChosen: 'Vybráno',
  richSend: 'Odeslat',
  richSent: 'Odesláno',
  richPickOne: 'Vyberte jednu možnost',
  richPick: (min, max) =>
    min === max
      ? `Vyberte ${number(min)}`
      : min > 0
        ? `Vyberte ${number(min)} až ${number(max)}`
        : `Vyberte nejvýše ${number(max)}`,
  richPickMissing: 'Nejprve prosím něco vyberte',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Tento údaj je potřeba',
  richWrong: 'Tohle nevypadá správně',
  richNeeded: 'povinné',
  richYes: 'Ano',
  richOpens: 'otevře se na nové kartě',
  richShowPicture: (host) => `Zobrazit obrázek z ${isolate(host)}`,
  richPictureFailed: 'Obrázek nelze zobrazit',
  richCards: 'Karty',
  richPictures: 'Obrázky',
  richPrevious: 'Předchozí',
  richNext: 'Další',
  richPosition: (place, of) => `${number(place)} z ${number(of)}`,
  richTimeLeft: (time) => `Zbývající čas: ${time}`,
  richTimeOver: 'Čas vypršel',
  richDate: 'Datum',
  richTime: 'Čas',
  richDateTime: 'Datum a čas',
  amendedEdited: 'Upraveno',
  amendedRetracted: 'Tato zpráva byla odstraněna',
  amendedWriting: 'Píše',
  reassigned: (to, before) => `${isolate(to)} přebírá konverzaci (dosud ${isolate(before)})`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Přiložit soubory',
  attachDrop: 'Přetáhněte soubory sem',
  attached: 'Soubory k další zprávě',
  fileWaiting: 'Čeká',
  fileReady: 'Připraveno k odeslání',
  fileProgress: (name) => `Nahrává se ${isolate(name)}`,
  fileRemove: (name) => `Odebrat ${isolate(name)}`,
  fileRetry: (name) => `Zkusit znovu ${isolate(name)}`,
  fileDownload: (name, size) => `Stáhnout ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Obrázek: ${isolate(name)}`,
  fileTooLarge: (size) => `Větší než ${isolate(size)}, což je povolené maximum`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Soubor byl odmítnut',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `${isolate(name)}: připraveno k odeslání`,
});
