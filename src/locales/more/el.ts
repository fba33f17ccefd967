import { isolate } from '../isolate.js';
import { plural } from '../plural.js';
import type { FileErrorTexts, MoreTermTable } from './terms.js';

const groups = [
  'Φατσούλες και συναισθήματα',
  'Άνθρωποι και χειρονομίες',
  'Ζώα και φύση',
  'Φαγητό και ποτό',
  'Ταξίδια και μέρη',
  'Δραστηριότητες',
  'Αντικείμενα',
  'Σύμβολα',
  'Σημαίες',
];
const tones = ['Προεπιλογή', 'Ανοιχτός', 'Μεσαίος ανοιχτός', 'Μεσαίος', 'Μεσαίος σκούρος', 'Σκούρος'];

const long = plural('el', { one: 'Εδώ χωράει το πολύ # χαρακτήρας.', other: 'Εδώ χωρούν το πολύ # χαρακτήρες.' });
const found = plural('el', { one: 'Βρέθηκε ένα emoji', other: 'Βρέθηκαν # emoji' });
const atMost = plural('el', { one: 'Επιλέξτε το πολύ #', other: 'Επιλέξτε το πολύ #' });
const files = plural('el', { one: 'Πάνω από # αρχείο σε ένα μήνυμα', other: 'Πάνω από # αρχεία σε ένα μήνυμα' });

const errors: Readonly<Record<string, string>> = {
  empty: 'Το αρχείο είναι κενό',
  'too-large': 'Κάποιο αρχείο είναι πολύ μεγάλο',
  'too-many': 'Τα αρχεία είναι πάρα πολλά',
  'type-not-allowed': 'Τα αρχεία αυτού του τύπου δεν γίνονται δεκτά',
  'type-mismatch': 'Το περιεχόμενο του αρχείου δεν ταιριάζει με το όνομά του',
  'unknown-file': 'Το αρχείο δεν υπάρχει πια',
  unreadable: 'Το αρχείο δεν διαβάζεται πια: επιλέξτε το ξανά',
} satisfies FileErrorTexts;

const cases: Readonly<Record<string, string>> = {
  open: 'Το αίτημά σας είναι ανοιχτό',
  pending: 'Το αίτημά σας είναι σε αναμονή',
  escalated: 'Το αίτημά σας προωθήθηκε σε ειδικό',
  resolved: 'Το αίτημά σας λύθηκε',
  closed: 'Το αίτημά σας έκλεισε',
};

