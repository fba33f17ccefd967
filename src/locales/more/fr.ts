import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Smileys et émotions',
  'Personnes et gestes',
  'Animaux et nature',
  'Nourriture et boissons',
  'Voyages et lieux',
  'Activités',
  'Objets',
  'Symboles',
  'Drapeaux',
];
const tones = ['Par défaut', 'Claire', 'Moyennement claire', 'Moyenne', 'Moyennement foncée', 'Foncée'];

const long = plural('fr', {
  one: 'Ce champ accepte # caractère au plus.',
  many: 'Ce champ accepte # de caractères au plus.',
  other: 'Ce champ accepte # caractères au plus.',
});
const found = plural('fr', { one: 'Un emoji trouvé', many: '# d’emojis trouvés', other: '# emojis trouvés' });
const atMost = plural('fr', {
  one: 'Choisissez-en # au plus',
  many: 'Choisissez-en # au plus',
  other: 'Choisissez-en # au plus',
});
const files = plural('fr', {
  one: 'Plus de # fichier dans un message',
  many: 'Plus de # de fichiers dans un message',
  other: 'Plus de # fichiers dans un message',
});

const errors: Readonly<Record<string, string>> = {
  empty: 'Le fichier est vide',
  'too-large': 'Un fichier est trop volumineux',
  'too-many': 'Il y a trop de fichiers',
  'type-not-allowed': 'Ce type de fichier n’est pas accepté',
  'type-mismatch': 'Le contenu du fichier ne correspond pas à son nom',
  'unknown-file': 'Le fichier n’existe plus',
  unreadable: 'Le fichier n’est plus lisible\u202f: veuillez le choisir à nouveau',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Votre demande est ouverte',
  pending: 'Votre demande est en attente',
  escalated: 'Votre demande a été transmise à un spécialiste',
  resolved: 'Votre demande est résolue',
  closed: 'Votre demande est close',
};

