import type { ConversationKey } from '../model/types.js';

/** Files that go with one message. They are taken from where they lay, and go back there when the message is not sent. */
export type Load = {
  /** Takes the message with them. Resolves when both are kept here; `settled`, when the server has stored the message. */
  submit(key: ConversationKey, id: string, text: string): Promise<{ readonly settled: Promise<void> }>;
  /** The message was not taken. */
  back(): void;
};

/** What acts ask of the files, once there are any. */
export interface Cargo {
  /** What lies in the tray and can be sent, for the next message; undefined when that is nothing. */
  load(): Load | undefined;
  /** Tries a message again whose files did not get through; whether it is one. */
  retry(clientId: string): boolean;
  /** Takes back a message whose files are not all on the server; whether it is one. */
  discard(clientId: string): boolean;
  /** Forgets everything: the customer has signed out. */
  clear(): void;
}
