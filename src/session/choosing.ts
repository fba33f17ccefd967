/** Answering a rich message: a message that says what was chosen, and inherits everything that is promised of messages. */
import { COMMAND_TEXTS } from '../vocabulary/texts.js';
import { at } from './flows/core.js';
import { checkText, cleanText } from './flows/pipeline.js';
import type { IntentMap } from './intents.js';
import { ChatError } from './model/errors.js';
import { isRunning } from './model/selectors.js';
import type { ConversationKey } from './model/types.js';
import type { MoreParts } from './more.js';

/**
 * Takes a choice. Resolves when it is stored here; it shows as a message from then on. A server that has another answer
 * already refuses it, and then nothing is left of it: the log tells the first one.
 * @throws (rejects) `not-active`, `prevented`, `empty`, `too-long`
 */
export async function choose(
  { core, line, outbox, pipeline, typing }: MoreParts,
  key: ConversationKey,
  { choice, text: said }: IntentMap['chat-choose-request'],
): Promise<void> {
  if (!isRunning(at(core, key))) throw new ChatError('not-active', COMMAND_TEXTS.sendMessage['not-active']);
  const asked = pipeline.before('chat-before-send', { text: said, conversationId: key });
  const text = cleanText(asked.text);
  checkText(text, core.state.capabilities.maxText, COMMAND_TEXTS.sendMessage.empty);
  typing.stopped(key);
  const id = core.ports.random.id();
  const { settled } = await outbox.submit(key, { id, type: 'message', text, choice });
  settled.catch((error: unknown) => {
    if (error instanceof ChatError && error.code === 'refused') void outbox.withdraw(key, id);
  });
  line.ensure();
}
