import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('it', {
  one: '# messaggio non letto',
  many: '# messaggi non letti',
  other: '# messaggi non letti',
});
const fresh = plural('it', { one: '# nuovo messaggio', many: '# di nuovi messaggi', other: '# nuovi messaggi' });
const remaining = plural('it', {
  one: '# carattere rimanente',
  many: '# di caratteri rimanenti',
  other: '# caratteri rimanenti',
});
const surplus = plural('it', {
  one: '# carattere di troppo',
  many: '# di caratteri di troppo',
  other: '# caratteri di troppo',
});

const errors: ErrorTexts = {
  'already-active': 'C’è già una conversazione aperta',
  'not-active': 'Nessuna conversazione aperta',
  invalid: 'Uno dei dati non è valido',
  empty: 'Il messaggio è vuoto',
  'too-long': 'Il messaggio è troppo lungo',
  ended: 'La conversazione è terminata',
  blocked: 'Non puoi più scrivere qui',
  denied: 'Impossibile aprire la conversazione',
  unsupported: 'Qui non è possibile',
  'load-failed': 'Impossibile caricare la chat',
  unreachable: 'La chat non è raggiungibile',
  timeout: 'La risposta non è arrivata in tempo',
  protocol: 'Impossibile interpretare la risposta',
  version: 'Questa pagina non è aggiornata: ricaricala',
  refused: 'La richiesta è stata rifiutata',
  busy: 'Troppe richieste insieme: un momento, per favore',
  exhausted: 'Non c’è altro',
  withdrawn: 'L’hai ritirato',
  prevented: 'Questa pagina l’ha impedito',
  closed: 'La chat è stata chiusa',
  expired: 'La tua assenza è durata troppo',
  unattended: 'In questo momento non c’è nessuno',
  'context-failed': 'Impossibile leggere i dati della pagina',
  'token-failed': 'Impossibile verificare il tuo accesso',
  'token-function': 'Impossibile verificare il tuo accesso',
  'token-missing': 'Non hai effettuato l’accesso',
  'token-invalid': 'Il tuo accesso è scaduto',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'ha perso la connessione',
  transferred: 'ha trasferito la conversazione',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'La conversazione è terminata perché da un po’ nessuno scriveva.',
  'visitor-gone': 'La conversazione è terminata perché non c’eri più.',
  blocked: 'La conversazione è stata chiusa.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Sei in coda',
  'idle-warning': 'Ci sei ancora? La conversazione terminerà a breve.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'conversazione in corso',
    loadFailed: 'Impossibile caricare la chat. Riprova',

    title: 'Scrivici in chat',
    minimize: 'Riduci la chat',
    close: 'Chiudi la chat',
    options: 'Opzioni della chat',
    endChat: 'Termina la chat',
    endConfirmTitle: 'Vuoi terminare questa chat?',
    endConfirmText: 'Potrai comunque rileggere la conversazione.',
    endConfirm: 'Termina la chat',
    cancel: 'Continua a chattare',
    sound: 'Audio',
    notifications: 'Notifiche sul desktop',
    notificationsBlocked: 'Bloccate nelle impostazioni del browser',
    stateIdle: 'Siamo qui per aiutarti',
    stateStarting: 'Connessione in corso…',
    stateRestoring: 'Recupero della tua conversazione…',
    stateQueued: 'In attesa di un operatore',
    stateActive: 'Online',
    stateOffline: 'Non connesso',
    stateEnding: 'Chiusura della conversazione…',
    stateEnded: 'Conversazione terminata',

    offline: 'Sei offline. Ciò che invii viene conservato e partirà appena torni online.',
    reconnecting: (attempts) =>
      attempts > 1 ? `Riconnessione in corso… (tentativo ${number(attempts)})` : 'Riconnessione in corso…',
    serverOffline:
      'La chat non è raggiungibile al momento. Continuiamo a provare e nulla di ciò che scrivi andrà perso.',
    catchingUp: 'Recupero degli ultimi messaggi…',
    tryNow: 'Prova ora',
    queueWaiting: 'Tra poco sarai in contatto con un operatore.',
    queuePosition: (position) =>
      position <= 1 ? 'Sei in cima alla coda.' : `La tua posizione in coda: ${number(position)}.`,
    queueWait: (duration) => `Tempo di attesa stimato: ${isolate(duration)}.`,
    storageMemory: 'Questo browser non può conservare i messaggi non inviati se lasci o ricarichi la pagina.',
    engineFailed: 'Impossibile caricare la chat.',
    idleWarning: (time) =>
      time
        ? `Ci sei ancora? Se non scrivi, la chat terminerà alle ${isolate(time)}.`
        : 'Ci sei ancora? Se non scrivi, la chat terminerà a breve.',
    refused: (reason) => `Nessuna connessione. ${reason}.`,
    startFailed: (reason) => `Impossibile avviare la chat. ${reason}.`,
    restoreFailed: 'Impossibile recuperare la tua conversazione precedente.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Hai terminato la conversazione.' : 'La conversazione è terminata.'),
    startNew: 'Avvia una nuova chat',
    dismiss: 'Nascondi',

    conversation: 'Conversazione',
    greeting: 'Ciao, come possiamo aiutarti?',
    greetingHint: 'Scrivici qui. Di solito rispondiamo in pochi minuti.',
    loadOlder: 'Carica i messaggi precedenti',
    loadingOlder: 'Caricamento dei messaggi precedenti…',
    newDivider: 'Nuovi',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Vai all’ultimo messaggio',
    today: 'Oggi',
    yesterday: 'Ieri',
    typing: ([first, second, third]) => {
      if (!first) return 'Sta scrivendo…';
      if (!second) return `${isolate(first)} sta scrivendo…`;
      return third ? 'Più persone stanno scrivendo…' : `${isolate(first)} e ${isolate(second)} stanno scrivendo…`;
    },
    joined: (name) => `${isolate(name)} è in chat`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'ha lasciato la chat'}`,
    transferred: (to) => (to ? `Ora sei in contatto con ${isolate(to)}` : 'Ora sei in contatto con il nostro team'),
    status: (status) => statuses[status] ?? '',
    you: 'Tu',
    agent: 'Operatore',
    supervisor: 'Supervisore',
    bot: 'Assistente',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Non ancora salvato',
    queued: 'In attesa di invio',
    sending: 'Invio in corso…',
    sent: 'Inviato',
    delivered: 'Consegnato',
    seen: 'Letto',
    unconfirmed: 'Non è certo che sia arrivato',
    notSent: 'Non inviato',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Riprova',
    delete: 'Elimina',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Il tuo messaggio non è stato inviato. ${reason}.`,

    message: 'Messaggio',
    placeholder: 'Scrivi un messaggio…',
    placeholderOffline: 'Scrivi ora, parte più tardi…',
    send: 'Invia',
    composerHint: 'Invio per inviare, Maiusc e Invio per andare a capo',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Questa conversazione è terminata.',
    composerBlocked: 'Non puoi più scrivere qui.',
  };
};

/** Italian. */
const it: Locale = { lang: 'it', terms, more: async () => (await import('./more/it.js')).moreIt };
export default it;
