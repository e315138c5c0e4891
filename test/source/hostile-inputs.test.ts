import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../scripts/domain/refusal.ts';
import type { UpdateRequest } from '../../scripts/update/run-update.ts';
import { bytesOf, copyOf, scratch } from '../command-line.ts';
import { updateOnce } from '../update-once.ts';
import { instant, settingsOf } from '../world.ts';
import { type Handler, type Loopback, loopback } from './loopback.ts';

const HEADER = 'School,CPS School ID,Case';
/** Twenty schools with ten cases each. */
const rows = Array.from({ length: 200 }, (_, i) => `School ${i % 20},${1000 + (i % 20)},${i + 1}`);
const sheet = (...more: readonly string[]) => `${[HEADER, ...rows, ...more].join('\n')}\n`;
const QUARTERS = 'School,Q1 SY21,Q2 SY21';
const totals = (...more: readonly string[]) =>
  `${[QUARTERS, ...Array.from({ length: 200 }, (_, i) => `Named ${i},1,2`), ...more].join('\n')}\n`;
const api = (...more: readonly unknown[]) =>
  JSON.stringify([
    ...Array.from({ length: 200 }, (_, i) => ({ SchoolID: 1000 + (i % 20), TotalCaseCount: 1 })),
    ...more,
  ]);

let ledger: string;
beforeAll(async () => {
  ledger = join(await scratch(), 'data');
  await mkdir(ledger);
  const { $schema: _, ...settings } = settingsOf();
  await writeFile(join(ledger, 'district.json'), JSON.stringify(settings, null, 2));
  await writeFile(join(ledger, 'sheet'), sheet());
  await update(ledger, join(ledger, 'sheet'), '2021-03-01');
});

function update(dataDir: string, source: string, when: string, more: Partial<UpdateRequest> = {}) {
  const request = {
    dataDir,
    source,
    at: instant(when),
    now: instant('2021-03-09'),
    accept: undefined,
    dryRun: false,
    allowHosts: [],
    guardPrivateAddresses: false,
    ...more,
  };
  return updateOnce(request);
}

/** How an update on this body ends, and what it changed. */
async function outcomeOf(body: string | Uint8Array) {
  const dataDir = await copyOf(ledger);
  const file = join(await scratch(), 'body');
  await writeFile(file, body);
  const before = await bytesOf(dataDir);
  try {
    const report = await update(dataDir, file, '2021-03-02');
    const reasons = report.held?.reasons.map((reason) => reason.text).join(' ') ?? '';
    return {
      exit: report.exit,
      code: report.outcome,
      said: reasons,
      before,
      after: await bytesOf(dataDir),
    };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const said = `${error.message} ${error.advice}`;
    return { exit: error.exit, code: error.code, said, before, after: await bytesOf(dataDir) };
  }
}

/** Zipped beforehand: zipping takes longer than an answer may. */
const SMALL_BOMB = gzipSync(Buffer.alloc(50_000_000));

