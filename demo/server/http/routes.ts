/** The few addresses that the chat server answers on the HTTP server it is attached to; all others are left to its owner. */
import type { IncomingMessage, RequestListener, Server, ServerResponse } from 'node:http';
import { HTTP_PATH } from '../../../src/protocol/index.js';
import { isLoopback, wayOf } from '../socket/address.js';
import { answer, answerJson } from './answers.js';
import { serveApi, type ApiOptions, type ApiRoute } from './api.js';
import { serveLogin, type LoginOptions } from './login.js';

/** What the routes need. */
export interface RouteOptions extends LoginOptions {
  /** What is below {@link HTTP_PATH}. */
  readonly api: ApiOptions;
  readonly apiRoutes: readonly ApiRoute[];
  readonly metrics: 'local' | 'everyone' | 'off';
  /** Rejects when the server is not well. */
  readonly check: () => Promise<void>;
  readonly metricsText: () => Promise<string>;
}

type Route = (request: IncomingMessage, response: ServerResponse, path: string, options: RouteOptions) => Promise<void>;

const ROUTES: ReadonlyMap<string, Route> = new Map<string, Route>([
  ['/agent/login', serveLogin],
  ['/agent/logout', serveLogin],
  ['/health', health],
  ['/metrics', metrics],
]);

/** Puts the routes before whatever the HTTP server answers already. */
export function mountRoutes(server: Server, options: RouteOptions): void {
  const others = server.listeners('request') as RequestListener[];
  server.removeAllListeners('request');
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const path = (request.url ?? '').split('?', 1)[0] ?? '';
    const route = path.startsWith(`${HTTP_PATH}/`) ? api : ROUTES.get(path);
    if (route) {
      route(request, response, path, options).catch(() =>
        response.headersSent ? response.destroy() : answerJson(response, 500, {}),
      );
    } else if (others.length === 0) answer(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
    else for (const other of others) other.call(server, request, response);
  });
}

const api: Route = (request, response, path, options) =>
  serveApi(request, response, path, options.apiRoutes, options.api);

async function health(
  _request: IncomingMessage,
  response: ServerResponse,
  _path: string,
  { check, gate }: RouteOptions,
): Promise<void> {
  const well =
    gate.open &&
    (await check().then(
      () => true,
      () => false,
    ));
  answerJson(response, well ? 200 : 503, { status: well ? 'ok' : 'unavailable' });
}

async function metrics(
  request: IncomingMessage,
  response: ServerResponse,
  _path: string,
  options: RouteOptions,
): Promise<void> {
  const local = isLoopback(wayOf(request, options.proxies).address);
  if (options.metrics === 'off' || (options.metrics === 'local' && !local))
    return answer(response, 404, 'text/plain; charset=utf-8', 'Not found\n');
  answer(response, 200, 'text/plain; version=0.0.4; charset=utf-8', await options.metricsText());
}
