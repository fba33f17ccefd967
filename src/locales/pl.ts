import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('pl', {
  one: '# nieprzeczytana wiadomość',
  few: '# nieprzeczytane wiadomości',
  many: '# nieprzeczytanych wiadomości',
  other: '# nieprzeczytanej wiadomości',
});
const fresh = plural('pl', {
  one: '# nowa wiadomość',
  few: '# nowe wiadomości',
  many: '# nowych wiadomości',
  other: '# nowej wiadomości',
});
const remaining = plural('pl', {
  one: 'Pozostał # znak',
  few: 'Pozostały # znaki',
  many: 'Pozostało # znaków',
  other: 'Pozostało # znaku',
});
const surplus = plural('pl', {
  one: '# znak za dużo',
  few: '# znaki za dużo',
  many: '# znaków za dużo',
  other: '# znaku za dużo',
});

const errors: ErrorTexts = {
  'already-active': 'Inna rozmowa jest już otwarta',
  'not-active': 'Żadna rozmowa nie jest otwarta',
  invalid: 'Któreś z danych są nieprawidłowe',
  empty: 'Wiadomość jest pusta',
  'too-long': 'Wiadomość jest za długa',
  ended: 'Rozmowa została zakończona',
  blocked: 'Nie możesz już tutaj pisać',
  denied: 'Nie udało się otworzyć rozmowy',
  unsupported: 'To nie jest tutaj możliwe',
  'load-failed': 'Nie udało się wczytać czatu',
  unreachable: 'Czat jest niedostępny',
  timeout: 'Odpowiedź nie nadeszła na czas',
  protocol: 'Nie udało się zrozumieć odpowiedzi',
  version: 'Ta strona jest nieaktualna: odśwież ją',
  refused: 'Odmówiono',
  busy: 'Za dużo naraz: prosimy o chwilę cierpliwości',
  exhausted: 'Nie ma nic więcej',
  withdrawn: 'Wiadomość została wycofana',
  prevented: 'Ta strona na to nie pozwoliła',
  closed: 'Czat został zamknięty',
  expired: 'Twoja nieobecność trwała zbyt długo',
  unattended: 'W tej chwili nikogo tu nie ma',
  'context-failed': 'Nie udało się odczytać danych strony',
  'token-failed': 'Nie udało się sprawdzić Twojego logowania',
  'token-function': 'Nie udało się sprawdzić Twojego logowania',
  'token-missing': 'Logowanie jest wymagane',
  'token-invalid': 'Twoje logowanie wygasło',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'traci połączenie',
  transferred: 'przekazuje rozmowę',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Rozmowa została zakończona, bo przez dłuższy czas nic nie napisano.',
  'visitor-gone': 'Rozmowa została zakończona z powodu Twojej nieobecności.',
  blocked: 'Rozmowa została zamknięta.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Jesteś w kolejce',
  'idle-warning': 'Czy nadal tu jesteś? Rozmowa wkrótce się zakończy.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Czat',
    // What is written as “99+” is counted as a hundred.
    unread: (count) => unread(Math.min(count, 100), capped),
    badge: capped,
    running: 'trwa rozmowa',
    loadFailed: 'Nie udało się wczytać czatu. Spróbuj ponownie',

    title: 'Porozmawiaj z nami',
    minimize: 'Zminimalizuj czat',
    close: 'Zamknij czat',
    options: 'Opcje czatu',
    endChat: 'Zakończ czat',
    endConfirmTitle: 'Zakończyć ten czat?',
    endConfirmText: 'Rozmowę będzie można przeczytać także później.',
    endConfirm: 'Zakończ czat',
    cancel: 'Kontynuuj rozmowę',
    sound: 'Dźwięk',
    notifications: 'Powiadomienia na pulpicie',
    notificationsBlocked: 'Zablokowane w ustawieniach przeglądarki',
    stateIdle: 'Jesteśmy tu, aby pomóc',
    stateStarting: 'Łączenie…',
    stateRestoring: 'Przywracanie rozmowy…',
    stateQueued: 'Czekamy, aż ktoś dołączy',
    stateActive: 'Online',
    stateOffline: 'Brak połączenia',
    stateEnding: 'Kończenie rozmowy…',
    stateEnded: 'Rozmowa zakończona',

    offline: 'Jesteś offline. To, co wyślesz, zostanie zapisane i wysłane, gdy tylko wróci połączenie.',
    reconnecting: (attempts) => (attempts > 1 ? `Ponowne łączenie… (próba ${number(attempts)})` : 'Ponowne łączenie…'),
    serverOffline: 'Czat jest teraz niedostępny. Wciąż próbujemy się połączyć i nic z tego, co napiszesz, nie zginie.',
    catchingUp: 'Pobieranie najnowszych wiadomości…',
    tryNow: 'Spróbuj teraz',
    queueWaiting: 'Wkrótce ktoś się Tobą zajmie.',
    queuePosition: (position) =>
      position <= 1 ? 'Następna rozmowa jest Twoja.' : `Twoje miejsce w kolejce: ${number(position)}.`,
    queueWait: (duration) => `Przybliżony czas oczekiwania: ${isolate(duration)}.`,
    storageMemory: 'Ta przeglądarka nie może zachować niewysłanych wiadomości, jeśli opuścisz lub odświeżysz stronę.',
    engineFailed: 'Nie udało się wczytać czatu.',
    idleWarning: (time) =>
      time
        ? `Czy nadal tu jesteś? Bez Twojej wiadomości czat zakończy się o ${isolate(time)}.`
        : 'Czy nadal tu jesteś? Bez Twojej wiadomości czat wkrótce się zakończy.',
    refused: (reason) => `Brak połączenia. ${reason}.`,
    startFailed: (reason) => `Nie udało się rozpocząć czatu. ${reason}.`,
    restoreFailed: 'Nie udało się przywrócić poprzedniej rozmowy.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Rozmowa została zakończona przez Ciebie.' : 'Rozmowa została zakończona.'),
    startNew: 'Rozpocznij nowy czat',
    dismiss: 'Ukryj',

    conversation: 'Rozmowa',
    greeting: 'Dzień dobry, w czym możemy pomóc?',
    greetingHint: 'Napisz do nas tutaj. Zwykle odpowiadamy w ciągu kilku minut.',
    loadOlder: 'Wczytaj wcześniejsze wiadomości',
    loadingOlder: 'Wczytywanie wcześniejszych wiadomości…',
    newDivider: 'Nowe',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Przejdź do najnowszej wiadomości',
    today: 'Dzisiaj',
    yesterday: 'Wczoraj',
    typing: ([first, second, third]) => {
      if (!first) return 'Pisze…';
      if (!second) return `${isolate(first)} pisze…`;
      return third ? 'Kilka osób pisze…' : `${isolate(first)} i ${isolate(second)} piszą…`;
    },
    joined: (name) => `${isolate(name)} dołącza do rozmowy`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'opuszcza rozmowę'}`,
    transferred: (to) => (to ? `Teraz rozmawia z Tobą ${isolate(to)}` : 'Teraz rozmawia z Tobą nasz zespół'),
    status: (status) => statuses[status] ?? '',
    you: 'Ty',
    agent: 'Konsultant',
    supervisor: 'Kierownik',
    bot: 'Asystent',
    system: 'Czat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Jeszcze nie zapisano',
    queued: 'Czeka na wysłanie',
    sending: 'Wysyłanie…',
    sent: 'Wysłano',
    delivered: 'Dostarczono',
    seen: 'Wyświetlono',
    unconfirmed: 'Nie ma pewności, czy wiadomość dotarła',
    notSent: 'Nie wysłano',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Spróbuj ponownie',
    delete: 'Usuń',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Twoja wiadomość nie została wysłana. ${reason}.`,

    message: 'Wiadomość',
    placeholder: 'Napisz wiadomość…',
    placeholderOffline: 'Napisz, wyślemy to później…',
    send: 'Wyślij',
    composerHint: 'Enter wysyła, Shift i Enter zaczyna nowy wiersz',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Ta rozmowa została zakończona.',
    composerBlocked: 'Nie możesz już tutaj pisać.',
  };
};

/** Polish. */
const pl: Locale = { lang: 'pl', terms, more: async () => (await import('./more/pl.js')).morePl };
export default pl;
