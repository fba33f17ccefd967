import { isolate } from '../isolate.js';
import type { Format } from '../terms.js';
import type { RichTerms } from './terms.js';

const cases: Record<string, string> = {
  open: 'Your case is open',
  pending: 'Your case waits for something',
  escalated: 'Your case was passed on to a specialist',
  resolved: 'Your case is solved',
  closed: 'Your case is closed',
};

/** English, of rich messages. */
export const richTerms = (number: Format): RichTerms => ({
  richChosen: 'Chosen',
  richSend: 'Send',
  richSent: 'Sent',
  richPickOne: 'Pick one',
  richPick: (min, max) =>
    min === max
      ? `Pick ${number(min)}`
      : min > 0
        ? `Pick ${number(min)} to ${number(max)}`
        : `Pick up to ${number(max)}`,
  richPickMissing: 'Please pick something first',
  richPickTooMany: (max) => `Please pick ${number(max)} at most`,
  richMissing: 'This is needed',
  richWrong: 'This does not look right',
  richNeeded: 'needed',
  richYes: 'Yes',
  richOpens: 'opens in a new tab',
  richShowPicture: (host) => `Show the picture from ${isolate(host)}`,
  richPictureFailed: 'The picture can’t be shown',
  richCards: 'Cards',
  richPictures: 'Pictures',
  richPrevious: 'Previous',
  richNext: 'Next',
  richPosition: (place, of) => `${number(place)} of ${number(of)}`,
  richTimeLeft: (time) => `Time left: ${time}`,
  richTimeOver: 'The time is over',
  richDate: 'Date',
  richTime: 'Time',
  richDateTime: 'Date and time',
  reassigned: (to, before) => `${isolate(to)} has taken over from ${isolate(before)}`,
  caseStatus: (status) => cases[status] ?? '',
  amendedEdited: 'Edited',
  amendedRetracted: 'This message was removed',
  amendedWriting: 'Writing',
});
