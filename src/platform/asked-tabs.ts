/** What stands in for Web Locks where there are none: the tabs ask each other, and whoever answers lives. */
import type { Clock, Random, Tabs } from '../session/ports.js';

/** So long a tab that lives has for its answer, in milliseconds: it may be busy drawing. */
const ANSWERS = 500;
/** So long the others have to say that it is their turn. */
const OBJECTS = 60;

/** What the tabs say to each other about themselves. */
type Said =
  | { readonly type: 'tab'; readonly say: 'there?' | 'here'; readonly id: string }
  | { readonly type: 'tab'; readonly say: 'mine?' | 'wait' | 'free'; readonly id: string; readonly ticket: number };

/** A turn that is wanted or had; `told`: what the others say of it. */
type Turn = { readonly ticket: number; running: boolean; told: (say: 'wait' | 'free') => void };

const isSaid = (message: unknown): message is Said =>
  typeof message === 'object' && message !== null && (message as Partial<Said>).type === 'tab';

/** See the module. Two that want the same turn in the same moment are told apart by their tickets: the earlier one goes first. */
export function askedTabs(
  { id: own, post, listen }: Pick<Tabs, 'id' | 'post' | 'listen'>,
  clock: Pick<Clock, 'now' | 'delay'>,
  random: Random,
): Pick<Tabs, 'alive' | 'exclusive'> {
  const say = (message: Said) => post(message);
  const asked = new Map<string, Set<() => void>>();
  const turns = new Map<string, Turn>();
  /** Of this page's own wishes one is had after the other. */
  const before = new Map<string, Promise<void>>();

  const isWanted = (id: string, ticket: number): void => {
    const turn = turns.get(id);
    if (!turn) return;
    if (turn.running || turn.ticket < ticket) say({ type: 'tab', say: 'wait', id, ticket });
    else turn.told('wait');
  };
  listen((message) => {
    if (!isSaid(message)) return;
    const { id } = message;
    if (message.say === 'there?' && id === own) say({ type: 'tab', say: 'here', id });
    else if (message.say === 'here') asked.get(id)?.forEach((lives) => lives());
    else if (message.say === 'mine?') isWanted(id, message.ticket);
    else if (message.say === 'free') turns.get(id)?.told('free');
    else if (message.say === 'wait' && turns.get(id)?.ticket === message.ticket) turns.get(id)?.told('wait');
  });

  /** Resolves with whether that was said within `ms`. */
  const told = (turn: Turn, what: 'wait' | 'free', ms: number): Promise<boolean> =>
    new Promise((resolve) => {
      const cancel = clock.delay(ms, () => resolve(false));
      turn.told = (said) => {
        if (said !== what) return;
        cancel();
        resolve(true);
      };
    });

  const alone = async (run: () => Promise<void>, id: string, patience: number): Promise<void> => {
    const turn: Turn = { ticket: clock.now() + random.fraction(), running: false, told: () => undefined };
    turns.set(id, turn);
    let patient = true;
    const cancel = clock.delay(patience, () => (patient = false));
    do {
      say({ type: 'tab', say: 'mine?', id, ticket: turn.ticket });
      if (!(await told(turn, 'wait', OBJECTS))) break;
      // Whoever has it may die with it.
      await told(turn, 'free', patience);
    } while (patient);
    cancel();
    turn.running = true;
    await run();
    turns.delete(id);
    say({ type: 'tab', say: 'free', id, ticket: turn.ticket });
  };

  return {
    alive: (id) =>
      new Promise((resolve) => {
        const waiting = asked.get(id) ?? new Set();
        asked.set(id, waiting);
        const lives = () => {
          cancel();
          waiting.delete(lives);
          resolve(true);
        };
        const cancel = clock.delay(ANSWERS, () => {
          waiting.delete(lives);
          // It may only have slept: then its session learns that it has not been alone with what it had.
          post({ type: 'gone', id });
          resolve(false);
        });
        waiting.add(lives);
        say({ type: 'tab', say: 'there?', id });
      }),
    exclusive: (run, name = 'turn', patience = 0) => {
      const turn = (before.get(name) ?? Promise.resolve()).then(() => alone(run, name, patience));
      before.set(name, turn);
      return turn;
    },
  };
}
