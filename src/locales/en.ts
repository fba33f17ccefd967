import { isolate } from './isolate.js';
import type { EndedTexts, ErrorTexts, Format, LeftTexts, StatusTexts, Terms } from './terms.js';

const errors: ErrorTexts = {
  'already-active': 'A conversation is already open',
  'not-active': 'No conversation is open',
  invalid: 'Something in it is not valid',
  empty: 'The message is empty',
  'too-long': 'The message is too long',
  ended: 'The conversation has ended',
  blocked: 'You can’t write here any more',
  denied: 'The conversation could not be opened',
  unsupported: 'This is not possible here',
  'load-failed': 'The chat could not be loaded',
  unreachable: 'The chat can’t be reached',
  timeout: 'There was no answer in time',
  protocol: 'The answer could not be understood',
  version: 'This page is out of date: reload it',
  refused: 'It was declined',
  busy: 'Too much at once: one moment, please',
  exhausted: 'There is nothing more',
  withdrawn: 'You took it back',
  prevented: 'This page stopped it',
  closed: 'The chat was closed',
  expired: 'You were away for too long',
  unattended: 'Nobody is here at this time',
  'context-failed': 'The page’s details could not be read',
  'token-failed': 'Your sign-in could not be checked',
  'token-function': 'Your sign-in could not be checked',
  'token-missing': 'You are not signed in',
  'token-invalid': 'Your sign-in has expired',
};

const left: Readonly<Record<string, string>> = {
  'connection-lost': 'lost the connection',
  transferred: 'handed the conversation on',
} satisfies LeftTexts;

const ended: Readonly<Record<string, string>> = {
  idle: 'The conversation ended because nothing was written for a while.',
  'visitor-gone': 'The conversation ended because you were away.',
  blocked: 'The conversation was closed.',
} satisfies EndedTexts;

const statuses: Readonly<Record<string, string>> = {
  queued: 'You’re in the queue',
  'idle-warning': 'Are you still there? The conversation will end soon.',
} satisfies StatusTexts;

/** English. */
export const en = (number: Format): Terms => {
  const of = (count: number, noun: string): string => `${number(count)} ${noun}${count === 1 ? '' : 's'}`;
  /** As on the badge, so that what is read is what is seen. */
  const capped = (count: number): string => (count > 99 ? `${number(99)}+` : number(count));
  return {
    chat: 'Chat',
    unread: (count) => `${capped(count)} unread message${count === 1 ? '' : 's'}`,
    badge: capped,
    running: 'conversation in progress',
    loadFailed: 'The chat could not be loaded. Try again',

    title: 'Chat with us',
    minimize: 'Minimize chat',
    close: 'Close chat',
    options: 'Chat options',
    endChat: 'End chat',
    endConfirmTitle: 'End this chat?',
    endConfirmText: 'You can still read the conversation afterwards.',
    endConfirm: 'End chat',
    cancel: 'Keep chatting',
    sound: 'Sound',
    notifications: 'Desktop notifications',
    notificationsBlocked: 'Blocked in your browser’s settings',
    stateIdle: 'We’re here to help',
    stateStarting: 'Connecting…',
    stateRestoring: 'Bringing your conversation back…',
    stateQueued: 'Waiting for someone to join',
    stateActive: 'Online',
    stateOffline: 'Not connected',
    stateEnding: 'Ending the conversation…',
    stateEnded: 'Conversation ended',

    offline: 'You’re offline. What you send is kept and goes out as soon as you’re back.',
    reconnecting: (attempts) => (attempts > 1 ? `Reconnecting… (attempt ${number(attempts)})` : 'Reconnecting…'),
    serverOffline: 'The chat can’t be reached right now. We keep trying, and nothing you write is lost.',
    catchingUp: 'Getting the latest messages…',
    tryNow: 'Try now',
    queueWaiting: 'Someone will be with you soon.',
    queuePosition: (position) =>
      position <= 1 ? 'You’re next in line.' : `You’re number ${number(position)} in line.`,
    queueWait: (duration) => `About ${duration} to wait.`,
    storageMemory: 'This browser can’t keep unsent messages if you leave or reload the page.',
    engineFailed: 'The chat could not be loaded.',
    idleWarning: (time) =>
      `Are you still there? Without a message, the chat ends ${time ? `at ${isolate(time)}` : 'soon'}.`,
    refused: (reason) => `No connection. ${reason}.`,
    startFailed: (reason) => `The chat could not be started. ${reason}.`,
    restoreFailed: 'Your earlier conversation could not be brought back.',
    ended: (by, reason = '') =>
      ended[reason] ?? (by === 'visitor' ? 'You ended the conversation.' : 'The conversation has ended.'),
    startNew: 'Start a new chat',
    dismiss: 'Dismiss',

    conversation: 'Conversation',
    greeting: 'Hello, how can we help?',
    greetingHint: 'Write to us here. We usually answer within minutes.',
    loadOlder: 'Load earlier messages',
    loadingOlder: 'Loading earlier messages…',
    newDivider: 'New',
    newMessages: (count) => of(count, 'new message'),
    toLatest: 'Go to the latest message',
    today: 'Today',
    yesterday: 'Yesterday',
    typing: ([first, second, third]) => {
      if (!first) return 'Typing…';
      if (!second) return `${isolate(first)} is typing…`;
      return third ? 'Several people are typing…' : `${isolate(first)} and ${isolate(second)} are typing…`;
    },
    joined: (name) => `${isolate(name)} joined`,
    left: (name, reason = '') => `${isolate(name)} ${left[reason] ?? 'left'}`,
    transferred: (to) => (to ? `You were handed over to ${isolate(to)}` : 'You were handed over to the team'),
    status: (status) => statuses[status] ?? '',
    you: 'You',
    agent: 'Agent',
    supervisor: 'Supervisor',
    bot: 'Assistant',
    system: 'Chat',
    byAt: (name, time) => `${isolate(name)}, ${time}`,

    held: 'Not saved yet',
    queued: 'Waiting to be sent',
    sending: 'Sending…',
    sent: 'Sent',
    delivered: 'Delivered',
    seen: 'Seen',
    unconfirmed: 'It’s not certain that this arrived',
    notSent: 'Not sent',
    error: (code) => errors[code] ?? errors.refused,
    retry: 'Try again',
    delete: 'Delete',

    announceMessage: (name, text) => `${isolate(name)}: ${text}`,
    announceMany: (count) => of(count, 'new message'),
    announceNotSent: (reason) => `Your message was not sent. ${reason}.`,

    message: 'Message',
    placeholder: 'Write a message…',
    placeholderOffline: 'Write now, it’s sent later…',
    send: 'Send',
    composerHint: 'Enter sends, Shift and Enter starts a new line',
    charactersLeft: (count) => `${of(count, 'character')} left`,
    charactersOver: (count) => `${of(count, 'character')} too many`,
    composerEnded: 'This conversation has ended.',
    composerBlocked: 'You can’t write here any more.',
  };
};
