import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { drawPng } from './draw-png.ts';
import { FACES } from './measure-text.ts';

/** Pictures of a site. */
export interface Pictures {
  /** Path of each drawing → its PNG. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** How many had to be drawn; the others were kept from before. */
  readonly drawn: number;
}

/** Where pictures are kept from one build to the next. */
export interface PictureStore {
  /** Folder of pictures drawn before, each named by the hash of its drawing. */
  readonly folder: string;
  /** Draws an SVG as PNG; replaced in tests. */
  readonly draw?: (svg: string) => Promise<Buffer>;
}

/** To be changed by hand when the same drawing gives another PNG than before. */
const ENCODING = 'palette 1';

/**
 * Draws what is not in the store, on every core, and removes pictures that have long been unused.
 *
 * @param drawings path → SVG
 */
export async function drawKept(
  drawings: ReadonlyMap<string, string>,
  { folder, draw = drawPng }: PictureStore,
): Promise<Pictures> {
  await mkdir(folder, { recursive: true });
  const by = drawnBy();
  const paths = new Map<string, string[]>();
  for (const [path, svg] of drawings) {
    const name = `${createHash('sha256').update(by).update(svg).digest('hex')}.png`;
    paths.set(name, [...(paths.get(name) ?? []), path]);
  }
  const files = new Map<string, Buffer>();
  let drawn = 0;
  const waiting = paths.entries();
  const work = async () => {
    for (const [name, own] of waiting) {
      const kept = await readFile(join(folder, name)).catch(() => undefined);
      const bytes = kept ?? (await draw(drawings.get(own[0] ?? '') ?? ''));
      for (const path of own) files.set(path, bytes);
      if (kept) continue;
      drawn += 1;
      // Renamed once complete, so that a build that is killed leaves no half picture.
      const next = join(folder, `${name}.${process.pid}.next`);
      await writeFile(next, bytes);
      await rename(next, join(folder, name));
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  await forget(folder, new Set(paths.keys()));
  return { files, drawn };
}

/** Keeps the newest of the pictures that this build does not use, as many as it does use. */
async function forget(folder: string, used: ReadonlySet<string>): Promise<void> {
  const others = (await readdir(folder)).filter((name) => !used.has(name));
  if (others.length <= used.size) return;
  const dated = await Promise.all(
    others.map(async (name) => {
      const found = await stat(join(folder, name)).catch(() => undefined);
      return { name, drawnAt: found?.mtimeMs ?? 0 };
    }),
  );
  const old = dated.sort((a, b) => b.drawnAt - a.drawnAt).slice(used.size);
  await Promise.all(old.map(({ name }) => rm(join(folder, name), { force: true })));
}

/** What else the bytes of a picture depend on: the program that draws it, and the fonts. */
function drawnBy(): string {
  const require = createRequire(import.meta.url);
  const resvg: unknown = require('@resvg/resvg-js/package.json');
  const { version } = z.object({ version: z.string() }).parse(resvg);
  const fonts = createHash('sha256');
  for (const { file } of Object.values(FACES)) fonts.update(readFileSync(file));
  return `${ENCODING}\0${version}\0${fonts.digest('hex')}\0`;
}
