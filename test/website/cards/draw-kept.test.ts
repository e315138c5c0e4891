import { readdir, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawKept } from '../../../scripts/website/cards/draw-kept.ts';
import { scratch } from '../../command-line.ts';

/** Draws by name, and remembers what it drew. */
function pen() {
  const drew: string[] = [];
  const draw = async (svg: string) => {
    drew.push(svg);
    return Buffer.from(`picture of ${svg}`);
  };
  return { drew, draw };
}

const drawings = (...names: string[]) => new Map(names.map((name) => [`${name}.png`, name]));

describe('drawKept', () => {
  it('draws what is new and keeps what is not', async () => {
    const folder = join(await scratch(), 'cards');
    const { drew, draw } = pen();
    const first = await drawKept(drawings('a', 'b'), { folder, draw });
    expect(first.drawn).toBe(2);
    const second = await drawKept(drawings('a', 'b'), { folder, draw });
    expect(second).toEqual({ ...first, drawn: 0 });
    const third = await drawKept(drawings('a', 'c'), { folder, draw });
    expect(third.drawn).toBe(1);
    expect(drew.sort()).toEqual(['a', 'b', 'c']);
    expect(third.files.get('c.png')?.toString()).toBe('picture of c');
  });

  it('draws the same drawing at two addresses alike', async () => {
    const folder = await scratch();
    const { draw } = pen();
    const same = new Map([
      ['a.png', 'x'],
      ['es/a.png', 'x'],
    ]);
    const { files } = await drawKept(same, { folder, draw });
    expect(files.get('a.png')).toEqual(files.get('es/a.png'));
    expect(await readdir(folder)).toHaveLength(1);
  });

  it('forgets the oldest of those that it does not use, and keeps as many as it uses', async () => {
    const folder = await scratch();
    const { draw } = pen();
    await drawKept(drawings('a', 'b'), { folder, draw });
    for (const year of [2001, 2002, 2003]) {
      const old = join(folder, `${year}.png`);
      await writeFile(old, '');
      await utimes(old, new Date(`${year}-01-01`), new Date(`${year}-01-01`));
    }
    await drawKept(drawings('a', 'b'), { folder, draw });
    const left = (await readdir(folder)).filter((name) => name.startsWith('200'));
    expect(left.sort()).toEqual(['2002.png', '2003.png']);
    expect((await drawKept(drawings('a', 'b'), { folder, draw })).drawn).toBe(0);
  });

  it('leaves nothing half written when drawing fails', async () => {
    const folder = await scratch();
    const failing = drawKept(drawings('a'), {
      folder,
      draw: () => Promise.reject(new Error('out of ink')),
    });
    await expect(failing).rejects.toThrow('out of ink');
    expect(await readdir(folder)).toEqual([]);
  });
});
