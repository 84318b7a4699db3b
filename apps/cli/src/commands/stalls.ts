import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { parseNow } from '#apps/cli/src/parse-now';
import { stallsTable } from '#apps/cli/src/text/stalls-table';
import { catchUp } from '#read-models/projector/catch-up';
import { stalls } from '#read-models/stalls/query';

/** Which stalls are asked. */
export interface StallsOptions {
  readonly casus?: string;
  readonly asOf?: ReturnType<typeof parseNow>;
  readonly knownAt?: ReturnType<typeof parseNow>;
  readonly json?: true;
}

/** `aanzet stalls`: where it stalls and has stalled. */
export const showStalls = ({ casus, asOf, knownAt, json }: StallsOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { store, db } = installation;
    if (casus !== undefined) await assertCasus(installation, casus);
    const clock = await installation.clock();
    await catchUp({ store, db });
    const { rows } = await stalls(db, { casus, at: asOf ?? clock.now(), knownAt });
    if (json) printJson(rows);
    else print(stallsTable(rows));
  });
