import { describe, expect, it } from 'vitest';
import { foundText } from '../../../scripts/maintain/setup/sheet-text.ts';
import { tryReadings } from '../../../scripts/maintain/setup/try-readings.ts';
import { openBody } from '../../../scripts/source/open-body.ts';
import { settingsOf } from '../../world.ts';

const nouns = {
  places: { singular: 'home', plural: 'homes' },
  counted: { singular: 'case', plural: 'cases' },
};

async function textOf(...rows: readonly string[]): Promise<string> {
  const body = new TextEncoder().encode(`${rows.join('\n')}\n`);
  const { found } = await tryReadings(
    await openBody(body, ''),
    {},
    { district: { name: 'X', languages: ['en'] }, limits: settingsOf().guards },
  );
  const [first] = found;
  return first ? foundText(first, nouns) : '';
}

describe('a reading, as a person sees it', () => {
  it('shows columns, three rows, what is left out, and the sum', async () => {
    const text = await textOf(
      'Home,Cases',
      'Aspen,3',
      'Beech,40',
      'Clover,n/a',
      'Daisy,1',
      'Elm,7',
      'Total,51',
      'Updated weekly,',
    );
    expect(text).toBe(
      [
        '  each row is a place',
        '  name: “Home”',
        '  counts: “Cases”',
        'Three of them, as they are read:',
        '  line 2: Aspen: 3 cases',
        '  line 3: Beech: 40 cases',
        '  line 6: Elm: 7 cases',
        'Rows that are no place:',
        '  line 7: Total (51): the district’s own total',
        '  line 8: Updated weekly: a heading, a note or a date',
        'Together: 5 homes (1 without a figure), 51 cases; the sheet’s own total says 51.',
        'Note: 1 place(s) are shown without a figure and keep the count on record; the first is "Clover" in line 4, with "n/a" in its place',
      ].join('\n'),
    );
  });

  it('names what looks misread', async () => {
    const rows = ['A', 'B', 'C', 'D', 'E'].map((name) => `Home ${name},0`);
    expect(await textOf('Home,Cases', ...rows)).toContain(
      'But look at it: Every one of 5 places has 0: the column may be another one',
    );
  });

  it('carries no control character of the sheet to a terminal', async () => {
    const text = await textOf(
      'Home,Cases,\u001b[2J note',
      'As\u001b[31mpen,3,',
      '\u001b[0mTotal,3,',
      'Bee\u0007ch,0,',
      'x\u001b]0;title\u0007,,',
    );
    expect(text).toContain('As');
    for (const character of text) {
      expect(character === '\n' || !/\p{Cc}/u.test(character)).toBe(true);
    }
  });
});
