import { registryNews } from '../ledger/registry-changes.ts';
import { loadSettings } from '../settings/load-settings.ts';
import { refreshRegistry } from './refresh-registry.ts';
import { runUpdate, type Step, type UpdateRequest } from './run-update.ts';
import type { UpdateReport } from './update-report.ts';

const SECONDS_TO_READ = 20;

/**
 * An update, and once a day what the registry can learn: in the run that writes a date's first line,
 * after the cases are safe. Whatever its sources do is at most a warning.
 */
export async function updateWithRegistry(
  request: UpdateRequest,
  step: Step,
): Promise<UpdateReport> {
  const report = await runUpdate(request, step);
  if (!report.first_read || request.source !== undefined) return report;
  const settings = await loadSettings(request.dataDir);
  if (settings.locations === null && settings.vaccination === null) return report;
  return step('Refresh the registry', () => withRegistry(request, report));
}

async function withRegistry(request: UpdateRequest, report: UpdateReport): Promise<UpdateReport> {
  try {
    const { dataDir, now, dryRun, allowHosts, guardPrivateAddresses } = request;
    const refreshed = await refreshRegistry({
      dataDir,
      now,
      dryRun,
      allowHosts,
      guardPrivateAddresses,
      seconds: SECONDS_TO_READ,
    });
    return {
      ...report,
      registry: registryNews(refreshed.changes),
      findings: [...report.findings, ...refreshed.findings],
      files: [...new Set([...report.files, ...refreshed.files])],
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      ...report,
      findings: [
        ...report.findings,
        {
          level: 'warning',
          code: 'registry-not-refreshed',
          message: `What schools are like could not be refreshed: ${message}`,
          tip: 'The cases are recorded all the same; `npm run schools` tries again.',
        },
      ],
    };
  }
}
