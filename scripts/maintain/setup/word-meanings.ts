/** Words that stand in place of a figure, in the languages in which sheets were seen. */
const MEANINGS = [
  ['zero', /^(none|zero|nil|keine|kein|aucun|aucune|ninguno|ninguna|sin casos)$/i],
  ['zero', /^(no|zero|0) (new |active |reported |confirmed |positive |known )*cases?\b/i],
  [
    'unknown',
    /suppress|redact|confidential|withheld|not (reported|available|known|shown|disclosed)|unknown|pending|no (data|report)|missing|fewer|less than|under \d|below \d|^n\.?[dr]\.?$|^k\.?a\.?$/i,
  ],
] as const;

/**
 * What a word in place of a figure surely means.
 *
 * @returns undefined: only a person can say
 */
export function meaningOf(word: string): 'zero' | 'unknown' | undefined {
  const text = word.replace(/\s+/g, ' ').trim();
  return MEANINGS.find(([, pattern]) => pattern.test(text))?.[0];
}
