import type { CommandSpec } from './command-spec.ts';
import { ALARM, SERVED } from './deployment-commands.ts';
import { INIT } from './init-command.ts';

const data = { value: 'DIR', default: 'data', help: 'The ledger’s folder' } as const;
const at = {
  value: 'INSTANT',
  help: 'Record the read under this instant (ISO 8601 with Z or an offset) instead of now',
} as const;
const accept = {
  value: 'DIGEST',
  optionalValue: true,
  help: 'Publish an update that would be held; with a digest only if its counts are those',
} as const;
const force = { help: 'Replace a ledger that has lines; they remain only in git' } as const;
const port = { value: 'N', default: '8080', help: 'Port on this machine' } as const;
const cards = {
  value: 'DIR',
  default: '.cache/cards',
  help: 'Where pictures are kept for the next build',
} as const;
const noCards = { help: 'Leave the social cards out' } as const;

/**
 * Every command by its name in package.json. Options are parsed by this table, `--help` prints it,
 * and a test compares it with the README.
 */
export const COMMANDS = {
  alarm: ALARM,
  announce: {
    summary: 'Posts closed dates, or each update, to the channels of the settings.',
    options: {
      data,
      'dry-run': { help: 'Print exactly what would be sent and where; send and write nothing' },
      date: { value: 'DATE', help: 'With --dry-run: show the posts of this date, due or not' },
    },
  },
  bench: {
    summary: 'Measures update, build, site and installation; prints tables and writes nothing.',
    options: {
      runs: { value: 'N', default: '7', help: 'Counted runs of each process; the median is shown' },
      node: { value: 'PATH', help: 'Measure updates on this Node too' },
      update: { help: 'Measure updates only' },
    },
  },
  build: {
    summary: 'Builds the site from the ledger.',
    options: {
      data,
      out: {
        value: 'DIR',
        default: 'dist',
        help: 'Where the site goes; its old files are removed',
      },
      at: { value: 'INSTANT', help: 'Build as of this instant instead of now' },
      'base-url': {
        value: 'URL',
        help: 'Where the site is served (default: the settings’ site.url)',
      },
      cards,
      'no-cards': noCards,
      commit: { value: 'SHA', help: 'The commit that is built, for build.json' },
    },
  },
  deployable: {
    summary:
      'Sees whether Pages is on, and refuses a ledger that is inconsistent or changes announced days.',
    options: { data, restate: { help: 'Allow announced days to change' } },
  },
  doctor: {
    summary:
      'Checks settings, ledger, source, repository, runs, site and channels, and says what to do.',
    options: {
      data,
      drill: {
        help: 'Send a marked test through alarm, pull request, release and channels, then remove it',
      },
    },
  },
  import: {
    summary: 'Starts a ledger from a history in the original’s wide format.',
    argument: 'FILE',
    options: { data, force },
  },
  init: INIT,
  merge: {
    summary:
      'Makes one place of two entries: FROM becomes an alias of INTO, and its cases go over.',
    argument: 'FROM INTO',
    options: {
      data,
      at: { ...at, help: 'Record it under this instant (ISO 8601 with Z or an offset), not now' },
      'dry-run': { help: 'Say what would be written, write nothing' },
    },
  },
  pictures: {
    summary: 'Takes the README’s pictures of dashboard and school page, light and dark.',
    options: {
      out: { value: 'DIR', default: 'docs/pictures', help: 'Where the pictures go' },
    },
  },
  publish: {
    summary: 'The scheduled run: updates, commits and pushes the ledger, starts a deployment.',
    place: 'This command is run by the update workflow; on your own machine use `npm run update`.',
    options: {
      data,
      source: { value: 'URL', help: 'Read this instead of the settings’ source' },
      at,
      accept,
      'dry-run': { help: 'Say what would be written, sent and started; do nothing' },
      'rebuild-only': { help: 'Read nothing: only deploy the site again' },
    },
  },
  release: {
    summary: 'Tags the program’s version and makes its release from the changelog.',
    place: 'This command is run by the workflow Release.',
    options: {
      version: { value: 'X.Y.Z', help: 'The version, as package.json and CHANGELOG.md name it' },
    },
  },
  renew: {
    summary: 'Repeats a deployment that is accepted but not served under a new commit.',
    place: 'This command is run by the deploy workflow, after a deployment that is not served.',
    options: {},
  },
  review: {
    summary: 'Shows what a change of data does to the ledger and to the built site.',
    options: {
      'base-data': { value: 'DIR', help: 'The data folder before the change' },
      'base-site': { value: 'DIR', help: 'The site built from it' },
      data: { ...data, help: 'The data folder after it' },
      site: {
        value: 'DIR',
        default: 'dist',
        help: 'The site built from that, at the same instant',
      },
    },
  },
  schema: {
    summary: 'Generates the JSON Schema of district.json from the schema that the program checks.',
    options: {
      out: { value: 'FILE', default: 'data/district.schema.json', help: 'Where to write it' },
    },
  },
  schools: {
    summary:
      'Refreshes what is known of schools (locations, enrollment, vaccination), and the map’s outline and areas.',
    options: {
      data,
      source: { value: 'URL|FILE', help: 'Read this instead of the settings’ locations' },
      vaccination: { value: 'URL|FILE', help: 'Read this instead of the settings’ vaccination' },
      outline: { value: 'URL|FILE', help: 'Read this instead of the address of the map’s outline' },
      areas: { value: 'URL|FILE', help: 'Read this instead of the address of the map’s areas' },
      'dry-run': { help: 'Say what would be updated, write nothing' },
    },
  },
  serve: {
    summary: 'Previews the built site under the path that Pages would use.',
    options: { out: { value: 'DIR', default: 'dist', help: 'The built site' }, port },
  },
  served: SERVED,
  start: {
    summary: 'Replays a sample through the real pipeline, builds its site and serves it.',
    options: {
      sample: {
        value: 'NAME',
        default: 'schools',
        choices: {
          schools: 'a school district, from a list of cases',
          'care-homes': 'a county’s care homes, from a table by name with a total row',
        },
        help: 'What is replayed',
      },
      port,
      'no-serve': { help: 'Build and exit' },
      cards,
      'no-cards': noCards,
      out: { value: 'DIR', help: 'Where the site goes (default: a scratch folder)' },
    },
  },
  test: {
    summary: 'Checks types, lint, dead code, unit and end-to-end tests; CI adds the long ones.',
    options: {
      unit: { help: 'Only the quick tests: no end-to-end tests' },
      long: { help: 'Also run the workflow scenarios that take minutes' },
    },
  },
  update: {
    summary: 'Reads the source, works out the new cases per school, and writes them to the ledger.',
    options: {
      data,
      source: { value: 'URL|FILE', help: 'Read this instead of the settings’ source' },
      at,
      accept,
      'dry-run': { help: 'Say what would be written, write nothing' },
      report: { value: 'FILE', help: 'Write what happened as JSON, whatever the outcome' },
      'save-body': { value: 'FILE', help: 'Keep what the source sent' },
    },
  },
  upgrade: {
    summary: 'Merges the original’s newer program into this copy; data and schedule stay.',
    options: {
      from: { value: 'URL', help: 'The original (default: the repository of package.json)' },
      base: {
        value: 'COMMIT',
        help: 'The original’s commit that this copy was made from, if it cannot be found',
      },
    },
  },
} as const satisfies Readonly<Record<string, CommandSpec>>;

/** The name of a command in package.json. */
export type CommandName = keyof typeof COMMANDS;

type OptionsOf<Name extends CommandName> = (typeof COMMANDS)[Name]['options'];

/** Every option of a command. */
export type OptionName<Name extends CommandName> = keyof OptionsOf<Name> & string;

/** The options of a command that may be given several times. */
export type RepeatableName<Name extends CommandName> = {
  [Option in OptionName<Name>]: OptionsOf<Name>[Option] extends { readonly repeatable: true }
    ? Option
    : never;
}[OptionName<Name>];

/** The options of a command that take a value. */
export type ValueName<Name extends CommandName> = {
  [Option in OptionName<Name>]: OptionsOf<Name>[Option] extends { readonly value: string }
    ? Option
    : never;
}[OptionName<Name>];
