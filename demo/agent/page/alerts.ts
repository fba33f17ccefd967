import type { DeskClient } from '../model/desk-client.js';
import { me } from '../model/state.js';
import type { Sounds } from './sounds.js';

/** Sounds for what the agent might not see: somebody waits, and messages outside the conversation before their eyes. */
export function soundFacts(client: DeskClient, sounds: Sounds): () => void {
  return client.onFact((fact) => {
    const state = client.store.value;
    if (fact.type === 'offered' || fact.type === 'handed') sounds.play('offer');
    else if (fact.type === 'waiting' && me(state)?.presence === 'available') sounds.play('message');
    else if (fact.type === 'message' && (fact.conversation !== state.current || !document.hasFocus()))
      sounds.play('message');
  });
}
