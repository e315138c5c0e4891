import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Snapshot } from '../../ledger/snapshot.ts';
import type { UpdatePlan } from '../../update/plan-update.ts';
import { reportOf } from '../../update/update-report.ts';
import { publicAddress } from '../../wording/address-in-text.ts';

/** Keeps what a run read and decided, so that a failed step can be investigated afterwards. */
export interface Evidence {
  /** The body as it was fetched. */
  body(bytes: Uint8Array): Promise<void>;
  /** The snapshot parsed from it. */
  snapshot(snapshot: Snapshot): Promise<void>;
  /** The plan that followed: the report, and the files as they would be written. */
  plan(plan: UpdatePlan): Promise<void>;
}

/**
 * Keeps evidence in a folder, which the workflow uploads as an artifact if the run fails. Addresses
 * may contain keys, so they are written without anything that may be a secret.
 */
export function evidenceIn(folder: string): Evidence {
  const write = async (name: string, content: string | Uint8Array) => {
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, name), content);
  };
  const json = (name: string, value: unknown) => write(name, `${JSON.stringify(value, null, 2)}\n`);
  return {
    body: (bytes) => write('body', bytes),
    snapshot: (snapshot) =>
      json('snapshot.json', { ...snapshot, address: publicAddress(snapshot.address) }),
    plan: (plan) => {
      const report = reportOf(plan);
      const files = plan.kind === 'unread' || plan.kind === 'held' ? [] : [...plan.files];
      return json('plan.json', {
        ...report,
        source: publicAddress(report.source),
        contents: Object.fromEntries(files),
      });
    },
  };
}
