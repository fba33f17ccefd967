import { isolate } from './isolate.js';
import { plural } from './plural.js';
import type { EndedTexts, ErrorTexts, LeftTexts, Locale, StatusTexts, TermTable } from './terms.js';

const unread = plural('el', { one: '# μη αναγνωσμένο μήνυμα', other: '# μη αναγνωσμένα μηνύματα' });
const fresh = plural('el', { one: '# νέο μήνυμα', other: '# νέα μηνύματα' });
const remaining = plural('el', { one: 'Απομένει # χαρακτήρας', other: 'Απομένουν # χαρακτήρες' });
const surplus = plural('el', { one: '# χαρακτήρας παραπάνω', other: '# χαρακτήρες παραπάνω' });

const errors: ErrorTexts = {
  'already-active': 'Υπάρχει ήδη ανοιχτή συνομιλία',
  'not-active': 'Δεν υπάρχει ανοιχτή συνομιλία',
  invalid: 'Κάποιο από τα στοιχεία δεν είναι έγκυρο',
  empty: 'Το μήνυμα είναι κενό',
  'too-long': 'Το μήνυμα είναι πολύ μεγάλο',
  ended: 'Η συνομιλία έχει τερματιστεί',
  blocked: 'Δεν μπορείτε πια να γράψετε εδώ',
  denied: 'Δεν ήταν δυνατό το άνοιγμα της συνομιλίας',
  unsupported: 'Αυτό δεν είναι δυνατό εδώ',
  'load-failed': 'Δεν ήταν δυνατή η φόρτωση της συνομιλίας',
  unreachable: 'Η συνομιλία δεν είναι διαθέσιμη',
  timeout: 'Δεν ήρθε εγκαίρως απάντηση',
  protocol: 'Η απάντηση δεν ήταν κατανοητή',
  version: 'Αυτή η σελίδα δεν είναι ενημερωμένη: φορτώστε την ξανά',
  refused: 'Το αίτημα απορρίφθηκε',
  busy: 'Πάρα πολλά μαζί: μια στιγμή, παρακαλούμε',
  exhausted: 'Δεν υπάρχει κάτι άλλο',
  withdrawn: 'Το ανακαλέσατε',
  prevented: 'Αυτή η σελίδα το εμπόδισε',
  closed: 'Η συνομιλία έκλεισε',
  expired: 'Λείψατε πολλή ώρα',
  unattended: 'Αυτή τη στιγμή δεν είναι κανείς εδώ',
  'context-failed': 'Δεν ήταν δυνατή η ανάγνωση των στοιχείων της σελίδας',
  'token-failed': 'Δεν ήταν δυνατός ο έλεγχος της σύνδεσής σας',
  'token-function': 'Δεν ήταν δυνατός ο έλεγχος της σύνδεσής σας',
  'token-missing': 'Δεν έχετε συνδεθεί στον λογαριασμό σας',
  'token-invalid': 'Η σύνδεσή σας έχει λήξει',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'Απώλεια σύνδεσης',
  transferred: 'Μεταβίβαση της συνομιλίας',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'Η συνομιλία τερματίστηκε επειδή δεν γράφτηκε τίποτα για αρκετή ώρα.',
  'visitor-gone': 'Η συνομιλία τερματίστηκε επειδή λείπατε.',
  blocked: 'Η συνομιλία έκλεισε.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'Βρίσκεστε στην ουρά',
  'idle-warning': 'Είστε ακόμα εδώ; Η συνομιλία θα τερματιστεί σύντομα.',
} satisfies StatusTexts;

