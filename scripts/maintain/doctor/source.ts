import { countedIn, nounsOf } from '../../domain/nouns.ts';
import { Refusal } from '../../domain/refusal.ts';
import { misreadSigns } from '../../ledger/misread-signs.ts';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { UpdatePlan } from '../../update/plan-update.ts';
import { runUpdate } from '../../update/run-update.ts';
import {
  NO_PLACE_WORDS,
  ROW_WORDS,
  readingFigures,
  shownText,
} from '../../wording/reading-text.ts';
import { bad, type Check, type Diagnosis, good, type Patient, warning } from './diagnosis.ts';

const PATIENCE = { retries: 1, firstWaitMilliseconds: 500, longestWaitMilliseconds: 2_000 };
const LIMITS = { bytes: 50_000_000, milliseconds: 30_000, redirects: 5 };

/** Reads each configured address as a run would, writing nothing, and says how it was read. */
export const source: Check = {
  description: 'The source can be read at each of its addresses, and reads as it should',
  run: async (patient) => {
    const { settings } = patient;
    if (settings.endedOn !== null) return [good(`The source ended on ${settings.endedOn}`)];
    const found: Diagnosis[] = [];
    for (const address of settings.source.addresses) found.push(...(await look(patient, address)));
    return found;
  },
};

async function look(patient: Patient, address: string): Promise<readonly Diagnosis[]> {
  const host = hostOf(address);
  try {
    const { plan, snapshot } = await runUpdate(
      {
        dataDir: patient.dataDir,
        source: address,
        at: undefined,
        now: patient.now,
        accept: undefined,
        dryRun: true,
        allowHosts: patient.allowHosts,
        guardPrivateAddresses: false,
        fetch: { limits: LIMITS, patience: PATIENCE },
      },
      async (_title, action) => action(),
    );
    const reading = snapshot ? readingOf(patient, snapshot) : [];
    return [outcome(host, plan), ...reading];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [bad(`${host}: ${error.message}`, error.advice)];
  }
}

function outcome(host: string, plan: UpdatePlan): Diagnosis {
  if (plan.kind === 'held') {
    const reasons = plan.hold.reasons.map(({ text }) => text).join('; ');
    return warning(
      `${host} can be read, but what it shows would be held: ${reasons}`,
      'Look at the sheet. If it is right, start the workflow “Update” by hand and accept it.',
    );
  }
  const line = plan.kind === 'unread' ? undefined : plan.update.line;
  const places = plan.kind === 'unread' ? '' : plan.nouns.places;
  const news = line
    ? `with ${line.newCases} new cases at ${line.schoolsChanged} ${places}`
    : 'with nothing new';
  return good(`${host} can be read, ${news}`);
}

/** How the sheet was read, to be compared with what a person sees in it, and what looks misread. */
function readingOf({ settings, ledger }: Patient, snapshot: Snapshot): readonly Diagnosis[] {
  const { place, places } = nounsOf(settings);
  const figures = readingFigures(snapshot, {
    counted: countedIn(settings, 'en'),
    places: { singular: place, plural: places },
  });
  const signs = misreadSigns(snapshot, ledger.schools);
  return [
    good(`As the settings read it, ${ROW_WORDS[snapshot.rowKind]}: ${figures}`),
    ...snapshot.noPlaces
      .slice(0, NO_PLACES_SHOWN)
      .map(({ line, text, kind }) =>
        good(`Line ${line}, “${shownText(text)}”, is ${NO_PLACE_WORDS[kind]}`),
      ),
    ...signs.map(({ text, settings: keys }) =>
      warning(
        text,
        `Compare with the sheet. If it is misread, put right ${keys.map((key) => `"source.${key}"`).join(' or ')} in data/district.json: docs/your-sheet.md shows each kind of sheet.`,
      ),
    ),
  ];
}

const NO_PLACES_SHOWN = 3;

/** Only the host of an address is shown, because the rest may contain a key. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
