/** Runs in a page, bundled by scripts/bench-stream.mjs: a text is streamed into the open chat while others arrive. */
import '../../src/index.js';
import { heard, Streaming } from '../helpers/streaming.js';

/** What is streamed: so many pieces a second, for so many seconds, and so many other messages meanwhile. */
export type StreamPlan = {
  readonly rate: number;
  readonly seconds: number;
  readonly messages: number;
  readonly markdown: boolean;
};
/** How often the text was said, and how many pieces it had. How long the tasks took is in the trace, between two marks. */
export type StreamResult = { readonly said: number; readonly pieces: number };

const WORDS = ['The ', 'mug ', '**is** ', 'on ', 'its ', 'way ', 'to ', '[you](https://shop.example/) ', 'now.\n\n'];

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function stream({ rate, seconds, messages, markdown }: StreamPlan): Promise<StreamResult> {
  const chat = document.createElement('live-chat');
  chat.persist = 'none';
  const streaming = new Streaming(chat);
  document.body.append(chat);
  const transcript = await streaming.begin();
  const rich = markdown ? { v: 1, kind: 'markdown' } : undefined;
  // What draws it is fetched with the first of it: that is once, and not what is measured.
  streaming.start(rich);
  streaming.piece('Warm **up** https://shop.example');
  streaming.end(rich);
  await pause(2000);

  const said = heard(transcript);
  performance.mark('stream-begin');
  streaming.start(rich);
  const total = rate * seconds;
  const start = performance.now();
  let [pieces, others] = [0, 0];
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const due = Math.min(total, Math.floor(((performance.now() - start) / 1000) * rate));
      for (; pieces < due; pieces++) {
        streaming.piece(pieces === 0 ? 'Stream: ' : WORDS[pieces % WORDS.length]!);
        if (pieces % Math.floor(total / messages) === 1) streaming.message(`Another message ${++others}`);
      }
      if (pieces < total) return;
      clearInterval(timer);
      resolve();
    }, 1000 / rate);
  });
  streaming.end(rich);
  // It is said a moment later; twice would be within the same moment.
  for (let left = 100; left > 0 && !said.some((line) => line.includes('Stream:')); left--) await pause(100);
  await pause(1000);
  performance.mark('stream-end');
  chat.remove();
  return { said: said.filter((line) => line.includes('Stream:')).length, pieces };
}

(globalThis as { stream?: typeof stream }).stream = stream;