const terms: TermTable = (number) => {
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Συνομιλία',
    unread: (count) => unread(count, capped),
    badge: capped,
    running: 'συνομιλία σε εξέλιξη',
    loadFailed: 'Δεν ήταν δυνατή η φόρτωση της συνομιλίας. Δοκιμάστε ξανά',

    title: 'Συνομιλήστε μαζί μας',
    minimize: 'Ελαχιστοποίηση συνομιλίας',
    close: 'Κλείσιμο συνομιλίας',
    options: 'Επιλογές συνομιλίας',
    endChat: 'Τερματισμός συνομιλίας',
    endConfirmTitle: 'Να τερματιστεί αυτή η συνομιλία;',
    endConfirmText: 'Θα μπορείτε να διαβάσετε τη συνομιλία και αργότερα.',
    endConfirm: 'Τερματισμός συνομιλίας',
    cancel: 'Συνέχεια συνομιλίας',
    sound: 'Ήχος',
    notifications: 'Ειδοποιήσεις στην επιφάνεια εργασίας',
    notificationsBlocked: 'Αποκλεισμένες στις ρυθμίσεις του προγράμματος περιήγησης',
    stateIdle: 'Είμαστε εδώ για να βοηθήσουμε',
    stateStarting: 'Σύνδεση…',
    stateRestoring: 'Επαναφορά της συνομιλίας σας…',
    stateQueued: 'Αναμονή για εκπρόσωπο',
    stateActive: 'Σε σύνδεση',
    stateOffline: 'Χωρίς σύνδεση',
    stateEnding: 'Τερματισμός της συνομιλίας…',
    stateEnded: 'Η συνομιλία τερματίστηκε',

    offline: 'Είστε εκτός σύνδεσης. Ό,τι στέλνετε αποθηκεύεται και θα σταλεί μόλις συνδεθείτε ξανά.',
    reconnecting: (attempts) => (attempts > 1 ? `Επανασύνδεση… (προσπάθεια ${number(attempts)})` : 'Επανασύνδεση…'),
    serverOffline:
      'Η συνομιλία δεν είναι διαθέσιμη αυτή τη στιγμή. Συνεχίζουμε να προσπαθούμε και τίποτα από όσα γράφετε δεν χάνεται.',
    catchingUp: 'Λήψη των τελευταίων μηνυμάτων…',
    tryNow: 'Δοκιμή τώρα',
    queueWaiting: 'Σύντομα θα είναι κάποιος μαζί σας.',
    queuePosition: (position) =>
      position <= 1 ? 'Η επόμενη σειρά είναι η δική σας.' : `Η θέση σας στην ουρά: ${number(position)}.`,
    queueWait: (duration) => `Εκτιμώμενος χρόνος αναμονής: ${isolate(duration)}.`,
    storageMemory:
      'Αυτό το πρόγραμμα περιήγησης δεν μπορεί να κρατήσει τα μηνύματα που δεν έχουν σταλεί, αν φύγετε από τη σελίδα ή τη φορτώσετε ξανά.',
    engineFailed: 'Δεν ήταν δυνατή η φόρτωση της συνομιλίας.',
    idleWarning: (time) =>
      time
        ? `Είστε ακόμα εδώ; Χωρίς κάποιο μήνυμα, η συνομιλία θα τερματιστεί στις ${isolate(time)}.`
        : 'Είστε ακόμα εδώ; Χωρίς κάποιο μήνυμα, η συνομιλία θα τερματιστεί σύντομα.',
    refused: (reason) => `Δεν υπάρχει σύνδεση. ${reason}.`,
    startFailed: (reason) => `Δεν ήταν δυνατή η έναρξη της συνομιλίας. ${reason}.`,
    restoreFailed: 'Δεν ήταν δυνατή η επαναφορά της προηγούμενης συνομιλίας σας.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'Τερματίσατε τη συνομιλία.' : 'Η συνομιλία έχει τερματιστεί.'),
    startNew: 'Έναρξη νέας συνομιλίας',
    dismiss: 'Απόκρυψη',

    conversation: 'Συνομιλία',
    greeting: 'Γεια σας, πώς μπορούμε να βοηθήσουμε;',
    greetingHint: 'Γράψτε μας εδώ. Συνήθως απαντάμε μέσα σε λίγα λεπτά.',
    loadOlder: 'Φόρτωση παλαιότερων μηνυμάτων',
    loadingOlder: 'Φόρτωση παλαιότερων μηνυμάτων…',
    newDivider: 'Νέα',
    newMessages: (count) => fresh(count, number),
    toLatest: 'Μετάβαση στο τελευταίο μήνυμα',
    today: 'Σήμερα',
    yesterday: 'Χθες',
    typing: ([first, second, third]) => {
      if (!first) return 'Γράφει…';
      if (!second) return `${isolate(first)} γράφει…`;
      return third ? 'Γράφουν αρκετά άτομα…' : `${isolate(first)} και ${isolate(second)} γράφουν…`;
    },
    joined: (name) => `Σύνδεση στη συνομιλία: ${isolate(name)}`,
    left: (name, reason = '') => `${left[reason] ?? 'Αποχώρηση από τη συνομιλία'}: ${isolate(name)}`,
    transferred: (to) => (to ? `Τώρα σας εξυπηρετεί: ${isolate(to)}` : 'Τώρα σας εξυπηρετεί η ομάδα μας'),
    status: (status) => statuses[status] ?? '',
    you: 'Εσείς',
    agent: 'Εκπρόσωπος',
    supervisor: 'Επόπτης',
    bot: 'Βοηθός',
    system: 'Συνομιλία',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Δεν αποθηκεύτηκε ακόμα',
    queued: 'Σε αναμονή αποστολής',
    sending: 'Αποστολή…',
    sent: 'Στάλθηκε',
    delivered: 'Παραδόθηκε',
    seen: 'Διαβάστηκε',
    unconfirmed: 'Δεν είναι βέβαιο ότι έφτασε',
    notSent: 'Δεν στάλθηκε',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Δοκιμή ξανά',
    delete: 'Διαγραφή',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => fresh(count, number),
    announceNotSent: (reason) => `Το μήνυμά σας δεν στάλθηκε. ${reason}.`,

    message: 'Μήνυμα',
    placeholder: 'Γράψτε ένα μήνυμα…',
    placeholderOffline: 'Γράψτε, θα σταλεί αργότερα…',
    send: 'Αποστολή',
    composerHint: 'Enter για αποστολή, Shift και Enter για νέα γραμμή',
    charactersLeft: (count) => remaining(count, number),
    charactersOver: (count) => surplus(count, number),
    composerEnded: 'Αυτή η συνομιλία έχει τερματιστεί.',
    composerBlocked: 'Δεν μπορείτε πια να γράψετε εδώ.',
  };
};

/** Greek. */
const el: Locale = { lang: 'el', terms, more: async () => (await import('./more/el.js')).moreEl };
export default el;
