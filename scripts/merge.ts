import { main } from './command/main.ts';
import { readInstant } from './command/option-values.ts';
import { refuseUsage } from './domain/refusal.ts';
import { mergePlaces } from './update/merge-places.ts';
import { mergeText } from './wording/merge-text.ts';

await main('merge', async ({ args, clock, report }) => {
  const [from, into] = args.all;
  if (from === undefined || into === undefined) {
    throw refuseUsage(
      'no-places',
      `merge: ${from === undefined ? 'no places were given' : `only "${from}" was given`}`,
      'Name two entries by id or name: npm run merge -- FROM INTO',
    );
  }
  const at = readInstant(args.text('at'));
  const dryRun = args.given('dry-run');
  const dataDir = args.required('data');
  report.say(
    mergeText(await mergePlaces({ dataDir, from, into, at, now: clock(), dryRun }), dryRun),
  );
  return undefined;
});
