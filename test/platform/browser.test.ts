import { expect } from '@open-wc/testing';
import { readMarkerForTest } from './read-marker.js';
import { storageMarker } from '../../src/platform/marker.js';
import { browserTabs } from '../../src/platform/tabs.js';
import { browserWake } from '../../src/platform/wake.js';
import { systemRandom } from '../../src/session/memory.js';

describe('marker', () => {
  it('is set and cleared in the storage that persist names', () => {
    for (const persist of ['local', 'session'] as const) {
      const scope = crypto.randomUUID();
      const marker = storageMarker(persist, scope);
      expect(readMarkerForTest(persist, scope)).to.equal(false);
      marker.set();
      expect(readMarkerForTest(persist, scope)).to.equal(true);
      marker.clear();
      expect(readMarkerForTest(persist, scope)).to.equal(false);
    }
  });

  it('writes nothing when nothing is to be kept', () => {
    const before = [localStorage.length, sessionStorage.length];
    storageMarker('none', crypto.randomUUID()).set();
    expect([localStorage.length, sessionStorage.length]).to.deep.equal(before);
  });
});

for (const locks of [true, false])
  describe(`tabs ${locks ? 'with' : 'without'} Web Locks`, () => {
    before(() => {
      if (!locks) Object.defineProperty(navigator, 'locks', { value: undefined, configurable: true });
    });
    after(() => {
      delete (navigator as { locks?: unknown }).locks;
    });

    it('hear one another', async () => {
      const scope = crypto.randomUUID();
      const [one, two] = [browserTabs(scope, systemRandom), browserTabs(scope, systemRandom)];
      const heard = new Promise((resolve) => two.listen(resolve));
      one.post({ type: 'conversation', key: 'k' });
      expect(await heard).to.deep.equal({ type: 'conversation', key: 'k' });
      one.close();
      two.close();
    });

    it('know whether another page lives', async () => {
      const scope = crypto.randomUUID();
      const [one, two] = [browserTabs(scope, systemRandom), browserTabs(scope, systemRandom)];
      const alive = async (expected: boolean) => {
        while ((await one.alive(two.id)) !== expected) await new Promise((resolve) => setTimeout(resolve, 5));
      };
      await alive(true);
      two.close();
      await alive(false);
      expect(await one.alive('nobody')).to.equal(false);
      one.close();
    });

    it('take turns, and one that keeps its turn is not waited for for ever', async () => {
      const scope = crypto.randomUUID();
      const [one, two] = [browserTabs(scope, systemRandom), browserTabs(scope, systemRandom)];
      const order: string[] = [];
      let letGo: () => void = () => undefined;
      const first = one.exclusive(async () => {
        order.push('one begins');
        await new Promise<void>((resolve) => (letGo = resolve));
        order.push('one ends');
      });
      while (order.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
      const second = two.exclusive(() => Promise.resolve(void order.push('two')));
      letGo();
      await Promise.all([first, second]);
      expect(order).to.deep.equal(['one begins', 'one ends', 'two']);

      void one.exclusive(() => new Promise(() => undefined));
      await two.exclusive(() => Promise.resolve(void order.push('two again')));
      expect(order.at(-1)).to.equal('two again');
      // What has another name has its own turn, and whoever is patient for longer waits for longer.
      await two.exclusive(() => Promise.resolve(void order.push('two, of another name')), 'other', 60_000);
      expect(order.at(-1)).to.equal('two, of another name');
      one.close();
      two.close();
    });

    if (locks)
      it('in the back/forward cache seem to live no more, until they come back', async () => {
        const scope = crypto.randomUUID();
        const [one, two] = [browserTabs(scope, systemRandom), browserTabs(scope, systemRandom)];
        const alive = async (expected: boolean) => {
          while ((await one.alive(two.id)) !== expected) await new Promise((resolve) => setTimeout(resolve, 5));
        };
        await alive(true);
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
        await alive(true);
        dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
        await alive(false);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
        await alive(true);
        one.close();
        two.close();
      });
  });

describe('wake', () => {
  it('tells of the page coming, going and resting, until it is undone', () => {
    const heard: string[] = [];
    const undo = browserWake().listen((what) => heard.push(what));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    dispatchEvent(new PageTransitionEvent('pagehide', { persisted: false }));
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('freeze'));
    document.dispatchEvent(new Event('resume'));
    undo();
    dispatchEvent(new Event('online'));
    expect(heard).to.deep.equal(['rest', 'wake', 'hide', 'wake', 'hide', 'wake']);
  });
});
