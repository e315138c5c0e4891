import { shortened } from '../domain/shortened.ts';
import type { FileChanges } from '../ledger/store.ts';
import { planProposal, type UpdatePlan } from '../update/plan-update.ts';
import type { World } from '../update/world.ts';
import { commitMessage } from './commit-message.ts';

const LINES_SHOWN = 40;

/**
 * What a dry run prints after the update's text: the commit with every line that would be written,
 * and what would be announced. For a held update, that is what accepting it would write and
 * announce.
 */
export function dryRunText(world: World, plan: UpdatePlan): string {
  if (plan.kind === 'unread') return '';
  const recorded = plan.kind === 'held' ? planProposal(world, plan) : plan;
  const message = commitMessage({ kind: 'planned', plan: recorded });
  const commit = commitText(world, recorded.files, message);
  const lead = plan.kind === 'held' ? 'Once a person accepts it:\n' : '';
  return [`${lead}${commit}`, ...announcements(recorded)].join('\n');
}

/** A commit that would be made: its message, and the lines that each file would gain and lose. */
export function commitText(world: World, files: FileChanges, message: string): string {
  if (files.size === 0) return 'Would commit nothing';
  return `Would commit:\n${message.trimEnd()}\n\n${fileLines(world, files).join('\n')}`;
}

function announcements({ update }: Exclude<UpdatePlan, { kind: 'unread' }>): readonly string[] {
  const { line, date } = update;
  if (!line) return [];
  return [
    `Would announce: update ${line.update} of ${date} in the feeds and, once ${date} is over, its daily item and the release data-${date}`,
  ];
}

function fileLines({ texts, settingsText }: World, files: FileChanges): readonly string[] {
  return [...files].flatMap(([name, text]) => {
    const before = name === 'district.json' ? settingsText : (texts.get(name) ?? '');
    const { shown, rest } = shortened(differingLines(before, text ?? ''), LINES_SHOWN);
    return [
      `${name}:${text === null ? ' removed' : ''}`,
      ...shown.map((line) => `  ${line}`),
      ...(rest > 0 ? [`  and ${rest} more lines`] : []),
    ];
  });
}

/**
 * Lines that only one of two texts has: `-` for removed, `+` for added, each in their own order.
 */
function differingLines(before: string, after: string): readonly string[] {
  const [old, fresh] = [before.split('\n'), after.split('\n')];
  const [known, kept] = [new Set(old), new Set(fresh)];
  return [
    ...old.filter((line) => line !== '' && !kept.has(line)).map((line) => `- ${line}`),
    ...fresh.filter((line) => line !== '' && !known.has(line)).map((line) => `+ ${line}`),
  ];
}
