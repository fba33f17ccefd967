import { expect, fixture } from '@open-wc/testing';
import { html, LitElement } from 'lit';
import { LocalizeController } from '../../src/controllers/localize-controller.js';
import { until } from '../helpers/settle.js';

const DAY = 86_400_000;
const noon = (daysAgo: number) => new Date(new Date().setHours(12, 0, 0, 0) - daysAgo * DAY).getTime();

class Probe extends LitElement {
  readonly l = new LocalizeController(this);
  renders = 0;
  protected override render() {
    this.renders++;
    return html`${this.l.term('send')}`;
  }
}
customElements.define('localize-probe', Probe);

const probe = (template = html`<localize-probe></localize-probe>`) => fixture<Probe>(template);
const text = (element: Element) => element.shadowRoot!.textContent;

describe('LocalizeController', () => {
  it('is English where nobody says, and where there is no table', async () => {
    expect(text(await probe())).to.equal('Send');
    const element = await probe(html`<localize-probe lang="xx-YY"></localize-probe>`);
    expect(text(element)).to.equal('Send');
    expect(element.l.lang).to.equal('en');
  });

  it('fetches another language and renders again', async () => {
    const element = await probe(html`<localize-probe lang="ar"></localize-probe>`);
    await until(() => text(element) === 'إرسال');
    expect(element.l.lang).to.equal('ar');
  });

  it('two on one page speak two languages', async () => {
    const both = await fixture(
      html`<div>
        <div lang="ar"><localize-probe></localize-probe></div>
        <localize-probe lang="en-GB"></localize-probe>
      </div>`,
    );
    const [first, second] = both.querySelectorAll('localize-probe');
    await until(() => text(first!) === 'إرسال');
    expect(text(second!)).to.equal('Send');
  });

  it('follows a lang that changes around it', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="en"><localize-probe></localize-probe></div>`);
    const element = around.querySelector<Probe>('localize-probe')!;
    around.lang = 'ar';
    await until(() => text(element) === 'إرسال');
    around.lang = 'en';
    await until(() => text(element) === 'Send');
  });

  it('is not asked again once it is away', async () => {
    const around = await fixture<HTMLElement>(html`<div lang="en"><localize-probe></localize-probe></div>`);
    const element = around.querySelector<Probe>('localize-probe')!;
    element.remove();
    const { renders } = element;
    around.lang = 'ar';
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(element.renders).to.equal(renders);
  });

  it('survives a lang that is no language tag', async () => {
    const { l } = await probe(html`<localize-probe lang="en_US!"></localize-probe>`);
    expect(l.time(noon(0))).to.match(/12/);
  });

  it('names days: today, yesterday, a weekday, a date, a date with its year', async () => {
    const { l } = await probe();
    expect(l.date(noon(0))).to.equal('Today');
    expect(l.date(noon(1))).to.equal('Yesterday');
    expect(l.date(noon(3))).to.equal(new Intl.DateTimeFormat('en', { weekday: 'long' }).format(noon(3)));
    expect(l.date(noon(400))).to.match(/\d{4}$/);
    // By a clock that is ahead of this device's.
    expect(l.date(noon(-2))).to.match(/\d/);
  });

  it('shows nothing for a time that is none', async () => {
    const { l } = await probe();
    expect(l.time(NaN)).to.equal('');
  });

  it('rounds a length of time as people say it', async () => {
    const { l } = await probe();
    expect([40_000, 59_900, 150_000, 3_580_000, 7_300_000].map((ms) => l.duration(ms))).to.deep.equal([
      '40 seconds',
      '1 minute',
      '3 minutes',
      '1 hour',
      '2 hours',
    ]);
  });

  it('writes numbers in the digits of the region', async () => {
    const element = await probe(html`<localize-probe lang="ar-EG"></localize-probe>`);
    await until(() => element.l.lang === 'ar-EG');
    expect(element.l.term('newMessages', 5)).to.equal('٥ رسائل جديدة');
    expect(element.l.time(noon(0))).to.match(/[٠-٩]/);
  });
});
