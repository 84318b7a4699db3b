import { Option, type Command } from 'commander';
import { shortMoment } from '#installation/text/local-text';
import type { Installation } from '#installation/installation';
import { parseNow } from '#installation/parse-now';
import type { Instant } from '#event-sourcing/instant';
import { Trouble } from '#home/trouble';
import type { AsOf } from '#read-models/as-of';
import { beforeCasusFault, futureFault, type MomentFault } from '#read-models/moment-fault';
import { catchUp } from '#read-models/projector/catch-up';

/** Of which moment, and as far as was recorded by which. */
export interface MomentOptions {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
}

export const asOfOption = () =>
  new Option('--as-of <time>', 'what was the case then, such as 2026-11-14T12:00 (local); now when left out').argParser(
    parseNow,
  );

export const knownAtOption = () =>
  new Option('--known-at <time>', 'as far as it was recorded by then; all that is known when left out').argParser(
    parseNow,
  );

/** Adds --as-of and --known-at to a command. */
export const withMoment = (command: Command): Command => command.addOption(asOfOption()).addOption(knownAtOption());

const LINES: Readonly<Record<MomentFault['code'], string>> = {
  'as-of-in-the-future': '--as-of lies in the future',
  'known-at-in-the-future': '--known-at lies in the future',
  'as-of-before-casus': '--as-of lies before the opening of the casus',
  'known-at-before-casus': 'at --known-at nothing of the casus was recorded yet',
  'day-in-the-future': 'the day has not begun',
  'period-backwards': '--from lies after --to',
  'period-not-begun': '--from lies after the moment that is asked for',
};

/** Ends a command for a moment that cannot be asked for, in one line with the instants that say so in local time. */
export function troubleOf({ code, details }: MomentFault): Trouble {
  const told = Object.entries(details).map(([name, at]) => `${name} ${shortMoment(at as Instant)}`);
  return new Trouble(`${LINES[code]} (${told.join(', ')})`);
}

/**
 * Brings the views level and works out the moment; now when none is given. Throws a Trouble on one ahead of the clock, and
 * of one casus on one before it.
 */
export async function momentOf(
  installation: Installation,
  { asOf, knownAt }: MomentOptions,
  casus?: string,
): Promise<AsOf> {
  const { store, db } = installation;
  const now = (await installation.clock()).now();
  await catchUp({ store, db });
  const moment: AsOf = { at: asOf ?? now, knownAt };
  const isAsked = asOf !== undefined || knownAt !== undefined;
  const fault =
    futureFault(moment, now) ??
    (isAsked && casus !== undefined ? await beforeCasusFault(db, casus, moment) : undefined);
  if (fault) throw troubleOf(fault);
  return moment;
}
