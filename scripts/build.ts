import { main } from './command/main.ts';
import { readInstant } from './command/option-values.ts';
import { programVersion } from './command/program-version.ts';
import { buildFolder } from './website/build-folder.ts';
import { stepTimes } from './wording/job-summary.ts';

await main('build', async ({ args, clock, report, step, timings }) => {
  const out = args.required('out');
  const build = {
    dataDir: args.required('data'),
    out,
    at: readInstant(args.text('at')) ?? clock(),
    baseUrl: args.text('base-url'),
    commit: args.text('commit') ?? null,
    version: programVersion(),
    cards: { wanted: !args.given('no-cards'), folder: args.required('cards') },
  };
  const { files, pictures, drawn, findings } = await buildFolder(build, step);
  for (const finding of findings) report.finding(finding);
  report.say(stepTimes(timings));
  const seconds = timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000;
  report.say(`Drew ${drawn} of ${pictures} pictures; the others were kept`);
  report.say(`Built ${files} files into ${out} in ${seconds.toFixed(1)} s`);
  return undefined;
});
