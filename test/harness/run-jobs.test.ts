import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  expression,
  type Jobs,
  type SmallRepository,
  smallRepository,
} from './small-repository.ts';

let repository: SmallRepository;
beforeEach(async () => {
  repository = await smallRepository();
});
afterEach(() => repository.close());

const job = (steps: readonly object[], more: object = {}) => ({
  'runs-on': 'x',
  'timeout-minutes': 5,
  ...more,
  steps,
});
const call = (more: object = {}) => ({ ...more, uses: './.github/workflows/called.yml' });
const FAILS = job([{ run: 'false' }]);

/** Runs these jobs beside a workflow that they can call. */
const ran = (jobs: Jobs, called: Jobs, on: object | null = null, more: object = {}) => {
  const file = { name: 'Called', on: { workflow_call: on }, ...more, jobs: called };
  return repository.ran(jobs, {
    files: { '.github/workflows/called.yml': JSON.stringify(file) },
  });
};

describe('a job with a matrix', () => {
  const each = (matrix: object) =>
    job([{ run: `echo "${expression('matrix.a')}-${expression('matrix.b')}"` }], {
      strategy: { 'fail-fast': false, matrix },
    });

  it.each([
    ['every combination of its axes', { a: [1, 2], b: ['x'] }, ['each (1, x)', 'each (2, x)']],
    ['each entry of include', { include: [{ a: 1 }, { b: 'x' }] }, ['each (1)', 'each (x)']],
  ])('is one job for %s', async (_, matrix, names) => {
    const run = await repository.ran({ each: each(matrix) });
    expect(run.run.jobs.map(({ name }) => name)).toEqual(names);
    expect(run.log).toContain('include' in matrix ? '1-\n\n-x' : '1-x\n\n2-x');
  });

  it('fails with one of them, after all have run', async () => {
    const matrix = { include: [{ a: 'false' }, { a: 'true' }] };
    const fails = job([{ run: expression('matrix.a') }], {
      strategy: { 'fail-fast': false, matrix },
    });
    const run = await repository.ran({ fails });
    expect(run.run.jobs.map(({ conclusion }) => conclusion)).toEqual(['failure', 'success']);
    expect(run.jobs).toMatchObject([{ name: 'fails', result: 'failure' }]);
  });
});

describe('a job that calls a workflow', () => {
  it('hands inputs over as their types, and outputs back', async () => {
    const first = job([{ id: 'a', run: 'echo "x=7" >> "$GITHUB_OUTPUT"' }], {
      outputs: { x: expression('steps.a.outputs.x') },
    });
    const calls = call({
      needs: 'first',
      with: {
        text: `<${expression('needs.first.outputs.x')}>`,
        flag: expression("needs.first.outputs.x == '7'"),
      },
    });
    const last = job([{ run: `echo "back ${expression('needs.calls.outputs.y')}"` }], {
      needs: 'calls',
    });
    const says = `${expression('inputs.text')} ${expression('inputs.flag == true')} ${expression('inputs.number == 3')}`;
    const one = job([{ id: 'b', run: `echo "y=${says}" >> "$GITHUB_OUTPUT"` }], {
      outputs: { y: expression('steps.b.outputs.y') },
    });
    const run = await ran(
      { first, calls, last },
      { one },
      {
        inputs: {
          text: { type: 'string', required: true },
          flag: { type: 'boolean' },
          number: { type: 'number', default: 3 },
        },
        outputs: { y: { value: expression('jobs.one.outputs.y') } },
      },
    );
    expect(run.log).toContain('back <7> true true');
    expect(run.conclusion).toBe('success');
  });

  it('keeps its environment to itself, but not its name', async () => {
    const says = `[$EVERY] $GITHUB_WORKFLOW ${expression('github.workflow')} $GITHUB_JOB`;
    const run = await ran({ calls: call() }, { all: job([{ run: `echo "${says}"` }]) });
    expect(run.log).toContain('[] Test Test all');
    expect(run.run.jobs.map(({ name }) => name)).toEqual(['calls / all']);
  });

  it('keeps its needs to itself', async () => {
    const jobs = { fails: FAILS, calls: call({ needs: 'fails', if: 'always()' }) };
    const looks = job([{ run: `echo "[${expression('needs.fails.result')}]"` }]);
    expect((await ran(jobs, { looks })).log).toContain('[]');
  });

  it('decides whether it is called; what failed before it does not skip what it calls', async () => {
    const jobs = {
      fails: FAILS,
      skipped: call({ needs: 'fails' }),
      called: call({ needs: 'fails', if: "always() && needs.fails.result == 'failure'" }),
    };
    const run = await ran(jobs, {
      plain: job([{ run: 'echo called' }]),
      'if-failed': job([{ run: 'echo never' }], { if: 'failure()' }),
    });
    expect(run.jobs.map(({ name, result }) => [name, result])).toEqual([
      ['fails', 'failure'],
      ['skipped', 'skipped'],
      ['called', 'success'],
    ]);
    expect(run.run.jobs.map(({ name }) => name)).toEqual(['fails', 'called / plain']);
  });

  it('fails with one of the jobs that it calls', async () => {
    const after = job([{ run: 'echo' }], {
      needs: 'calls',
      if: "always() && needs.calls.result == 'failure'",
    });
    const run = await ran(
      { calls: call(), after },
      { fails: FAILS, next: job([{ run: 'echo' }], { needs: 'fails' }) },
    );
    expect(run.jobs.map(({ result }) => result)).toEqual(['failure', 'success']);
    expect(run.run.jobs.map(({ name }) => name)).toEqual(['calls / fails', 'after']);
  });
});

