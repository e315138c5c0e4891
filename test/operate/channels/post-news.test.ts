import { describe, expect, it } from 'vitest';
import { reportingDate } from '../../../scripts/domain/time.ts';
import { postNews } from '../../../scripts/operate/channels/post-news.ts';
import { siteData } from '../../../scripts/website/site-data.ts';
import { instant, type World, world } from '../../world.ts';

function newsOf(opened: World, date: string, changes: { update?: number; language?: string } = {}) {
  const { ledger, settings } = opened;
  const at = instant('2021-04-01');
  const data = siteData({ ledger, settings, at, baseUrl: settings.site.url ?? '', commit: null });
  const target = { language: 'en', update: null, date: reportingDate(date), ...changes };
  return postNews(data, { ...target, dueSince: instant(`${date}T23:00:00Z`) }, true);
}
const opened = world()
  .reads('2021-03-01', { a: [2, 'Adams'], b: [4, 'Brown'] })
  .reads('2021-03-02T15:00:00Z', { a: [5, 'Adams'], b: [4, 'Brown'] })
  .reads('2021-03-02T18:00:00Z', { a: [6, 'Adams'], b: [2, 'Brown'] })
  .reads('2021-03-05', { a: [7, 'Adams'], b: [2, 'Browne'] });

describe('the news of a date', () => {
  it('has the words of the feeds, the biggest change first', () => {
    expect(newsOf(opened, '2021-03-02')).toMatchObject({
      id: 'tag:example.org,2020:day/2021-03-02',
      model: {
        headline: 'Tue, Mar 2, 2021: 2 new cases at 2 schools',
        district: 'Prairie Falls Schools',
        since: '',
        note: expect.stringContaining('A minus means a correction'),
        link: 'https://example.org/tracker/cases/2021-03-02/',
      },
      most: ['Adams +4', 'Brown −2'],
      facts: { new_cases: 2, schools_changed: 2 },
      card: {
        alt: expect.stringContaining('March 2, 2021'),
        url: 'https://example.org/tracker/cards/cases/2021-03-02.png',
      },
    });
  });

  it('says since when it counts where that is more than a day', () => {
    expect(newsOf(opened, '2021-03-05').model).toMatchObject({
      since: 'since Tuesday, March 2, 2021',
      note: '',
    });
  });

  it('is in the language of its channel, with that edition’s page', () => {
    const { id, model, card } = newsOf(opened, '2021-03-02', { language: 'es' });
    expect([id, model.link, card?.alt]).toEqual([
      'tag:example.org,2020:es/day/2021-03-02',
      'https://example.org/tracker/es/cases/2021-03-02/',
      expect.stringContaining('marzo'),
    ]);
    expect(model.headline).toMatch(/en 2 escuelas$/);
  });

  it('uses the names of its own time, and shortens long ones', () => {
    const renamed = opened.reads('2021-03-06', { a: [7, 'Adams'], b: [9, `B${'r'.repeat(80)}`] });
    expect(newsOf(renamed, '2021-03-02').most).toContain('Brown −2');
    expect(newsOf(renamed, '2021-03-06').most).toEqual([`B${'r'.repeat(58)}… +7`]);
  });
});

describe('the news of an update', () => {
  it('has its own figure and the day’s so far, its page, and no card', () => {
    expect(newsOf(opened, '2021-03-02', { update: 2 })).toMatchObject({
      id: 'tag:example.org,2020:update/2021-03-02/2',
      model: {
        headline: 'Update 2, Tue, Mar 2, 2021: −1 new case at 2 schools (day so far: 2)',
        link: 'https://example.org/tracker/updates/2021-03-02/2/',
      },
      most: ['Brown −2', 'Adams +1'],
      card: null,
    });
  });
});
