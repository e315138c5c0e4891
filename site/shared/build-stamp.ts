import { z } from 'zod';
import { dateText, instantText } from './parsed-text.ts';

/** The file below the site's address that identifies the build. */
export const STAMP_FILE = 'build.json';

/** The schema of `build.json`, the only file that depends on when the site was built. */
export const buildStamp = z.object({
  // This value is passed to git, but some other server may answer at the public address: anything
  // that is not a commit could be taken for an option of git.
  commit: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .nullable(),
  /** SHA-256 of every other file. */
  content_sha256: z.string(),
  built_at: instantText,
  /** The last date that the build treated as closed; null: none yet. */
  closed_through: dateText.nullable(),
  /** The last date that was read; null: none yet. */
  last_read: dateText.nullable(),
  base_url: z.url(),
  /** The version of the program that built it; null: unknown. */
  program_version: z.string().nullable(),
});

/** The contents of `build.json` as they are written. */
export type BuildStamp = z.input<typeof buildStamp>;

/**
 * The schema of `build.json` as the public address serves it; older versions wrote only some of the
 * keys.
 */
export const servedStamp = buildStamp.partial().required({ commit: true, content_sha256: true });

/** What the public address says about the build that it serves. */
export type ServedBuild = z.output<typeof servedStamp>;
