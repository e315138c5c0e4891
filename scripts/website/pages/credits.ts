import type { Language } from '../../../site/shared/words/en.ts';
import { isAddress } from '../../geography/map-files.ts';
import type { Settings } from '../../settings/schema.ts';
import type { Edition } from '../editions.ts';

declare module './page.ts' {
  interface TemplateModels {
    readonly 'partials/credits': {
      readonly origin: Origin;
      readonly words: Language['credits'];
    };
  }
}

/** Whom the numbers cover, and where each data set comes from. */
export interface Origin {
  /** In the edition's language; empty where the settings do not say. */
  readonly covers: string;
  readonly credits: readonly Credit[];
}

/** A data set with the hosts it is read from. */
interface Credit {
  readonly name: string;
  readonly from: readonly {
    /** Absolute address. */
    readonly href: string;
    readonly host: string;
  }[];
}

/** Who drew the counties of the United States that FIPS codes in the settings name. */
const COUNTIES =
  'https://www.census.gov/geographies/mapping-files/time-series/geo/cartographic-boundary.html';

/** Whom the numbers cover and where all data comes from, as the settings have it. */
export function originOf(settings: Settings, { text }: Pick<Edition, 'text'>): Origin {
  const { source, districtTotal, locations, vaccination, map, site, repository } = settings;
  const words = text.credits;
  const located = locations ? [locations.address] : [];
  const vaccinated = vaccination?.addresses ?? [];
  const sets: readonly (readonly [name: string, addresses: readonly string[]])[] = [
    [words.cases, source.addresses],
    [words.total, districtTotal ? [districtTotal.address] : []],
    [words.locations, located],
    [
      words.enrollment,
      [
        ...(locations?.columns.enrollment == null ? [] : located),
        ...(vaccination?.keys.enrollment == null ? [] : vaccinated),
      ],
    ],
    [words.vaccination, vaccinated],
    [words.outline, [...shapeOf(map.outline, repository), ...(map.land ? [COUNTIES] : [])]],
    [words.areas, shapeOf(map.areas?.address ?? null, repository)],
  ];
  return {
    covers: Object.hasOwn(site.covers, text.lang) ? (site.covers[text.lang] ?? '') : '',
    credits: sets
      .filter(([, addresses]) => addresses.length > 0)
      .map(([name, addresses]) => ({
        name,
        from: [...firstOfHosts(addresses)].map(([host, href]) => ({ host, href })),
      })),
  };
}

/** A GeoJSON file has no address but the ledger's own: it is kept there. */
function shapeOf(shape: Settings['map']['outline'], repository: string): readonly string[] {
  if (shape === null) return [];
  if (typeof shape !== 'string') return [COUNTIES];
  return [isAddress(shape) ? shape : `${repository}/blob/HEAD/data/${shape}`];
}

/** Host → the first address there: who publishes is credited once, not each of their files. */
function firstOfHosts(addresses: readonly string[]): ReadonlyMap<string, string> {
  return new Map([...addresses].reverse().map((address) => [hostOf(address), address]));
}

function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
