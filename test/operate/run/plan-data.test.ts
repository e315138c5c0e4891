import { describe, expect, it } from 'vitest';
import { refuseSource } from '../../../scripts/domain/refusal.ts';
import type { Ledger } from '../../../scripts/ledger/model.ts';
import { type DataNews, planData } from '../../../scripts/operate/run/plan-data.ts';
import { instant, World, world } from '../../world.ts';

const withNews = world()
  .reads('2021-03-01', { a: [3, 'Adams'] })
  .reads('2021-03-02', { a: 5 });

/** The ledger after a run whose read failed, at each of these instants. */
function failing(from: World, ...instants: readonly string[]): Ledger {
  return instants.reduce((w, when) => {
    const now = instant(when);
    const news: DataNews = {
      read: {
        kind: 'rejected',
        refusal: refuseSource('columns-missing', 'gone', 'look'),
        streak: { times: 5, since: now },
      },
      declined: null,
      cadence: null,
    };
    return new World(planData({ ...w.opened(), now }, news).ledger, w.settings);
  }, from).ledger;
}

const noticed = ({ notices }: Ledger) =>
  notices.map(({ noticedAt, kind }) => `${noticedAt} ${kind}`);

describe('planData', () => {
  it('puts an outage on record when it begins, and no second time', () => {
    const record = failing(withNews, '2021-03-04T15:00:00Z', '2021-03-04T16:00:00Z', '2021-03-05');
    expect(noticed(record)).toEqual(['2021-03-04T15:00:00Z outage']);
  });

  it('repeats it once the day with news is over, if nothing else shows that', () => {
    const record = failing(
      withNews,
      '2021-03-02T22:00:00Z',
      '2021-03-02T23:00:00Z',
      '2021-03-03T15:00:00Z',
      '2021-03-04T15:00:00Z',
    );
    expect(noticed(record)).toEqual(['2021-03-02T22:00:00Z outage', '2021-03-03T15:00:00Z outage']);
  });

  it('does the same for a hold', () => {
    const held = (from: World, when: string) => {
      const plan = from.plans(when, { a: 500 });
      const read = { kind: 'planned', plan } as const;
      const news: DataNews = { read, declined: null, cadence: null };
      return new World(
        planData({ ...from.opened(), now: instant(when) }, news).ledger,
        from.settings,
      );
    };
    const days = ['2021-03-02T20:00:00Z', '2021-03-02T21:00:00Z', '2021-03-03', '2021-03-04'];
    expect(noticed(days.reduce(held, withNews).ledger)).toEqual([
      '2021-03-02T20:00:00Z held',
      '2021-03-03T18:00:00Z held',
    ]);
  });
});
