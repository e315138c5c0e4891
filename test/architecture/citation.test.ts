import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { buildSite } from '../../scripts/website/build-site.ts';
import { projectFolder } from '../command-line.ts';
import { noAssets, plainText } from '../website/html.ts';
import { instant, settingsOf, world } from '../world.ts';

const read = (path: string) => readFileSync(join(projectFolder, path), 'utf8');
const entity = z.strictObject({ name: z.string().min(1) });

/** What the schema of CFF 1.2.0 demands (https://citation-file-format.github.io), as far as used. */
const citationFile = z.strictObject({
  'cff-version': z.literal('1.2.0'),
  message: z.string().min(1),
  type: z.enum(['software', 'dataset']),
  title: z.string().min(1),
  abstract: z.string().min(1),
  authors: z.array(entity).min(1),
  version: z.string(),
  license: z.string(),
  'repository-code': z.url(),
  url: z.url(),
  references: z.tuple([
    z.strictObject({
      type: z.literal('data'),
      title: z.string().min(1),
      authors: z.tuple([entity]),
      publisher: entity,
      url: z.url(),
    }),
  ]),
});

const file = citationFile.parse(parse(read('CITATION.cff')));

describe('CITATION.cff', () => {
  it('agrees with package.json and the licence about the program', () => {
    const program = JSON.parse(read('package.json'));
    expect(file).toMatchObject({
      version: program.version,
      license: program.license,
      abstract: program.description,
      'repository-code': program.repository,
    });
    expect(JSON.parse(read('package-lock.json'))).toMatchObject({ version: program.version });
    const [, holder] = /^Copyright \(c\) \d{4} (.+)$/m.exec(read('LICENSE')) ?? [];
    expect(file.authors).toEqual([{ name: holder }]);
  });

  it('cites the numbers as the data page does', () => {
    const [numbers] = file.references;
    const [district] = numbers.authors;
    const settings = settingsOf({
      name: district.name,
      site: { title: numbers.publisher.name, languages: ['en'] },
      repository: file['repository-code'],
    });
    const { ledger } = world(settings).reads('2021-03-02', { a: [3, 'Adams'] });
    const input = { ledger, settings, at: instant('2021-03-10'), baseUrl: file.url, commit: null };
    const html = buildSite(input, noAssets).get('data/index.html') ?? '';
    const [, cited = ''] = /<p class="citation">([^<]*)/.exec(html) ?? [];
    expect(plainText(cited)).toBe(`${numbers.title}, as of Tuesday, March 2, 2021. ${numbers.url}`);
    expect(file.title).toBe(numbers.publisher.name);
    expect(html).toContain(`href="${file['repository-code']}/blob/HEAD/CITATION.cff"`);
  });
});
