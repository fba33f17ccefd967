/** Compiles, and so holds: the facade goes on an element and on a headless chat, and the preset takes any transport. */
import { installBus, type GenesysBus } from '../../src/facades/genesys/index.js';
import type { LiveChat } from '../../src/index.js';
import { installGenesys, type GenesysTransportFactory } from '../../src/presets/genesys.js';
import { createChat } from '../../src/session/index.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { socketIo } from '../../src/transports/socket-io/index.js';

declare const element: LiveChat;
declare const bus: GenesysBus;

export function everyHost(): void {
  const undo: () => void = installBus({ host: element });
  undo();
  installBus({ host: createChat({ transport: socketIo }) });
  // @ts-expect-error -- a host tells events
  installBus({ host: {} });
}

export function everyTransport(): void {
  installGenesys({ transport: 'socket-io', endpoint: 'https://chat.example' });
  installGenesys({ transport: socketIo });
  const own: GenesysTransportFactory = (sink, { config, main, ...options }) => {
    const key: string | undefined = config.transport?.deploymentKey;
    void [key, main['header'], config['stream']];
    return loopback()(sink, options);
  };
  installGenesys({ transport: own });
  // @ts-expect-error -- the names are few
  installGenesys({ transport: 'sockets' });
}

export async function everyPromise(): Promise<unknown> {
  const plugin = bus.registerPlugin('Mine');
  plugin.subscribe('WebChatService.started', ({ event, data }) => void [event.length, data]);
  plugin
    .command('WebChatService.startChat')
    .done((answer: unknown) => answer)
    .fail((reason: unknown) => reason)
    .always(() => undefined);
  return plugin.command('WebChatService.getAgents');
}
