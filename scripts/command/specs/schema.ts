import type { CommandSpec } from '../options.ts';

export const schemaSpec = {
  name: 'schema',
  summary: 'Writes the JSON Schema of district.json anew, from the schema that the program checks.',
  options: {
    out: { value: 'FILE', default: 'data/district.schema.json', help: 'Where to write it' },
  },
} as const satisfies CommandSpec;
