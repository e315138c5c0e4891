import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { settingsSchema } from '../../scripts/settings/schema.ts';
import { projectFolder } from '../command-line.ts';
import { readSheet } from './read-sheet.ts';

const page = readFileSync(join(projectFolder, 'docs/your-sheet.md'), 'utf8');

/** Rows of the table of shapes: what the sheet has, its settings' lines, the example's file. */
const shapes = [...page.matchAll(/^\| (.+) \| (`.+`) \| \[.+\]\(\.\.\/(test\/\S+)\) \|$/gm)].map(
  ([, shape = '', settings = '', example = '']) => {
    const lines = [...settings.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line);
    return { shape, lines, example };
  },
);

describe('the page about sheets', () => {
  it('shows many shapes', () => {
    expect(shapes.length).toBeGreaterThan(15);
  });

  it.each(shapes)('gives settings that read its example: $shape', async ({ lines, example }) => {
    expect(lines.length).toBeLessThanOrEqual(3);
    const source = JSON.parse(`{${lines.join(',')}}`);
    const reading = await readSheet(join(projectFolder, example), source);
    expect(reading.unreadable).toEqual([]);
    expect(Object.keys(reading.counts).length).toBeGreaterThan(1);
  });

  it('shows where an own total may be, in settings that are valid', () => {
    const totals = [...page.matchAll(/^\| .+ \| `("districtTotal": .+?)`.* \|$/gm)].map(
      ([, line = '']) => JSON.parse(`{${line}}`).districtTotal,
    );
    expect(totals).toHaveLength(5);
    for (const total of totals) {
      const parsed = settingsSchema.shape.districtTotal.safeParse(total);
      expect(parsed.error?.message).toBeUndefined();
    }
  });

  it('explains every setting of a source, and no other', () => {
    const { source } = settingsSchema.shape;
    const explained = [...page.matchAll(/^\| ((?:`[\w.]+`(?:, )?)+) \|/gm)]
      .flatMap(([, keys = '']) => keys.split(', ').map((key) => key.replaceAll('`', '')))
      .sort();
    const { columns, cells } = source.shape;
    const inside = [
      ...Object.keys(columns.unwrap().shape).map((key) => `columns.${key}`),
      ...Object.keys(cells.unwrap().shape).map((key) => `cells.${key}`),
    ];
    const top = Object.keys(source.shape).filter((key) => key !== 'columns' && key !== 'cells');
    expect(explained).toEqual([...top, ...inside].sort());
  });
});
