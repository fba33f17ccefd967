/** The hub on Socket.IO's rooms. */
import type { Namespace, Socket } from 'socket.io';
import type { Hub, Room } from '../core/ports.js';

/** Makes a hub of the two namespaces. */
export function socketHub(visitors: Namespace, agents: Namespace): Hub {
  const find = (connection: string): Socket | undefined =>
    visitors.sockets.get(connection) ?? agents.sockets.get(connection);
  const home = (room: Room): Namespace => (room.startsWith('conversation:') ? visitors : agents);
  return {
    join: (connection, room) => void find(connection)?.join(room),
    leave: (connection, room) => void find(connection)?.leave(room),
    push(rooms, event, payload, { except = [], volatile = false } = {}) {
      for (const namespace of [visitors, agents]) {
        const here = rooms.filter((room) => home(room) === namespace);
        if (here.length === 0) continue;
        const target = namespace.to(here).except([...except]);
        (volatile ? target.volatile : target).emit(event, payload);
      }
    },
    tell: (connection, event, payload) => void find(connection)?.emit(event, payload),
    drop: (connection) => void find(connection)?.disconnect(true),
  };
}
