import { expect } from '@open-wc/testing';
import { TransportError, type TransportEvent } from '../../src/session/transport.js';
import { createChat } from '../../src/session/index.js';
import { loopback } from '../../src/transports/loopback/index.js';
import { polling, type PollingSettings } from '../../src/transports/polling/index.js';
import { until } from '../helpers/settle.js';
import { describeTransport } from './transport-contract.js';

// The runner has the real chat server mounted on its own origin.
describeTransport('polling', () => ({ factory: polling(), endpoint: '' }));

/** Waits for something that has to be asked for. */
async function eventually(check: () => Promise<boolean>): Promise<void> {
  while (!(await check())) await new Promise((resolve) => setTimeout(resolve, 10));
}

/** A conversation over it, with everything that the transport tells. */
async function conversation(settings: PollingSettings = {}) {
  const events: TransportEvent[] = [];
  const transport = polling(settings)(
    { emit: (event) => void events.push(event) },
    { endpoint: '', channel: 'default' },
  );
  const signal = AbortSignal.timeout(8_000);
  await transport.open(signal);
  const opened = await transport.start({ key: crypto.randomUUID(), profile: {}, userData: {} }, signal);
  undo.push(() => transport.close());
  const told = (type: TransportEvent['type']) => events.filter((event) => event.type === type);
  const say = (text: string) =>
    transport.send(opened.remoteId, [{ id: crypto.randomUUID(), type: 'message', text }], signal);
  return { transport, events, told, opened, signal, say };
}

const undo: (() => void)[] = [];
afterEach(() =>
  undo
    .splice(0)
    .reverse()
    .forEach((back) => back()),
);

/** Answers requests in place of the server; undefined lets one through. */
function answer(how: (url: string, init: RequestInit) => Promise<Response> | undefined): Request[] {
  const real = globalThis.fetch;
  const made: Request[] = [];
  globalThis.fetch = (input, init = {}) => {
    const url = input as string;
    made.push(new Request(url, init));
    return how(url, init) ?? real(input, init);
  };
  undo.push(() => (globalThis.fetch = real));
  return made;
}

const code = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof TransportError ? `${error.kind} ${error.code}` : error),
  );

describe('polling line', () => {
  it('shows the credential in a header, in no address, and follows no redirection', async () => {
    const made = answer(() => undefined);
    const { opened, say } = await conversation({ headers: { 'x-proxy': 'yes' } });
    await say('hello');
    const sent = made.find(({ url }) => url.endsWith('/send'))!;
    expect(sent.headers.get('authorization')).to.equal(`Bearer ${opened.credential}`);
    expect(sent.headers.get('x-proxy')).to.equal('yes');
    expect(sent.redirect).to.equal('error');
    for (const { url } of made) expect(url).not.to.contain(opened.credential!);
  });

  it('asks for news all the time, one request after the other, and stops when it is told to', async () => {
    const made = answer(() => undefined);
    const { transport, opened, told, say, signal } = await conversation();
    expect(told('polling')).to.deep.equal([{ type: 'polling', polling: true }]);
    await until(() => made.some(({ url }) => url.endsWith('/pull')));
    expect(await code(transport.polling!.once(opened.remoteId, signal))).to.equal('final busy');
    transport.polling!.stop(opened.remoteId);
    expect(told('polling')).to.have.length(2);
    await eventually(async () => (await code(transport.polling!.once(opened.remoteId, signal))) === 'resolved');
    const before = made.length;
    await say('unheard');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(made).to.have.length(before + 1);
    expect(told('entry')).to.deep.equal([]);
    await transport.polling!.once(opened.remoteId, signal);
    expect(told('entry')).to.have.length(1);
    await say('heard again');
    transport.polling!.start(opened.remoteId);
    await until(() => told('entry').length === 2);
  });

  it('stays stopped on the next line', async () => {
    const { transport, opened, told, signal } = await conversation();
    transport.polling!.stop(opened.remoteId);
    transport.close();
    await transport.open(signal);
    const { remoteId, credential = '' } = opened;
    await transport.resume({ remoteId, credential }, signal);
    expect(told('polling')).to.have.length(2);
  });

  it('says that the line is lost when a request for news fails, and nothing more', async () => {
    const { transport, events, told, signal, say } = await conversation();
    answer((url) => (url.endsWith('/pull') ? Promise.reject(new TypeError('no network')) : undefined));
    // News end the wait that goes on.
    await say('x');
    await until(() => told('lost').length > 0);
    expect(events.at(-1)).to.deep.equal({ type: 'lost', reason: 'unreachable' });
    expect(events.at(-2)).to.deep.equal({ type: 'polling', polling: false });
    expect(await code(transport.pull({ remoteId: 'x', limit: 1 }, signal))).to.equal('again unreachable');
  });

  it('asks the session to look when a conversation is not ours any more', async () => {
    const { told, say } = await conversation();
    answer((url) =>
      url.endsWith('/pull')
        ? Promise.resolve(Response.json({ ok: false, error: { code: 'unknown-conversation' } }, { status: 404 }))
        : undefined,
    );
    await say('x');
    await until(() => told('wake').length > 0);
    expect(told('lost')).to.deep.equal([]);
  });

  it('does not storm a server that answers at once and has nothing', async () => {
    const { told, opened, say } = await conversation();
    const empty = { entries: [], more: false, head: opened.registers.head, typing: [], now: 1 };
    const made = answer((url) =>
      url.endsWith('/pull') ? Promise.resolve(Response.json({ ok: true, data: empty })) : undefined,
    );
    await say('x');
    await until(() => made.some(({ url }) => url.endsWith('/pull')));
    const before = made.length;
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(made.length - before).to.be.lessThan(3);
    expect(told('lost')).to.deep.equal([]);
  });

  it('knows a proxy that has found nobody from a server, and gives up after its time', async () => {
    const { transport, say, opened, signal } = await conversation({ ajaxTimeout: 100 });
    transport.polling!.stop(opened.remoteId);
    answer(() => Promise.resolve(new Response('<h1>Bad Gateway</h1>', { status: 502 })));
    expect(await code(say('x'))).to.equal('unknown unreachable');
    answer(() => Promise.resolve(new Response('<h1>Hello</h1>')));
    expect(await code(say('x'))).to.equal('unknown protocol');
    answer(
      (_url, { signal: given }) =>
        new Promise((_resolve, reject) => (given!.onabort = () => reject(given!.reason as Error))),
    );
    expect(await code(say('x'))).to.equal('unknown timeout');
    transport.close();
    expect(await code(transport.open(signal))).to.equal('again unreachable');
  });
});

