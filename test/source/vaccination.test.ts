import { afterEach, describe, expect, it } from 'vitest';
import { applyVaccination } from '../../scripts/ledger/apply-vaccination.ts';
import { parseVaccination, readVaccination } from '../../scripts/source/vaccination.ts';
import { schoolId, world } from '../world.ts';
import { type Handler, type Loopback, loopback } from './loopback.ts';

const keys = {
  schoolId: 'SchoolID',
  enrollment: 'OverallStudentCount',
  oneDose: 'OverallOneDoseCount',
  complete: 'OverallCompletedCount',
};
const entry = (SchoolID: unknown, pupils: unknown, oneDose: unknown, complete: unknown) => ({
  SchoolID,
  OverallStudentCount: pupils,
  OverallOneDoseCount: oneDose,
  OverallCompletedCount: complete,
});
const parse = (...entries: readonly object[]) => parseVaccination([JSON.stringify(entries)], keys);
const other = entry('8', 100, 50, 40);

describe('parseVaccination', () => {
  it.each<[string, object, object]>([
    ['figures', entry('7', 300, 200, 180), { enrollment: 300, oneDose: 200, complete: 180 }],
    ['an id and figures as other types', entry(7, '300', '200', 180.0), { id: '7', oneDose: 200 }],
    ['null as unknown', entry('7', 300, null, null), { oneDose: null, complete: null }],
    ['a key that is not there as unknown', { SchoolID: '7' }, { enrollment: null, oneDose: null }],
    ['0 of known pupils as 0', entry('7', 300, 0, 0), { oneDose: 0, complete: 0 }],
    [
      '0 of no pupils as unknown',
      entry('7', 0, 0, 0),
      { enrollment: null, oneDose: null, complete: null },
    ],
    ['0 of unknown pupils as unknown', entry('7', null, 0, 0), { oneDose: null, complete: null }],
  ])('reads %s', (_, given, expected) => {
    const { entries, findings } = parse(given, other);
    expect(entries[0]).toMatchObject(expected);
    expect(findings).toEqual([]);
  });

  it.each(['-1', '1.5', '1e309', '"1,234"', '"many"', 'true', '[3]', '{"a":1}', '"1e3"', '1e12'])(
    'does not believe the figure %s, and says where it stands',
    (figure) => {
      const body = JSON.stringify([other, entry('7', 300, 'FIGURE', 180)]);
      const text = body.replace('"FIGURE"', figure);
      const { entries, findings } = parseVaccination([text], keys);
      expect(entries[1]).toMatchObject({ enrollment: 300, oneDose: null, complete: 180 });
      expect(findings).toMatchObject([{ code: 'vaccination-unreadable', line: 2 }]);
    },
  );

  it.each([['../../etc/passwd'], ['<script>'], [''], [null], ['__proto__!'], [{ id: 7 }]])(
    'leaves out an entry with the id %j, and says where it stands',
    (id) => {
      const { entries, findings } = parse(other, entry(id, 1, 1, 1));
      expect(entries).toHaveLength(1);
      expect(findings).toMatchObject([{ code: 'vaccination-unreadable', line: 2 }]);
    },
  );

  it('believes a school told twice only if both say the same', () => {
    expect(parse(other, other).entries).toHaveLength(1);
    const { entries, findings } = parse(other, entry('7', 9, 5, 4), entry('8', 100, 60, 40));
    expect(entries.map(({ id }) => id)).toEqual(['7']);
    expect(findings).toMatchObject([{ code: 'vaccination-contradiction', line: 3, found: '8' }]);
  });

  it('does not believe that nobody at all is vaccinated', () => {
    const { entries, findings } = parse(entry('7', 300, 0, 0), entry('8', 200, 0, 0));
    expect(entries).toEqual([]);
    expect(findings).toMatchObject([{ code: 'vaccination-blank' }]);
  });

  it('tells the first ten wrong entries and counts the rest', () => {
    const wrong = Array.from({ length: 5000 }, (_, index) => entry(String(index), 9, -1, 1));
    const { findings } = parse(...wrong);
    expect(findings).toHaveLength(11);
    expect(findings[10]?.message).toContain('4990 more');
  });

  it.each([
    ['no JSON', '[{', /is not valid JSON/],
    ['nested without end', '['.repeat(10_000), /nested more than 500 levels deep/],
    ['no array', '{"error":"quota"}', /not an array/],
    ['no objects', '[{},[]]', /Entry 2 of the source is not an object/],
    ['other keys', '[{"SchoolID":"7","Doses":3}]', /no.*key "OverallOneDoseCount"/i],
  ])('refuses a body that is %s', (_, text, message) => {
    expect(() => parseVaccination([text], keys)).toThrow(message);
  });
});

