import { expect } from 'vitest';

/** What a reader makes of an item. */
export interface Polled {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly dated: number;
  /** Everything that the reader shows of it. */
  readonly whole: string;
}

const MINUTE = 60_000;

/** Watches what a reader has after each poll: every item as it was issued, and none that it could lose. */
export function watchItems() {
  const known = new Map<string, string>();
  let lastPoll = 0;
  return {
    /**
     * A poll a minute after a run. Readers poll between runs too, in vain; the last of those polls was
     * a minute before the run.
     */
    poll(items: readonly Polled[], polledAt: number): void {
      if (lastPoll > 0) lastPoll = polledAt - 2 * MINUTE;
      const ids = items.map(({ id }) => id);
      expect(ids, 'an item twice').toEqual([...new Set(ids)]);
      for (const { id, dated, whole } of items) {
        const before = known.get(id);
        if (before !== undefined) {
          expect(whole, id).toBe(before);
          continue;
        }
        known.set(id, whole);
        // A reader that drops what is older than its last poll would lose it.
        expect(dated, id).toBeGreaterThan(lastPoll);
        expect(dated, id).toBeLessThanOrEqual(polledAt);
      }
      lastPoll = polledAt;
    },
    /** How many items there were in all. */
    seen: () => known.size,
  };
}
