import { describe, expect, it } from 'vitest';
import { checkInstant } from '../../scripts/update/check-instant.ts';
import { instant, world } from '../world.ts';

const { ledger } = world()
  .reads('2021-03-01T18:00:00Z', { a: 1 })
  .reads('2021-03-02T18:00:00Z', { a: 2 });
const zone = 'America/Chicago';
const check = (asked: string | undefined, now: string) =>
  checkInstant(ledger, asked === undefined ? undefined : instant(asked), instant(now), zone);

describe('checkInstant', () => {
  it.each([
    ['the instant of the last update, again', '2021-03-02T18:00:00Z', '2021-03-09T00:00:00Z'],
    ['a later instant', '2021-03-03T18:00:00Z', '2021-03-09T00:00:00Z'],
    ['now', undefined, '2021-03-02T18:00:01Z'],
  ])('lets %s pass', (_, asked, now) => {
    expect(check(asked, now)).toBe('ok');
  });

  it.each([
    ['in the future', '2021-03-09T00:00:01Z', '2021-03-09T00:00:00Z', 'instant-in-the-future'],
    [
      'before the last update',
      '2021-03-02T17:59:59Z',
      '2021-03-09T00:00:00Z',
      'instant-before-the-ledger',
    ],
    [
      'on an earlier date',
      '2021-03-01T20:00:00Z',
      '2021-03-09T00:00:00Z',
      'instant-before-the-ledger',
    ],
    [
      'hours behind the ledger by the clock',
      undefined,
      '2021-03-02T12:00:00Z',
      'ledger-in-the-future',
    ],
  ])('refuses an instant %s', (_, asked, now, code) => {
    expect(() => check(asked, now)).toThrowError(expect.objectContaining({ code, exit: 2 }));
  });

  it('names both instants', () => {
    expect(() => check('2021-03-02T17:00:00Z', '2021-03-09T00:00:00Z')).toThrow(
      /2021-03-02T17:00:00Z.*2021-03-02T18:00:00Z/,
    );
  });

  it('drops a slower run whose read is a little older than what is recorded', () => {
    expect(check(undefined, '2021-03-02T17:56:00Z')).toBe('newer-read');
  });

  it('knows a ledger whose day without updates lies ahead', () => {
    const ahead = world().reads('2021-03-05T18:00:00Z', { a: 1 }).ledger;
    const now = (text: string) => checkInstant(ahead, undefined, instant(text), zone);
    expect(() => now('2021-03-04T18:00:00Z')).toThrow(/lies in the future/);
    expect(now('2021-03-05T05:57:00Z')).toBe('newer-read');
  });
});
