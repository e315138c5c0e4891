import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRun } from './run-workflow.ts';
import { expression, type SmallRepository, smallRepository } from './small-repository.ts';

let repository: SmallRepository;
beforeEach(async () => {
  repository = await smallRepository();
});
afterEach(() => repository.close());

const CHECKOUT = { uses: 'actions/checkout@0' };
const CALL = { id: 'tried', uses: './.github/actions/tried' };
const bash = (run: string, more: object = {}) => ({ shell: 'bash', run, ...more });
const action = (steps: readonly object[], more: object = {}) =>
  JSON.stringify({
    name: 'Tried',
    description: 'An action.',
    ...more,
    runs: { using: 'composite', steps },
  });
/** Gives back where it is. */
const WHERE = action([bash('echo "path=$GITHUB_ACTION_PATH" >> "$GITHUB_OUTPUT"', { id: 'a' })], {
  outputs: { path: { description: '-', value: expression('steps.a.outputs.path') } },
});

/** Runs a job with these steps, which may call the action `tried`. */
function ran(tried: string, steps: readonly object[] = [CHECKOUT, CALL]): Promise<WorkflowRun> {
  const one = {
    'runs-on': 'x',
    'timeout-minutes': 5,
    permissions: { contents: 'read' },
    env: { OF: 'job' },
    steps,
  };
  const files = {
    '.github/actions/tried/action.yml': tried,
    '.github/actions/where/action.yml': WHERE,
  };
  return repository.ran({ one }, { files });
}

const outcomes = ({ jobs }: WorkflowRun) => jobs[0]?.steps.map(({ outcome }) => outcome);

describe('the runner of composite actions', () => {
  it('gives inputs as texts, with their defaults, and hands back only its own outputs', async () => {
    const both = bash('echo "both=$GIVEN-$PRESET" >> "$GITHUB_OUTPUT"', {
      id: 'said',
      env: { GIVEN: expression('inputs.given'), PRESET: expression('inputs.preset') },
    });
    const tried = action([both], {
      inputs: {
        given: { description: '-', required: true },
        preset: { description: '-', default: expression('github.ref_name') },
      },
      outputs: { both: { description: '-', value: `<${expression('steps.said.outputs.both')}>` } },
    });
    const run = await ran(tried, [
      CHECKOUT,
      { ...CALL, with: { given: true } },
      { run: `echo "${expression('steps.tried.outputs.both')} [${expression('steps.said')}]"` },
    ]);
    expect(run.log).toContain('<true-main> []');
  });

  it('has the environment of the job and of the step that calls it, and exports its own', async () => {
    const tried = action([
      bash(
        `echo "within $OF $FOR $EVERY"
echo "LATER=exported" >> "$GITHUB_ENV"
echo summed >> "$GITHUB_STEP_SUMMARY"
mkdir bin && printf '#!/bin/sh\necho found\n' > bin/found && chmod +x bin/found
echo "$PWD/bin" >> "$GITHUB_PATH"`,
        { env: { OF: 'step' } },
      ),
      bash('echo "next $OF $LATER"; found'),
    ]);
    const after = { run: 'echo "after $OF $LATER [$FOR]"; found' };
    const run = await ran(tried, [CHECKOUT, { ...CALL, env: { FOR: 'call' } }, after]);
    expect(run.log).toContain('within step call job');
    expect(run.log).toContain('next job exported\nfound');
    expect(run.log).toContain('after job exported []\nfound');
    expect(run.summary).toBe('summed\n');
  });

  it('looks for success() and failure() at its own steps, and fails with them', async () => {
    const tried = action(
      [
        bash('echo first'),
        bash('echo "x=1" >> "$GITHUB_OUTPUT"; false | true', { id: 'fails' }),
        bash('echo unreachable'),
        bash('echo cleans', { if: "failure() && steps.fails.outcome == 'failure'" }),
      ],
      { outputs: { x: { description: '-', value: expression('steps.fails.outputs.x') } } },
    );
    const run = await ran(tried, [
      CHECKOUT,
      { run: 'false' },
      { ...CALL, if: 'always()' },
      { if: "failure() && steps.tried.outputs.x == '1'", run: 'echo after' },
    ]);
    expect(outcomes(run)).toEqual(['success', 'failure', 'failure', 'success']);
    expect(run.log).toMatch(/first\n\s*cleans\n\s*after/);
  });

  it('goes on after a step that may fail, and does not fail for it', async () => {
    const tried = action([
      bash('false', { id: 'may', 'continue-on-error': true }),
      bash(`echo "${expression('steps.may.outcome')} ${expression('steps.may.conclusion')}"`),
    ]);
    const run = await ran(tried);
    expect(run.log).toContain('failure success');
    expect(outcomes(run)).toEqual(['success', 'success']);
  });

  it('calls other actions, those of the checkout included', async () => {
    const tried = action([
      { uses: 'actions/setup-node@0', with: { 'node-version': 20 } },
      { id: 'where', uses: './.github/actions/where' },
      bash(`echo "$INNER"; echo "$GITHUB_ACTION_PATH"`, {
        env: { INNER: expression('steps.where.outputs.path') },
      }),
    ]);
    const run = await ran(tried);
    expect(run.log).toContain('stands in');
    expect(run.log).toMatch(/actions\/where\n.*actions\/tried\n/);
  });

  it('fails the step where it was not checked out', async () => {
    const run = await ran(action([bash('echo never')]), [CALL]);
    expect(outcomes(run)).toEqual(['failure']);
    expect(run.log).toContain('Did you forget to run actions/checkout');
  });

  it.each([
    ['an input that it does not have', {}, { strange: 1 }, /no input strange/],
    ['to lack one that it needs', { x: { description: '-', required: true } }, {}, /the input x/],
  ])('refuses %s', async (_, inputs, given, message) => {
    const tried = action([bash('echo')], { inputs });
    await expect(ran(tried, [CHECKOUT, { ...CALL, with: given }])).rejects.toThrow(message);
  });

  it.each([
    ['a script but no shell', { run: 'echo' }, /needs a shell/],
    ['a limit', bash('echo', { 'timeout-minutes': 1 }), /timeout-minutes/],
    ['the needs of the job', bash(`echo "${expression('needs.x')}"`), /needs/],
    ['secrets', bash(`echo "${expression('secrets.X')}"`), /secrets/],
  ])('refuses, as GitHub does, a step with %s', async (_, step, message) => {
    await expect(ran(action([step]))).rejects.toThrow(message);
  });
});
