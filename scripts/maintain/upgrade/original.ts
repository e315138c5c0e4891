import { z } from 'zod';

/**
 * Address of the repository that the program comes from.
 *
 * @param packageJson the text of `package.json`; a copy keeps the original's
 */
export function originalOf(packageJson: string): string {
  return z.object({ repository: z.url() }).parse(JSON.parse(packageJson)).repository;
}
