import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('nl', { one: '# ongelezen bericht', other: '# ongelezen berichten' });
const fresh = plural('nl', { one: '# nieuw bericht', other: '# nieuwe berichten' });
const remaining = plural('nl', { one: 'Nog # teken', other: 'Nog # tekens' });
const surplus = plural('nl', { one: '# teken te veel', other: '# tekens te veel' });

const errors: ErrorTexts = {
  'already-active': 'Er is al een gesprek geopend',
  'not-active': 'Er is geen gesprek geopend',
  invalid: 'Een van de gegevens is niet geldig',
  empty: 'Het bericht is leeg',
  'too-long': 'Het bericht is te lang',
  ended: 'Het gesprek is beëindigd',
  blocked: 'Je kunt hier niet meer schrijven',
  denied: 'Het gesprek kon niet worden geopend',
  unsupported: 'Dat kan hier niet',
  'load-failed': 'De chat kon niet worden geladen',
  unreachable: 'De chat is niet bereikbaar',
  timeout: 'Er kwam niet op tijd een antwoord',
  protocol: 'Het antwoord was niet te begrijpen',
  version: 'Deze pagina is verouderd: laad hem opnieuw',
  refused: 'Het is geweigerd',
  busy: 'Te veel tegelijk: een ogenblik',
  exhausted: 'Er is niets meer',
  withdrawn: 'Je hebt het ingetrokken',
  prevented: 'Deze pagina heeft het tegengehouden',
  closed: 'De chat is gesloten',
  expired: 'Je bent te lang weg geweest',
  unattended: 'Er is nu niemand aanwezig',
  'context-failed': 'De gegevens van de pagina konden niet worden gelezen',
  'token-failed': 'Je aanmelding kon niet worden gecontroleerd',
  'token-function': 'Je aanmelding kon niet worden gecontroleerd',
  'token-missing': 'Je bent niet aangemeld',
  'token-invalid': 'Je aanmelding is verlopen',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'heeft de verbinding verloren',
  transferred: 'heeft het gesprek doorgegeven',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Het gesprek is beëindigd omdat er een tijdje niets is geschreven.',
  'visitor-gone': 'Het gesprek is beëindigd omdat je weg was.',
  blocked: 'Het gesprek is gesloten.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Je staat in de wachtrij',
  'idle-warning': 'Ben je er nog? Het gesprek eindigt binnenkort.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'gesprek bezig',
    loadFailed: 'De chat kon niet worden geladen. Opnieuw proberen',

    title: 'Chat met ons',
    minimize: 'Chat minimaliseren',
    close: 'Chat sluiten',
    options: 'Chatopties',
    endChat: 'Chat beëindigen',
    endConfirmTitle: 'Deze chat beëindigen?',
    endConfirmText: 'Je kunt het gesprek daarna nog teruglezen.',
    endConfirm: 'Chat beëindigen',
    cancel: 'Verder chatten',
    sound: 'Geluid',
    notifications: 'Bureaubladmeldingen',
    notificationsBlocked: 'Geblokkeerd in de instellingen van je browser',
    stateIdle: 'We helpen je graag',
    stateStarting: 'Verbinding maken…',
    stateRestoring: 'Je gesprek wordt teruggehaald…',
    stateQueued: 'Wachten tot er iemand voor je is',
    stateActive: 'Online',
    stateOffline: 'Geen verbinding',
    stateEnding: 'Gesprek wordt beëindigd…',
    stateEnded: 'Gesprek beëindigd',

    offline: 'Je bent offline. Wat je verstuurt, wordt bewaard en gaat weg zodra je weer online bent.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Opnieuw verbinden… (poging ${number(attempts)})` : 'Opnieuw verbinden…',
    serverOffline: 'De chat is nu niet bereikbaar. We blijven het proberen en niets van wat je schrijft gaat verloren.',
    catchingUp: 'De laatste berichten worden opgehaald…',
    tryNow: 'Nu proberen',
    queueWaiting: 'Er is zo iemand voor je.',
    queuePosition: (position) =>
      position <= 1 ? 'Je bent als volgende aan de beurt.' : `Je bent nummer ${number(position)} in de wachtrij.`,
    queueWait: (duration) => `Wachttijd: ongeveer ${isolate(duration)}.`,
    storageMemory: 'Deze browser kan niet-verzonden berichten niet bewaren als je de pagina verlaat of opnieuw laadt.',
    engineFailed: 'De chat kon niet worden geladen.',
    idleWarning: (time) =>
      time
        ? `Ben je er nog? Zonder bericht eindigt de chat om ${isolate(time)}.`
        : 'Ben je er nog? Zonder bericht eindigt de chat binnenkort.',
    refused: (reason) => `Geen verbinding. ${reason}.`,
    startFailed: (reason) => `De chat kon niet worden gestart. ${reason}.`,
    restoreFailed: 'Je eerdere gesprek kon niet worden teruggehaald.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Je hebt het gesprek beëindigd.' : 'Het gesprek is beëindigd.'),
    startNew: 'Nieuwe chat starten',
    dismiss: 'Verbergen',

    conversation: 'Gesprek',
    greeting: 'Hallo, waarmee kunnen we je helpen?',
    greetingHint: 'Schrijf ons hier. Meestal antwoorden we binnen een paar minuten.',
    loadOlder: 'Eerdere berichten laden',
    loadingOlder: 'Eerdere berichten worden geladen…',
    newDivider: 'Nieuw',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Naar het laatste bericht',
    today: 'Vandaag',
    yesterday: 'Gisteren',
    typing: ([first, second, third]) => {
      if (!first) return 'Aan het typen…';
      if (!second) return `${isolate(first)} is aan het typen…`;
      return third
        ? 'Meerdere mensen zijn aan het typen…'
        : `${isolate(first)} en ${isolate(second)} zijn aan het typen…`;
    },
    joined: (name) => `${isolate(name)} doet mee`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'heeft de chat verlaten'}`,
    transferred: (to) => (to ? `Je bent doorverbonden met ${isolate(to)}` : 'Je bent doorverbonden met het team'),
    status: (status) => statuses[status] ?? '',
    you: 'Jij',
    agent: 'Medewerker',
    supervisor: 'Leidinggevende',
    bot: 'Assistent',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Nog niet bewaard',
    queued: 'Wacht op verzending',
    sending: 'Verzenden…',
    sent: 'Verzonden',
    delivered: 'Afgeleverd',
    seen: 'Gelezen',
    unconfirmed: 'Niet zeker of dit is aangekomen',
    notSent: 'Niet verzonden',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Opnieuw proberen',
    delete: 'Verwijderen',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Je bericht is niet verzonden. ${reason}.`,

    message: 'Bericht',
    placeholder: 'Schrijf een bericht…',
    placeholderOffline: 'Schrijf nu, gaat later weg…',
    send: 'Verzenden',
    composerHint: 'Enter verzendt, Shift en Enter begint een nieuwe regel',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Dit gesprek is beëindigd.',
    composerBlocked: 'Je kunt hier niet meer schrijven.',
  };
};

/** Dutch. */
const nl: Locale = { lang: 'nl', terms, more: async () => (await import('./more/nl.js')).moreNl };
export default nl;
