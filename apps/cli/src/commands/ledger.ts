import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { alignedTable } from '#apps/cli/src/text/aligned-table';
import { lineText } from '#apps/cli/src/text/line-text';
import { casusLedger } from '#read-models/ledger/query';
import type { Time } from '#read-models/ledger/time-sums';
import { partnersKnown } from '#partners/partners-known';

const figures = new Intl.NumberFormat('nl-NL');

/** Hours and minutes: `120:55`. */
const hours = (minutes: number): string =>
  `${figures.format(Math.floor(minutes / 60))}:${String(minutes % 60).padStart(2, '0')}`;

const cells = ({ minutes, workingMinutes }: Time): readonly string[] => [hours(workingMinutes), hours(minutes)];

/** `aanzet ledger`: every minute of a casus booked to one party. As JSON the lines of its steps. */
export const showLedger = (
  casus: string,
  { json, ...options }: MomentOptions & { json?: true },
  command: Command,
): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const { db, store } = installation;
    const { steps, totals } = await casusLedger({ db, partners: partnersKnown(store) }, { ...moment, casus });
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
