import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allowedHosts, apiUrl } from './command/environment.ts';
import { main, type Run } from './command/main.ts';
import { EXIT } from './domain/refusal.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { openLedger } from './ledger/store.ts';
import type { Patient } from './maintain/doctor/diagnosis.ts';
import { runDrill } from './maintain/doctor/drill.ts';
import { drillChannels } from './maintain/doctor/drill-channels.ts';
import { diagnosisText, examine } from './maintain/doctor/examine.ts';
import { loadSettings } from './settings/load-settings.ts';

await main('doctor', async (run) => {
  const { args, report } = run;
  const patient = await patientOf(run);
  report.say('Settings and ledger\n  ✓ can be read, and every rule holds');
  if (args.given('drill')) {
    for (const line of await runDrill(patient)) report.say(line);
    for (const line of await drillChannels(patient)) report.say(line);
    return undefined;
  }
  const examined = await examine(patient);
  for (const { description, found } of examined) {
    report.say(`\n${description}`);
    for (const diagnosis of found) report.say(diagnosisText(diagnosis));
  }
  const isBad = examined.some(({ found }) => found.some(({ level }) => level === 'bad'));
  return isBad ? EXIT.usage : EXIT.done;
});

async function patientOf({ args, env, clock }: Run<'doctor'>): Promise<Patient> {
  const dataDir = args.required('data');
  const settings = await loadSettings(dataDir);
  const now = clock();
  const ledger = await openLedger(dataDir, { notAfter: now, timeZone: settings.timeZone });
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const repository = settings.repository.split('/').slice(-2).join('/');
  return {
    project: join(dirname(fileURLToPath(import.meta.url)), '..'),
    dataDir,
    settings,
    ledger,
    now,
    git: gitIn(process.cwd()),
    github: token ? gitHub({ repository, token, apiUrl: apiUrl(env) }) : undefined,
    allowHosts: allowedHosts(env),
    env,
  };
}