/** French. */
export const moreFr: MoreTermTable = (number) => ({
  formHeading: 'Avant de commencer',
  formText: 'Quelques mots sur vous pour vous aider plus vite.',
  formStart: 'Démarrer le chat',
  formCancel: 'Pas maintenant',
  formOptional: 'facultatif',
  formChoose: 'Veuillez choisir',
  nickname: 'Votre nom',
  firstname: 'Prénom',
  lastname: 'Nom de famille',
  email: 'E-mail',
  subject: 'De quoi s’agit-il\u202f?',
  errorMissing: 'Remplissez ce champ pour continuer.',
  errorChoice: 'Choisissez une option pour continuer.',
  errorTick: 'Cochez cette case pour continuer.',
  errorEmail: 'Saisissez une adresse e-mail, par exemple name@example.com.',
  errorTel: 'Saisissez un numéro de téléphone\u202f: des chiffres, des espaces et un + au début.',
  errorLong: (max) => long(max, number),
  errorOther: 'Cette saisie ne convient pas. Veuillez la vérifier.',

  emojis: 'Emojis',
  emojiSearch: 'Rechercher un emoji',
  emojiFound: (count) => (count === 0 ? 'Aucun emoji trouvé' : found(count, number)),
  emojiRecent: 'Récents',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Impossible de charger les emojis.',
  skinTone: 'Couleur de peau',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Autres actions',
  saveTranscript: 'Télécharger la conversation',
  savingTranscript: 'Préparation du téléchargement…',

  surveyQuestion: 'Comment s’est passée cette conversation\u202f?',
  surveyRating: (rating, scale) => `${number(rating)} sur ${number(scale)}`,
  surveyComment: 'Souhaitez-vous ajouter quelque chose\u202f?',
  surveySend: 'Envoyer l’évaluation',
  surveySending: 'Envoi…',
  surveyMissing: 'Veuillez d’abord choisir une note.',
  surveyFailed: (answered) =>
    answered ? 'Vous avez déjà répondu.' : 'L’évaluation n’a pas pu être envoyée. Veuillez réessayer.',
  surveyThanks: 'Merci pour votre évaluation.',

  threads: 'Vos conversations',
  threadsEmpty: 'Aucune conversation pour le moment',
  threadsFailed: 'Impossible de charger les conversations.',
  threadsMore: 'Afficher plus',
  threadsArchived: 'Archivées',
  threadRename: 'Renommer',
  threadName: 'Nom de la conversation',
  threadSave: 'Enregistrer',
  threadArchive: 'Archiver',
  threadRestore: 'Désarchiver',

  invitation: 'Invitation à discuter',
  inviteHeading: 'Pouvons-nous vous aider\u202f?',
  inviteText: 'Une question\u202f? Nous sommes là.',
  inviteAccept: 'Démarrer le chat',
  inviteDecline: 'Non, merci',

  leaveHeading: 'Nous ne sommes pas là pour le moment',
  leaveText: (back) =>
    back === undefined
      ? 'Laissez-nous un message, nous vous répondrons par e-mail.'
      : `Nous serons de retour\u202f: ${back}. Laissez-nous un message, nous vous répondrons par e-mail.`,
  leaveMessage: 'Votre message',
  leaveSend: 'Laisser le message',
  leaveSending: 'Envoi…',
  leaveFailed: (reason) =>
    `Le message n’a pas pu être transmis\u202f: ${reason}. Rien n’est perdu\u202f; veuillez réessayer.`,
  leftHeading: 'Merci',
  leftText: 'Nous avons bien reçu votre message et vous répondrons par e-mail.',
  leftDone: 'Fermer',

  fileName: 'conversation',
  fileHeading: 'Conversation',
  fileSaved: (time) => `Enregistré le ${time}`,
  filePartial: 'Les messages précédents n’ont pas pu être récupérés.',
  fileEnd: 'Fin de la conversation',

  richChosen: 'Choisi',
  richSend: 'Envoyer',
  richSent: 'Envoyé',
  richPickOne: 'Choisissez une option',
  richPick: (min, max) =>
    min === max
      ? `Choisissez-en ${number(min)}`
      : min > 0
        ? `Choisissez-en de ${number(min)} à ${number(max)}`
        : `Choisissez-en jusqu’à ${number(max)}`,
  richPickMissing: 'Veuillez d’abord faire un choix',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Cette information est requise',
  richWrong: 'Cette valeur semble incorrecte',
  richNeeded: 'requis',
  richYes: 'Oui',
  richOpens: 's’ouvre dans un nouvel onglet',
  richShowPicture: (host) => `Afficher l’image de ${isolate(host)}`,
  richPictureFailed: 'Impossible d’afficher l’image',
  richCards: 'Cartes',
  richPictures: 'Images',
  richPrevious: 'Précédent',
  richNext: 'Suivant',
  richPosition: (place, of) => `${number(place)} sur ${number(of)}`,
  richTimeLeft: (time) => `Temps restant\u202f: ${time}`,
  richTimeOver: 'Le temps est écoulé',
  richDate: 'Date',
  richTime: 'Heure',
  richDateTime: 'Date et heure',
  amendedEdited: 'Modifié',
  amendedRetracted: 'Ce message a été supprimé',
  amendedWriting: 'En train d’écrire',
  reassigned: (to, before) => `${isolate(to)} a pris le relais de ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Joindre des fichiers',
  attachDrop: 'Déposez des fichiers ici pour les joindre',
  attached: 'Fichiers du prochain message',
  fileWaiting: 'En attente',
  fileReady: 'Prêt à envoyer',
  fileProgress: (name) => `Envoi de ${isolate(name)}`,
  fileRemove: (name) => `Retirer ${isolate(name)}`,
  fileRetry: (name) => `Réessayer avec ${isolate(name)}`,
  fileDownload: (name, size) => `Télécharger ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Image\u202f: ${isolate(name)}`,
  fileTooLarge: (size) => `Dépasse ${isolate(size)}, la taille maximale acceptée`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Le fichier a été refusé',
  fileFailed: (name, reason) => `${isolate(name)}\u202f: ${reason}`,
  fileDone: (name) => `${isolate(name)} est prêt à envoyer`,
});
