import { afterAll, describe, expect, it } from 'vitest';
import { type Handler, type Loopback, loopback } from './loopback.ts';
import { readSheet, refusalOf, type SourceChoices } from './read-sheet.ts';

const servers: Loopback[] = [];
afterAll(() => Promise.all(servers.map((server) => server.close())));

/** Answers by the query that is asked; the path is the service’s own. */
async function service(path: string, answer: (query: URLSearchParams) => object | string) {
  const server = await loopback(((request, response) => {
    const url = new URL(request.url ?? '', 'http://a.example');
    const body = answer(url.searchParams);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }) satisfies Handler);
  servers.push(server);
  return { server, address: `http://${server.host}${path}` };
}

const places = Array.from({ length: 7 }, (_, n) => ({ name: `Place ${n}`, n: n + 1 }));
const counts = Object.fromEntries(places.map(({ name, n }) => [name, n]));
const page = (query: URLSearchParams, offset: string, size: number) => {
  const from = Number(query.get(offset) ?? 0);
  return places.slice(from, from + size);
};
const columns = { name: 'name', counts: ['n'] };

describe('an answer that is only a page', () => {
  it.each<[string, string, SourceChoices, (query: URLSearchParams) => object | string, number]>([
    [
      'ArcGIS, which says that it exceeded its limit',
      '/arcgis/rest/services/x/FeatureServer/0/query?where=1%3D1&outFields=*&returnGeometry=false&f=json',
      { columns, path: 'features[*].attributes' },
      (query) => {
        const rows = page(query, 'resultOffset', 3);
        const isLast = rows.at(-1)?.n === 7;
        return {
          features: rows.map((attributes) => ({ attributes })),
          ...(isLast ? {} : { exceededTransferLimit: true }),
        };
      },
      3,
    ],
    [
      'CKAN, which says how many there are',
      '/api/3/action/datastore_search?resource_id=x',
      { columns, path: 'result.records' },
      (query) => ({
        result: { records: page(query, 'offset', 3), total: 7, _links: { next: '/x' } },
      }),
      3,
    ],
    [
      'Socrata, which sends as many rows as were asked for',
      '/resource/ab3d-ef5h.json?$limit=3',
      { columns },
      (query) => page(query, '$offset', 3),
      3,
    ],
    [
      'Socrata’s CSV',
      '/resource/ab3d-ef5h.csv?$limit=3',
      { columns },
      (query) =>
        ['"name","n"', ...page(query, '$offset', 3).map(({ name, n }) => `"${name}","${n}"`)].join(
          '\n',
        ),
      3,
    ],
    [
      'a framework’s link to the next page',
      '/api/cases/',
      { columns, path: 'results' },
      (query) => {
        const from = Number(query.get('page') ?? 0);
        const next = from < 3 ? `?page=${from + 1}` : null;
        return { count: 7, next, results: places.slice(from * 2, from * 2 + 2) };
      },
      4,
    ],
    [
      'OData’s link to the next page',
      '/odata/Cases',
      { columns, path: 'value' },
      (query) => ({
        value: page(query, '$skip', 4),
        ...(query.has('$skip') ? {} : { '@odata.nextLink': '/odata/Cases?$skip=4' }),
      }),
      2,
    ],
  ])('is followed to the end: %s', async (_, path, source, answer, requests) => {
    const { server, address } = await service(path, answer);
    const reading = await readSheet(address, source);
    expect(reading.counts).toEqual(counts);
    expect(server.requests).toBe(requests);
  });

  it('is kept as one body with all rows, which reads the same', async () => {
    const { address } = await service('/resource/ab3d-ef5h.json?$limit=3', (query) =>
      page(query, '$offset', 3),
    );
    const bodies: string[] = [];
    const onBody = (body: Uint8Array) => {
      bodies.push(new TextDecoder().decode(body));
    };
    const { snapshot } = await readSheet(address, { columns }, { onBody });
    expect(bodies.map((body) => JSON.parse(body).length)).toEqual([3, 7]);
    expect(snapshot.rowCount).toBe(7);
  });

  it('is followed by a Link header', async () => {
    const server = await loopback((request, response) => {
      const isFirst = !(request.url ?? '').includes('page=2');
      if (isFirst) response.setHeader('link', '</rows?page=2>; rel="next", </rows>; rel="first"');
      response.end(JSON.stringify(isFirst ? places.slice(0, 4) : places.slice(4)));
    });
    servers.push(server);
    expect((await readSheet(`http://${server.host}/rows`, { columns })).counts).toEqual(counts);
  });

  it.each<[string, string, SourceChoices, object | string, RegExp]>([
    [
      'a limit that is asked for and reached',
      '/cases.json?limit=7',
      { columns },
      places,
      /holds 7 rows, as many as "limit" asks for/,
    ],
    [
      'the same as CSV',
      '/cases.csv?per_page=7',
      { columns },
      `name,n\n${places.map(({ name, n }) => `${name},${n}`).join('\n')}\n`,
      /as many as "per_page" asks for/,
    ],
    [
      'a next page at another place',
      '/cases.json',
      { columns, path: 'rows' },
      { rows: places, next: 'http://elsewhere.example/cases?page=2' },
      /a next page at elsewhere\.example/,
    ],
    [
      'a next page that is the same page',
      '/cases.json',
      { columns, path: 'rows' },
      { rows: places, links: { next: { href: '/cases.json' } } },
      /a next page is one that was read before|next page is one that was read before/,
    ],
    [
      'a flag at an address that cannot be paged',
      '/saved.json',
      { columns, path: 'features[*].attributes' },
      { exceededTransferLimit: true, features: places.map((attributes) => ({ attributes })) },
      /it says "exceededTransferLimit"/,
    ],
    [
      'a flag of GeoJSON',
      '/saved.json',
      { columns, path: 'features[*].properties' },
      {
        properties: { exceededTransferLimit: true },
        features: places.map((properties) => ({ properties })),
      },
      /it says "exceededTransferLimit"/,
    ],
    [
      'a total that is not reached',
      '/saved.json',
      { columns, path: 'result.records' },
      { result: { records: places, total: 900 } },
      /holds 7 rows of 900/,
    ],
  ])('is refused as incomplete: %s', async (_, path, source, answer, said) => {
    const { address } = await service(path, () => answer);
    const refused = await refusalOf(address, source);
    expect(refused).toMatchObject({ exit: 3, code: 'incomplete' });
    expect(refused.said).toMatch(said);
  });

  it('is refused when its pages never end', async () => {
    const { server, address } = await service('/cases.json', (query) => ({
      rows: places.slice(0, 1),
      next: `/cases.json?page=${Number(query.get('page') ?? 0) + 1}`,
    }));
    const refused = await refusalOf(address, { columns, path: 'rows' });
    expect(refused).toMatchObject({
      code: 'incomplete',
      said: expect.stringMatching(/more than 1000 pages/),
    });
    expect(server.requests).toBe(1000);
  });

  it('is refused when a later page fails: a part is never taken for the whole', async () => {
    const server = await loopback((request, response) => {
      if (request.url?.includes('page=2')) response.writeHead(404).end();
      else response.end(JSON.stringify({ rows: places, next: '?page=2' }));
    });
    servers.push(server);
    const refused = await refusalOf(`http://${server.host}/rows`, { columns, path: 'rows' });
    expect(refused).toMatchObject({ exit: 3, code: 'http-error' });
  });

  it('is whole where a row count only happens to be round', async () => {
    const { address } = await service('/cases.json?limit=8', () => places);
    expect((await readSheet(address, { columns })).counts).toEqual(counts);
  });
});
