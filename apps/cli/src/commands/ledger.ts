import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { alignedTable } from '#installation/text/aligned-table';
import { hours } from '#apps/cli/src/text/hours';
import { lineText } from '#apps/cli/src/text/line-text';
import type { HandoffTime } from '#read-models/ledger/handoff-times';
import { casusLedger } from '#read-models/ledger/query';
import type { Time } from '#read-models/ledger/time-sums';
import { partnersKnown } from '#partners/partners-known';

const cells = ({ minutes, workingMinutes }: Time): readonly string[] => [hours(workingMinutes), hours(minutes)];

/** How an offer went, and where its time lies. */
const offerRow = ({ handoff, step, from, to, unread, undecided, lying }: HandoffTime): readonly string[] => [
  handoff,
  step,
  `${from} → ${to}`,
  ...[unread, undecided, lying].map(({ workingMinutes }) => hours(workingMinutes)),
];

const OFFERS = ['Aanbod', 'Stap', 'Van → naar', 'Ongelezen (u)', 'Onbeslist (u)', 'Geweigerd en blijven liggen (u)'];

interface LedgerOptions extends MomentOptions {
  readonly json?: true;
  readonly handoffs?: true;
}

/**
 * `aanzet ledger`: every minute of a casus booked to one party. As JSON the lines of its steps. With `--handoffs` the
 * offers instead: how long each was unread, undecided, declined and left lying.
 */
export const showLedger = (
  casus: string,
  { json, handoffs, ...options }: LedgerOptions,
  command: Command,
): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const { db, store } = installation;
    const ledger = await casusLedger({ db, partners: partnersKnown(store) }, { ...moment, casus });
    if (handoffs) {
      if (json) printJson(ledger.handoffs);
      else print(alignedTable(OFFERS, ledger.handoffs.map(offerRow)));
      return;
    }
    const { steps, totals } = ledger;
    if (json) {
      printJson(steps);
      return;
    }
    const lines = steps.flatMap(({ step, lines: own }) =>
      own.map((line, index) => [index === 0 ? step : '', lineText(line.line), ...cells(line)]),
    );
    print(alignedTable(['Stap', 'Lag bij', 'Werktijd (u)', 'Klok (u)'], lines));
    const sums = totals.map(({ line, union, ...sum }) => [lineText(line), ...cells(sum), ...cells(union)]);
    print('');
    print(
      alignedTable(['Samen', 'Werktijd (u)', 'Klok (u)', 'Werktijd zonder dubbel (u)', 'Klok zonder dubbel (u)'], sums),
    );
  });
