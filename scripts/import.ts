import { main } from './command/main.ts';
import { refuseUsage } from './domain/refusal.ts';
import { importHistory } from './update/import-history.ts';
import { importText } from './wording/import-text.ts';

await main('import', async ({ args, clock, report, step }) => {
  const file = args.argument;
  if (file === undefined) {
    throw refuseUsage('no-file', 'import: no file was given', 'Name one: npm run import -- FILE');
  }
  const dataDir = args.required('data');
  const history = { file, dataDir, now: clock(), force: args.given('force') };
  const imported = await importHistory(history, step);
  report.say(importText(imported.report, imported.nouns));
  return undefined;
});
