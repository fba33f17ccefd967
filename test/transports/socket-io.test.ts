import { expect } from '@open-wc/testing';
import { socketIo } from '../../src/transports/socket-io/index.js';
import { TransportError, type TransportEvent } from '../../src/session/transport.js';
import { describeTransport } from './transport-contract.js';

// The runner has the real chat server mounted on its own origin.
describeTransport('socket-io', () => ({ factory: socketIo, endpoint: '' }));

describe('socket-io line', () => {
  const open = async (endpoint: string): Promise<unknown> => {
    const events: TransportEvent[] = [];
    const transport = socketIo({ emit: (event) => void events.push(event) }, { endpoint, channel: 'default' });
    return transport.open(AbortSignal.timeout(5_000)).then(
      () => transport.close(),
      (error: unknown) => error,
    );
  };

  it('takes an endpoint with a slash at its end', async () => {
    expect(await open(`${location.origin}/`)).to.equal(undefined);
  });

  it('says that nobody listens at a wrong address, and may be tried again', async () => {
    const error = await open('http://127.0.0.1:9');
    expect(error).to.be.instanceOf(TransportError);
    expect(error).to.include({ kind: 'again', code: 'unreachable' });
  });
});
