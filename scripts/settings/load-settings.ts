import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import { refuseUsage } from '../domain/refusal.ts';
import { successorOf } from './former-settings.ts';
import { type Settings, settingsSchema } from './schema.ts';

const FILE = 'district.json';

/** The settings with the text from which they were read; an edit keeps its order of keys. */
export interface StoredSettings {
  readonly settings: Settings;
  readonly settingsText: string;
}

/**
 * Reads `district.json` from a data folder.
 *
 * @throws Refusal (exit 2) listing all problems at once, each with its place in the file
 */
export async function loadSettings(dir: string): Promise<Settings> {
  return (await loadStoredSettings(dir)).settings;
}

/** Like `loadSettings`, for callers that may edit the file. */
export async function loadStoredSettings(dir: string): Promise<StoredSettings> {
  const settingsText = await readText(join(dir, FILE));
  return { settings: parseSettings(settingsText), settingsText };
}

/** Like `loadSettings`, but takes the file's text. */
export function parseSettings(text: string): Settings {
  // Settings are read once per run: compiling a parser for them takes longer than it saves.
  const parsed = settingsSchema.safeParse(parseJson(text), { jitless: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.flatMap((issue) => problemsOf(issue, text));
  throw refuseUsage(
    'settings',
    `data/${FILE} has ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`,
    'Nothing was read or written. An editor that knows JSON Schema shows the allowed values: the file names its schema under "$schema".',
    { file: `data/${FILE}`, line: lineOfPath(parsed.error.issues[0]?.path ?? [], text) },
  );
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw refuseUsage(
      'settings-missing',
      `${path} cannot be read: ${error instanceof Error ? error.message : error}`,
      'Nothing was read or written. Pass the folder that holds district.json with --data, or create one from data/district.json.',
      { file: path },
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const position = /position (\d+)/.exec(message)?.[1];
    const before = text.slice(0, position === undefined ? text.length : Number(position));
    const line = before.split('\n').length;
    const column = before.length - before.lastIndexOf('\n');
    throw refuseUsage(
      'settings-json',
      `data/${FILE}, line ${line}, column ${column} is not JSON: ${message}`,
      'Nothing was read or written. A missing or extra comma is the usual cause.',
      { file: `data/${FILE}`, line },
    );
  }
}

function problemsOf(issue: z.core.$ZodIssue, text: string): readonly string[] {
  const path = issue.path.map(String).join('.') || 'the file';
  const line = lineOfPath(issue.path, text);
  const place = line === undefined ? path : `${path} (line ${line})`;
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const successor = successorOf([...issue.path.map(String), key].join('.'));
      const now = successor === undefined ? '' : ` any more: write ${successor}`;
      return `${place}: "${key}" is not a setting${now}`;
    });
  }
  const isMissing = issue.code === 'invalid_type' && valueAt(issue.path, text) === undefined;
  if (isMissing) return [`${path} is missing: expected ${issue.expected}`];
  const value = JSON.stringify(valueAt(issue.path, text)) ?? 'not given';
  return [`${place} is ${value}, which ${phrase(issue)}`];
}

function phrase(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `is not a ${issue.expected}`;
  if (issue.code === 'invalid_value') return `is not one of ${issue.values.map(String).join(', ')}`;
  return issue.message.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase());
}

function valueAt(path: readonly PropertyKey[], text: string): unknown {
  let value: unknown = JSON.parse(text);
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

/** The line of the last named key of a path; undefined if the text has none of them. */
function lineOfPath(path: readonly PropertyKey[], text: string): number | undefined {
  let from = 0;
  let found: number | undefined;
  for (const key of path) {
    if (typeof key !== 'string') continue;
    const index = text.indexOf(`${JSON.stringify(key)}:`, from);
    if (index < 0) break;
    found = text.slice(0, index).split('\n').length;
    from = index;
  }
  return found;
}
