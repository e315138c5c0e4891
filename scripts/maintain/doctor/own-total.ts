import { ownTotalOf } from '../../ledger/own-total.ts';
import { readOwnTotal } from '../../update/read-own-total.ts';
import { type Check, type Diagnosis, good, type Patient, warning } from './diagnosis.ts';

const LIMITS = { bytes: 50_000_000, milliseconds: 30_000, redirects: 5 };
const PATIENCE = { retries: 1, firstWaitMilliseconds: 500, longestWaitMilliseconds: 2_000 };

/** What the district says its places add up to, on record and where it stands outside the sheet. */
export const ownTotal: Check = {
  description: 'The publisher’s own total, if there is one, is recorded beside its places’ sum',
  run: async (patient) => {
    if (patient.settings.endedOn !== null) return [];
    return [...onRecord(patient), ...(await outsideTheSheet(patient))];
  },
};

function onRecord({ ledger, settings }: Patient): readonly Diagnosis[] {
  const day = ledger.days.at(-1);
  const own = day && ownTotalOf(ledger, day, settings);
  if (!own) return [];
  const column = `district_total of ${day.date} in days.csv`;
  return [
    good(`The sheet’s own total is ${own.total} (${column}); the places add up to ${own.places}`),
  ];
}

async function outsideTheSheet(patient: Patient): Promise<readonly Diagnosis[]> {
  const read = await readOwnTotal(patient, {
    allowHosts: patient.allowHosts,
    guardPrivateAddresses: false,
    fetch: { limits: LIMITS, patience: PATIENCE },
  });
  if (read === null) return [];
  if (read.total !== null)
    return [good(`The own total outside the sheet can be read: ${read.total}`)];
  return read.findings.map(({ message, tip }) => warning(message, tip ?? ''));
}
