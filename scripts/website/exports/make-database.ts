import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Makes an SQLite database by SQL, in a file that is removed again.
 *
 * @param sql statements in SQLite's dialect
 * @returns the bytes of the database; the same statements give the same bytes
 * @throws SQLite's error for a statement that it refuses
 */
export async function makeDatabase(sql: string): Promise<Uint8Array> {
  // Loaded here, since only a build needs it.
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const folder = await mkdtemp(join(tmpdir(), 'tracker-database-'));
  const file = join(folder, 'ledger.sqlite');
  try {
    const database = new sqlite.Database(file);
    try {
      database.exec(sql);
    } finally {
      database.close();
    }
    return await readFile(file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
