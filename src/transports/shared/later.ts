import { TransportError, type Transport, type TransportFactory } from '../../session/transport.js';

/** A transport whose code comes when its line is first opened; so it is none of what every page loads. */
export function laterTransport(load: () => Promise<TransportFactory>): TransportFactory {
  return (sink, options) => {
    let inner: Transport | undefined;
    const own: Partial<Transport> = {
      async open(signal) {
        if (!inner) {
          const factory = await load().catch(() => {
            throw new TransportError('again', 'unreachable', 'the code of the transport could not be loaded');
          });
          if (signal.aborted) throw new TransportError('again', 'lost');
          inner ??= factory(sink, options);
          sink.emit({ type: 'capabilities', capabilities: inner.capabilities });
        }
        return inner.open(signal);
      },
      close: () => inner?.close(),
    };
    return new Proxy({ capabilities: {} } as Transport, {
      get: (target, name: keyof Transport) => {
        const value = own[name] ?? (inner ?? target)[name];
        return typeof value === 'function' ? value.bind(inner) : value;
      },
    });
  };
}
