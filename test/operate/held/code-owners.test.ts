import { describe, expect, it } from 'vitest';
import { ownersOfData } from '../../../scripts/operate/held/code-owners.ts';

describe('the owners of the ledger', () => {
  it.each([
    ['nobody without a line', '', []],
    ['those of everything', '* @ann @example/data', ['@ann', '@example/data']],
    ['those of the last line that covers it', '* @ann\n/data/ @bob\nsite/ @eve', ['@bob']],
    ['no comment and no email address', '# * @old\n* @ann a@example.org # why', ['@ann']],
    ['nobody where the last line names nobody', '* @ann\ndata/', []],
  ])('are %s', (_, text, owners) => {
    expect(ownersOfData(text)).toEqual(owners);
  });
});
