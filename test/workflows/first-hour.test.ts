import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { command, projectFolder, scratch } from '../command-line.ts';
import { gitIn } from './git-in.ts';
import { openIssues, type RepositoryWorld, repositoryWorld } from './repository-world.ts';

let world: RepositoryWorld;

const at = '2021-03-01T18:00:00Z';
const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const [, list = ''] = /## Run your own\n\n(.*?)\n\n`npm run doctor`/s.exec(readme) ?? [];
const steps = list.split(/^\d+\. /m).slice(1);
const ORIGINAL = {
  repository: 'https://github.com/original/tracker',
  site: { title: 'Original', languages: ['en'], url: 'https://original.github.io/tracker/' },
};

/** What a person has on their machine; each method is one of the README's steps. */
async function person() {
  const clone = join(await scratch(), 'clone');
  gitIn('.')('clone', '--quiet', world.remote, clone);
  const settings = join(clone, 'data', 'district.json');
  return {
    init: async () => {
      const { exit, out } = await command(
        'init',
        [
          `--data=${join(clone, 'data')}`,
          '--yes',
          '--name=Prairie Falls',
          `--sheet=${world.sheet.url}`,
          '--time-zone=America/Denver',
          '--counted=case,cases',
          '--repository=https://github.com/example/tracker',
          '--school-year=2020-08-20',
        ],
        { TRACKER_ALLOW_HOSTS: new URL(world.sheet.url).host },
      );
      expect(exit, out).toBe(0);
      expect(existsSync(settings)).toBe(true);
      return out;
    },
    /** Pages of the model is at another address than GitHub's. */
    push: () => {
      const text = readFileSync(settings, 'utf8');
      world.push({
        'data/district.json': text.replaceAll(
          'https://example.github.io/tracker/',
          world.pages.url,
        ),
        '.github/workflows/update.yml': readFileSync(
          join(clone, '.github/workflows/update.yml'),
          'utf8',
        ),
      });
    },
  };
}

describe('the README’s list “Run your own”', () => {
  it('has each switch before the step that needs it', () => {
    const place = (words: RegExp) => steps.findIndex((step) => words.test(step));
    const order = [
      /Use this template/,
      /npm run init/,
      /Settings → Pages/,
      /Enable workflow/,
      /push/,
      /Run workflow/,
    ];
    const places = order.map(place);
    expect(places).toEqual([0, 1, 2, 3, 4, 5]);
    for (const words of [/Features.*tick \*Issues\*/, /enable them/]) expect(place(words)).toBe(3);
  });
});

describe('following the README’s list', () => {
  afterEach(() => world.close());

  it.each([
    ['a copy of the template', {}],
    ['a fork', { parent: 'original/tracker', hasIssues: false }],
  ])(
    'leads %s to a page that is served, without a red run, an issue or a commit of the bot’s but the read',
    async (_, hub) => {
      world = await repositoryWorld(ORIGINAL, { ...hub, pages: undefined });
      world.sheet.shows({ 1: 3, 2: 1 });
      const { settings, workflowStates } = world.hub.state;
      if ('parent' in hub) workflowStates.set('update.yml', 'disabled_fork');

      // Before anything is set up, a run says so and does nothing.
      world.push({ 'NOTES.md': 'x\n' });
      const [early] = await world.settle({ at });
      expect(early?.annotations.map(({ title }) => title)).toEqual(['Not set up']);

      const { init, push } = await person();
      expect(await init()).toMatch(/settings\/pages.*\n.*Enable workflow.*\n.*git push/);
      settings.pages = { source: 'workflow', url: world.pages.url };
      settings.hasIssues = true;
      workflowStates.clear();

      push();
      const [deploy] = await world.settle({ at });
      expect(deploy?.conclusion, deploy?.log).toBe('success');
      expect(world.pages.page('index.html')).toContain('Prairie Falls');

      const update = await world.run('update', { at, event: 'workflow_dispatch' });
      const after = await world.settle({ at });
      expect([update, ...after].map(({ conclusion }) => conclusion)).toEqual([
        'success',
        'success',
      ]);
      expect(update.summary).toMatch(/Read 2 \w+ from/);
      expect(update.summary).toMatch(/Next runs, in America\/Denver/);
      expect(world.pages.served).toBe(world.head());
      expect(world.subjects(2).map((subject) => subject.slice(0, 5))).toEqual(['data:', 'By ha']);
      expect(openIssues(world)).toEqual([]);
    },
  );
});
