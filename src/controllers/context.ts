import { createContext } from '@lit/context';
import type { ChatHandle } from '../session/host.js';

/**
 * The context by which `<live-chat>` gives its handle to the elements in it. The key is registered by name, with the
 * major version, so that two copies of this package on one page understand each other.
 */
export const chatContext = createContext<ChatHandle>(Symbol.for('live-chat-elements/handle@0'));
