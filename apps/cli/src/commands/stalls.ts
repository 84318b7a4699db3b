import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { stallsTable } from '#apps/cli/src/text/stalls-table';
import { stalls } from '#read-models/stalls/query';

/** Which stalls are asked. */
export interface StallsOptions extends MomentOptions {
  readonly casus?: string;
  readonly json?: true;
}

/** `aanzet stalls`: where it stalls and has stalled. */
export const showStalls = ({ casus, json, ...options }: StallsOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    if (casus !== undefined) await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const { rows } = await stalls(installation.db, { ...moment, casus });
    if (json) printJson(rows);
    else print(stallsTable(rows));
  });
