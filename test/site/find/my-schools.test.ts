import { describe, expect, it } from 'vitest';
import { mySchools, type Shelf } from '../../../site/find/my-schools.ts';

const SITE = 'https://district.example/tracker/';

/** A shelf as browsers have it, with what stands on it. */
function shelf(content: Record<string, string> = {}): Shelf & { readonly content: typeof content } {
  return {
    content,
    getItem: (key) => content[key] ?? null,
    setItem: (key, value) => {
      content[key] = value;
    },
    removeItem: (key) => {
      delete content[key];
    },
  };
}

const closed: Shelf = {
  getItem: () => {
    throw new Error('closed');
  },
  setItem: () => {
    throw new Error('closed');
  },
  removeItem: () => {
    throw new Error('closed');
  },
};

describe('mySchools', () => {
  it('remembers schools in the order in which they were added, each once', () => {
    const one = shelf();
    for (const id of ['7', '2', '7']) expect(mySchools(one, SITE).add(id)).toBe(true);
    expect(mySchools(one, SITE).ids()).toEqual(['2', '7']);
  });

  it('forgets one, and leaves nothing behind when it forgets all', () => {
    const one = shelf({ other: 'stays' });
    const mine = mySchools(one, SITE);
    mine.add('7');
    mine.add('2');
    mine.remove('7');
    expect(mine.ids()).toEqual(['2']);
    mine.forgetAll();
    expect(mine.ids()).toEqual([]);
    expect(one.content).toEqual({ other: 'stays' });
  });

  it('leaves nothing behind when the last one is removed', () => {
    const one = shelf();
    mySchools(one, SITE).add('7');
    mySchools(one, SITE).remove('7');
    expect(one.content).toEqual({});
  });

  it('keeps apart what a neighbour on the same host remembers', () => {
    const one = shelf();
    mySchools(one, SITE).add('7');
    expect(mySchools(one, 'https://district.example/another/').ids()).toEqual([]);
  });

  it.each([
    ['text that is no JSON', '{'],
    ['something that is not a list', '{"7":true}'],
    ['null', 'null'],
  ])('takes %s for nothing', (_, text) => {
    const one = shelf();
    mySchools(one, SITE).add('7');
    const [key = ''] = Object.keys(one.content);
    one.content[key] = text;
    expect(mySchools(one, SITE).ids()).toEqual([]);
  });

  it('takes only what can be an id', () => {
    const one = shelf();
    mySchools(one, SITE).add('7');
    const [key = ''] = Object.keys(one.content);
    one.content[key] = JSON.stringify(['7', 8, null, '../x', '<b>', '', '7', 'a-b_c']);
    expect(mySchools(one, SITE).ids()).toEqual(['7', 'a-b_c']);
  });

  it.each([
    ['closed', closed],
    ['not there', undefined],
  ])('says that it does not remember where storage is %s', (_, none) => {
    expect(mySchools(none, SITE).ids()).toEqual([]);
    expect(mySchools(none, SITE).add('7')).toBe(false);
    expect(mySchools(none, SITE).forgetAll()).toBe(false);
  });
});
