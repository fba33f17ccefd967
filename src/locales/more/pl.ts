import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Buźki i emocje',
  'Ludzie i gesty',
  'Zwierzęta i przyroda',
  'Jedzenie i napoje',
  'Podróże i miejsca',
  'Aktywności',
  'Przedmioty',
  'Symbole',
  'Flagi',
];
const tones = ['Domyślny', 'Jasny', 'Średnio jasny', 'Średni', 'Średnio ciemny', 'Ciemny'];

const long = plural('pl', {
  one: 'Tutaj zmieści się najwyżej # znak.',
  few: 'Tutaj zmieszczą się najwyżej # znaki.',
  many: 'Tutaj zmieści się najwyżej # znaków.',
  other: 'Tutaj zmieści się najwyżej # znaku.',
});
const found = plural('pl', {
  one: 'Znaleziono # emoji',
  few: 'Znaleziono # emoji',
  many: 'Znaleziono # emoji',
  other: 'Znaleziono # emoji',
});
const atMost = plural('pl', {
  one: 'Wybierz najwyżej #',
  few: 'Wybierz najwyżej #',
  many: 'Wybierz najwyżej #',
  other: 'Wybierz najwyżej #',
});
const files = plural('pl', {
  one: 'Więcej niż # plik w jednej wiadomości',
  few: 'Więcej niż # pliki w jednej wiadomości',
  many: 'Więcej niż # plików w jednej wiadomości',
  other: 'Więcej niż # pliku w jednej wiadomości',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Plik jest pusty',
  'too-large': 'Jeden z plików jest za duży',
  'too-many': 'Tych plików jest za dużo',
  'type-not-allowed': 'Pliki tego typu nie są przyjmowane',
  'type-mismatch': 'Zawartość pliku nie odpowiada jego nazwie',
  'unknown-file': 'Tego pliku już nie ma',
  unreadable: 'Pliku nie można już odczytać: wybierz go ponownie',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Twoja sprawa jest otwarta',
  pending: 'Twoja sprawa czeka',
  escalated: 'Twoja sprawa została przekazana specjaliście',
  resolved: 'Twoja sprawa została rozwiązana',
  closed: 'Twoja sprawa została zamknięta',
};

/** Polish. */
export const morePl: MoreTermTable = (number) => ({
  formHeading: 'Zanim zaczniemy',
  formText: 'Kilka słów o Tobie, abyśmy mogli szybciej pomóc.',
  formStart: 'Rozpocznij czat',
  formCancel: 'Nie teraz',
  formOptional: 'opcjonalnie',
  formChoose: 'Wybierz',
  nickname: 'Twoje imię',
  firstname: 'Imię',
  lastname: 'Nazwisko',
  email: 'E-mail',
  subject: 'Czego dotyczy rozmowa?',
  errorMissing: 'Wypełnij to pole, aby przejść dalej.',
  errorChoice: 'Wybierz jedną opcję, aby przejść dalej.',
  errorTick: 'Zaznacz to pole, aby przejść dalej.',
  errorEmail: 'Wpisz adres e-mail, na przykład name@example.com.',
  errorTel: 'Wpisz numer telefonu: cyfry, spacje i znak + na początku.',
  errorLong: (max) => long(max, number),
  errorOther: 'W tej postaci nie można tego użyć. Sprawdź wpis.',

  emojis: 'Emoji',
  emojiSearch: 'Szukaj emoji',
  emojiFound: (count) => (count === 0 ? 'Nie znaleziono emoji' : found(count, number)),
  emojiRecent: 'Ostatnio używane',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Nie udało się wczytać emoji.',
  skinTone: 'Odcień skóry',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Więcej działań',
  saveTranscript: 'Pobierz rozmowę',
  savingTranscript: 'Przygotowywanie pliku…',

  surveyQuestion: 'Jak oceniasz tę rozmowę?',
  surveyRating: (rating, scale) => `${number(rating)} z ${number(scale)}`,
  surveyComment: 'Czy chcesz coś dodać?',
  surveySend: 'Wyślij ocenę',
  surveySending: 'Wysyłanie…',
  surveyMissing: 'Najpierw wybierz ocenę.',
  surveyFailed: (answered) =>
    answered ? 'Ta odpowiedź została już udzielona.' : 'Nie udało się wysłać oceny. Spróbuj ponownie.',
  surveyThanks: 'Dziękujemy za ocenę.',

  threads: 'Twoje rozmowy',
  threadsEmpty: 'Nie ma jeszcze rozmów',
  threadsFailed: 'Nie udało się wczytać rozmów.',
  threadsMore: 'Pokaż więcej',
  threadsArchived: 'Zarchiwizowane',
  threadRename: 'Zmień nazwę',
  threadName: 'Nazwa rozmowy',
  threadSave: 'Zapisz',
  threadArchive: 'Archiwizuj',
  threadRestore: 'Przywróć z archiwum',

  invitation: 'Zaproszenie do czatu',
  inviteHeading: 'Czy możemy pomóc?',
  inviteText: 'Masz pytanie? Jesteśmy tutaj.',
  inviteAccept: 'Rozpocznij czat',
  inviteDecline: 'Nie, dziękuję',

  leaveHeading: 'Teraz nas tu nie ma',
  leaveText: (back) =>
    back === undefined
      ? 'Zostaw nam wiadomość, a odpowiemy e-mailem.'
      : `Wracamy: ${back}. Zostaw nam wiadomość, a odpowiemy e-mailem.`,
  leaveMessage: 'Twoja wiadomość',
  leaveSend: 'Zostaw wiadomość',
  leaveSending: 'Wysyłanie…',
  leaveFailed: (reason) => `Nie udało się zostawić wiadomości: ${reason}. Nic nie zginęło; spróbuj ponownie.`,
  leftHeading: 'Dziękujemy',
  leftText: 'Mamy Twoją wiadomość i odpowiemy e-mailem.',
  leftDone: 'Zamknij',

  fileName: 'rozmowa',
  fileHeading: 'Rozmowa',
  fileSaved: (time) => `Zapisano: ${time}`,
  filePartial: 'Nie udało się pobrać wcześniejszych wiadomości.',
  fileEnd: 'Koniec rozmowy',

  richChosen: 'Wybrano',
  richSend: 'Wyślij',
  richSent: 'Wysłano',
  richPickOne: 'Wybierz jedną opcję',
  richPick: (min, max) =>
    min === max
      ? `Wybierz ${number(min)}`
      : min > 0
        ? `Wybierz od ${number(min)} do ${number(max)}`
        : `Wybierz najwyżej ${number(max)}`,
  richPickMissing: 'Najpierw coś wybierz',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'To pole jest wymagane',
  richWrong: 'To nie wygląda poprawnie',
  richNeeded: 'wymagane',
  richYes: 'Tak',
  richOpens: 'otwiera się w nowej karcie',
  richShowPicture: (host) => `Pokaż obraz z ${isolate(host)}`,
  richPictureFailed: 'Nie można wyświetlić obrazu',
  richCards: 'Karty',
  richPictures: 'Obrazy',
  richPrevious: 'Poprzedni',
  richNext: 'Następny',
  richPosition: (place, of) => `${number(place)} z ${number(of)}`,
  richTimeLeft: (time) => `Pozostały czas: ${time}`,
  richTimeOver: 'Czas minął',
  richDate: 'Data',
  richTime: 'Godzina',
  richDateTime: 'Data i godzina',
  amendedEdited: 'Edytowano',
  amendedRetracted: 'Ta wiadomość została usunięta',
  amendedWriting: 'Pisze',
  reassigned: (to, before) => `${isolate(to)} przejmuje rozmowę (wcześniej ${isolate(before)})`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Załącz pliki',
  attachDrop: 'Upuść pliki tutaj, aby je załączyć',
  attached: 'Pliki do następnej wiadomości',
  fileWaiting: 'Oczekuje',
  fileReady: 'Gotowy do wysłania',
  fileProgress: (name) => `Przesyłanie pliku ${isolate(name)}`,
  fileRemove: (name) => `Usuń ${isolate(name)}`,
  fileRetry: (name) => `Ponów ${isolate(name)}`,
  fileDownload: (name, size) => `Pobierz ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Obraz: ${isolate(name)}`,
  fileTooLarge: (size) => `Większy niż ${isolate(size)}, czyli dozwolone maksimum`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Plik został odrzucony',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `Plik ${isolate(name)} jest gotowy do wysłania`,
});
