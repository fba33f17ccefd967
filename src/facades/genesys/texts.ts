import { MORE_TEXTS } from '../../vocabulary/more-texts.js';
import { COMMAND_TEXTS } from '../../vocabulary/texts.js';

/**
 * The documented rejection texts of all WebChatService commands, as the Widgets edition prints them; old pages compare
 * them. The names are codes of `ChatError` where the session has one for it.
 */
export const TEXTS = {
  ...COMMAND_TEXTS,
  ...MORE_TEXTS,
  poll: {
    ...MORE_TEXTS.poll,
    private: 'Access Denied to private command. Only WebChatService is allowed to invoke this command.',
  },
  restore: {
    ...MORE_TEXTS.restore,
    private:
      'Access Denied to private command. Only WebChatService is allowed to invoke this command in Non-Async mode.',
  },
  sendFile: { unsupported: "This transport doesn't support file uploads" },
  fetchHistory: {
    ...MORE_TEXTS.fetchHistory,
    synchronous: 'Fetching history messages applies only to Asynchronous chat',
  },
} as const;

const tables: ReadonlyMap<string, Readonly<Record<string, string>>> = new Map(Object.entries(TEXTS));

/** The documented texts of a command. */
export function textsOf(command: string): Readonly<Record<string, string>> {
  return tables.get(command) ?? {};
}

/** What a command rejects with when nobody here can do it: the documented text, or one made like those. */
export function unsupportedText(command: string): string {
  return textsOf(command)['unsupported'] ?? `This transport doesn't support ${command} command.`;
}
