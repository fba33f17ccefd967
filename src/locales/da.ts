import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('da', { one: '# ulæst besked', other: '# ulæste beskeder' });
const fresh = plural('da', { one: '# ny besked', other: '# nye beskeder' });
const remaining = plural('da', { one: '# tegn tilbage', other: '# tegn tilbage' });
const surplus = plural('da', { one: '# tegn for meget', other: '# tegn for meget' });

const errors: ErrorTexts = {
  'already-active': 'Der er allerede en åben samtale',
  'not-active': 'Der er ingen åben samtale',
  invalid: 'En af oplysningerne er ikke gyldig',
  empty: 'Beskeden er tom',
  'too-long': 'Beskeden er for lang',
  ended: 'Samtalen er afsluttet',
  blocked: 'Du kan ikke længere skrive her',
  denied: 'Samtalen kunne ikke åbnes',
  unsupported: 'Det er ikke muligt her',
  'load-failed': 'Chatten kunne ikke indlæses',
  unreachable: 'Chatten kan ikke nås',
  timeout: 'Svaret kom ikke i tide',
  protocol: 'Svaret kunne ikke forstås',
  version: 'Siden er forældet: Genindlæs den',
  refused: 'Det blev afvist',
  busy: 'For meget på én gang: Et øjeblik',
  exhausted: 'Der er ikke mere',
  withdrawn: 'Du trak den tilbage',
  prevented: 'Siden forhindrede det',
  closed: 'Chatten blev lukket',
  expired: 'Du var væk for længe',
  unattended: 'Der er ingen her i øjeblikket',
  'context-failed': 'Sidens oplysninger kunne ikke læses',
  'token-failed': 'Dit login kunne ikke kontrolleres',
  'token-function': 'Dit login kunne ikke kontrolleres',
  'token-missing': 'Du er ikke logget ind',
  'token-invalid': 'Dit login er udløbet',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'mistede forbindelsen',
  transferred: 'gav samtalen videre',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Samtalen blev afsluttet, fordi der ikke var skrevet noget i et stykke tid.',
  'visitor-gone': 'Samtalen blev afsluttet, fordi du ikke var her.',
  blocked: 'Samtalen blev lukket.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Du er i køen',
  'idle-warning': 'Er du der stadig? Samtalen slutter snart.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'samtale i gang',
    loadFailed: 'Chatten kunne ikke indlæses. Prøv igen',

    title: 'Chat med os',
    minimize: 'Minimer chatten',
    close: 'Luk chatten',
    options: 'Chatindstillinger',
    endChat: 'Afslut chat',
    endConfirmTitle: 'Vil du afslutte chatten?',
    endConfirmText: 'Du kan stadig læse samtalen bagefter.',
    endConfirm: 'Afslut chat',
    cancel: 'Fortsæt chatten',
    sound: 'Lyd',
    notifications: 'Skrivebordsmeddelelser',
    notificationsBlocked: 'Blokeret i browserens indstillinger',
    stateIdle: 'Vi er klar til at hjælpe',
    stateStarting: 'Opretter forbindelse…',
    stateRestoring: 'Henter din samtale…',
    stateQueued: 'Venter på en medarbejder',
    stateActive: 'Online',
    stateOffline: 'Ikke forbundet',
    stateEnding: 'Afslutter samtalen…',
    stateEnded: 'Samtalen er afsluttet',

    offline: 'Du er offline. Det, du sender, bliver gemt og sendt, så snart du er online igen.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Genopretter forbindelsen… (forsøg ${number(attempts)})` : 'Genopretter forbindelsen…',
    serverOffline: 'Chatten kan ikke nås lige nu. Vi bliver ved med at prøve, og intet af det, du skriver, går tabt.',
    catchingUp: 'Henter de nyeste beskeder…',
    tryNow: 'Prøv nu',
    queueWaiting: 'Der er snart nogen klar til dig.',
    queuePosition: (position) =>
      position <= 1 ? 'Du er den næste i køen.' : `Du er nummer ${number(position)} i køen.`,
    queueWait: (duration) => `Ventetid: cirka ${isolate(duration)}.`,
    storageMemory: 'Denne browser kan ikke gemme usendte beskeder, hvis du forlader eller genindlæser siden.',
    engineFailed: 'Chatten kunne ikke indlæses.',
    idleWarning: (time) =>
      time
        ? `Er du der stadig? Uden en besked slutter chatten kl. ${isolate(time)}.`
        : 'Er du der stadig? Uden en besked slutter chatten snart.',
    refused: (reason) => `Ingen forbindelse. ${reason}.`,
    startFailed: (reason) => `Chatten kunne ikke startes. ${reason}.`,
    restoreFailed: 'Din tidligere samtale kunne ikke hentes.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Du afsluttede samtalen.' : 'Samtalen er afsluttet.'),
    startNew: 'Start en ny chat',
    dismiss: 'Skjul',

    conversation: 'Samtale',
    greeting: 'Hej, hvordan kan vi hjælpe?',
    greetingHint: 'Skriv til os her. Vi svarer som regel inden for få minutter.',
    loadOlder: 'Indlæs tidligere beskeder',
    loadingOlder: 'Indlæser tidligere beskeder…',
    newDivider: 'Nyt',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Gå til den nyeste besked',
    today: 'I dag',
    yesterday: 'I går',
    typing: ([first, second, third]) => {
      if (!first) return 'Skriver…';
      if (!second) return `${isolate(first)} skriver…`;
      return third ? 'Flere personer skriver…' : `${isolate(first)} og ${isolate(second)} skriver…`;
    },
    joined: (name) => `${isolate(name)} er kommet med`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'har forladt chatten'}`,
    transferred: (to) => (to ? `Du er stillet videre til ${isolate(to)}` : 'Du er stillet videre til teamet'),
    status: (status) => statuses[status] ?? '',
    you: 'Dig',
    agent: 'Medarbejder',
    supervisor: 'Teamleder',
    bot: 'Assistent',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Ikke gemt endnu',
    queued: 'Venter på at blive sendt',
    sending: 'Sender…',
    sent: 'Sendt',
    delivered: 'Leveret',
    seen: 'Læst',
    unconfirmed: 'Det er ikke sikkert, at den er nået frem',
    notSent: 'Ikke sendt',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Prøv igen',
    delete: 'Slet',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Din besked blev ikke sendt. ${reason}.`,

    message: 'Besked',
    placeholder: 'Skriv en besked…',
    placeholderOffline: 'Skriv nu, den sendes senere…',
    send: 'Send',
    composerHint: 'Enter sender, Skift og Enter giver en ny linje',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Denne samtale er afsluttet.',
    composerBlocked: 'Du kan ikke længere skrive her.',
  };
};

/** Danish. */
const da: Locale = { lang: 'da', terms, more: async () => (await import('./more/da.js')).moreDa };
export default da;
