import { z } from 'zod';
import { instantText, parsedText } from '../domain/parsed-text.ts';
import { refuseUsage } from '../domain/refusal.ts';
import { parseSchoolId } from '../domain/school-id.ts';
import type { Cadence, Hold, OldCopy, ReadFailure, ReadGaps } from './model.ts';

/** The contents of `held.json`, which reports also contain. */
export type HeldFile = z.input<ReturnType<typeof heldSchema>>;

/** Converts a hold to the keys and the shape of `held.json`. */
export function heldFile(hold: Hold): HeldFile {
  return {
    key: hold.key,
    counts_digest: hold.countsDigest,
    reasons: hold.reasons.map(({ guard, schoolId, text, since }) => ({
      guard,
      school_id: schoolId,
      text,
      since,
    })),
    checked_at: hold.checkedAt,
    declined: hold.declined,
    ...(hold.apart.length === 0 ? {} : { apart: [...hold.apart] }),
  };
}

/** The text of `held.json`: indented JSON that ends in a line break. */
export function heldText(hold: Hold): string {
  return `${JSON.stringify(heldFile(hold), null, 2)}\n`;
}

/** The text of `failing.json`: indented JSON that ends in a line break. */
export function failingText({ cause, since, checkedAt }: ReadFailure): string {
  return `${JSON.stringify({ cause, since, checked_at: checkedAt }, null, 2)}\n`;
}

/** The text of `old-copy.json`: indented JSON that ends in a line break. */
export function oldCopyText({ countsDigest, since, checkedAt }: OldCopy): string {
  const file = { counts_digest: countsDigest, since, checked_at: checkedAt };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** The text of `cadence.json`: indented JSON that ends in a line break. */
export function cadenceText({ measuredAt, days, reads, requested, ...measured }: Cadence): string {
  const file = {
    measured_at: measuredAt,
    days,
    reads,
    ...gapsFile(measured),
    requested: { lines: requested.lines, ...gapsFile(requested) },
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

function gapsFile({ medianMinutes, p95Minutes, longestMinutes }: ReadGaps): GapsFile {
  return {
    median_minutes: medianMinutes,
    p95_minutes: p95Minutes,
    longest_minutes: longestMinutes,
  };
}

/**
 * Parses the text of `held.json`.
 *
 * @throws Refusal (exit 2) naming the file and the key that cannot be read
 */
export function readHeld(text: string): Hold {
  return readState('held.json', heldSchema(), text);
}

/**
 * Parses the text of `failing.json`.
 *
 * @throws Refusal (exit 2) naming the file and the key that cannot be read
 */
export function readFailing(text: string): ReadFailure {
  return readState('failing.json', failingSchema(), text);
}

/**
 * Parses the text of `old-copy.json`.
 *
 * @throws Refusal (exit 2) naming the file and the key that cannot be read
 */
export function readOldCopy(text: string): OldCopy {
  return readState('old-copy.json', oldCopySchema(), text);
}

/**
 * Parses the text of `cadence.json`.
 *
 * @throws Refusal (exit 2) naming the file and the key that cannot be read
 */
export function readCadence(text: string): Cadence {
  return readState('cadence.json', cadenceSchema(), text);
}

// Most runs find no state files, so schemas are built only when they are needed.

function heldSchema() {
  return z
    .strictObject({
      key: z.string().min(1),
      counts_digest: z.string().min(1),
      reasons: z
        .array(
          z.strictObject({
            guard: z.string().min(1),
            school_id: parsedText(parseSchoolId, 'is not a school id').nullable(),
            text: z.string(),
            since: instantText,
          }),
        )
        .min(1),
      checked_at: instantText,
      declined: z.string().nullable(),
      apart: z.array(parsedText(parseSchoolId, 'is not a school id')).optional(),
    })
    .transform(
      (file): Hold => ({
        key: file.key,
        countsDigest: file.counts_digest,
        reasons: file.reasons.map(({ guard, school_id, text, since }) => ({
          guard,
          schoolId: school_id,
          text,
          since,
        })),
        checkedAt: file.checked_at,
        declined: file.declined,
        apart: file.apart ?? [],
      }),
    );
}

function failingSchema() {
  return z
    .strictObject({ cause: z.string().min(1), since: instantText, checked_at: instantText })
    .transform(
      (file): ReadFailure => ({ cause: file.cause, since: file.since, checkedAt: file.checked_at }),
    );
}

function oldCopySchema() {
  return z
    .strictObject({ counts_digest: z.string().min(1), since: instantText, checked_at: instantText })
    .transform(
      (file): OldCopy => ({
        countsDigest: file.counts_digest,
        since: file.since,
        checkedAt: file.checked_at,
      }),
    );
}

function cadenceSchema() {
  return z
    .strictObject({
      measured_at: instantText,
      days: z.int().positive(),
      reads: z.int().min(2),
      ...gaps(),
      requested: z.strictObject({ lines: z.array(z.string()), ...gaps() }),
    })
    .transform(
      (file): Cadence => ({
        measuredAt: file.measured_at,
        days: file.days,
        reads: file.reads,
        ...readGaps(file),
        requested: { lines: file.requested.lines, ...readGaps(file.requested) },
      }),
    );
}

function gaps() {
  const minutes = z.int().min(0);
  return { median_minutes: minutes, p95_minutes: minutes, longest_minutes: minutes };
}

type GapsFile = Readonly<Record<keyof ReturnType<typeof gaps>, number>>;

function readGaps(file: GapsFile): ReadGaps {
  return {
    medianMinutes: file.median_minutes,
    p95Minutes: file.p95_minutes,
    longestMinutes: file.longest_minutes,
  };
}

function readState<T>(name: string, schema: z.ZodType<T>, text: string): T {
  const parsed = schema.safeParse(parseJson(name, text), { jitless: true });
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw refuse(name, `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'cannot be read'}`);
}

function parseJson(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refuse(name, error instanceof Error ? error.message : String(error));
  }
}

function refuse(name: string, what: string) {
  return refuseUsage(
    'state-file',
    `data/${name} cannot be read: ${what}`,
    `Nothing was written. The workflow writes this file; delete it, and the next run starts a new one if there still is a reason.`,
    { file: `data/${name}` },
  );
}
