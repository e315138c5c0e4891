import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type FakePages, fakePages, type PagesMemory } from '../harness/fake-pages.ts';
import type { Run } from '../harness/hub-state.ts';
import { type FakeSheet, fakeSheet } from './fake-sheet.ts';
import { keep, keptFolder } from './kept.ts';

/** What is left when the first day's runs are over. */
export interface FirstDay {
  readonly sheet: FakeSheet;
  readonly pages: FakePages;
  /** The bare repository, not to be written to. */
  readonly remote: string;
  readonly memory: PagesMemory;
  readonly runs: readonly Run[];
}

/** A day as it is kept: the bytes of the site as base64. */
interface KeptDay {
  readonly memory: Omit<PagesMemory, 'current'>;
  readonly commit: string;
  readonly site: readonly (readonly [path: string, bytes: string])[];
  readonly runs: readonly Run[];
}

/**
 * The first day of some process before, or a new one. A district's settings name the ports of its
 * sheet and its site: a kept day is for who can have them, so two processes never share one.
 *
 * @param live runs the first day
 */
export async function keptFirstDay(live: () => Promise<FirstDay>): Promise<FirstDay> {
  const days = join(keptFolder(), 'days');
  for (const name of existsSync(days) ? readdirSync(days) : []) {
    const day = /^\d+-\d+$/.test(name) ? await opened(days, name) : undefined;
    if (day) return day;
  }
  const day = await live();
  store(days, day);
  return day;
}

async function opened(days: string, name: string): Promise<FirstDay | undefined> {
  const [sheetPort, pagesPort] = name.split('-').map(Number);
  const sheet = await fakeSheet(sheetPort).catch(() => undefined);
  if (!sheet) return undefined;
  const pages = await fakePages('/tracker/', pagesPort).catch(() => undefined);
  if (!pages) {
    await sheet.close();
    return undefined;
  }
  const text = readFileSync(join(days, name, 'day.json'), 'utf8');
  const { memory, commit, site, runs }: KeptDay = JSON.parse(text);
  const files = site.map(([path, bytes]) => [path, Buffer.from(bytes, 'base64')] as const);
  return {
    sheet,
    pages,
    remote: join(days, name, 'remote.git'),
    memory: { ...memory, current: { commit, site: new Map(files) } },
    runs,
  };
}

function store(days: string, { sheet, pages, remote, memory, runs }: FirstDay): void {
  const { used, burnt, current } = memory;
  if (!current) throw new Error('the first day is not served');
  const name = [sheet.url, pages.url].map((url) => new URL(url).port).join('-');
  const unfinished = join(days, `${name}.unfinished`);
  mkdirSync(unfinished, { recursive: true });
  cpSync(remote, join(unfinished, 'remote.git'), { recursive: true });
  const site = [...current.site].map(([path, bytes]) => [path, bytes.toString('base64')] as const);
  const day: KeptDay = { memory: { used, burnt }, commit: current.commit, site, runs };
  writeFileSync(join(unfinished, 'day.json'), JSON.stringify(day));
  keep(unfinished, join(days, name));
}
