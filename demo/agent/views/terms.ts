/** Every word on the desk, in one place. The model has codes only. */
import type { Action } from '../model/facts.js';

const count = (number: number, one: string, many: string): string => `${number} ${number === 1 ? one : many}`;

/** What stands above a rich message. */
const RICH_KINDS: Readonly<Record<string, string>> = {
  markdown: 'Markdown',
  'quick-replies': 'Quick replies',
  buttons: 'Buttons',
  list: 'List',
  link: 'Link preview',
  card: 'Card',
  carousel: 'Cards',
  image: 'Picture',
  gallery: 'Pictures',
  form: 'Form',
  'date-time': 'Date',
  'adaptive-card': 'Card',
  menu: 'Menu',
};

/** See the module. */
export const terms = {
  product: 'Agent desk',
  visitor: 'Visitor',
  you: 'You',
  close: 'Close',
  cancel: 'Cancel',
  dismiss: 'Dismiss',

  signIn: {
    title: 'Sign in to the agent desk',
    lead: 'Answer the visitors of your site.',
    name: 'Name',
    password: 'Password',
    show: 'Show',
    hide: 'Hide',
    showPassword: 'Show password',
    submit: 'Sign in',
    busy: 'Signing in…',
    expired: 'Your session has ended. Sign in again: what you had not sent is still here.',
    left: 'You are signed out.',
    missingName: 'Enter your name.',
    missingPassword: 'Enter your password.',
    problem(code: string, seconds: number | undefined): string {
      if (code === 'not-allowed') return 'This name and password don’t match. Check both and try again.';
      if (code === 'rate-limited')
        return `Too many tries. Wait ${count(seconds ?? 60, 'second', 'seconds')}, then try again.`;
      if (code === 'unreachable') return 'The chat server doesn’t answer. Check the network and try again.';
      if (code === 'bad-request') return 'The server can’t read this name or password. Check both and try again.';
      return 'Something went wrong on the server. Try again in a moment.';
    },
  },

  splash: {
    connecting: 'Connecting to the chat server…',
    waiting: 'The chat server doesn’t answer. Trying again…',
    retry: 'Try now',
    outdatedTitle: 'This page is out of date',
    outdated: 'The chat server has been updated. Reload the page to go on; what you had not sent is kept.',
    reload: 'Reload',
  },

  presence: {
    legend: 'Your presence',
    available: 'Available',
    away: 'Away',
    full: 'At capacity',
    load: (load: number, capacity: number): string => `${load} of ${capacity}`,
    loadLabel: (load: number, capacity: number): string =>
      `You have ${load} of at most ${count(capacity, 'conversation', 'conversations')}`,
    offline: 'Offline',
  } satisfies Record<string, unknown>,

  role: { agent: 'Agent', supervisor: 'Supervisor', visitor: 'Visitor', bot: 'Bot', system: 'System' } as Record<
    string,
    string
  >,

  bar: {
    mute: 'Mute sounds',
    unmute: 'Turn sounds on',
    help: 'Keyboard shortcuts',
    account: 'Account: ',
    signOut: 'Sign out',
    unsent: (number: number): string => `${count(number, 'message', 'messages')} not sent yet will be lost.`,
  },

  banner: {
    offline: 'No network.',
    lost: 'The connection is lost.',
    kept: 'What you write is kept and sent as soon as it is back.',
    next: (seconds: number): string => `Next try in ${seconds} s.`,
    trying: 'Connecting…',
    catchingUp: 'Catching up…',
    retry: 'Try now',
    back: 'Connected again.',
    lostAnnounced: 'The connection is lost. What you write is kept.',
  },

  lists: {
    label: 'Conversations',
    waiting: 'Waiting',
    mine: 'My conversations',
    kept: 'Finished',
    others: 'Other agents',
    more: (count: number): string => `and ${count} more`,
    nobody: 'Nobody is waiting',
    nobodyHint: 'New visitors appear here.',
    nobodyAway: 'You are away: nobody is offered to you.',
    none: 'No conversations yet',
    noneHint: 'Accept somebody who waits.',
    noneOther: 'No other conversation is running.',
    accept: 'Accept',
    decline: 'Decline',
    offered: 'Offered to you',
    offeredTo: (name: string): string => `Offered to ${name}`,
    left: (time: string): string => `${time} left`,
    waits: (time: string): string => `waiting ${time}`,
    unread: (number: number): string => `${count(number, 'unread message', 'unread messages')}`,
    online: 'online',
    offline: 'offline',
    draft: 'Draft:',
    youSaid: 'You:',
    typing: 'typing…',
    before: (name: string): string => `Was with ${name}`,
    fresh: 'New conversation',
    with: (name: string): string => `with ${name}`,
    noText: 'No message yet',
    messages: 'Messages left',
    done: 'Done',
    over: 'Ended',
    elsewhere: 'Handed on',
    shortcut: (number: number): string => `Alt+${number}`,
  },

  conversation: {
    label: 'Conversation',
    none: 'No conversation open',
    noneHint: 'Choose one from the list, or accept somebody who waits.',
    noneShortcuts: [
      ['Alt+Enter', 'accepts who waits'],
      ['Alt+1…9', 'opens a conversation'],
      ['Ctrl+/', 'shows all shortcuts'],
    ],
    back: 'Back to the list',
    details: 'Visitor details',
    showDetails: 'Show visitor details',
    hideDetails: 'Hide visitor details',
    transfer: 'Transfer',
    end: 'End',
    more: 'More actions',
    block: 'Block visitor',
    accept: 'Accept',
    decline: 'Decline',
    online: 'Online',
    offline: 'Offline',
    waiting: (time: string): string => `Waiting ${time}`,
    runningFor: (time: string): string => `Running for ${time}`,
    messages: (name: string): string => `Messages with ${name}`,
    loading: 'Loading messages…',
    loadFailed: 'The messages can’t be loaded now.',
    tryAgain: 'Try again',
    earlier: 'Load earlier messages',
    earlierBusy: 'Loading…',
    earlierFailed: 'Earlier messages can’t be loaded. Try again',
    later: 'Show later messages',
    latest: 'Latest messages',
    newBelow: (number: number): string => count(number, 'new message', 'new messages'),
    unread: 'New',
    start: 'The conversation starts here',
    typing: (name: string): string => `${name} is typing`,
    notSent: 'Not sent',
    retry: 'Try again',
    discard: 'Remove',
    ended: 'This conversation is over.',
    elsewhere: 'This conversation is no longer yours.',
    closeIt: 'Close conversation',
    queued: 'This visitor is waiting. Accept to answer.',
    watching: (name: string): string => `${name} has this conversation. You are reading along.`,
    watchingUnknown: 'A colleague has this conversation. You are reading along.',
    watchingBot: (name: string): string => `${name}, the bot, has this conversation. You are reading along.`,
    attending: 'You are in this conversation, reading along. The visitor does not see you.',
    speaking: (name: string): string => `You are speaking beside ${name}.`,
    speakingBot: 'You are speaking beside the bot.',
    attend: 'Read along',
    attendHint: 'Join without the visitor’s knowing; colleagues see it',
    speak: 'Join',
    quiet: 'Only read along',
    leave: 'Leave',
    takeOver: 'Take over',
    takeOverAway: 'Be available to take over.',
    afterAccept: 'What was said before appears when you accept.',
  },

  fate: {
    queued: 'Waiting to be sent',
    sending: 'Sending',
    stored: 'Sent',
    delivered: 'Delivered',
    seen: 'Seen',
    refused: 'Not sent',
  },

  refusal(code: string | undefined): string {
    if (code === 'ended') return 'the conversation was over';
    if (code === 'too-long' || code === 'too-large') return 'it is too long';
    if (code === 'empty') return 'it is empty';
    if (code === 'unknown-file') return 'its files are no longer on the server';
    if (code === 'not-allowed' || code === 'unknown-conversation') return 'the conversation is no longer yours';
    return 'the server refused it';
  },

  files: {
    label: 'Files of this message',
    attach: 'Attach files',
    unseen: 'The visitor’s page does not show files',
    progress: (name: string): string => `Upload of ${name}`,
    remove: (name: string): string => `Remove ${name}`,
    retry: (name: string): string => `Upload ${name} again`,
    download: (name: string, size: string): string => `Download ${name}, ${size}`,
    refusal(code: string | undefined): string {
      if (code === 'too-large') return 'too large';
      if (code === 'empty') return 'it is empty';
      if (code === 'type-not-allowed') return 'this type is not taken';
      if (code === 'type-mismatch') return 'it is not what its name says';
      if (code === 'too-many' || code === 'quota-exceeded') return 'too many files';
      return 'not uploaded';
    },
  },

  composer: {
    notice: 'Write a notice for the page, not for the visitor',
    noticeLabel: (name: string): string => `Notice for the page of ${name}`,
    noticePlaceholder: 'Notice for the page’s own script…',
    noticeHint: 'The visitor does not see it',
    sendNotice: 'Send notice',
    label: (name: string): string => `Message to ${name}`,
    placeholder: (name: string): string => `Write to ${name}…`,
    send: 'Send',
    hint: 'Enter sends, Shift+Enter breaks the line',
    left: (number: number): string => `${count(number, 'character', 'characters')} left`,
    over: (number: number): string => `${count(number, 'character', 'characters')} too many`,
  },

  caseStatus: 'Case',
  cases: { open: 'Open', pending: 'Pending', escalated: 'Escalated', resolved: 'Solved', closed: 'Closed' },

  amend: {
    edit: 'Edit',
    retract: 'Remove',
    editThis: (text: string) => `Edit: ${text.slice(0, 80)}`,
    retractThis: (text: string) => `Remove: ${text.slice(0, 80)}`,
    edited: 'Edited',
    retracted: 'Removed',
    writing: 'Writing …',
    editTitle: 'Correct the message',
    text: 'What it shall say',
    save: 'Save',
    retractTitle: 'Remove the message?',
    retractText: 'The visitor sees that a message was removed. What it said is deleted.',
  },
  begin: {
    action: 'Write again',
    title: (name: string) => `Write to ${name} again`,
    hint: 'It is a conversation of its own, and yours. They find it in their list of conversations.',
    text: 'Message',
    send: 'Send',
  },
  rich: {
    title: 'Buttons, lists, forms and ready-made replies',
    canned: 'Ready-made replies',
    nothing: 'Choose one to begin with',
    kind: 'Kind',
    kinds: {
      text: 'Text',
      markdown: 'Text with Markdown',
      'quick-replies': 'Quick replies',
      buttons: 'Buttons',
      list: 'List',
      menu: 'Menu, open for two minutes',
      card: 'Card',
      link: 'Link preview',
      form: 'Form',
      'date-time': 'Date',
    },
    heading: 'Title',
    text: 'Text',
    options: 'What can be chosen, one in a line',
    fields: 'What is asked, one in a line; * at the end when it is needed',
    address: 'Address of the page',
    picture: 'Address of a picture',
    unseen: 'The visitor’s chat shows this kind as text.',
    send: 'Send',
    sent: (kind: string): string => RICH_KINDS[kind] ?? 'Rich message',
    chosen: 'Chosen',
  },

  details: {
    customerFields: 'Customer',
    customerName: 'Name',
    contactFields: 'This contact',
    title: 'Visitor details',
    contact: 'Contact',
    name: 'Name',
    email: 'E-mail',
    subject: 'Subject',
    visit: 'Visit',
    language: 'Language',
    started: 'Started',
    waited: 'Waited',
    waiting: 'Waiting',
    ended: 'Ended',
    connection: 'Connection',
    data: 'From the page',
    customer: 'Customer',
    context: 'Context',
    queue: 'Queue',
    verified: 'confirmed by the site',
    people: 'People',
    nothing: 'The visitor left no details.',
    joined: (time: string): string => `since ${time}`,
    silent: (time: string): string => `silent since ${time}`,
    changed: (time: string): string => `changed ${time}`,
    until: (from: string, to: string): string => `${from} – ${to}`,
    choose: 'Details of the open conversation appear here.',
    yes: 'Yes',
    no: 'No',
    empty: 'Empty',
  },

  confirm: {
    endTitle: (name: string): string => `End the conversation with ${name}?`,
    endText: 'They can’t answer any more, and can start a new conversation.',
    endUnsent: 'Messages that are on their way are sent first.',
    end: 'End conversation',
    blockTitle: (name: string): string => `Block ${name}?`,
    blockText: 'This ends the conversation and refuses new ones from the same visitor and address for a while.',
    block: 'Block visitor',
    signOutTitle: 'Sign out with unsent messages?',
    signOut: 'Sign out',
  },

  transfer: {
    title: (name: string): string => `Transfer ${name}`,
    lead: 'They see that somebody else takes over.',
    queue: 'Back to the queue',
    queueHint: 'The next free agent gets it.',
    submit: 'Transfer',
    to: 'To',
    nobody: 'No other agent is signed in.',
  },

  help: {
    title: 'Keyboard shortcuts',
    rows: [
      [['Alt', '1…9'], 'Open one of my conversations'],
      [['Alt', '↑ ↓'], 'Previous or next of my conversations'],
      [['Alt', 'Enter'], 'Accept who is offered to me, or who waits longest'],
      [['F6'], 'Next part of the desk; with Shift the previous one'],
      [['↑ ↓'], 'Move in a list'],
      [['Enter'], 'Send the message'],
      [['Shift', 'Enter'], 'New line'],
      [['Ctrl', '/'], 'This help'],
      [['Esc'], 'Close a dialog; on a narrow screen, back to the list'],
    ] as readonly (readonly [readonly string[], string])[],
  },

  /** Lines about what happened in a conversation. */
  event: {
    joined: (name: string): string => `${name} joined`,
    left: (name: string): string => `${name} left`,
    lostConnection: (name: string): string => `${name} lost the connection`,
    handedTo: (from: string, to: string): string => `${from} handed the conversation to ${to}`,
    handedToQueue: (from: string): string => `${from} put the conversation back in the queue`,
    queued: 'Back in the queue',
    firstQueued: 'Started waiting',
    idleWarning: 'The visitor has been quiet and was asked whether they are still there',
    visitorGone: 'The visitor’s page is closed or offline',
    visitorBack: 'The visitor is back',
    endedBy: (name: string): string => `${name} ended the conversation`,
    ended: 'The conversation is over',
    caseIs: (name: string, status: string): string => `${name} set the case to “${status}”`,
    rated: (rating: number, scale: number, comment: string | undefined): string =>
      `Rated ${rating} of ${scale}${comment === undefined ? '' : `: “${comment}”`}`,
    endedIdle: 'Ended: nobody wrote for a long time',
    endedGone: 'Ended: the visitor did not come back',
    endedBlocked: 'Ended: the visitor was blocked',
    joinedSilently: (name: string): string => `${name} reads along. The visitor does not see it`,
    leftSilently: (name: string): string => `${name} no longer reads along`,
    notice: (name: string, text: string): string =>
      text === '' ? `Notice from ${name}` : `Notice from ${name}: ${text}`,
    data: (what: string): string => `Visitor data changed: ${what}`,
    other: (status: string): string => status.replaceAll('-', ' '),
  },

  notice: {
    label: 'Notices',
    waiting: (name: string): string => `${name} is waiting`,
    offered: (name: string): string => `${name} is waiting and is offered to you`,
    handed: (name: string): string => `The conversation with ${name} is now yours`,
    message: (name: string, text: string): string => `${name}: ${text}`,
    messages: (name: string, number: number): string => `${count(number, 'new message', 'new messages')} from ${name}`,
    endedByVisitor: (name: string): string => `${name} ended the conversation`,
    ended: (name: string): string => `The conversation with ${name} is over`,
    gone: (name: string): string => `The conversation with ${name} is no longer yours`,
    refused: (name: string, why: string): string => `A message to ${name} was not sent: ${why}`,
    open: 'Open',
  },

  /** Why something that the agent did has failed. */
  failed(action: Action, code: string, name: string, by: string | undefined): string {
    if (code === 'taken')
      return by
        ? `${by} was faster: ${name} is already being helped.`
        : `A colleague was faster: ${name} is already being helped.`;
    if (code === 'at-capacity') {
      return action === 'transfer'
        ? 'This agent has as many conversations as they can take.'
        : 'You have as many conversations as you can take. End or transfer one first.';
    }
    if (code === 'ended') return `The conversation with ${name} is already over.`;
    if (code === 'not-allowed' && action === 'transfer')
      return 'Not possible: they are not available, or the conversation is no longer yours.';
    if (code === 'not-allowed') return 'You are not allowed to do this.';
    if (code === 'unknown-conversation') return `The conversation with ${name} is no longer there.`;
    if (code === 'rate-limited') return 'Too quick for the server. Wait a moment and try again.';
    if (code === 'disconnected' || code === 'timeout')
      return `${failedWhat[action]} The server did not answer. Try again when you are connected.`;
    return `${failedWhat[action]} Something went wrong on the server. Try again.`;
  },
};

const failedWhat: Record<Action, string> = {
  accept: 'Could not accept.',
  decline: 'Could not decline.',
  transfer: 'Could not transfer.',
  end: 'Could not end the conversation.',
  block: 'Could not block.',
  join: 'Could not join.',
  leave: 'Could not leave.',
  handled: 'Could not put the message away.',
  amend: 'Could not change the message.',
  begin: 'Could not write to them.',
  case: 'Could not change the case.',
  presence: 'Could not change your presence.',
  'sign-out': 'Could not sign out.',
};