describe('a source that says nothing usable', () => {
  it.each<[string, string | Uint8Array, number, string, RegExp]>([
    [
      'a sign-in page',
      '<!DOCTYPE html><html><head><title>Google Drive: Sign-in</title></head><body><a href="https://accounts.google.com/ServiceLogin">Sign in</a>',
      3,
      'sign-in-page',
      /Google Drive: Sign-in/,
    ],
    [
      'an unusual-traffic page',
      '<html><body>Our systems have detected unusual traffic from your computer',
      3,
      'unusual-traffic-page',
      /unusual traffic/,
    ],
    ['some other page', '<!doctype html><title>Moved</title>', 3, 'html-page', /Moved/],
    ['a page behind blanks', '\n\n  <html lang=en>', 3, 'html-page', /web page/],
    [
      'an XML error',
      '<?xml version="1.0"?><Error>AccessDenied</Error>',
      3,
      'html-page',
      /web page/,
    ],
    ['an empty body', '', 3, 'empty', /not a single byte/],
    ['blanks', ' \n \r\n', 3, 'empty', /nothing but blanks/],
    ['a header only', `${HEADER}\n`, 3, 'header-only', /not one row/],
    ['a header without a line end', HEADER, 3, 'header-only', /not one row/],
    ['a header and blank rows', `${HEADER}\n,,\n , ,\n`, 3, 'header-only', /not one row/],
    ['an empty array', '[]', 3, 'header-only', /not one row/],
    [
      'a renamed column',
      sheet().replace('CPS School ID', 'CPS ID'),
      3,
      'unknown-columns',
      /"CPS ID".*CPS School ID/s,
    ],
    [
      'two columns of one name',
      sheet().replace('School,CPS', 'CPS School ID,CPS'),
      3,
      'unknown-columns',
      /fits 2 columns.*"CPS School ID", "CPS School ID"/,
    ],
    [
      'the first tab instead of the named one',
      'Note,Value\nwelcome,1\n',
      3,
      'unknown-columns',
      /"Note", "Value"/,
    ],
    ['an end in mid-row', sheet('School 3,1003').trimEnd(), 3, 'ragged-csv', /line 202/],
    ['an end in a quoted cell', sheet('"School 3,1003,1'), 3, 'unterminated-csv', /quoted cell/],
    ['a row too long', sheet('School 3,1003,1,extra'), 3, 'ragged-csv', /4 cells in line 202/],
    ['a quote in a plain cell', sheet('Sch"ool 3,1003,1'), 3, 'ragged-csv', /line 202/],
    ['NUL bytes', sheet('Sch\u0000ool,1003,1'), 3, 'not-utf8', /NUL byte in line 202/],
    ['UTF-16', Buffer.from(`\ufeff${sheet()}`, 'utf16le'), 3, 'not-utf8', /UTF-16/],
    ['UTF-16 without a mark', Buffer.from(sheet(), 'utf16le'), 3, 'not-utf8', /NUL byte in line 1/],
    [
      'UTF-8 with a damaged byte',
      Buffer.concat([
        Buffer.from(sheet('Peña,1003,1', 'Ibáñez,1003,1')),
        Buffer.from([0xff, 0x0a]),
      ]),
      3,
      'not-utf8',
      /damaged: line 204/,
    ],
    [
      'bytes of no text',
      Buffer.from([...Buffer.from(sheet()), 0x81, 0x8d]),
      3,
      'not-utf8',
      /line 202/,
    ],
    ['JSON that is no array', '{"error":"quota"}', 3, 'bad-json', /"error": quota/],
    ['JSON cut off', api().slice(0, -9), 3, 'bad-json', /not valid JSON/],
    [
      'JSON in Latin-1',
      Buffer.from(api({ SchoolName: 'Peña' }), 'latin1'),
      3,
      'not-utf8',
      /line 1/,
    ],
    ['an array of numbers', '[1,2]', 3, 'bad-json', /Entry 1/],
    ['objects with other keys', '[{"id":1,"cases":2}]', 3, 'unknown-columns', /SchoolID/],
    [
      'a duplicate school by name',
      totals('NAMED 7,4,4'),
      3,
      'duplicate-schools',
      /lines 9 and 202/,
    ],
    [
      'many unreadable ids',
      sheet(...Array.from({ length: 11 }, (_, i) => `X,id ${i},1`)),
      3,
      'unreadable-rows',
      /line 202.*"id 0"/,
    ],
  ])('rejects %s', async (_, body, exit, code, said) => {
    const ended = await outcomeOf(body);
    expect({ exit: ended.exit, code: ended.code }).toEqual({ exit, code });
    expect(ended.said).toMatch(said);
    expect(ended.after).toEqual(ended.before);
  });
});

describe('a row that can be told apart but not read', () => {
  it.each<[string, string, RegExp]>([
    [
      'an id with a blank',
      sheet('School 3,10 03,1'),
      /Line 202, column "CPS School ID" holds "10 03"/,
    ],
    ['an id with a slash', sheet('School 3,../../etc,1'), /"..\/..\/etc"/],
    ['a formula for an id', sheet('School 3,=1+1,1'), /"=1\+1"/],
    ['a count of −1', totals('Odd,-1,0'), /Line 202, column "Q1 SY21" holds "-1"/],
    ['a count of 1.5', totals('Odd,1.5,0'), /"1.5"/],
    ['a count of 1e309', totals('Odd,0,1e309'), /column "Q2 SY21" holds "1e309"/],
    ['a count of 1,23', totals('Odd,"1,23",0'), /"1,23"/],
    ['an error of a formula', totals('Odd,#REF!,0'), /"#REF!"/],
    ['a count in words', totals('Odd,many,0'), /"many"/],
    ['a name that no id can be made of', totals('???,1,0'), /column "School" holds "\?\?\?"/],
    [
      'a blank id in the API',
      api({ SchoolID: '', TotalCaseCount: 1 }),
      /Line 201, column "SchoolID"/,
    ],
    ['a negative count in the API', api({ SchoolID: 1003, TotalCaseCount: -1 }), /"-1"/],
    ['an object for a count', api({ SchoolID: 1003, TotalCaseCount: {} }), /"\{\}"/],
  ])('holds the update: %s', async (_, body, said) => {
    const ended = await outcomeOf(body);
    expect(ended).toMatchObject({ exit: 4, code: 'held' });
    expect(ended.said).toMatch(said);
    expect(ended.after).toEqual(ended.before);
  });
});