/** Greek. */
export const moreEl: MoreTermTable = (number) => ({
  formHeading: 'Πριν ξεκινήσουμε',
  formText: 'Λίγα λόγια για εσάς, για να σας βοηθήσουμε πιο γρήγορα.',
  formStart: 'Έναρξη συνομιλίας',
  formCancel: 'Όχι τώρα',
  formOptional: 'προαιρετικό',
  formChoose: 'Επιλέξτε',
  nickname: 'Το όνομά σας',
  firstname: 'Όνομα',
  lastname: 'Επώνυμο',
  email: 'Διεύθυνση email',
  subject: 'Ποιο είναι το θέμα;',
  errorMissing: 'Συμπληρώστε αυτό το πεδίο για να συνεχίσετε.',
  errorChoice: 'Επιλέξτε κάτι για να συνεχίσετε.',
  errorTick: 'Επιλέξτε αυτό το πλαίσιο για να συνεχίσετε.',
  errorEmail: 'Γράψτε μια διεύθυνση email, όπως name@example.com.',
  errorTel: 'Γράψτε έναν αριθμό τηλεφώνου: ψηφία, κενά και ένα + στην αρχή.',
  errorLong: (max) => long(max, number),
  errorOther: 'Αυτό δεν μπορεί να χρησιμοποιηθεί έτσι. Ελέγξτε το.',

  emojis: 'Εικονίδια emoji',
  emojiSearch: 'Αναζήτηση emoji',
  emojiFound: (count) => (count === 0 ? 'Δεν βρέθηκαν emoji' : found(count, number)),
  emojiRecent: 'Πρόσφατα',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'Δεν ήταν δυνατή η φόρτωση των emoji.',
  skinTone: 'Τόνος δέρματος',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'Περισσότερες ενέργειες',
  saveTranscript: 'Λήψη συνομιλίας',
  savingTranscript: 'Προετοιμασία λήψης…',

  surveyQuestion: 'Πώς ήταν αυτή η συνομιλία;',
  surveyRating: (rating, scale) => `${number(rating)} από ${number(scale)}`,
  surveyComment: 'Θέλετε να προσθέσετε κάτι;',
  surveySend: 'Αποστολή αξιολόγησης',
  surveySending: 'Αποστολή…',
  surveyMissing: 'Επιλέξτε πρώτα μια βαθμολογία.',
  surveyFailed: (answered) =>
    answered ? 'Έχετε ήδη απαντήσει.' : 'Δεν ήταν δυνατή η αποστολή της αξιολόγησης. Δοκιμάστε ξανά.',
  surveyThanks: 'Ευχαριστούμε για την αξιολόγησή σας.',

  threads: 'Οι συνομιλίες σας',
  threadsEmpty: 'Δεν υπάρχουν ακόμη συνομιλίες',
  threadsFailed: 'Δεν ήταν δυνατή η φόρτωση των συνομιλιών.',
  threadsMore: 'Εμφάνιση περισσότερων',
  threadsArchived: 'Αρχειοθετημένες',
  threadRename: 'Μετονομασία',
  threadName: 'Όνομα συνομιλίας',
  threadSave: 'Αποθήκευση',
  threadArchive: 'Αρχειοθέτηση',
  threadRestore: 'Επαναφορά από το αρχείο',

  invitation: 'Πρόσκληση σε συνομιλία',
  inviteHeading: 'Μπορούμε να βοηθήσουμε;',
  inviteText: 'Αν έχετε κάποια ερώτηση, είμαστε εδώ.',
  inviteAccept: 'Έναρξη συνομιλίας',
  inviteDecline: 'Όχι, ευχαριστώ',

  leaveHeading: 'Δεν είμαστε εδώ αυτή τη στιγμή',
  leaveText: (back) =>
    back === undefined
      ? 'Αφήστε μας ένα μήνυμα και θα απαντήσουμε με email.'
      : `Επιστρέφουμε: ${back}. Αφήστε μας ένα μήνυμα και θα απαντήσουμε με email.`,
  leaveMessage: 'Το μήνυμά σας',
  leaveSend: 'Αφήστε μήνυμα',
  leaveSending: 'Αποστολή…',
  leaveFailed: (reason) => `Δεν ήταν δυνατή η καταχώριση του μηνύματος: ${reason}. Δεν χάθηκε τίποτα· δοκιμάστε ξανά.`,
  leftHeading: 'Ευχαριστούμε',
  leftText: 'Λάβαμε το μήνυμά σας και θα απαντήσουμε με email.',
  leftDone: 'Κλείσιμο',

  fileName: 'συνομιλία',
  fileHeading: 'Συνομιλία',
  fileSaved: (time) => `Αποθηκεύτηκε: ${time}`,
  filePartial: 'Δεν ήταν δυνατή η λήψη των παλαιότερων μηνυμάτων.',
  fileEnd: 'Τέλος της συνομιλίας',

  richChosen: 'Επιλέχθηκε',
  richSend: 'Αποστολή',
  richSent: 'Στάλθηκε',
  richPickOne: 'Επιλέξτε ένα',
  richPick: (min, max) =>
    min === max
      ? `Επιλέξτε ${number(min)}`
      : min > 0
        ? `Επιλέξτε ${number(min)} έως ${number(max)}`
        : `Επιλέξτε έως ${number(max)}`,
  richPickMissing: 'Επιλέξτε πρώτα κάτι',
  richPickTooMany: (max) => atMost(max, number),
  richMissing: 'Αυτό είναι απαραίτητο',
  richWrong: 'Αυτό δεν φαίνεται σωστό',
  richNeeded: 'υποχρεωτικό',
  richYes: 'Ναι',
  richOpens: 'ανοίγει σε νέα καρτέλα',
  richShowPicture: (host) => `Εμφάνιση της εικόνας από ${isolate(host)}`,
  richPictureFailed: 'Δεν είναι δυνατή η εμφάνιση της εικόνας',
  richCards: 'Κάρτες',
  richPictures: 'Εικόνες',
  richPrevious: 'Προηγούμενο',
  richNext: 'Επόμενο',
  richPosition: (place, of) => `${number(place)} από ${number(of)}`,
  richTimeLeft: (time) => `Χρόνος που απομένει: ${time}`,
  richTimeOver: 'Ο χρόνος τελείωσε',
  richDate: 'Ημερομηνία',
  richTime: 'Ώρα',
  richDateTime: 'Ημερομηνία και ώρα',
  amendedEdited: 'Επεξεργάστηκε',
  amendedRetracted: 'Αυτό το μήνυμα καταργήθηκε',
  amendedWriting: 'Γράφει',
  reassigned: (to, before) => `Τη συνομιλία ανέλαβε: ${isolate(to)} (πριν: ${isolate(before)})`,
  caseStatus: (status) => cases[status] ?? '',

  attach: 'Επισύναψη αρχείων',
  attachDrop: 'Αφήστε εδώ τα αρχεία για να τα επισυνάψετε',
  attached: 'Αρχεία για το επόμενο μήνυμα',
  fileWaiting: 'Σε αναμονή',
  fileReady: 'Έτοιμο για αποστολή',
  fileProgress: (name) => `Μεταφόρτωση: ${isolate(name)}`,
  fileRemove: (name) => `Κατάργηση: ${isolate(name)}`,
  fileRetry: (name) => `Δοκιμή ξανά: ${isolate(name)}`,
  fileDownload: (name, size) => `Λήψη: ${isolate(name)}, ${isolate(size)}`,
  filePicture: (name) => `Εικόνα: ${isolate(name)}`,
  fileTooLarge: (size) => `Μεγαλύτερο από ${isolate(size)}, το μέγιστο επιτρεπόμενο`,
  fileTooMany: (count) => files(count, number),
  fileError: (code) => errors[code] ?? 'Το αρχείο απορρίφθηκε',
  fileFailed: (name, reason) => `${isolate(name)}: ${reason}`,
  fileDone: (name) => `Έτοιμο για αποστολή: ${isolate(name)}`,
});
