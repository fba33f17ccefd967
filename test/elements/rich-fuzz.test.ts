/** A fixed slice of what `npm run fuzz:rich` does. */
import { expect } from '@open-wc/testing';
import { fuzz } from '../helpers/rich-fuzz.js';

describe('generated rich messages', () => {
  for (const seed of [1, 2, 3, 4])
    it(`good, damaged and hostile (seed ${seed}): no exception, no script, no node that is not on the list`, async function () {
      this.timeout(120_000);
      const { runs, made, rich, faults } = await fuzz(600, seed);
      expect(faults).to.deep.equal([]);
      expect(runs).to.equal(600);
      expect(Math.min(made.valid, made.invalid, made.hostile)).to.be.greaterThan(60);
      expect(rich).to.be.greaterThan(200);
    });
});
