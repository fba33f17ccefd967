import type { DeskClient } from '../model/desk-client.js';
import { listed, unreadTotal } from '../model/state.js';

/** Keeps the number of what waits for this agent in the page's title: unread messages, and offers. Returns the undo. */
export function titleBadge(client: DeskClient, product: string): () => void {
  let shown = -1;
  const show = (): void => {
    const state = client.store.value;
    const offers = listed(state, 'queue').filter(({ summary }) => summary.offer?.agent === state.desk?.me).length;
    const count = state.session.status === 'signed-in' ? unreadTotal(state) + offers : 0;
    if (count === shown) return;
    shown = count;
    document.title = count > 0 ? `(${count}) ${product}` : product;
  };
  show();
  return client.store.subscribe(show);
}
