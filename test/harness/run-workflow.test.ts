import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WorkflowRun } from './run-workflow.ts';
import { type SmallRepository, smallRepository } from './small-repository.ts';

let repository: SmallRepository;
beforeEach(async () => {
  repository = await smallRepository();
});
afterEach(() => repository.close());

const job = (steps: string, more = '') =>
  `  one:\n    runs-on: x\n    timeout-minutes: 5\n${more}    steps:\n${steps}`;
const outcomes = ({ jobs }: WorkflowRun) => jobs.map(({ steps }) => steps.map((s) => s.outcome));

describe('the runner of workflows', () => {
  it('keeps the shell’s options of the real one: no pipefail unless bash is asked for', async () => {
    const run = await repository.ran(
      job(`      - run: false | true
      - shell: bash
        continue-on-error: true
        run: false | true
      - run: |
          false
          echo unreachable
`),
    );
    expect(outcomes(run)).toEqual([['success', 'failure', 'failure']]);
    expect(run.log).not.toContain('unreachable');
  });

  it('hands outputs, environment and path from step to step and from job to job', async () => {
    const run = await repository.ran(`${job(
      `      - id: a
        run: |
          echo "x=1" >> "$GITHUB_OUTPUT"
          { echo "y<<END"; echo two; echo lines; echo END; } >> "$GITHUB_OUTPUT"
          echo "FROM=before" >> "$GITHUB_ENV"
      - env:
          Y: \${{ steps.a.outputs.y }}
        run: echo "[$FROM] [$Y]"
`,
      `    outputs:\n      x: \${{ steps.a.outputs.x }}\n`,
    )}  two:
    needs: one
    if: needs.one.outputs.x == '1'
    runs-on: x
    timeout-minutes: 5
    steps:
      - env: { X: "\${{ format('<{0}>', needs.one.outputs.x) }}" }
        run: echo "$X"; echo "$HOME" | grep -c runner
`);
    expect(run.log).toContain('[before] [two\nlines]');
    expect(run.log).toContain('<1>\n1');
  });

  it('evaluates conditions as GitHub does, success() being implied', async () => {
    const run = await repository.ran(`${job(`      - run: "false"
      - run: echo skipped
      - if: failure()
        run: echo cleans
      - if: \${{ always() && github.ref_name == 'main' }}
        run: echo always
`)}  two:
    needs: one
    runs-on: x
    timeout-minutes: 5
    steps: [{ run: echo never }]
  three:
    needs: two
    if: always() && needs.two.result == 'skipped' && failure()
    runs-on: x
    timeout-minutes: 5
    steps: [{ run: echo told }]
`);
    expect(outcomes(run)).toEqual([['failure', 'skipped', 'success', 'success'], [], ['success']]);
    expect(run.conclusion).toBe('failure');
  });

  it('ends a job that hangs as cancelled, so that failure() is false', async () => {
    const run = await repository.ran(
      job(`      - name: Hang
        run: sleep 60
      - if: failure()
        run: echo not told
      - if: cancelled()
        run: echo told
`),
      { trouble: { hangsAt: 'Hang' } },
    );
    expect(outcomes(run)).toEqual([['cancelled', 'skipped', 'success']]);
    expect(run.conclusion).toBe('cancelled');
  });

  it('checks out the commit that triggered the run, however main moves on', async () => {
    const moves = () => {
      const { remote } = repository.hub.state;
      const tree = remote.git('rev-parse', 'main^{tree}');
      const commit = remote.git('commit-tree', tree, '-p', 'main', '-m', 'Later');
      remote.git('update-ref', 'refs/heads/main', commit);
    };
    const run = await repository.ran(
      job(
        `      - uses: actions/checkout@0 # v0
      - run: git rev-parse HEAD; git push origin HEAD:refs/heads/x
`,
        '    permissions: { contents: read }\n',
      ),
      { trouble: { before: { 'Run actions/checkout@0': moves } } },
    );
    expect(run.log).toContain(run.run.commit);
    expect(run.log).toMatch(/Permission to this repository denied/);
  });

  it('would notice a text that acts', async () => {
    const pwned = join(repository.folder, 'pwned');
    const run = await repository.ran(job(`      - run: echo \${{ inputs.text }}\n`), {
      inputs: { text: `$(touch ${pwned})` },
    });
    expect(run.conclusion).toBe('success');
    expect(existsSync(pwned)).toBe(true);
  });

  it.each([
    ['an input that an action does not have', 'actions/checkout@0', /no input reff/],
    ['an action that it does not know', 'other/action@0', /no stand-in/],
  ])('refuses %s', async (_, action, message) => {
    const steps = `      - uses: ${action}\n        with: { reff: x }\n`;
    await expect(repository.ran(job(steps))).rejects.toThrow(message);
  });
});
