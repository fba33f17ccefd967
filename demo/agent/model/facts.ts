/** What really happened: the only source of announcements, sounds and notices. A duplicate or a reload makes none. */

/** See the module. */
export type Fact =
  /** Somebody new waits. */
  | { readonly type: 'waiting'; readonly conversation: string; readonly name: string | undefined }
  /** A waiting conversation was offered to this agent. */
  | { readonly type: 'offered'; readonly conversation: string; readonly name: string | undefined }
  /** A conversation came to this agent without their own accept: from a colleague, or back after a lost connection. */
  | { readonly type: 'handed'; readonly conversation: string; readonly name: string | undefined }
  /** The visitor wrote. */
  | {
      readonly type: 'message';
      readonly conversation: string;
      readonly name: string | undefined;
      readonly text: string;
    }
  /** A conversation of this agent is over, by somebody else's hand. */
  | {
      readonly type: 'ended';
      readonly conversation: string;
      readonly name: string | undefined;
      readonly by: string | undefined;
    }
  /** A conversation of this agent is now somebody else's, by somebody else's hand. */
  | { readonly type: 'gone'; readonly conversation: string; readonly name: string | undefined }
  /** An action of this agent failed; `by` names the faster colleague where known. */
  | {
      readonly type: 'failed';
      readonly action: Action;
      readonly conversation: string | undefined;
      readonly name: string | undefined;
      readonly code: string;
      readonly by?: string | undefined;
    }
  /** The server refused a message for good; it stays on screen. */
  | {
      readonly type: 'refused';
      readonly conversation: string;
      readonly name: string | undefined;
      readonly code: string;
    };

/** What an agent can do to a conversation, and to themselves. */
export type Action =
  | 'accept'
  | 'decline'
  | 'transfer'
  | 'end'
  | 'block'
  | 'join'
  | 'leave'
  | 'handled'
  | 'amend'
  | 'begin'
  | 'case'
  | 'presence'
  | 'sign-out';

/** What a visitor is called, if they said. */
export function visitorName(profile: {
  readonly nickname?: string | undefined;
  readonly firstname?: string | undefined;
  readonly lastname?: string | undefined;
  readonly email?: string | undefined;
}): string | undefined {
  const whole = [profile.firstname, profile.lastname].filter(Boolean).join(' ');
  return profile.nickname?.trim() || whole.trim() || profile.email?.trim() || undefined;
}
