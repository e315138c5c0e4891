import { writeFile } from 'node:fs/promises';
import { main } from './command/main.ts';
import { settingsJsonSchema } from './settings/schema.ts';

await main('schema', async ({ args, report }) => {
  const file = args.required('out');
  await writeFile(file, settingsJsonSchema());
  report.say(`Wrote ${file}`);
  return undefined;
});
