import { missingForScenarios } from '../../scripts/develop/system-packages.ts';
import { apiDescription, keepPackedFile } from './api-description.ts';

/**
 * Before the tests that talk to the model of GitHub. Without a connection the others still run, and
 * these say what they lack.
 */
export default async function setup(): Promise<void> {
  const lacking = missingForScenarios();
  if (lacking.length > 0) {
    console.warn(
      `SKIPPED: the scenarios of the workflows, because there is no ${lacking.join(', ')}`,
    );
  }
  await keepPackedFile(apiDescription).catch((error: unknown) => {
    console.error(`GitHub’s description of its API is not here. ${error}`);
  });
}
