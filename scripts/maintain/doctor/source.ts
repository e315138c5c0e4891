import { Refusal } from '../../domain/refusal.ts';
import { runUpdate } from '../../update/run-update.ts';
import { bad, type Check, type Diagnosis, good, type Patient, warning } from './diagnosis.ts';

const PATIENCE = { retries: 1, firstWaitMilliseconds: 500, longestWaitMilliseconds: 2_000 };
const LIMITS = { bytes: 50_000_000, milliseconds: 30_000, redirects: 5 };

/** Reads each configured address as a run would, writing nothing. */
export const source: Check = {
  description: 'The source can be read at each of its addresses, and looks as it did before',
  run: async (patient) => {
    const { settings } = patient;
    if (settings.endedOn !== null) return [good(`The source ended on ${settings.endedOn}`)];
    const found: Diagnosis[] = [];
    for (const address of settings.source.addresses) found.push(await look(patient, address));
    return found;
  },
};

async function look(patient: Patient, address: string): Promise<Diagnosis> {
  const host = hostOf(address);
  try {
    const { plan } = await runUpdate(
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
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return bad(`${host}: ${error.message}`, error.advice);
  }
}

/** Only the host of an address is shown, because the rest may contain a key. */
function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
