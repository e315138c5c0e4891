import lighthouse from 'lighthouse';

/** What Lighthouse judges, each from 0 to 100. */
export type Category = 'performance' | 'accessibility' | 'best-practices' | 'seo';

export interface Judgement {
  readonly scores: Readonly<Partial<Record<Category, number>>>;
  /** Ids of the audits that failed outright. */
  readonly faults: readonly string[];
  /** How fast Lighthouse found this machine to be, which its score of performance follows. */
  readonly benchmarkIndex: number;
}

/** Ends a page that hangs; how long it takes on this machine is not judged by this. */
const MILLISECONDS_TO_LOAD = 300_000;

/**
 * Lighthouse's judgement of a page as on a phone.
 *
 * @param port debugging port of a browser
 */
export async function judgePage(
  url: string,
  port: number,
  categories: readonly Category[],
): Promise<Judgement> {
  const result = await lighthouse(url, {
    port,
    output: 'json',
    logLevel: 'silent',
    onlyCategories: [...categories],
    maxWaitForLoad: MILLISECONDS_TO_LOAD,
    maxWaitForFcp: MILLISECONDS_TO_LOAD,
  });
  if (!result) throw new Error(`Lighthouse says nothing of ${url}`);
  const { lhr } = result;
  const scores = categories.map((name) => [
    name,
    Math.round((lhr.categories[name]?.score ?? 0) * 100),
  ]);
  return {
    scores: Object.fromEntries(scores),
    faults: Object.values(lhr.audits)
      .filter(({ score, scoreDisplayMode }) => score === 0 && scoreDisplayMode === 'binary')
      .map(({ id }) => id),
    benchmarkIndex: lhr.environment.benchmarkIndex,
  };
}
