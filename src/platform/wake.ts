import type { Wake } from '../session/ports.js';

/** The page's life cycle as what the connection needs to know. */
export function browserWake(): Wake {
  return {
    visible: () => document.visibilityState === 'visible',
    listen: (listener) => {
      const abort = new AbortController();
      const { signal } = abort;
      const visibility = () => listener(document.visibilityState === 'visible' ? 'wake' : 'hide');
      document.addEventListener('visibilitychange', visibility, { signal });
      addEventListener('online', () => listener('wake'), { signal });
      addEventListener('focus', () => listener('wake'), { signal });
      addEventListener('pageshow', (event) => event.persisted && listener('wake'), { signal });
      // In the back/forward cache an open socket is cut without a word, and what is sent to it is lost.
      addEventListener('pagehide', (event) => listener(event.persisted ? 'rest' : 'hide'), { signal });
      document.addEventListener('resume', () => listener('wake'), { signal });
      // A frozen page may be thrown away without another word.
      document.addEventListener('freeze', () => listener('hide'), { signal });
      return () => abort.abort();
    },
  };
}