describe('a chat over polling', () => {
  it('talks to the real server, keeps the chat when it is offline, and counts as it was told to', async () => {
    const chat = createChat({ transport: polling({ pollExceptionLimit: 2 }) });
    undo.push(() => chat.release());
    const told: string[] = [];
    chat.onAny(({ type }) => told.push(type));

    await chat.startChat({ nickname: 'Jo' });

    await chat.sendMessage({ message: 'over requests' });

    await until(() => told.includes('chat-message-sent') && told.includes('chat-polling-started'));
    await chat.stopPoll();
    let down = true;
    answer(() => (down ? Promise.reject(new TypeError('no network')) : undefined));
    await chat.startPoll();
    await until(() => told.includes('chat-server-went-offline'), 20_000);
    expect(chat.state.connection.attempts).to.equal(3);
    const sent = chat.sendMessage({ message: 'later' });
    down = false;
    chat.perform({ type: 'chat-reconnect-request', detail: {} });
    await sent;
    await until(() => told.includes('chat-reconnected'));
    expect(told.filter((name) => /offline|online|polling|connection|disc|reco/.test(name))).to.deep.equal([
      'chat-polling-started',
      'chat-polling-stopped',
      'chat-polling-started',
      'chat-polling-stopped',
      'chat-disconnected',
      'chat-connection-pending',
      'chat-connection-pending',
      'chat-connection-pending',
      'chat-server-went-offline',
      'chat-connection-pending',
      'chat-polling-started',
      'chat-server-back-online',
      'chat-connection-restored',
      'chat-reconnected',
    ]);
    await chat.endChat();
  });

  it('has the documented poll commands, and other transports refuse them as documented', async () => {
    const refusal = (promise: Promise<unknown>) =>
      promise.then(
        () => 'resolved',
        (error: unknown) => (error as Error).message,
      );
    const chat = createChat({ transport: polling() });
    const other = createChat({ transport: loopback({ pace: 0 }) });
    undo.push(() => (chat.release(), other.release()));
    expect(await refusal(chat.poll())).to.equal('previous poll has not finished.');
    expect(await refusal(chat.startPoll())).to.equal('No active chat session');
    expect(await refusal(chat.stopPoll())).to.equal('No active chat session');
    expect(await refusal(chat.resetPollExceptions())).to.equal('resolved');
    await chat.startChat();
    await eventually(async () => (await refusal(chat.poll())) === 'previous poll has not finished.');
    expect(await refusal(chat.stopPoll())).to.equal('resolved');
    await eventually(async () => (await refusal(chat.poll())) === 'resolved');
    expect(await refusal(chat.startPoll())).to.equal('resolved');
    await chat.endChat();
    expect(await refusal(other.poll())).to.equal("This transport doesn't support polling.");
    expect(await refusal(other.startPoll())).to.equal("This transport doesn't support polling");
    expect(await refusal(other.stopPoll())).to.equal("This transport doesn't support polling");
    expect(await refusal(other.resetPollExceptions())).to.equal(
      "This transport doesn't support resetPollExceptions command.",
    );
  });
});
