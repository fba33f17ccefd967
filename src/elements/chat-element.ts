import { LitElement, type PropertyDeclarations } from 'lit';
import type { ChatHandle } from '../session/host.js';
import type { Intent, IntentMap, IntentType } from '../session/intents.js';

/**
 * What all elements of a chat share: `for`, and the way an intent goes. It registers nothing and renders nothing.
 */
export abstract class ChatElement extends LitElement {
  static override properties: PropertyDeclarations = { for: {} };

  /**
   * The id of the `<live-chat>` this element belongs to, when it stands outside of it. Looked up in the element's own
   * root first, then outward.
   */
  declare for: string | undefined;

  /** The handle that intents go to. */
  protected abstract readonly handle: ChatHandle | undefined;

  /**
   * Says what the person wants: first to the page, as a bubbling, composed, cancelable event, then, unless the page
   * prevented it, to the chat.
   * @returns whether the page let it pass
   */
  protected request<T extends IntentType>(type: T, detail: IntentMap[T]): boolean {
    const event = new CustomEvent(type, { detail, bubbles: true, composed: true, cancelable: true });
    if (!this.dispatchEvent(event)) return false;
    this.handle?.perform({ type, detail: event.detail } as Intent);
    return true;
  }
}
