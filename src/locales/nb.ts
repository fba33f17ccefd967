import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('nb', { one: '# ulest melding', other: '# uleste meldinger' });
const fresh = plural('nb', { one: '# ny melding', other: '# nye meldinger' });
const remaining = plural('nb', { one: '# tegn igjen', other: '# tegn igjen' });
const surplus = plural('nb', { one: '# tegn for mye', other: '# tegn for mye' });

const errors: ErrorTexts = {
  'already-active': 'En samtale er allerede åpen',
  'not-active': 'Ingen samtale er åpen',
  invalid: 'En av opplysningene er ikke gyldig',
  empty: 'Meldingen er tom',
  'too-long': 'Meldingen er for lang',
  ended: 'Samtalen er avsluttet',
  blocked: 'Du kan ikke lenger skrive her',
  denied: 'Kunne ikke åpne samtalen',
  unsupported: 'Dette er ikke mulig her',
  'load-failed': 'Kunne ikke laste inn chatten',
  unreachable: 'Vi får ikke kontakt med chatten',
  timeout: 'Svaret kom ikke i tide',
  protocol: 'Svaret var ikke til å forstå',
  version: 'Denne siden er utdatert: Last den inn på nytt',
  refused: 'Det ble avslått',
  busy: 'For mye på én gang: Et øyeblikk',
  exhausted: 'Det finnes ikke mer',
  withdrawn: 'Du trakk den tilbake',
  prevented: 'Siden stoppet det',
  closed: 'Chatten ble lukket',
  expired: 'Du var borte for lenge',
  unattended: 'Det er ingen her nå',
  'context-failed': 'Kunne ikke lese opplysningene på siden',
  'token-failed': 'Kunne ikke kontrollere påloggingen din',
  'token-function': 'Kunne ikke kontrollere påloggingen din',
  'token-missing': 'Du er ikke logget på',
  'token-invalid': 'Påloggingen din er utløpt',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'mistet forbindelsen',
  transferred: 'ga samtalen videre',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Samtalen ble avsluttet fordi ingenting var skrevet på en stund.',
  'visitor-gone': 'Samtalen ble avsluttet fordi du var borte.',
  blocked: 'Samtalen ble lukket.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Du er i køen',
  'idle-warning': 'Er du der fortsatt? Samtalen avsluttes snart.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'samtale pågår',
    loadFailed: 'Kunne ikke laste inn chatten. Prøv igjen',

    title: 'Chat med oss',
    minimize: 'Minimer chatten',
    close: 'Lukk chatten',
    options: 'Chat-alternativer',
    endChat: 'Avslutt chatten',
    endConfirmTitle: 'Vil du avslutte chatten?',
    endConfirmText: 'Du kan fortsatt lese samtalen etterpå.',
    endConfirm: 'Avslutt chatten',
    cancel: 'Fortsett å chatte',
    sound: 'Lyd',
    notifications: 'Skrivebordsvarsler',
    notificationsBlocked: 'Blokkert i nettleserens innstillinger',
    stateIdle: 'Vi er her for å hjelpe',
    stateStarting: 'Kobler til…',
    stateRestoring: 'Henter tilbake samtalen din…',
    stateQueued: 'Venter på en medarbeider',
    stateActive: 'På nett',
    stateOffline: 'Ikke tilkoblet',
    stateEnding: 'Avslutter samtalen…',
    stateEnded: 'Samtalen er avsluttet',

    offline: 'Du er frakoblet. Det du sender, blir tatt vare på og sendt så snart du er på nett igjen.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Kobler til på nytt… (forsøk ${number(attempts)})` : 'Kobler til på nytt…',
    serverOffline:
      'Vi får ikke kontakt med chatten akkurat nå. Vi fortsetter å prøve, og ingenting du skriver, går tapt.',
    catchingUp: 'Henter de siste meldingene…',
    tryNow: 'Prøv nå',
    queueWaiting: 'Noen er snart klare til å hjelpe deg.',
    queuePosition: (position) => (position <= 1 ? 'Du er neste i køen.' : `Du er nummer ${number(position)} i køen.`),
    queueWait: (duration) => `Ventetid: omtrent ${isolate(duration)}.`,
    storageMemory:
      'Denne nettleseren kan ikke ta vare på usendte meldinger hvis du forlater siden eller laster den på nytt.',
    engineFailed: 'Kunne ikke laste inn chatten.',
    idleWarning: (time) =>
      time
        ? `Er du der fortsatt? Uten en melding avsluttes chatten kl. ${isolate(time)}.`
        : 'Er du der fortsatt? Uten en melding avsluttes chatten snart.',
    refused: (reason) => `Ingen tilkobling. ${reason}.`,
    startFailed: (reason) => `Kunne ikke starte chatten. ${reason}.`,
    restoreFailed: 'Kunne ikke hente tilbake den forrige samtalen din.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Du avsluttet samtalen.' : 'Samtalen er avsluttet.'),
    startNew: 'Start en ny chat',
    dismiss: 'Skjul',

    conversation: 'Samtale',
    greeting: 'Hei, hva kan vi hjelpe med?',
    greetingHint: 'Skriv til oss her. Vi svarer vanligvis innen noen minutter.',
    loadOlder: 'Last inn tidligere meldinger',
    loadingOlder: 'Laster inn tidligere meldinger…',
    newDivider: 'Nytt',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Gå til den siste meldingen',
    today: 'I dag',
    yesterday: 'I går',
    typing: ([first, second, third]) => {
      if (!first) return 'Skriver…';
      if (!second) return `${isolate(first)} skriver…`;
      return third ? 'Flere personer skriver…' : `${isolate(first)} og ${isolate(second)} skriver…`;
    },
    joined: (name) => `${isolate(name)} ble med`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'forlot chatten'}`,
    transferred: (to) => (to ? `Du er satt over til ${isolate(to)}` : 'Du er satt over til teamet'),
    status: (status) => statuses[status] ?? '',
    you: 'Du',
    agent: 'Kundebehandler',
    supervisor: 'Teamleder',
    bot: 'Assistent',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Ikke lagret ennå',
    queued: 'Venter på å bli sendt',
    sending: 'Sender…',
    sent: 'Sendt',
    delivered: 'Levert',
    seen: 'Lest',
    unconfirmed: 'Det er ikke sikkert at denne kom frem',
    notSent: 'Ikke sendt',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Prøv igjen',
    delete: 'Slett',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Meldingen din ble ikke sendt. ${reason}.`,

    message: 'Melding',
    placeholder: 'Skriv en melding…',
    placeholderOffline: 'Skriv nå, den sendes senere…',
    send: 'Send',
    composerHint: 'Enter sender, Shift og Enter gir en ny linje',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Denne samtalen er avsluttet.',
    composerBlocked: 'Du kan ikke lenger skrive her.',
  };
};

/** Norwegian (Bokmål). */
const nb: Locale = { lang: 'nb', terms, more: async () => (await import('./more/nb.js')).moreNb };
export default nb;
