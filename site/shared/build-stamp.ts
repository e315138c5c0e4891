import { z } from 'zod';
import { dateText, instantText } from './parsed-text.ts';

/** Where a site says which build it is, below its address. */
export const STAMP_FILE = 'build.json';

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
  built_at: instantText,
  /** Last date that the build treated as closed; null: none yet. */
  closed_through: dateText.nullable(),
  /** Last date that was read; null: none yet. */
  last_read: dateText.nullable(),
  base_url: z.url(),
});

/** As it is written. */
export type BuildStamp = z.input<typeof buildStamp>;

/** As the public address serves it: by what it holds of these a build of an older version is known. */
export const servedStamp = buildStamp.partial().required({ commit: true, content_sha256: true });

/** What the public address says of the build that it serves. */
export type ServedBuild = z.output<typeof servedStamp>;
