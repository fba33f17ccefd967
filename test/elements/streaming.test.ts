/** A text that is streamed, in the whole widget: it grows in its place, and is said once. */
import { expect } from '@open-wc/testing';
import '../../src/index.js';
import { heard, Streaming } from '../helpers/streaming.js';
import { until } from '../helpers/settle.js';

describe('a text that is streamed', () => {
  it('is said once, when it is complete, however many pieces it had and whatever came meanwhile', async () => {
    const chat = document.createElement('live-chat');
    chat.persist = 'none';
    const streaming = new Streaming(chat);
    document.body.append(chat);
    const transcript = await streaming.begin();
    const said = heard(transcript);
    const list = () => transcript.shadowRoot?.querySelector('[role=list]')?.textContent ?? '';
    streaming.start();
    // What takes pieces in is fetched with the first of such texts, and until then they are passed over.
    await until(() => transcript.shadowRoot?.querySelector('.writing'), 10_000);
    for (let piece = 0; piece < 100; piece++) {
      streaming.piece(`token${piece} `);
      if (piece % 10 === 5) streaming.message(`Message ${piece}`);
    }
    await until(() => list().includes('token99') && list().includes('Message 95'), 10_000);
    await until(() => said.length > 0, 10_000);
    expect(
      said.filter((line) => line.includes('token')),
      'before it is complete',
    ).to.deep.equal([]);
    streaming.end();
    await until(() => said.some((line) => line.includes('token')), 10_000);
    // What is said later than this would be said a second time: one more message comes and is waited for.
    streaming.message('The last one');
    await until(() => said.some((line) => line.includes('The last one')), 10_000);
    expect(said.filter((line) => line.includes('token'))).to.have.length(1);
    chat.remove();
  });
});
