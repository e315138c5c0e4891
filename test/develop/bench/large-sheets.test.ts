import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { afterFirstRead, LARGE_SHEETS } from '../../../scripts/develop/bench/large-sheets.ts';
import { nodeAt } from '../../../scripts/develop/bench/project-command.ts';
import { projectFolder, scratch } from '../../command-line.ts';

describe('the update that is measured', () => {
  it.each([
    [LARGE_SHEETS.cases, 500],
    [LARGE_SHEETS.places, 52_000],
  ])('finds each change of $what', async (sheet, places) => {
    const folder = await scratch();
    const node = nodeAt(process.execPath);
    const options = { project: projectFolder, nodes: [node] } as const;
    const prepared = await afterFirstRead(options, sheet, 40, folder);
    const { program, args, env, before } = prepared(node);
    await before?.();
    const ran = spawnSync(program, args, {
      cwd: projectFolder,
      env: { ...process.env, ...env, GITHUB_ACTIONS: '' },
      encoding: 'utf8',
    });
    expect(ran.stdout).toContain('2021-03-02, update 1: +40 new cases at 40 schools');
    const lines = async (name: string) =>
      (await readFile(join(folder, 'data', name), 'utf8')).trimEnd().split('\n').length - 1;
    expect(await lines('schools.csv')).toBe(places);
    expect(await lines('cases.csv')).toBe(40);
  });
});
