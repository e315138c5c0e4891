import { createHash } from 'node:crypto';
import { dirname, relative } from 'node:path/posix';
import { API } from '../api/index-file.ts';

/** Which list covers which files. */
const LISTS: readonly (readonly [list: string, covers: RegExp])[] = [
  ['data/checksums.txt', /^(data|schools)\/.*\.(csv|json)$/],
  [`${API}checksums.txt`, new RegExp(`^${API}.*\\.json$`)],
];

/**
 * The SHA-256 of every table, of what describes them, and of every file of the API, as `sha256sum` writes and checks them.
 *
 * @returns path of a list below the site → its text, whose paths are relative to the list's folder
 */
export function checksums(
  files: ReadonlyMap<string, string | Uint8Array>,
): ReadonlyMap<string, string> {
  return new Map(
    LISTS.map(([list, covers]) => {
      const lines = [...files]
        .filter(([path]) => covers.test(path))
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, content]) => {
          const sum = createHash('sha256').update(content).digest('hex');
          return `${sum}  ${relative(dirname(list), path)}\n`;
        });
      return [list, lines.join('')] as const;
    }),
  );
}
