import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { MoreLocalizeController } from '../../src/controllers/more-localize-controller.js';
import '../../src/define/chat-composer.js';
import type { ChatComposer } from '../../src/elements/chat-composer.js';
import { saveTranscript } from '../../src/elements/transcript-file/save.js';
import { transcriptText } from '../../src/elements/transcript-file/text.js';
import { FILES } from '../helpers/cells/files.js';
import { FakeHandle, chatFixture } from '../helpers/fake-handle.js';
import { until } from '../helpers/settle.js';
import { ANN, chatState, CONVERSATIONS, logOf, NOW, VISITOR } from '../helpers/states.js';

const localize = async (lang = 'en'): Promise<MoreLocalizeController> => {
  const { element } = await chatFixture<ChatComposer>(html`<chat-composer lang=${lang}></chat-composer>`);
  const controller = new MoreLocalizeController(element);
  controller.hostConnected();
  return controller;
};

/** Catches what would be downloaded. */
async function saved(run: () => Promise<void>): Promise<{ name: string; text: string }> {
  const { click } = HTMLAnchorElement.prototype;
  const links: HTMLAnchorElement[] = [];
  HTMLAnchorElement.prototype.click = function () {
    links.push(this);
  };
  try {
    await run();
    await until(() => links.length > 0);
    return { name: links[0]!.download, text: await (await fetch(links[0]!.href)).text() };
  } finally {
    HTMLAnchorElement.prototype.click = click;
  }
}

describe('the transcript as a file', () => {
  it('has names, times and what happened, as a person would write it down', async () => {
    const text = transcriptText(CONVERSATIONS.ended!, await localize(), NOW, false);
    expect(text).to.contain('Saved on March 10, 2026');
    expect(text).to.contain('— Tuesday, March 10, 2026 —');
    expect(text).to.contain('* Ann Lindqvist joined');
    expect(text).to.match(/You \(.*\)\n {2}Hi! My order 4411 has not arrived yet\./);
    expect(text).to.match(/Ann Lindqvist \(.*\)\n {2}Hello Ada, I’m Ann\./);
    expect(text).to.contain('* The conversation has ended.');
    expect(text.match(/— Tuesday/g)?.length, 'a day once').to.equal(1);
    expect(text).to.not.match(/[\u2066-\u2069]/);
  });

  it('keeps lines together with who wrote them, and says what is missing', async () => {
    const conversation = {
      ...CONVERSATIONS.active!,
      log: logOf([{ type: 'message', from: ANN, text: 'One\nYou (12:00)\ntwo' }]),
    };
    const text = transcriptText(conversation, await localize(), NOW, true);
    expect(text).to.contain('  One\n  You (12:00)\n  two');
    expect(text).to.contain('Earlier messages could not be fetched.');
  });

  it('lists the files of a message with name and size, in whatever direction, and shows what would deceive', async () => {
    const messages = [
      { type: 'message', from: ANN, text: 'Here', files: FILES },
      { type: 'message', from: VISITOR, text: '', files: [{ ...FILES[0]!, name: 'one\nYou (12:00)\u2069', size: 0 }] },
    ] as const;
    const conversation = { ...CONVERSATIONS.active!, log: logOf(messages) };
    const text = transcriptText(conversation, await localize(), NOW, false);
    expect(text).to.match(/Ann Lindqvist \(.*\)\n {2}Here\n {2}📎 /);
    expect(text.match(/^.*📎.*$/gm)).to.deep.equal([
      '  📎 \u2068a report with quite a long name about the state of the cup.pdf\u2069 (\u2068912 kB\u2069)',
      '  📎 \u2068فاتورة.txt\u2069 (\u2068812 bytes\u2069)',
      '  📎 \u2068cod\uFFFDtxt.exe\u2069 (\u206868 kB\u2069)',
      '  📎 \u2068one\uFFFDYou (12:00)\uFFFD\u2069 (\u20680 bytes\u2069)',
    ]);
    expect(text, 'no empty line for no text').to.match(/You \(.*\)\n {2}📎 /);
    const arabic = transcriptText(conversation, await localize('ar'), NOW, false);
    expect(arabic).to.contain('📎 \u2068فاتورة.txt\u2069 (\u2068');
  });

  it('fetches what is not here yet before it is saved', async () => {
    const old = { type: 'message', from: VISITOR, text: 'The very first' } as const;
    const log = { ...logOf([old, old]), older: true, first: 3 };
    const handle = new FakeHandle(chatState('ended', 'online', { conversation: { log } }));
    const { perform } = handle;
    handle.perform = (intent) => {
      perform.call(handle, intent);
      queueMicrotask(() =>
        handle.set(chatState('ended', 'online', { conversation: { log: { ...logOf([old]), older: false } } })),
      );
    };
    const { name, text } = await saved(async () => saveTranscript(handle, await localize()));
    expect(handle.types).to.deep.equal(['chat-older-request']);
    expect(name).to.match(/^conversation \d{4}-\d\d-\d\d\.txt$/);
    expect(text).to.contain('The very first').and.not.contain('could not be fetched');
  });

  it('is offered after the end', async () => {
    const { element } = await chatFixture<ChatComposer>(html`<chat-composer></chat-composer>`, chatState('ended'));
    await until(() => element.shadowRoot!.querySelector('[part=save]'));
    const { text } = await saved(async () => element.shadowRoot!.querySelector<HTMLElement>('[part=save]')!.click());
    expect(text).to.contain('Great, thank you!');
  });
});
