import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { alignedTable } from '#apps/cli/src/text/aligned-table';
import { shortMoment } from '#apps/cli/src/text/local-text';
import { catchUp } from '#read-models/projector/catch-up';
import { timeline, type TimelineEntry } from '#read-models/timeline/query';

const HEADINGS = ['Wanneer', 'Door', 'Wat', 'Laat ingevoerd'];

const rowOf = ({ at, recorded, lateMinutes, by, summary }: TimelineEntry): readonly string[] => [
  shortMoment(at),
  by.person === null ? by.partner : `${by.partner}/${by.person}`,
  summary,
  lateMinutes > 0 ? shortMoment(recorded) : '',
];

/** `aanzet timeline`: what happened in a casus, in the order in which it happened. */
export const showTimeline = (casus: string, { json }: { json?: true }, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { store, db } = installation;
    await assertCasus(installation, casus);
    const clock = await installation.clock();
    await catchUp({ store, db });
    const { rows } = await timeline(db, { casus, at: clock.now() });
    if (json) printJson(rows);
    else print(alignedTable(HEADINGS, rows.map(rowOf)));
  });
