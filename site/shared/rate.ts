/**
 * New cases per 100 pupils.
 *
 * @param cases of a window
 * @param enrollment null or 0: unknown, as registries write it
 * @returns null where it is unknown or more cases were taken back than added
 */
export function rateOf(cases: number, enrollment: number | null): number | null {
  if (enrollment === null || enrollment <= 0 || cases < 0) return null;
  return (cases / enrollment) * 100;
}
