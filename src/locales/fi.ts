import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('fi', { one: '# lukematon viesti', other: '# lukematonta viestiä' });
const fresh = plural('fi', { one: '# uusi viesti', other: '# uutta viestiä' });
const remaining = plural('fi', { one: '# merkki jäljellä', other: '# merkkiä jäljellä' });
const surplus = plural('fi', { one: '# merkki liikaa', other: '# merkkiä liikaa' });

const errors: ErrorTexts = {
  'already-active': 'Keskustelu on jo auki',
  'not-active': 'Mikään keskustelu ei ole auki',
  invalid: 'Jokin tiedoista ei kelpaa',
  empty: 'Viesti on tyhjä',
  'too-long': 'Viesti on liian pitkä',
  ended: 'Keskustelu on päättynyt',
  blocked: 'Et voi enää kirjoittaa tänne',
  denied: 'Keskustelua ei voitu avata',
  unsupported: 'Tämä ei ole täällä mahdollista',
  'load-failed': 'Chatia ei voitu ladata',
  unreachable: 'Chatiin ei saada yhteyttä',
  timeout: 'Vastausta ei saatu ajoissa',
  protocol: 'Vastausta ei voitu tulkita',
  version: 'Tämä sivu on vanhentunut: lataa se uudelleen',
  refused: 'Pyyntö hylättiin',
  busy: 'Liikaa kerralla: odota hetki',
  exhausted: 'Enempää ei ole',
  withdrawn: 'Peruit sen',
  prevented: 'Tämä sivu esti sen',
  closed: 'Chat suljettiin',
  expired: 'Olit poissa liian kauan',
  unattended: 'Juuri nyt kukaan ei ole paikalla',
  'context-failed': 'Sivun tietoja ei voitu lukea',
  'token-failed': 'Kirjautumistasi ei voitu tarkistaa',
  'token-function': 'Kirjautumistasi ei voitu tarkistaa',
  'token-missing': 'Et ole kirjautunut sisään',
  'token-invalid': 'Kirjautumisesi on vanhentunut',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'menetti yhteyden',
  transferred: 'siirsi keskustelun eteenpäin',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Keskustelu päättyi, koska hetkeen ei kirjoitettu mitään.',
  'visitor-gone': 'Keskustelu päättyi, koska olit poissa.',
  blocked: 'Keskustelu suljettiin.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Olet jonossa',
  'idle-warning': 'Oletko vielä paikalla? Keskustelu päättyy pian.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'keskustelu käynnissä',
    loadFailed: 'Chatia ei voitu ladata. Yritä uudelleen',

    title: 'Keskustele kanssamme',
    minimize: 'Pienennä chat',
    close: 'Sulje chat',
    options: 'Chatin valinnat',
    endChat: 'Lopeta chat',
    endConfirmTitle: 'Lopetetaanko chat?',
    endConfirmText: 'Voit lukea keskustelun myös jälkikäteen.',
    endConfirm: 'Lopeta chat',
    cancel: 'Jatka keskustelua',
    sound: 'Ääni',
    notifications: 'Työpöytäilmoitukset',
    notificationsBlocked: 'Estetty selaimen asetuksissa',
    stateIdle: 'Autamme mielellämme',
    stateStarting: 'Yhdistetään…',
    stateRestoring: 'Palautetaan keskusteluasi…',
    stateQueued: 'Odotetaan asiakaspalvelijaa',
    stateActive: 'Paikalla',
    stateOffline: 'Ei yhteyttä',
    stateEnding: 'Lopetetaan keskustelua…',
    stateEnded: 'Keskustelu päättyi',

    offline: 'Olet offline-tilassa. Lähettämäsi viestit säilyvät ja lähtevät heti, kun yhteys palaa.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Yhdistetään uudelleen… (${number(attempts)}. yritys)` : 'Yhdistetään uudelleen…',
    serverOffline: 'Chatiin ei saada nyt yhteyttä. Yritämme edelleen, eikä mikään kirjoittamasi katoa.',
    catchingUp: 'Haetaan uusimpia viestejä…',
    tryNow: 'Yritä nyt',
    queueWaiting: 'Joku palvelee sinua pian.',
    queuePosition: (position) =>
      position <= 1 ? 'Olet seuraavana vuorossa.' : `Olet jonossa sijalla ${number(position)}.`,
    queueWait: (duration) => `Arvioitu odotusaika: ${isolate(duration)}.`,
    storageMemory:
      'Tämä selain ei voi säilyttää lähettämättömiä viestejä, jos poistut sivulta tai lataat sen uudelleen.',
    engineFailed: 'Chatia ei voitu ladata.',
    idleWarning: (time) =>
      time
        ? `Oletko vielä paikalla? Ilman viestiä chat päättyy klo ${isolate(time)}.`
        : 'Oletko vielä paikalla? Ilman viestiä chat päättyy pian.',
    refused: (reason) => `Ei yhteyttä. ${reason}.`,
    startFailed: (reason) => `Chatia ei voitu aloittaa. ${reason}.`,
    restoreFailed: 'Aiempaa keskusteluasi ei voitu palauttaa.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Lopetit keskustelun.' : 'Keskustelu on päättynyt.'),
    startNew: 'Aloita uusi chat',
    dismiss: 'Piilota',

    conversation: 'Keskustelu',
    greeting: 'Hei, miten voimme auttaa?',
    greetingHint: 'Kirjoita meille tähän. Vastaamme yleensä muutamassa minuutissa.',
    loadOlder: 'Lataa aiemmat viestit',
    loadingOlder: 'Ladataan aiempia viestejä…',
    newDivider: 'Uudet',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Siirry uusimpaan viestiin',
    today: 'Tänään',
    yesterday: 'Eilen',
    typing: ([first, second, third]) => {
      if (!first) return 'Kirjoittaa…';
      if (!second) return `${isolate(first)} kirjoittaa…`;
      return third ? 'Useat kirjoittavat…' : `${isolate(first)} ja ${isolate(second)} kirjoittavat…`;
    },
    joined: (name) => `${isolate(name)} liittyi keskusteluun`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'poistui keskustelusta'}`,
    transferred: (to) => (to ? `Sinua palvelee nyt ${isolate(to)}` : 'Sinua palvelee nyt tiimimme'),
    status: (status) => statuses[status] ?? '',
    you: 'Sinä',
    agent: 'Asiakaspalvelija',
    supervisor: 'Esihenkilö',
    bot: 'Avustaja',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Ei vielä tallennettu',
    queued: 'Odottaa lähetystä',
    sending: 'Lähetetään…',
    sent: 'Lähetetty',
    delivered: 'Toimitettu',
    seen: 'Nähty',
    unconfirmed: 'Ei ole varmaa, menikö tämä perille',
    notSent: 'Ei lähetetty',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Yritä uudelleen',
    delete: 'Poista',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Viestiäsi ei lähetetty. ${reason}.`,

    message: 'Viesti',
    placeholder: 'Kirjoita viesti…',
    placeholderOffline: 'Kirjoita, lähtee myöhemmin…',
    send: 'Lähetä',
    composerHint: 'Enter lähettää, Vaihto ja Enter aloittaa uuden rivin',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Tämä keskustelu on päättynyt.',
    composerBlocked: 'Et voi enää kirjoittaa tänne.',
  };
};

/** Finnish. */
const fi: Locale = { lang: 'fi', terms, more: async () => (await import('./more/fi.js')).moreFi };
export default fi;
