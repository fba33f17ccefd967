/** The demo's pages, under the strict policy that the widget promises to work under. */
import type { IncomingMessage, RequestListener } from 'node:http';
import path from 'node:path';
import { serveFile, type Mount } from './static.js';

/** Serves them from the project's folder. */
export function demoPages(root: string): RequestListener {
  const at = (...parts: string[]): string => path.join(root, ...parts);
  const pages = { folders: [at('demo')], only: /^([\w-]+\.html|assets\/.+)$/ };
  const mounts: readonly Mount[] = [
    {
      prefix: '/agent/',
      folders: [at('build', 'demo'), at('demo', 'agent')],
      only: /^[\w-]+\.(html|css|svg|js|js\.map)$/,
    },
    { prefix: '/cdn/', folders: [at('cdn')] },
    { prefix: '/dist/', folders: [at('dist')] },
    { prefix: '/demo/', ...pages },
    { prefix: '/', ...pages },
  ];
  return (request, response) => {
    serveFile(request, response, mounts, pageHeaders).catch(() => response.destroy());
  };
}

function pageHeaders({ headers: { host } }: IncomingMessage): Record<string, string> {
  // 'self' does not stand for the WebSocket of the same host in every browser. The header is the visitor's own word.
  const sockets = host !== undefined && /^[\w.:[\]-]+$/.test(host) ? ` ws://${host} wss://${host}` : '';
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "media-src 'self'",
    "font-src 'self'",
    `connect-src 'self'${sockets}`,
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
    "require-trusted-types-for 'script'",
    'trusted-types live-chat-elements lit-html',
  ];
  return { 'Content-Security-Policy': policy.join('; ') };
}
