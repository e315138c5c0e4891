import { z } from 'zod';
import { parseInstant, parseReportingDate } from './time.ts';

/** Where a site says which build it is, below its address. */
export const STAMP_FILE = 'build.json';

const date = parsed(parseReportingDate, 'is not a date of the calendar');

/** What `build.json` holds; the only file that differs with the instant it is built at. */
export const buildStamp = z.object({
  // Whoever answers at the public address need not be us, and git is asked for this commit: what is
  // not a commit could be an option of git's.
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  /** SHA-256 of every other file. */
  content_sha256: z.string(),
  built_at: parsed(parseInstant, 'is not an instant'),
  /** Last date that the build treated as closed; null: none yet. */
  closed_through: date.nullable(),
  /** Last date that was read; null: none yet. */
  last_read: date.nullable(),
  base_url: z.url(),
});

/** As it is written. */
export type BuildStamp = z.input<typeof buildStamp>;

/** As the public address serves it: by what it holds of these a build of an older version is known. */
export const servedStamp = buildStamp.partial().required({ commit: true, content_sha256: true });

/** What the public address says of the build that it serves. */
export type ServedBuild = z.output<typeof servedStamp>;

/** Text that one of our own parsers understands. */
function parsed<Value>(parse: (text: string) => Value | undefined, problem: string) {
  return z.string().transform((text, context): Value => {
    const value = parse(text);
    if (value !== undefined) return value;
    context.addIssue({ code: 'custom', message: problem });
    return z.NEVER;
  });
}
