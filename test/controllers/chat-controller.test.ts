import { expect, fixture, html } from '@open-wc/testing';
import { LitElement, type TemplateResult } from 'lit';
import { ChatController } from '../../src/controllers/chat-controller.js';
import type { LiveChat } from '../../src/elements/live-chat.js';
import '../../src/define/live-chat.js';

class Probe extends LitElement {
  static override properties = { for: {} };
  declare for: string | undefined;
  chat = new ChatController(this, (state) => state.view.open);

  protected override render(): TemplateResult {
    return html`${this.chat.value}`;
  }
}
customElements.define('test-probe', Probe);

const probeIn = (root: ParentNode): Probe => root.querySelector('test-probe') as Probe;
const text = async (probe: Probe): Promise<string | null | undefined> => {
  await probe.updateComplete;
  return probe.shadowRoot?.textContent;
};

describe('ChatController', () => {
  it('is given the handle of the chat around it, through shadow roots', async () => {
    const host = await fixture<LiveChat>(html`<live-chat session-key="a" persist="none"><div></div></live-chat>`);
    const inner = host.querySelector('div');
    inner?.attachShadow({ mode: 'open' }).append(document.createElement('test-probe'));
    expect(probeIn(inner?.shadowRoot as ShadowRoot).chat.handle?.state === host.state).to.equal(true);
  });

  it('is given the handle of the chat that `for` names, wherever that stands', async () => {
    const page = await fixture(
      html`<div>
        <test-probe for="other"></test-probe><live-chat id="other" session-key="b" persist="none"></live-chat>
      </div>`,
    );
    const host = page.querySelector('live-chat') as LiveChat;
    expect(probeIn(page).chat.handle?.state === host.state).to.equal(true);
  });

  it('finds a chat that comes later, and another one when `for` changes', async () => {
    const page = await fixture(html`<div><test-probe for="late"></test-probe></div>`);
    const probe = probeIn(page);
    expect(probe.chat.handle).to.equal(undefined);
    const late = document.createElement('live-chat');
    late.id = 'late';
    late.persist = 'none';
    page.append(late);
    expect(probe.chat.handle?.state === late.state).to.equal(true);
    probe.for = 'nobody';
    await probe.updateComplete;
    expect(probe.chat.handle).to.equal(undefined);
  });

  it('renders for what it selects, and for nothing else', async () => {
    const host = await fixture<LiveChat>(
      html`<live-chat session-key="c" persist="none"><test-probe></test-probe></live-chat>`,
    );
    const probe = probeIn(host);
    expect(await text(probe)).to.equal('false');
    host.show();
    expect(await text(probe)).to.equal('true');
    host.hide();
    expect(await text(probe)).to.equal('false');
  });
});