describe('applyVaccination', () => {
  const { ledger } = world()
    .school('7', 0, { name: 'Adams', enrollment: 300, vaccinatedOneDose: 150 })
    .school('lincoln-hs', 0, { name: 'Lincoln High School', aliases: ['id:610'] });
  const apply = (...entries: readonly object[]) =>
    applyVaccination(ledger.schools, parse(...entries, other).entries);

  it('fills in what is known, and never puts unknown over known', () => {
    const { schools } = apply(entry('7', null, null, 120));
    expect(schools.get(schoolId('7'))).toMatchObject({
      enrollment: 300,
      vaccinatedOneDose: 150,
      vaccinatedComplete: 120,
    });
  });

  it('finds a school by the id that was learnt later', () => {
    const { schools } = apply(entry('610', 900, 500, 400));
    expect(schools.get(schoolId('lincoln-hs'))).toMatchObject({ vaccinatedOneDose: 500 });
  });

  it('adds no school', () => {
    expect(apply(entry('999', 9, 5, 4)).schools.size).toBe(2);
  });

  it('tells of more vaccinated pupils than there are, and keeps what was known', () => {
    const { schools, findings } = apply(entry('7', null, 301, 120));
    expect(schools.get(schoolId('7'))).toMatchObject({
      vaccinatedOneDose: 150,
      vaccinatedComplete: 120,
    });
    expect(findings).toMatchObject([{ code: 'vaccinated-above-enrollment', line: 1 }]);
  });
});

describe('readVaccination, over the network', () => {
  let server: Loopback | undefined;
  afterEach(() => server?.close());
  const read = async (handler: Handler, options: object = {}) => {
    server = await loopback(handler);
    return readVaccination(
      { addresses: [server.url], keys },
      { seconds: 0.3, allowHosts: [], guardPrivateAddresses: false, ...options },
    );
  };

  it('puts several addresses together', async () => {
    server = await loopback((request, response) =>
      response.end(JSON.stringify([request.url === '/a' ? other : entry('7', 300, 20, 10)])),
    );
    const base = server.url.replace('/sheet.csv', '');
    const { entries } = await readVaccination(
      { addresses: [`${base}/a`, `${base}/b`], keys },
      { seconds: 5, allowHosts: [], guardPrivateAddresses: false },
    );
    expect(entries.map(({ id }) => id)).toEqual(['8', '7']);
  });

  it.each<[string, Handler, string]>([
    [
      'a sign-in page',
      (_, response) => response.end('<!doctype html><title>Sign in</title>'),
      'sign-in-page',
    ],
    ['no UTF-8', (_, response) => response.end(Buffer.from([0x5b, 0xff, 0xfe])), 'not-utf8'],
    ['an error', (_, response) => response.writeHead(500).end(), 'server-error'],
    ['nothing', (_, response) => response.end(), 'empty'],
    [
      'bytes that drip for ever',
      (_, response) => {
        const drip = setInterval(() => response.write(' '), 20);
        response.on('close', () => clearInterval(drip));
      },
      'timed-out',
    ],
    [
      'more than the limit',
      (_, response) => {
        const chunk = Buffer.alloc(5_000_000, ' ');
        for (let sent = 0; sent < 11; sent += 1) response.write(chunk);
        response.end();
      },
      'too-large',
    ],
  ])('refuses %s', async (_, handler, code) => {
    const seconds = code === 'too-large' ? 20 : 0.3;
    await expect(read(handler, { seconds })).rejects.toMatchObject({ code });
  });

  it('does not read a private address under GitHub Actions, unless a test allows it', async () => {
    const answer: Handler = (_, response) => response.end(JSON.stringify([other]));
    await expect(read(answer, { guardPrivateAddresses: true })).rejects.toMatchObject({
      code: 'forbidden-address',
    });
    expect(server?.requests).toBe(0);
    const allowHosts = [server?.host ?? ''];
    const { entries } = await readVaccination(
      { addresses: [server?.url ?? ''], keys },
      { seconds: 5, allowHosts, guardPrivateAddresses: true },
    );
    expect(entries).toHaveLength(1);
  });
});
