import type { MoreLocalizeController } from '../../controllers/more-localize-controller.js';
import type { ChatHandle } from '../../session/host.js';
import { conversationOf } from '../../session/model/selectors.js';
import { transcriptText } from './text.js';

/** So long one page of older messages may take; what is not here by then is left out, and the file says so. */
const PATIENCE = 8_000;

/** Waits until older messages have come, as they do after a request for them. */
function more(handle: ChatHandle, first: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = (came: boolean): void => {
      undo();
      clearTimeout(timer);
      resolve(came);
    };
    const timer = setTimeout(() => done(false), PATIENCE);
    const undo = handle.subscribe((state) => {
      if ((conversationOf(state)?.log.first ?? first) < first || !conversationOf(state)?.log.older) done(true);
    });
    handle.perform({ type: 'chat-older-request', detail: {} });
  });
}

/** Gives the current conversation to the visitor as a file, all of it as far as the server has it. It never rejects. */
export async function saveTranscript(handle: ChatHandle, localize: MoreLocalizeController): Promise<void> {
  const log = () => conversationOf(handle.state)?.log;
  for (let came = true; came && log()?.older === true;) came = await more(handle, log()?.first ?? 0);
  const conversation = conversationOf(handle.state);
  if (!conversation) return;
  const now = Date.now();
  const text = transcriptText(conversation, localize, now, conversation.log.older);
  // With a mark of its encoding: an editor of another age shows Arabic as it is, too.
  const url = URL.createObjectURL(new Blob(['\uFEFF', text], { type: 'text/plain;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = `${localize.more('fileName')} ${new Date(now).toLocaleDateString('sv')}.txt`;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
