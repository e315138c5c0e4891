import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { main, type Run } from './command/main.ts';
import { doctorSpec } from './command/specs/doctor.ts';
import { EXIT, refuseUsage } from './domain/refusal.ts';
import { gitIn } from './github/git.ts';
import { gitHub } from './github/github.ts';
import { openLedger } from './ledger/store.ts';
import type { Patient } from './maintain/doctor/diagnosis.ts';
import { runDrill } from './maintain/doctor/drill.ts';
import { examine, tellDiagnosis } from './maintain/doctor/examine.ts';
import { loadSettings } from './settings/load-settings.ts';

await main(doctorSpec, async (run) => {
  const { args, report } = run;
  const patient = await patientOf(run);
  report.say('Settings and ledger\n  ✓ can be read, and every rule holds');
  if (args.given('drill')) {
    if (!patient.github) {
      throw refuseUsage(
        'no-token',
        'doctor: a drill needs a token',
        'Nothing was sent. GITHUB_TOKEN=$(gh auth token) npm run doctor -- --drill',
      );
    }
    for (const line of await runDrill(patient.github, patient.git)) report.say(line);
    return undefined;
  }
  let isBad = false;
  for (const [check, found] of await examine(patient)) {
    report.say(`\n${check.description}`);
    for (const diagnosis of found) report.say(tellDiagnosis(diagnosis));
    isBad ||= found.some(({ level }) => level === 'bad');
  }
  return isBad ? EXIT.usage : EXIT.done;
});

async function patientOf({ args, env, clock }: Run): Promise<Patient> {
  const dataDir = args.required('data');
  const settings = await loadSettings(dataDir);
  const now = clock();
  const ledger = await openLedger(dataDir, { notAfter: now, timeZone: settings.timeZone });
  const token = env.GITHUB_TOKEN || env.GH_TOKEN;
  const repository = settings.repository.split('/').slice(-2).join('/');
  const apiUrl = env.GITHUB_API_URL ?? 'https://api.github.com';
  return {
    project: join(dirname(fileURLToPath(import.meta.url)), '..'),
    dataDir,
    settings,
    ledger,
    now,
    git: gitIn(process.cwd()),
    github: token ? gitHub({ repository, token, apiUrl }) : undefined,
    allowHosts: (env.TRACKER_ALLOW_HOSTS ?? '').split(/[\s,]+/).filter(Boolean),
  };
}
