import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus, assertParty } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { boardOf } from '#installation/board-of';
import { nextSteps, type NextStep } from '#read-models/next-steps/query';

/** Which steps are asked. */
export interface NextOptions extends MomentOptions {
  readonly casus?: string;
  readonly partner?: string;
  readonly json?: true;
}

/** The keys that scripts name come first; whatever else is known of a step follows. */
const forScripts = ({ casus, step, title, owner, person, state, onTheMove, act, since, ...others }: NextStep) => {
  const { blockedBy, startsOn, harmSoFar, ...more } = others;
  return { casus, step, title, owner, person, state, onTheMove, act, since, blockedBy, startsOn, harmSoFar, ...more };
};

/** `aanzet next`: the steps that are not done, and who is on the move. */
export const next = ({ casus, partner, json, ...options }: NextOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { db } = installation;
    if (casus !== undefined) await assertCasus(installation, casus);
    if (partner !== undefined) await assertParty(installation, partner);
    const moment = await momentOf(installation, options, casus);
    const { rows } = await nextSteps(db, { ...moment, casus, partner });
    if (json) printJson(rows.map(forScripts));
    else print(await boardOf(db, rows, moment.at));
  });
