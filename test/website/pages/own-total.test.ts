import { describe, expect, it } from 'vitest';
import { changeText } from '../../../scripts/ledger/own-total.ts';
import { buildSite } from '../../../scripts/website/build-site.ts';
import { reportingDate } from '../../../site/shared/time.ts';
import { instant, settingsOf, TABLE_BY_ID, World, world } from '../../world.ts';
import { noAssets } from '../html.ts';

const read = (total: number | null) =>
  world(settingsOf())
    .reads('2021-03-01', { a: 1200, b: 197 }, { ...TABLE_BY_ID, districtTotal: 1400 })
    .reads('2021-03-02', { a: 1201, b: 198 }, { ...TABLE_BY_ID, districtTotal: total });

function siteOf({ ledger, settings }: World): (path: string) => string {
  const at = instant('2021-03-10');
  const files = buildSite(
    { ledger, settings, at, baseUrl: 'https://example.org/tracker/', commit: null },
    noAssets,
  );
  return (path) => (files.get(path) ?? '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the own total of the district', () => {
  it.each([
    ['index.html', 'The sheet’s own total is 1,450; the schools add up to 1,399.'],
    ['status/index.html', 'The sheet’s own total is 1,450; the schools add up to 1,399.'],
    ['es/index.html', 'El total de la propia hoja es 1,450; las escuelas suman 1,399.'],
    ['es/status/index.html', 'El total de la propia hoja es 1,450; las escuelas suman 1,399.'],
  ])('is one sentence on %s', (path, sentence) => {
    expect(siteOf(read(1450))(path)).toContain(sentence);
    expect(siteOf(read(null))(path)).not.toMatch(/own total|propia hoja/);
  });
});

describe('the notice that it moved', () => {
  const began = read(1450);
  const notice = {
    noticedAt: instant('2021-03-02'),
    kind: 'definition',
    date: reportingDate('2021-03-02'),
    schoolId: null,
    text: changeText({ from: 3, to: 51 }),
  } as const;
  const site = siteOf(new World({ ...began.ledger, notices: [notice] }, began.settings));
  const sentence =
    'The difference between the sheet’s own total and the sum of its schools was +3 and is now +51: what one of them counts may have changed';

  it('is on the page of its day, in each language', () => {
    expect(site('cases/2021-03-02/index.html')).toContain(`${sentence}.`);
    expect(site('es/cases/2021-03-02/index.html')).toContain('era +3 y ahora es +51:');
  });

  it('is an item of the feed, which links there', () => {
    expect(JSON.parse(site('feeds/notices.json')).items).toMatchObject([
      {
        title: 'What is counted may have changed',
        url: expect.stringMatching(/\/tracker\/cases\/2021-03-02\/#notice-/),
        summary: sentence,
      },
    ]);
    expect(JSON.parse(site('es/feeds/notices.json')).items[0].title).toBe(
      'Puede haber cambiado lo que se cuenta',
    );
  });

  it('is no announced change of what is published', () => {
    expect(site('data/index.html')).not.toContain('+51');
    expect(site('api/v1/index.json')).not.toContain('district_total -');
    for (const path of ['index.html', 'data/index.html', 'about/index.html'])
      expect(site(path)).not.toContain('district_total - places:');
  });
});
