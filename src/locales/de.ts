import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('de', { one: '# ungelesene Nachricht', other: '# ungelesene Nachrichten' });
const fresh = plural('de', { one: '# neue Nachricht', other: '# neue Nachrichten' });
const remaining = plural('de', { one: 'Noch # Zeichen', other: 'Noch # Zeichen' });
const surplus = plural('de', { one: '# Zeichen zu viel', other: '# Zeichen zu viel' });

const errors: ErrorTexts = {
  'already-active': 'Es ist bereits eine Unterhaltung geöffnet',
  'not-active': 'Es ist keine Unterhaltung geöffnet',
  invalid: 'Eine der Angaben ist ungültig',
  empty: 'Die Nachricht ist leer',
  'too-long': 'Die Nachricht ist zu lang',
  ended: 'Die Unterhaltung ist beendet',
  blocked: 'Sie können hier nicht mehr schreiben',
  denied: 'Die Unterhaltung konnte nicht geöffnet werden',
  unsupported: 'Das ist hier nicht möglich',
  'load-failed': 'Der Chat konnte nicht geladen werden',
  unreachable: 'Der Chat ist nicht erreichbar',
  timeout: 'Es kam nicht rechtzeitig eine Antwort',
  protocol: 'Die Antwort war nicht zu verstehen',
  version: 'Diese Seite ist veraltet: Bitte laden Sie sie neu',
  refused: 'Das wurde abgelehnt',
  busy: 'Zu viel auf einmal: Einen Moment, bitte',
  exhausted: 'Mehr gibt es nicht',
  withdrawn: 'Sie haben es zurückgezogen',
  prevented: 'Diese Seite hat es verhindert',
  closed: 'Der Chat wurde geschlossen',
  expired: 'Sie waren zu lange weg',
  unattended: 'Zurzeit ist niemand da',
  'context-failed': 'Die Angaben der Seite konnten nicht gelesen werden',
  'token-failed': 'Ihre Anmeldung konnte nicht geprüft werden',
  'token-function': 'Ihre Anmeldung konnte nicht geprüft werden',
  'token-missing': 'Sie sind nicht angemeldet',
  'token-invalid': 'Ihre Anmeldung ist abgelaufen',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'hat die Verbindung verloren',
  transferred: 'hat die Unterhaltung weitergegeben',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Die Unterhaltung wurde beendet, weil eine Weile nichts geschrieben wurde.',
  'visitor-gone': 'Die Unterhaltung wurde beendet, weil Sie nicht mehr da waren.',
  blocked: 'Die Unterhaltung wurde geschlossen.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Sie sind in der Warteschlange',
  'idle-warning': 'Sind Sie noch da? Die Unterhaltung endet bald.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'Unterhaltung läuft',
    loadFailed: 'Der Chat konnte nicht geladen werden. Erneut versuchen',

    title: 'Chatten Sie mit uns',
    minimize: 'Chat minimieren',
    close: 'Chat schließen',
    options: 'Chat-Optionen',
    endChat: 'Chat beenden',
    endConfirmTitle: 'Diesen Chat beenden?',
    endConfirmText: 'Sie können die Unterhaltung danach weiterhin lesen.',
    endConfirm: 'Chat beenden',
    cancel: 'Weiter chatten',
    sound: 'Ton',
    notifications: 'Desktop-Benachrichtigungen',
    notificationsBlocked: 'In den Einstellungen Ihres Browsers blockiert',
    stateIdle: 'Wir helfen Ihnen gern',
    stateStarting: 'Verbindung wird hergestellt…',
    stateRestoring: 'Ihre Unterhaltung wird wiederhergestellt…',
    stateQueued: 'Sie sind in der Warteschlange',
    stateActive: 'Online',
    stateOffline: 'Nicht verbunden',
    stateEnding: 'Unterhaltung wird beendet…',
    stateEnded: 'Unterhaltung beendet',

    offline: 'Sie sind offline. Was Sie senden, bleibt gespeichert und wird verschickt, sobald Sie wieder online sind.',
    reconnecting: (attempts) =>
      attempts > 1
        ? `Verbindung wird wiederhergestellt… (Versuch ${number(attempts)})`
        : 'Verbindung wird wiederhergestellt…',
    serverOffline:
      'Der Chat ist gerade nicht erreichbar. Wir versuchen es weiter, und nichts, was Sie schreiben, geht verloren.',
    catchingUp: 'Die neuesten Nachrichten werden geladen…',
    tryNow: 'Jetzt versuchen',
    queueWaiting: 'Bald ist jemand für Sie da.',
    queuePosition: (position) =>
      position <= 1 ? 'Sie sind als Nächstes dran.' : `Sie sind Nummer ${number(position)} in der Warteschlange.`,
    queueWait: (duration) => `Wartezeit: etwa ${isolate(duration)}.`,
    storageMemory:
      'Dieser Browser kann ungesendete Nachrichten nicht behalten, wenn Sie die Seite verlassen oder neu laden.',
    engineFailed: 'Der Chat konnte nicht geladen werden.',
    idleWarning: (time) =>
      time
        ? `Sind Sie noch da? Ohne eine Nachricht endet der Chat um ${isolate(time)}.`
        : 'Sind Sie noch da? Ohne eine Nachricht endet der Chat bald.',
    refused: (reason) => `Keine Verbindung. ${reason}.`,
    startFailed: (reason) => `Der Chat konnte nicht gestartet werden. ${reason}.`,
    restoreFailed: 'Ihre frühere Unterhaltung konnte nicht wiederhergestellt werden.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Sie haben die Unterhaltung beendet.' : 'Die Unterhaltung ist beendet.'),
    startNew: 'Neuen Chat starten',
    dismiss: 'Ausblenden',

    conversation: 'Unterhaltung',
    greeting: 'Hallo, wie können wir helfen?',
    greetingHint: 'Schreiben Sie uns hier. Wir antworten meist innerhalb weniger Minuten.',
    loadOlder: 'Frühere Nachrichten laden',
    loadingOlder: 'Frühere Nachrichten werden geladen…',
    newDivider: 'Neu',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Zur neuesten Nachricht',
    today: 'Heute',
    yesterday: 'Gestern',
    typing: ([first, second, third]) => {
      if (!first) return 'Schreibt…';
      if (!second) return `${isolate(first)} schreibt…`;
      return third ? 'Mehrere Personen schreiben…' : `${isolate(first)} und ${isolate(second)} schreiben…`;
    },
    joined: (name) => `${isolate(name)} ist jetzt dabei`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'hat den Chat verlassen'}`,
    transferred: (to) => (to ? `Sie wurden an ${isolate(to)} weitergeleitet` : 'Sie wurden an das Team weitergeleitet'),
    status: (status) => statuses[status] ?? '',
    you: 'Sie',
    agent: 'Support',
    supervisor: 'Teamleitung',
    bot: 'Assistent',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Noch nicht gespeichert',
    queued: 'Wird gesendet, sobald es geht',
    sending: 'Wird gesendet…',
    sent: 'Gesendet',
    delivered: 'Zugestellt',
    seen: 'Gelesen',
    unconfirmed: 'Nicht sicher, ob dies angekommen ist',
    notSent: 'Nicht gesendet',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Erneut versuchen',
    delete: 'Löschen',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Ihre Nachricht wurde nicht gesendet. ${reason}.`,

    message: 'Nachricht',
    placeholder: 'Nachricht schreiben…',
    placeholderOffline: 'Nachricht, Versand später…',
    send: 'Senden',
    composerHint: 'Enter sendet, Umschalt und Enter beginnt eine neue Zeile',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Diese Unterhaltung ist beendet.',
    composerBlocked: 'Sie können hier nicht mehr schreiben.',
  };
};

/** German. */
const de: Locale = { lang: 'de', terms, more: async () => (await import('./more/de.js')).moreDe };
export default de;
