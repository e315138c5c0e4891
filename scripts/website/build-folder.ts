import type { Finding } from '../domain/finding.ts';
import type { Step } from '../domain/step.ts';
import type { Instant } from '../domain/time.ts';
import { openLedger } from '../ledger/store.ts';
import { finishWrite } from '../ledger/two-step-write.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { buildSite, drawingsOf } from './build-site.ts';
import { drawKept } from './cards/draw-kept.ts';
import { DATABASE } from './exports/database-sql.ts';
import { makeDatabase } from './exports/make-database.ts';
import { oddPlaces } from './located-schools.ts';
import { readMapShapes } from './read-map-shapes.ts';
import { readAssets, writeSite } from './write-site.ts';

const LOCAL_ADDRESS = 'http://localhost:8080/';

/** What to build, where to, and as of when. */
export interface FolderBuild {
  readonly dataDir: string;
  /** Where the site goes; its old files are removed. */
  readonly out: string;
  /** The instant that it is built for. */
  readonly at: Instant;
  /** Where it is served; undefined: where the settings say, else on this machine. */
  readonly baseUrl: string | undefined;
  /** The commit that is built, where it is known. */
  readonly commit: string | null;
  /** The version of the program that builds; absent: unknown. */
  readonly version?: string;
  /** Whether pages have social cards, and where pictures drawn before are kept. */
  readonly cards: { readonly wanted: boolean; readonly folder: string };
}

/** How many files a site has, how many of them are pictures, and how many of those were drawn anew. */
export interface BuiltFolder {
  readonly files: number;
  readonly pictures: number;
  readonly drawn: number;
  /** What is odd about the data, without being refused. */
  readonly findings: readonly Finding[];
}

/**
 * Builds a data folder into a folder that can be served.
 *
 * @throws Refusal (exit 2) when settings or ledger are refused
 */
export async function buildFolder(
  { dataDir, out, at, baseUrl, commit, version, cards }: FolderBuild,
  step: Step,
): Promise<BuiltFolder> {
  await finishWrite(dataDir);
  const settings = await loadSettings(dataDir);
  const bounds = { notAfter: at, timeZone: settings.timeZone };
  const ledger = await step('Open the ledger', () => openLedger(dataDir, bounds));
  const { findings, ...shapes } = await readMapShapes(dataDir, settings.map);
  const input = {
    ledger,
    settings,
    at,
    baseUrl: baseUrl ?? settings.site.url ?? LOCAL_ADDRESS,
    commit,
    ...(version === undefined ? {} : { version }),
    shapes,
    cards: cards.wanted,
  };
  const assets = await readAssets();
  const files = await step('Draw the site', () => buildSite(input, assets));
  const pictures = await step('Draw the pictures', () =>
    drawKept(drawingsOf(files), { folder: cards.folder }),
  );
  const database = await step('Make the database', () => makeDatabase(files.get(DATABASE) ?? ''));
  const made = new Map<string, Uint8Array>([...pictures.files, [DATABASE, database]]);
  await step('Write the site', () => writeSite(out, files, made));
  return {
    files: files.size,
    pictures: pictures.files.size,
    drawn: pictures.drawn,
    findings: [...findings, ...oddPlaces(ledger.schools)],
  };
}
