import type { Format } from '../terms.js';
import type { PageTerms } from './terms.js';

const groups = [
  'Smileys and emotions',
  'People and gestures',
  'Animals and nature',
  'Food and drink',
  'Travel and places',
  'Activities',
  'Objects',
  'Symbols',
  'Flags',
];
const tones = ['Default', 'Light', 'Medium light', 'Medium', 'Medium dark', 'Dark'];

/** English, of elements that only some pages have. */
export const pageTerms = (number: Format): PageTerms => ({
  formHeading: 'Before we start',
  formText: 'A few words about you, so that we can help you faster.',
  formStart: 'Start chat',
  formCancel: 'Not now',
  formOptional: 'optional',
  formChoose: 'Please choose',
  nickname: 'Your name',
  firstname: 'First name',
  lastname: 'Last name',
  email: 'Email',
  subject: 'What is it about?',
  errorMissing: 'Fill this in to go on.',
  errorChoice: 'Choose one to go on.',
  errorTick: 'Tick this box to go on.',
  errorEmail: 'Write an email address, like name@example.com.',
  errorTel: 'Write a phone number: digits, blanks and a leading +.',
  errorLong: (max) => `At most ${number(max)} characters fit in here.`,
  errorOther: 'This can’t be used as it is. Please check it.',

  leaveHeading: 'We’re not here right now',
  leaveText: (back) =>
    back === undefined
      ? 'Leave us a message, and we’ll answer by email.'
      : `We’re back on ${back}. Leave us a message, and we’ll answer by email.`,
  leaveMessage: 'Your message',
  leaveSend: 'Leave message',
  leaveSending: 'Sending…',
  leaveFailed: (reason) => `The message could not be left: ${reason}. Nothing is lost; please try again.`,
  leftHeading: 'Thank you',
  leftText: 'We have your message, and we’ll answer by email.',
  leftDone: 'Close',

  emojis: 'Emoji',
  emojiSearch: 'Search emoji',
  emojiFound: (count) =>
    count === 0 ? 'No emoji found' : count === 1 ? 'One emoji found' : `${number(count)} emoji found`,
  emojiRecent: 'Recently used',
  emojiGroup: (group) => groups[group] ?? '',
  emojiFailed: 'The emoji could not be loaded.',
  skinTone: 'Skin tone',
  skinToneOf: (tone) => tones[tone] ?? '',

  actions: 'More actions',
  saveTranscript: 'Download conversation',
  savingTranscript: 'Preparing the download…',

  invitation: 'Invitation to chat',
  inviteHeading: 'Can we help?',
  inviteText: 'If you have a question, we’re right here.',
  inviteAccept: 'Start chat',
  inviteDecline: 'No, thanks',

  surveyQuestion: 'How was this conversation?',
  surveyRating: (rating, scale) => `${number(rating)} of ${number(scale)}`,
  surveyComment: 'Anything you want to add?',
  surveySend: 'Send rating',
  surveySending: 'Sending …',
  surveyMissing: 'Please choose a rating first.',
  surveyFailed: (answered) =>
    answered ? 'You have answered this already.' : 'The rating could not be sent. Please try again.',
  surveyThanks: 'Thank you for your rating.',

  fileName: 'conversation',
  fileHeading: 'Conversation',
  fileSaved: (time) => `Saved on ${time}`,
  filePartial: 'Earlier messages could not be fetched.',
  fileEnd: 'End of the conversation',
});
