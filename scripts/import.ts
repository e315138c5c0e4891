import { readFile } from 'node:fs/promises';
import { main } from './command/main.ts';
import { importSpec } from './command/specs/import.ts';
import { refuseUsage } from './domain/refusal.ts';
import { type ImportReport, importWide } from './ledger/import-wide.ts';
import { emptyLedger } from './ledger/model.ts';
import { openLedger, replaceLedger } from './ledger/store.ts';
import { finishWrite } from './ledger/two-step-write.ts';
import { loadSettings } from './settings/load-settings.ts';

const MISMATCHES_TOLD = 20;

await main(importSpec, async ({ args, clock, report, step }) => {
  const dir = args.required('data');
  const file = args.argument;
  if (file === undefined) {
    throw refuseUsage('no-file', 'import: which file?', 'Name it: npm run import -- FILE');
  }
  await finishWrite(dir);
  const settings = await loadSettings(dir);
  const bounds = { notAfter: clock(), timeZone: settings.timeZone };
  const isForced = args.given('force');
  // A ledger that is to be replaced may be the broken one.
  const before = isForced ? emptyLedger : await openLedger(dir, bounds);
  if (before.days.length > 0) {
    throw refuseUsage(
      'ledger-not-empty',
      `The ledger in ${dir} has ${before.days.length} days already`,
      'Nothing was written. `--force` replaces it: every line on record is lost but in git.',
      { file: `${dir}/days.csv` },
    );
  }
  const text = await step('Read the history', () => readText(file));
  const years = settings.schoolYears.map((year) => year.firstDay);
  const { ledger, report: told } = importWide(text, years);
  await step('Write the ledger', () => replaceLedger(dir, ledger, bounds));
  for (const line of tell(told)) report.say(line);
  return undefined;
});

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw refuseUsage(
      'no-file',
      `import: ${message}`,
      'Nothing was written. Name a file that exists.',
    );
  }
}

function tell(report: ImportReport): readonly string[] {
  const { schools, days, firstDate, lastDate, newCases, totalCases, mismatches } = report;
  return [
    `Imported ${schools} schools and ${days} days from ${firstDate} to ${lastDate}: ${newCases} cases in the days, ${totalCases} in all.`,
    ...mismatches
      .slice(0, MISMATCHES_TOLD)
      .map(({ id, name, column, said, added }) =>
        column === 'gTotal'
          ? `  ${name} (${id}): its total is ${said}, its days add up to ${added}; the difference of ${said - added} became its baseline`
          : `  ${name} (${id}): ${column} says ${said}, its days before the school year make ${added}; the days were kept`,
      ),
    ...(mismatches.length > MISMATCHES_TOLD
      ? [`  and ${mismatches.length - MISMATCHES_TOLD} more: see baseline_cases in schools.csv`]
      : []),
  ];
}