describe('an odd but readable sheet', () => {
  const clean = () => outcomeOf(sheet('School 3,1003,1'));
  it.each<[string, string]>([
    ['tabs for commas', sheet('School 3,1003,1').replaceAll(',', '\t')],
    ['semicolons for commas', sheet('School 3,1003,1').replaceAll(',', ';')],
    ['mixed line ends', sheet('School 3,1003,1').replace(/\n/, '\r\n').replace(/\n$/, '\r')],
    ['titles above the header', `Cases by school,,\nUpdated today\n\n${sheet('School 3,1003,1')}`],
    ['a note below the rows', `${sheet('School 3,1003,1')}Updated today,,\n`],
    ['a byte order mark', `\ufeff${sheet('School 3,1003,1')}`],
    ['CRLF', sheet('School 3,1003,1').replaceAll('\n', '\r\n')],
    ['no line end at the end', sheet('School 3,1003,1').trimEnd()],
    ['every cell quoted', sheet('School 3,1003,1').replace(/[^,\n]+/g, '"$&"')],
    ['blank rows', sheet('School 3,1003,1', ',,', ' , ,')],
    ['a row without id', sheet('School 3,1003,1', 'Somewhere,,9')],
    ['blanks around cells', sheet('School 3, 1003 ,1')],
    ['another order', `${[HEADER, 'School 3,1003,1', ...[...rows].reverse()].join('\n')}\n`],
    ['further columns', sheet('School 3,1003,1').replace(/$/gm, ',x').replace(/\n,x$/, '\n')],
    ['a quoted line break in a name', sheet('"School\n3",1003,1')],
  ])('counts like its clean twin: %s', async (_, body) => {
    const [ended, twin] = [await outcomeOf(body), await clean()];
    expect(ended.exit, ended.said).toBe(0);
    for (const file of ['cases.csv', 'days.csv']) expect(ended.after[file]).toBe(twin.after[file]);
  });

  it.each([
    '=HYPERLINK("http://x","y")',
    '<script>alert(1)</script>',
    '$(touch pwned)',
    '::error::x',
    '@everyone',
  ])('keeps a hostile name as text: %s', async (name) => {
    const ended = await outcomeOf(sheet(`"${name.replaceAll('"', '""')}",2000,1`));
    expect(ended.exit).toBe(0);
    expect(ended.after['schools.csv']).toContain(name.replaceAll('"', '""'));
  });
});

