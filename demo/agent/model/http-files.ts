/** The file requests of the desk: to its own server, with the cookie that it is signed in by. */
import type { FilePort } from './ports.js';

/** `base` is the path of the conversations. */
export function httpFiles(base: string, ask: typeof fetch): FilePort {
  return {
    address: (conversation, file) => `${base}/${conversation}/files/${file}`,
    async ask(method, path, { json, bytes, range } = {}) {
      const response = await ask(`${base}/${path}`, {
        method,
        headers: {
          ...(json !== undefined && { 'Content-Type': 'application/json' }),
          ...(range !== undefined && { 'Content-Range': range }),
        },
        body: json === undefined ? (bytes ?? null) : JSON.stringify(json),
      });
      return (await response.json()) as unknown;
    },
  };
}
