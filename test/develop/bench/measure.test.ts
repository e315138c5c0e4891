import { spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measure, measureInTurns, median } from '../../../scripts/develop/bench/measure.ts';
import { nodeAt, projectCommand } from '../../../scripts/develop/bench/project-command.ts';
import { scratch } from '../../command-line.ts';

const node = { program: process.execPath, args: ['-e', '0'] };

describe('measureInTurns', () => {
  it('runs the commands one after the other, the first turn without counting it', async () => {
    const started: string[] = [];
    const noting = (name: string) => ({
      program: 'true',
      args: [],
      before: async () => void started.push(name),
    });
    await measureInTurns({ a: noting('a'), b: noting('b') }, 2);
    expect(started.join('')).toBe('ababab');
  });

  it('knows the memory of a Node process, and of no other', async () => {
    const { megabytes, seconds } = await measure(node, 1);
    expect(megabytes).toBeGreaterThan(10);
    expect(seconds).toBeGreaterThan(0);
    expect((await measure({ program: 'true', args: [] }, 1)).megabytes).toBeNaN();
  });

  it('fails with what a command says when it fails', async () => {
    const failing = { program: process.execPath, args: ['-e', 'throw new Error("no luck")'] };
    await expect(measure(failing, 1)).rejects.toThrow(/ended with 1: [\s\S]*no luck/);
  });
});

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 3],
    [[], Number.NaN],
  ])('of %j is %d', (numbers, expected) => {
    expect(median(numbers)).toBe(expected);
  });
});

describe('projectCommand', () => {
  it('is what package.json starts, on the Node that is asked for', async () => {
    const project = await scratch();
    const scripts = { greet: 'node -p "process.argv0 + process.argv.slice(1)"' };
    await writeFile(join(project, 'package.json'), JSON.stringify({ scripts }));
    const { folder, version } = nodeAt(process.execPath);
    const { program, args, env } = projectCommand(project, 'greet', ['a b'], { folder, version });
    const { stdout } = spawnSync(program, args, { env, encoding: 'utf8' });
    expect(stdout).toBe('nodea b\n');
    expect(env?.PATH).toMatch(new RegExp(`^${folder}:`));
    expect(process.version).toBe(`v${version}`);
    expect(() => projectCommand(project, 'leave', [], { folder, version })).toThrow(/"leave"/);
  });
});