describe('a server', () => {
  const servers: Loopback[] = [];
  const serve = async (handler: Handler) => {
    const server = await loopback(handler);
    servers.push(server);
    return server;
  };
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  const within = (milliseconds: number) => ({
    fetch: {
      limits: { bytes: 2_000_000, milliseconds, redirects: 5 },
      patience: { retries: 2, firstWaitMilliseconds: 1, longestWaitMilliseconds: 5 },
    },
  });
  /** An answer may take its time on a machine that is busy. */
  const fast = within(300_000);

  async function ends(server: Loopback, more: Partial<UpdateRequest> = {}) {
    const dataDir = await copyOf(ledger);
    const before = await bytesOf(dataDir);
    const ended = await update(dataDir, server.url, '2021-03-02', { ...fast, ...more }).then(
      (report) => ({ exit: report.exit, code: report.outcome as string, said: '' }),
      (error: unknown) => {
        if (!(error instanceof Refusal)) throw error;
        return { exit: error.exit, code: error.code, said: error.message };
      },
    );
    if (ended.exit !== 0) expect(await bytesOf(dataDir)).toEqual(before);
    return ended;
  }

  it('that answers 429 and then 200 is read', async () => {
    const server = await serve((_, response) => {
      if (server.requests === 1) response.writeHead(429, { 'retry-after': '0' }).end();
      else response.end(sheet('School 3,1003,1'));
    });
    expect(await ends(server)).toMatchObject({ exit: 0, code: 'published' });
  });

  it.each<[string, Handler, string, number]>([
    ['answers 500 for ever', (_, response) => response.writeHead(500).end(), 'server-error', 3],
    ['answers 429 for ever', (_, response) => response.writeHead(429).end(), 'rate-limited', 3],
    ['answers 404', (_, response) => response.writeHead(404).end('gone'), 'http-error', 1],
    ['answers 401', (_, response) => response.writeHead(401).end(), 'http-error', 1],
    ['hangs up', (request) => request.socket.destroy(), 'truncated', 3],
    [
      'cuts the answer off',
      (_, response) => {
        response.writeHead(200, { 'content-length': '9999' });
        response.write(HEADER, () => response.destroy());
      },
      'truncated',
      3,
    ],
    [
      'redirects in a circle',
      (_, response) => response.writeHead(302, { location: '/again' }).end(),
      'too-many-redirects',
      1,
    ],
    [
      'redirects to a file',
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'forbidden-address',
      1,
    ],
    [
      'sends broken gzip',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('no gzip'),
      'truncated',
      3,
    ],
    [
      'sends 200 MB',
      (_, response) => {
        const chunk = Buffer.alloc(1_000_000, 120);
        let sent = 0;
        const pump = () => {
          while (sent < 200 && response.write(chunk)) sent += 1;
          if (sent < 200) response.once('drain', pump);
          else response.end();
        };
        pump();
      },
      'too-large',
      1,
    ],
    [
      'sends a small bomb',
      (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end(SMALL_BOMB),
      'too-large',
      1,
    ],
  ])('that %s is rejected by its own cause', async (_, handler, code, asked) => {
    const server = await serve(handler);
    const ended = await ends(server);
    expect(ended).toMatchObject({ exit: 3, code });
    expect(server.requests).toBe(code === 'too-many-redirects' ? 6 : asked);
  });

  it.each<[string, Handler]>([
    ['never answers', () => undefined],
    [
      'drips',
      (_, response) => {
        const drip = setInterval(() => response.write('x'), 30);
        response.on('close', () => clearInterval(drip));
      },
    ],
  ])('that %s is given up at the deadline, as often as any other', async (_, handler) => {
    const server = await serve(handler);
    const ended = await ends(server, within(200));
    expect(ended).toMatchObject({ exit: 3, code: 'timed-out' });
    expect(ended.said).toContain('3 times in a row');
  });

  it('is not known by name', async () => {
    const nowhere = { url: 'http://nowhere.invalid/sheet.csv' } as Loopback;
    expect((await ends(nowhere)).code).toBe('name-resolution');
  });

  it('at a private address is refused under Actions, unless it is allowed by name', async () => {
    const server = await serve((_, response) => response.end(sheet('School 3,1003,1')));
    const guarded = { guardPrivateAddresses: true };
    expect(await ends(server, guarded)).toMatchObject({ exit: 3, code: 'forbidden-address' });
    const byName = { ...server, url: server.url.replace('127.0.0.1', 'localhost') };
    expect(await ends(byName, guarded)).toMatchObject({ exit: 3, code: 'forbidden-address' });
    expect(await ends(server, { ...guarded, allowHosts: [server.host] })).toMatchObject({
      exit: 0,
    });
  });

  it('that redirects to a private address is refused on that hop', async () => {
    const inner = await serve((_, response) => response.end(sheet()));
    const outer = await serve((_, response) =>
      response.writeHead(307, { location: inner.url }).end(),
    );
    const ended = await ends(outer, { guardPrivateAddresses: true, allowHosts: [outer.host] });
    expect(ended.code).toBe('forbidden-address');
    expect(inner.requests).toBe(0);
  });

  it('that fails is passed over for a second address of the same sheet', async () => {
    const down = await serve((_, response) => response.writeHead(503).end());
    const plain = await serve((_, response) => response.end(sheet('School 3,1003,1')));
    const dataDir = await copyOf(ledger);
    const { $schema: _, ...settings } = settingsOf({
      source: { addresses: [down.url, plain.url] },
    });
    await writeFile(join(dataDir, 'district.json'), JSON.stringify(settings, null, 2));
    const report = await updateOnce({
      dataDir,
      source: undefined,
      at: instant('2021-03-02'),
      now: instant('2021-03-09'),
      accept: undefined,
      dryRun: false,
      allowHosts: [],
      guardPrivateAddresses: false,
      ...fast,
    });
    expect(report.outcome).toBe('published');
    expect(report.source).toBe(plain.url);
    expect(report.findings.map((finding) => finding.code)).toContain('other-address-server-error');
  });
});
