import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, troubleOf } from '#apps/cli/src/commands/moment';
import { diffText } from '#apps/cli/src/text/diff-text';
import type { Instant } from '#event-sourcing/instant';
import { casusDiff } from '#read-models/diff/query';
import { beforeCasusFault } from '#read-models/moment-fault';

/** Between which moments. */
export interface DiffOptions {
  readonly from: Instant;
  readonly to?: Instant;
  readonly knownAt?: Instant;
  readonly json?: true;
}

/** `aanzet diff`: what changed in a casus between two moments. */
export const showDiff = (casus: string, { from, to, knownAt, json }: DiffOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = { ...(to !== undefined && { asOf: to }), ...(knownAt !== undefined && { knownAt }) };
    const { at } = await momentOf(installation, moment, casus);
    if (from > at) throw troubleOf({ code: 'period-backwards', details: { from, to: at } });
    const fault = await beforeCasusFault(installation.db, casus, { at: from, knownAt });
    if (fault) throw troubleOf(fault);
    const diff = await casusDiff(installation.db, { casus, from, to: at, knownAt });
    if (json) printJson(diff);
    else print(diffText(diff));
  });
