import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('sv', { one: '# oläst meddelande', other: '# olästa meddelanden' });
const fresh = plural('sv', { one: '# nytt meddelande', other: '# nya meddelanden' });
const remaining = plural('sv', { one: '# tecken kvar', other: '# tecken kvar' });
const surplus = plural('sv', { one: '# tecken för mycket', other: '# tecken för mycket' });

const errors: ErrorTexts = {
  'already-active': 'En konversation är redan öppen',
  'not-active': 'Ingen konversation är öppen',
  invalid: 'En av uppgifterna är inte giltig',
  empty: 'Meddelandet är tomt',
  'too-long': 'Meddelandet är för långt',
  ended: 'Konversationen är avslutad',
  blocked: 'Du kan inte längre skriva här',
  denied: 'Konversationen kunde inte öppnas',
  unsupported: 'Det går inte här',
  'load-failed': 'Chatten kunde inte laddas',
  unreachable: 'Chatten går inte att nå',
  timeout: 'Svaret kom inte i tid',
  protocol: 'Svaret gick inte att förstå',
  version: 'Sidan är inaktuell: ladda om den',
  refused: 'Det avvisades',
  busy: 'För mycket på en gång: ett ögonblick',
  exhausted: 'Det finns inget mer',
  withdrawn: 'Du tog tillbaka det',
  prevented: 'Sidan stoppade det',
  closed: 'Chatten stängdes',
  expired: 'Du var borta för länge',
  unattended: 'Ingen är här just nu',
  'context-failed': 'Sidans uppgifter kunde inte läsas',
  'token-failed': 'Din inloggning kunde inte kontrolleras',
  'token-function': 'Din inloggning kunde inte kontrolleras',
  'token-missing': 'Du är inte inloggad',
  'token-invalid': 'Din inloggning har gått ut',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'tappade anslutningen',
  transferred: 'lämnade över konversationen',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Konversationen avslutades eftersom inget hade skrivits på ett tag.',
  'visitor-gone': 'Konversationen avslutades eftersom du inte var kvar.',
  blocked: 'Konversationen stängdes.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Du står i kö',
  'idle-warning': 'Är du kvar? Konversationen avslutas snart.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chatt',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'pågående konversation',
    loadFailed: 'Chatten kunde inte laddas. Försök igen',

    title: 'Chatta med oss',
    minimize: 'Minimera chatten',
    close: 'Stäng chatten',
    options: 'Chattalternativ',
    endChat: 'Avsluta chatten',
    endConfirmTitle: 'Vill du avsluta chatten?',
    endConfirmText: 'Du kan läsa konversationen även efteråt.',
    endConfirm: 'Avsluta chatten',
    cancel: 'Fortsätt chatta',
    sound: 'Ljud',
    notifications: 'Skrivbordsaviseringar',
    notificationsBlocked: 'Blockerade i webbläsarens inställningar',
    stateIdle: 'Vi finns här för att hjälpa dig',
    stateStarting: 'Ansluter…',
    stateRestoring: 'Hämtar tillbaka din konversation…',
    stateQueued: 'Väntar på att någon ska ansluta',
    stateActive: 'Online',
    stateOffline: 'Inte ansluten',
    stateEnding: 'Avslutar konversationen…',
    stateEnded: 'Konversationen är avslutad',

    offline: 'Du är offline. Det du skickar sparas och går iväg så snart du är tillbaka.',
    reconnecting: (attempts) => (attempts > 1 ? `Återansluter… (försök ${number(attempts)})` : 'Återansluter…'),
    serverOffline: 'Chatten går inte att nå just nu. Vi fortsätter försöka och inget du skriver går förlorat.',
    catchingUp: 'Hämtar de senaste meddelandena…',
    tryNow: 'Försök nu',
    queueWaiting: 'Någon är strax hos dig.',
    queuePosition: (position) => (position <= 1 ? 'Du står näst på tur.' : `Du har plats ${number(position)} i kön.`),
    queueWait: (duration) => `Väntetid: ungefär ${isolate(duration)}.`,
    storageMemory: 'Den här webbläsaren kan inte spara osända meddelanden om du lämnar eller laddar om sidan.',
    engineFailed: 'Chatten kunde inte laddas.',
    idleWarning: (time) =>
      time
        ? `Är du kvar? Utan ett meddelande avslutas chatten kl. ${isolate(time)}.`
        : 'Är du kvar? Utan ett meddelande avslutas chatten snart.',
    refused: (reason) => `Ingen anslutning. ${reason}.`,
    startFailed: (reason) => `Chatten kunde inte startas. ${reason}.`,
    restoreFailed: 'Din tidigare konversation kunde inte hämtas tillbaka.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Du avslutade konversationen.' : 'Konversationen är avslutad.'),
    startNew: 'Starta en ny chatt',
    dismiss: 'Dölj',

    conversation: 'Konversation',
    greeting: 'Hej, hur kan vi hjälpa dig?',
    greetingHint: 'Skriv till oss här. Vi svarar oftast inom några minuter.',
    loadOlder: 'Ladda tidigare meddelanden',
    loadingOlder: 'Laddar tidigare meddelanden…',
    newDivider: 'Nya',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Gå till det senaste meddelandet',
    today: 'Idag',
    yesterday: 'Igår',
    typing: ([first, second, third]) => {
      if (!first) return 'Skriver…';
      if (!second) return `${isolate(first)} skriver…`;
      return third ? 'Flera personer skriver…' : `${isolate(first)} och ${isolate(second)} skriver…`;
    },
    joined: (name) => `${isolate(name)} har anslutit`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'har lämnat chatten'}`,
    transferred: (to) => (to ? `Du har kopplats vidare till ${isolate(to)}` : 'Du har kopplats vidare till teamet'),
    status: (status) => statuses[status] ?? '',
    you: 'Du',
    agent: 'Kundtjänst',
    supervisor: 'Teamledare',
    bot: 'Assistent',
    system: 'Chatt',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Inte sparat än',
    queued: 'Väntar på att skickas',
    sending: 'Skickar…',
    sent: 'Skickat',
    delivered: 'Levererat',
    seen: 'Läst',
    unconfirmed: 'Det är inte säkert att det kom fram',
    notSent: 'Inte skickat',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Försök igen',
    delete: 'Ta bort',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Ditt meddelande skickades inte. ${reason}.`,

    message: 'Meddelande',
    placeholder: 'Skriv ett meddelande…',
    placeholderOffline: 'Skriv nu, det skickas senare…',
    send: 'Skicka',
    composerHint: 'Enter skickar, Skift och Enter ger en ny rad',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Den här konversationen är avslutad.',
    composerBlocked: 'Du kan inte längre skriva här.',
  };
};

/** Swedish. */
const sv: Locale = { lang: 'sv', terms, more: async () => (await import('./more/sv.js')).moreSv };
export default sv;