describe('the permissions of a called job', () => {
  /** Opens an issue, where its token may. */
  const opens = (more: object = {}) =>
    job(
      [
        {
          env: { GH_TOKEN: expression('github.token') },
          run: 'gh api --silent repos/example/tracker/issues -f title=Opened',
        },
      ],
      more,
    );

  it.each([
    ['are the calling job’s where nothing is asked for', {}, {}, 1],
    ['are its own, which may be fewer', { permissions: { issues: 'read' } }, {}, 0],
    ['are those of its workflow where it names none', {}, { permissions: {} }, 0],
  ])('%s', async (_, own, ofFile, opened) => {
    const calls = call({ permissions: { issues: 'write' } });
    await ran({ calls }, { opens: opens(own) }, null, ofFile);
    expect(repository.hub.issues.all()).toHaveLength(opened);
  });

  it('are never more than the calling job’s: the run does not start, though nothing would be called', async () => {
    const run = await ran(
      {
        first: job([{ run: 'echo' }]),
        calls: call({ if: false, permissions: { issues: 'read' } }),
      },
      { opens: opens({ permissions: { issues: 'write' } }) },
    );
    expect([run.conclusion, run.run.conclusion, run.run.jobs]).toEqual([
      'startup_failure',
      'startup_failure',
      [],
    ]);
    expect(run.log).toContain(
      "'opens' is requesting 'issues: write', but is only allowed 'issues: read'",
    );
  });
});

describe('a run does not start', () => {
  it.each([
    ['that gives an input which is not asked for', { strange: 1 }, {}, /strange is not defined/],
    ['that lacks one which is', {}, { x: { type: 'string', required: true } }, /x is required/],
  ])('%s', async (_, given, inputs, message) => {
    const run = await ran({ calls: call({ with: given }) }, { all: job([]) }, { inputs });
    expect([run.conclusion, run.log]).toEqual(['startup_failure', expect.stringMatching(message)]);
  });

  it.each([
    ['is not there', 'none.yml', /not found/],
    ['may not be called', 'test.yml', /not reusable/],
  ])('where the workflow that it calls %s', async (_, file, message) => {
    const run = await repository.ran({ calls: { uses: `./.github/workflows/${file}` } });
    expect([run.conclusion, run.log]).toEqual(['startup_failure', expect.stringMatching(message)]);
  });
});
