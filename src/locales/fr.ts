import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('fr', { one: '# message non lu', many: '# messages non lus', other: '# messages non lus' });
const fresh = plural('fr', { one: '# nouveau message', many: '# de nouveaux messages', other: '# nouveaux messages' });
const remaining = plural('fr', {
  one: '# caractère restant',
  many: '# de caractères restants',
  other: '# caractères restants',
});
const surplus = plural('fr', {
  one: '# caractère en trop',
  many: '# de caractères en trop',
  other: '# caractères en trop',
});

const errors: ErrorTexts = {
  'already-active': 'Une conversation est déjà ouverte',
  'not-active': 'Aucune conversation n’est ouverte',
  invalid: 'Une des informations n’est pas valide',
  empty: 'Le message est vide',
  'too-long': 'Le message est trop long',
  ended: 'La conversation est terminée',
  blocked: 'Vous ne pouvez plus écrire ici',
  denied: 'Impossible d’ouvrir la conversation',
  unsupported: 'Ce n’est pas possible ici',
  'load-failed': 'Impossible de charger le chat',
  unreachable: 'Le chat est injoignable',
  timeout: 'La réponse n’est pas arrivée à temps',
  protocol: 'La réponse n’a pas pu être comprise',
  version: 'Cette page n’est plus à jour\u202f: rechargez-la',
  refused: 'La demande a été refusée',
  busy: 'Trop de demandes à la fois\u202f: un instant, s’il vous plaît',
  exhausted: 'Il n’y a rien de plus',
  withdrawn: 'Vous l’avez retiré',
  prevented: 'Cette page l’a empêché',
  closed: 'Le chat a été fermé',
  expired: 'Votre absence a été trop longue',
  unattended: 'Personne n’est disponible pour le moment',
  'context-failed': 'Impossible de lire les informations de la page',
  'token-failed': 'Impossible de vérifier votre connexion',
  'token-function': 'Impossible de vérifier votre connexion',
  'token-missing': 'Vous n’avez pas ouvert de session',
  'token-invalid': 'Votre session a expiré',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'a perdu la connexion',
  transferred: 'a transféré la conversation',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'La conversation a pris fin, car rien n’a été écrit depuis un moment.',
  'visitor-gone': 'La conversation a pris fin pendant votre absence.',
  blocked: 'La conversation a été fermée.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Vous êtes dans la file d’attente',
  'idle-warning': 'Êtes-vous toujours là\u202f? La conversation va bientôt se terminer.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'conversation en cours',
    loadFailed: 'Impossible de charger le chat. Réessayer',

    title: 'Discutez avec nous',
    minimize: 'Réduire le chat',
    close: 'Fermer le chat',
    options: 'Options du chat',
    endChat: 'Terminer le chat',
    endConfirmTitle: 'Terminer ce chat\u202f?',
    endConfirmText: 'Vous pourrez encore lire la conversation par la suite.',
    endConfirm: 'Terminer le chat',
    cancel: 'Continuer à discuter',
    sound: 'Son',
    notifications: 'Notifications sur le bureau',
    notificationsBlocked: 'Bloquées dans les paramètres de votre navigateur',
    stateIdle: 'Nous sommes là pour vous aider',
    stateStarting: 'Connexion…',
    stateRestoring: 'Récupération de votre conversation…',
    stateQueued: 'Un conseiller va vous rejoindre',
    stateActive: 'En ligne',
    stateOffline: 'Hors connexion',
    stateEnding: 'Fin de la conversation…',
    stateEnded: 'Conversation terminée',

    offline: 'Vous êtes hors ligne. Ce que vous envoyez est conservé et partira dès votre retour en ligne.',
    reconnecting: (attempts) => (attempts > 1 ? `Reconnexion… (tentative ${number(attempts)})` : 'Reconnexion…'),
    serverOffline:
      'Le chat est injoignable pour le moment. Nous réessayons, et rien de ce que vous écrivez n’est perdu.',
    catchingUp: 'Récupération des derniers messages…',
    tryNow: 'Réessayer maintenant',
    queueWaiting: 'Un conseiller sera bientôt à vous.',
    queuePosition: (position) =>
      position <= 1
        ? 'Vous êtes en tête de la file d’attente.'
        : `Votre position dans la file d’attente\u202f: ${number(position)}.`,
    queueWait: (duration) => `Temps d’attente estimé\u202f: ${isolate(duration)}.`,
    storageMemory: 'Ce navigateur ne peut pas conserver les messages non envoyés si vous quittez ou rechargez la page.',
    engineFailed: 'Impossible de charger le chat.',
    idleWarning: (time) =>
      time
        ? `Êtes-vous toujours là\u202f? Sans message de votre part, le chat se terminera à ${isolate(time)}.`
        : 'Êtes-vous toujours là\u202f? Sans message de votre part, le chat se terminera bientôt.',
    refused: (reason) => `Pas de connexion. ${reason}.`,
    startFailed: (reason) => `Impossible de démarrer le chat. ${reason}.`,
    restoreFailed: 'Impossible de récupérer votre conversation précédente.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Vous avez mis fin à la conversation.' : 'La conversation est terminée.'),
    startNew: 'Démarrer un nouveau chat',
    dismiss: 'Masquer',

    conversation: 'Conversation',
    greeting: 'Bonjour, comment pouvons-nous vous aider\u202f?',
    greetingHint: 'Écrivez-nous ici. Nous répondons généralement en quelques minutes.',
    loadOlder: 'Afficher les messages précédents',
    loadingOlder: 'Chargement des messages précédents…',
    newDivider: 'Nouveau',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Aller au dernier message',
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    typing: ([first, second, third]) => {
      if (!first) return 'En train d’écrire…';
      if (!second) return `${isolate(first)} est en train d’écrire…`;
      return third
        ? 'Plusieurs personnes sont en train d’écrire…'
        : `${isolate(first)} et ${isolate(second)} sont en train d’écrire…`;
    },
    joined: (name) => `${isolate(name)} a rejoint la conversation`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'a quitté la conversation'}`,
    transferred: (to) =>
      to ? `Vous avez été mis en relation avec ${isolate(to)}` : 'Vous avez été mis en relation avec l’équipe',
    status: (status) => statuses[status] ?? '',
    you: 'Vous',
    agent: 'Conseiller',
    supervisor: 'Superviseur',
    bot: 'Assistant',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Pas encore enregistré',
    queued: 'En attente d’envoi',
    sending: 'Envoi…',
    sent: 'Envoyé',
    delivered: 'Distribué',
    seen: 'Lu',
    unconfirmed: 'Il n’est pas certain que ce message soit arrivé',
    notSent: 'Non envoyé',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Réessayer',
    delete: 'Supprimer',

    announceMessage: (name, text) => `${isolate(name)}\u202f: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Votre message n’a pas été envoyé. ${reason}.`,

    message: 'Message',
    placeholder: 'Écrivez un message…',
    placeholderOffline: 'Écrivez, envoi plus tard…',
    send: 'Envoyer',
    composerHint: 'Entrée pour envoyer, Maj et Entrée pour aller à la ligne',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Cette conversation est terminée.',
    composerBlocked: 'Vous ne pouvez plus écrire ici.',
  };
};

/** French. */
const fr: Locale = { lang: 'fr', terms, more: async () => (await import('./more/fr.js')).moreFr };
export default fr;
