import type { MapPlan } from '../update/plan-map.ts';
import { many } from './figures.ts';

/**
 * What `npm run schools` says of the map: a line for each of its files, with what simplifying cost.
 *
 * @param changed names of the files that changed
 */
export function mapLines(
  map: readonly MapPlan[],
  changed: readonly string[],
  dryRun: boolean,
): readonly string[] {
  return map.flatMap((plan) => {
    if (plan.kind === 'refused') return [];
    const { file, shapes, points, pointsBefore, metresOff, text } = plan;
    const verb = dryRun ? 'Would write' : 'Wrote';
    const does = changed.includes(file) ? verb : 'Nothing new in';
    const kept =
      points === pointsBefore
        ? `all ${pointsBefore} points`
        : `${points} of ${pointsBefore} points; none left out is more than ${Math.ceil(metresOff)} m from the line`;
    const size = (Buffer.byteLength(text) / 1000).toFixed(1);
    return `${does} data/${file}: ${many(shapes, 'shape')} with ${kept} (${size} kB).`;
  });
}
