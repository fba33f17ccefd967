/** Plain answers, with the headers that every answer has. */
import type { IncomingMessage, ServerResponse } from 'node:http';

/** What every answer says: no guessing of types, no addresses to others. */
export const COMMON_HEADERS = { 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'no-referrer' } as const;

/** Answers with JSON that nobody keeps. */
export function answerJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  answer(response, status, 'application/json; charset=utf-8', JSON.stringify(body), headers);
}

/** Answers with text that nobody keeps. */
export function answer(
  response: ServerResponse,
  status: number,
  type: string,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { ...COMMON_HEADERS, 'Content-Type': type, 'Cache-Control': 'no-store', ...headers });
  response.end(body);
}

/** Reads a small JSON body; undefined when it is too large or no JSON. */
export async function readJson(request: IncomingMessage, most = 8192): Promise<unknown> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) return undefined;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return undefined;
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
