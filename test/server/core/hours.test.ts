import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { Hours, type HoursConfig } from '../../../demo/server/core/hours.js';

const OFFICE: HoursConfig = {
  zone: 'Europe/Athens',
  week: {
    mon: ['09:00-13:00', '14:00-17:30'],
    tue: ['09:00-17:30'],
    wed: ['09:00-17:30'],
    thu: ['09:00-17:30'],
    fri: ['22:00-02:00'],
  },
  closed: ['2026-12-25'],
};

const at = (hours: Hours, time: string): [boolean, string | undefined] => {
  const { open, changesAt } = hours.at(Date.parse(time));
  return [open, changesAt === undefined ? undefined : new Date(changesAt).toISOString()];
};

describe('opening hours', () => {
  const office = new Hours('office', OFFICE);

  test('are those of the place, in winter and in summer', () => {
    // A Monday in January: two hours ahead of UTC; one in July: three.
    assert.deepEqual(at(office, '2026-01-05T06:59:59Z'), [false, '2026-01-05T07:00:00.000Z']);
    assert.deepEqual(at(office, '2026-01-05T07:00:00Z'), [true, '2026-01-05T11:00:00.000Z']);
    assert.deepEqual(at(office, '2026-07-06T06:00:00Z'), [true, '2026-07-06T10:00:00.000Z']);
    assert.deepEqual(at(office, '2026-01-05T11:00:00Z'), [false, '2026-01-05T12:00:00.000Z']);
  });

  test('go on over midnight, and over the weekend to Monday', () => {
    assert.deepEqual(at(office, '2026-01-09T23:30:00Z'), [true, '2026-01-10T00:00:00.000Z']);
    assert.deepEqual(at(office, '2026-01-10T00:00:00Z'), [false, '2026-01-12T07:00:00.000Z']);
  });

  test('a date that is closed has none', () => {
    // A Friday: its night is closed, what comes next is Monday.
    assert.deepEqual(at(office, '2026-12-25T20:30:00Z'), [false, '2026-12-28T07:00:00.000Z']);
  });

  test('in the night when clocks jump, the hour that is skipped begins after it, and one that comes twice begins once', () => {
    const night = new Hours('night', { zone: 'Europe/Athens', week: { sun: ['03:30-05:00'] } });
    // 2026-03-29: 03:00 becomes 04:00. 03:30 is never shown.
    assert.deepEqual(at(night, '2026-03-29T00:00:00Z'), [false, '2026-03-29T01:30:00.000Z']);
    assert.deepEqual(at(night, '2026-03-29T01:30:00Z'), [true, '2026-03-29T02:00:00.000Z']);
    // 2026-10-25: 04:00 becomes 03:00. 03:30 is shown twice.
    assert.deepEqual(at(night, '2026-10-25T00:00:00Z'), [false, '2026-10-25T00:30:00.000Z']);
    assert.deepEqual(at(night, '2026-10-25T00:30:00Z'), [true, '2026-10-25T03:00:00.000Z']);
  });

  test('that never end have no change, and those that never begin neither', () => {
    const day = ['00:00-24:00'];
    const week = { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day };
    assert.deepEqual(at(new Hours('always', { zone: 'UTC', week }), '2026-01-05T12:00:00Z'), [true, undefined]);
    assert.deepEqual(at(new Hours('never', { zone: 'UTC', week: {} }), '2026-01-05T12:00:00Z'), [false, undefined]);
    const once = new Hours('once', { zone: 'UTC', week, closed: ['2026-03-01'] });
    assert.deepEqual(at(once, '2026-01-05T12:00:00Z'), [true, '2026-03-01T00:00:00.000Z']);
  });

  test('change exactly when they say', () => {
    const zones = ['UTC', 'Europe/Athens', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'Pacific/Apia'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: Date.parse('2025-01-01'), max: Date.parse('2028-01-01') }),
        (zone, now) => {
          const hours = new Hours('x', { ...OFFICE, zone });
          const { open, changesAt } = hours.at(now);
          assert.ok(changesAt !== undefined && changesAt > now);
          assert.equal(hours.at(changesAt).open, !open);
          assert.equal(hours.at(changesAt - 1).open, open);
        },
      ),
      { numRuns: 200 },
    );
  });

  test('that can’t be meant are refused by name', () => {
    const wrong = (more: Partial<HoursConfig>, message: RegExp): void =>
      void assert.throws(() => new Hours('office', { ...OFFICE, ...more }), message);
    wrong({ zone: 'Europe/Atlantis' }, /hours\.office\.zone/);
    for (const range of ['9-17', '09:00', '09:60-10:00', '25:00-26:00', '09:00-09:00', '24:00-02:00'])
      wrong({ week: { mon: [range] } }, /hours\.office\.week\.mon/);
    for (const date of ['25.12.2026', '2026-13-01']) wrong({ closed: [date] }, /hours\.office\.closed/);
  });
});
