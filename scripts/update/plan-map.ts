import type { Finding } from '../domain/finding.ts';
import { type EnglishNouns, nounsOf } from '../domain/nouns.ts';
import type { Refusal } from '../domain/refusal.ts';
import { listed } from '../domain/shortened.ts';
import { areaFinder } from '../geography/area-at.ts';
import { type FittedShapes, fitShapes } from '../geography/fit-shapes.ts';
import { joinShapes, unionOf } from '../geography/join-shapes.ts';
import { MAP_FILES, type MapSource } from '../geography/map-files.ts';
import type { Shape } from '../geography/shapes.ts';
import { readShapesText } from '../geography/shapes-file.ts';
import type { School } from '../ledger/model.ts';
import type { Settings } from '../settings/schema.ts';
import { type MapAnswer, refuseShapes } from './ask-map.ts';

/** What becomes of an answer: a file of the data folder, or a refusal that leaves it as it is. */
export type MapPlan =
  | (Extract<FittedShapes, { kind: 'fits' }> & {
      readonly source: MapSource;
      /** Name of the file, and how many shapes it has. */
      readonly file: string;
      readonly shapes: number;
      readonly findings: readonly Finding[];
    })
  | { readonly kind: 'refused'; readonly source: MapSource; readonly refusal: Refusal };

/** A school with a place, as a question about areas needs it. */
type Located = School & { readonly latitude: number; readonly longitude: number };

const NAMES_SHOWN = 5;

/**
 * Simplifies what an address showed into its file, unless it is of somewhere else.
 *
 * @param schools the registry, which knows where places are
 */
export function planMap(settings: Settings, schools: Iterable<School>, answer: MapAnswer): MapPlan {
  if (answer.kind === 'refused') return answer;
  const { source, shapes } = answer;
  const refused = (what: string): MapPlan => ({
    kind: 'refused',
    source,
    refusal: refuseShapes(source, what),
  });
  const nouns = nounsOf(settings);
  const located = [...schools].filter(isLocated);
  const areaAt = areaFinder(shapes);
  const outside = located.filter((school) => areaAt(school) === undefined);
  if (located.length > 0 && outside.length === located.length) {
    return refused(
      `has none of ${counted(located.length, nouns)} inside: it is of another district, or its latitudes and longitudes are swapped`,
    );
  }
  const { name: file, bytes } = MAP_FILES[source];
  const fitted = fitShapes(source === 'outline' ? [unionOf(joinShapes(shapes))] : shapes, bytes);
  if (fitted.kind === 'too-large') {
    return refused(
      `cannot be made as small as ${bytes / 1000} kB: below ${Math.ceil(fitted.bytes / 1000)} kB, one of its ${shapes.length} shapes vanishes`,
    );
  }
  const findings = [
    ...outsideOf(source, outside, nouns),
    ...(source === 'areas' ? movedBy(fitted.text, located, areaAt, nouns) : []),
    ...(source === 'areas' ? uselessNames(settings, shapes) : []),
  ];
  return { ...fitted, source, file, shapes: source === 'outline' ? 1 : shapes.length, findings };
}

function isLocated(school: School): school is Located {
  return school.latitude !== null && school.longitude !== null;
}

function outsideOf(
  source: MapSource,
  outside: readonly Located[],
  nouns: EnglishNouns,
): readonly Finding[] {
  if (outside.length === 0) return [];
  const names = listed(outside.map(called), NAMES_SHOWN);
  return [
    {
      level: 'notice',
      code: `map-${source}-outside`,
      message: `Outside the ${source === 'areas' ? 'areas' : 'outline'} of the map, ${counted(outside.length, nouns)}: ${names}`,
    },
  ];
}

/** Names the places that a simplified border puts into another area than the published one. */
function movedBy(
  text: string,
  located: readonly Located[],
  areaAt: ReturnType<typeof areaFinder>,
  nouns: EnglishNouns,
): readonly Finding[] {
  const simplyAt = areaFinder(readShapesText(text) ?? []);
  const moved = located.filter((school) => simplyAt(school) !== areaAt(school));
  if (moved.length === 0) return [];
  const names = moved.map(
    (school) => `${called(school)} (${areaAt(school) ?? 'none'} → ${simplyAt(school) ?? 'none'})`,
  );
  return [
    {
      level: 'warning',
      code: 'map-areas-moved',
      message: `The simplified borders put ${counted(moved.length, nouns)} into another area: ${listed(names, NAMES_SHOWN)}`,
      tip: 'They stand next to a border. A GeoJSON file in data/, named under "map.areas.address", is used in full detail.',
    },
  ];
}

function uselessNames({ map }: Settings, shapes: readonly Shape[]): readonly Finding[] {
  const names = new Set(shapes.map(({ name }) => name));
  return Object.entries(map.areas?.names ?? {})
    .filter(([, better]) => !names.has(better))
    .map(([published]) => ({
      level: 'warning',
      code: 'map-areas-useless-name',
      message: `"map.areas.names" has a better name for "${published}", which no area is called`,
      tip: 'Take the entry out, or write the name as it is published.',
      file: 'data/district.json',
      found: published,
    }));
}

function counted(count: number, { place, places }: EnglishNouns): string {
  return `${count} ${count === 1 ? place : places}`;
}

function called({ name, id }: School): string {
  return `${name} (${id})`;
}
