import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('cs', {
  one: '# nepřečtená zpráva',
  few: '# nepřečtené zprávy',
  many: '# nepřečtené zprávy',
  other: '# nepřečtených zpráv',
});
const fresh = plural('cs', {
  one: '# nová zpráva',
  few: '# nové zprávy',
  many: '# nové zprávy',
  other: '# nových zpráv',
});
const remaining = plural('cs', {
  one: 'Zbývá # znak',
  few: 'Zbývají # znaky',
  many: 'Zbývá # znaku',
  other: 'Zbývá # znaků',
});
const surplus = plural('cs', {
  one: '# znak navíc',
  few: '# znaky navíc',
  many: '# znaku navíc',
  other: '# znaků navíc',
});

const errors: ErrorTexts = {
  'already-active': 'Jedna konverzace už je otevřená',
  'not-active': 'Žádná konverzace není otevřená',
  invalid: 'Některý z údajů není platný',
  empty: 'Zpráva je prázdná',
  'too-long': 'Zpráva je příliš dlouhá',
  ended: 'Konverzace skončila',
  blocked: 'Sem už nemůžete psát',
  denied: 'Konverzaci se nepodařilo otevřít',
  unsupported: 'To tady není možné',
  'load-failed': 'Chat se nepodařilo načíst',
  unreachable: 'Chat není dostupný',
  timeout: 'Odpověď nepřišla včas',
  protocol: 'Odpovědi nešlo porozumět',
  version: 'Tato stránka je zastaralá: načtěte ji znovu',
  refused: 'Požadavek byl odmítnut',
  busy: 'Příliš mnoho najednou: okamžik, prosím',
  exhausted: 'Nic dalšího tu není',
  withdrawn: 'Vzali jste to zpět',
  prevented: 'Tato stránka tomu zabránila',
  closed: 'Chat byl zavřen',
  expired: 'Byli jste příliš dlouho pryč',
  unattended: 'V tuto dobu tu nikdo není',
  'context-failed': 'Údaje stránky se nepodařilo načíst',
  'token-failed': 'Vaše přihlášení se nepodařilo ověřit',
  'token-function': 'Vaše přihlášení se nepodařilo ověřit',
  'token-missing': 'Nejste přihlášeni',
  'token-invalid': 'Platnost vašeho přihlášení vypršela',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'ztrácí spojení',
  transferred: 'předává konverzaci',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Konverzace skončila, protože chvíli nikdo nic nenapsal.',
  'visitor-gone': 'Konverzace skončila, protože jste byli pryč.',
  blocked: 'Konverzace byla uzavřena.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Jste ve frontě',
  'idle-warning': 'Jste tu ještě? Konverzace brzy skončí.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'probíhá konverzace',
    loadFailed: 'Chat se nepodařilo načíst. Zkusit znovu',

    title: 'Napište nám',
    minimize: 'Minimalizovat chat',
    close: 'Zavřít chat',
    options: 'Možnosti chatu',
    endChat: 'Ukončit chat',
    endConfirmTitle: 'Ukončit tento chat?',
    endConfirmText: 'Konverzaci si budete moci přečíst i potom.',
    endConfirm: 'Ukončit chat',
    cancel: 'Pokračovat v chatu',
    sound: 'Zvuk',
    notifications: 'Oznámení na ploše',
    notificationsBlocked: 'Blokováno v nastavení prohlížeče',
    stateIdle: 'Rádi vám pomůžeme',
    stateStarting: 'Připojování…',
    stateRestoring: 'Obnovování vaší konverzace…',
    stateQueued: 'Čekáme, až se někdo připojí',
    stateActive: 'Online',
    stateOffline: 'Nepřipojeno',
    stateEnding: 'Ukončování konverzace…',
    stateEnded: 'Konverzace skončila',

    offline: 'Jste offline. Co odešlete, zůstane uložené a odejde, jakmile budete zase online.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Obnovování spojení… (pokus ${number(attempts)})` : 'Obnovování spojení…',
    serverOffline: 'Chat teď není dostupný. Zkoušíme to dál a nic z toho, co napíšete, se neztratí.',
    catchingUp: 'Načítání nejnovějších zpráv…',
    tryNow: 'Zkusit teď',
    queueWaiting: 'Brzy se vám někdo bude věnovat.',
    queuePosition: (position) =>
      position <= 1 ? 'Jste další na řadě.' : `Vaše pořadí ve frontě: ${number(position)}.`,
    queueWait: (duration) => `Přibližná doba čekání: ${isolate(duration)}.`,
    storageMemory: 'Tento prohlížeč neumí uchovat neodeslané zprávy, pokud stránku opustíte nebo znovu načtete.',
    engineFailed: 'Chat se nepodařilo načíst.',
    idleWarning: (time) =>
      time
        ? `Jste tu ještě? Pokud nic nenapíšete, chat skončí v ${isolate(time)}.`
        : 'Jste tu ještě? Pokud nic nenapíšete, chat brzy skončí.',
    refused: (reason) => `Bez připojení. ${reason}.`,
    startFailed: (reason) => `Chat se nepodařilo zahájit. ${reason}.`,
    restoreFailed: 'Vaši předchozí konverzaci se nepodařilo obnovit.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Konverzaci jste ukončili.' : 'Konverzace skončila.'),
    startNew: 'Začít nový chat',
    dismiss: 'Skrýt',

    conversation: 'Konverzace',
    greeting: 'Dobrý den, jak vám můžeme pomoci?',
    greetingHint: 'Napište nám sem. Obvykle odpovídáme během několika minut.',
    loadOlder: 'Načíst starší zprávy',
    loadingOlder: 'Načítání starších zpráv…',
    newDivider: 'Nové',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Přejít na nejnovější zprávu',
    today: 'Dnes',
    yesterday: 'Včera',
    typing: ([first, second, third]) => {
      if (!first) return 'Píše…';
      if (!second) return `${isolate(first)} píše…`;
      return third ? 'Píše několik lidí…' : `${isolate(first)} a ${isolate(second)} píšou…`;
    },
    joined: (name) => `${isolate(name)} se připojuje`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'opouští konverzaci'}`,
    transferred: (to) => (to ? `Nyní se vám věnuje ${isolate(to)}` : 'Nyní se vám věnuje náš tým'),
    status: (status) => statuses[status] ?? '',
    you: 'Vy',
    agent: 'Operátor',
    supervisor: 'Vedoucí',
    bot: 'Asistent',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Zatím neuloženo',
    queued: 'Čeká na odeslání',
    sending: 'Odesílání…',
    sent: 'Odesláno',
    delivered: 'Doručeno',
    seen: 'Přečteno',
    unconfirmed: 'Není jisté, zda zpráva dorazila',
    notSent: 'Neodesláno',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Zkusit znovu',
    delete: 'Smazat',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Vaše zpráva nebyla odeslána. ${reason}.`,

    message: 'Zpráva',
    placeholder: 'Napište zprávu…',
    placeholderOffline: 'Pište, odešle se to později…',
    send: 'Odeslat',
    composerHint: 'Enter odešle, Shift a Enter začne nový řádek',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Tato konverzace skončila.',
    composerBlocked: 'Sem už nemůžete psát.',
  };
};

/** Czech. */
const cs: Locale = { lang: 'cs', terms, more: async () => (await import('./more/cs.js')).moreCs };
export default cs;
