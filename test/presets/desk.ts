/** The other side, on the real server that the runner has mounted: somebody who is signed in at the desk. */
import { io, type Socket } from 'socket.io-client';

/** One who is signed in. */
export class Desk {
  private constructor(readonly socket: Socket) {}

  /** Signs in; each signs out the one before, whose cookie it was. */
  static async signIn(name: 'ada' | 'boss'): Promise<Desk> {
    await fetch('/agent/login', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ name: name[0]!.toUpperCase() + name.slice(1), password: name }),
    });
    const socket = io('/agent', { auth: { protocol: 1 }, transports: ['websocket'], forceNew: true });
    await new Promise<void>((resolve, reject) => {
      socket.once('desk', () => resolve());
      socket.once('connect_error', reject);
    });
    return new Desk(socket);
  }

  /** Asks for something, and throws what is refused. */
  async ask(name: string, data: object): Promise<unknown> {
    const answer = (await this.socket.emitWithAck(name, data)) as { ok: boolean; data?: unknown; error?: unknown };
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer.error)}`);
    return answer.data;
  }

  say(conversation: string, text: string): Promise<unknown> {
    return this.ask('send', { conversation, items: [{ id: crypto.randomUUID(), type: 'message', text }] });
  }

  types(conversation: string, typing: boolean): void {
    this.socket.emit('typing', { conversation, typing });
  }

  close(): void {
    this.socket.disconnect();
  }
}
