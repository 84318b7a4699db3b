import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { alignedTable } from '#installation/text/aligned-table';
import { shortMoment } from '#installation/text/local-text';
import { timeline, type TimelineEntry } from '#read-models/timeline/query';

const HEADINGS = ['Wanneer', 'Door', 'Wat', 'Laat ingevoerd'];

const rowOf = ({ at, recorded, lateMinutes, by, summary }: TimelineEntry): readonly string[] => [
  shortMoment(at),
  by.person === null ? by.partner : `${by.partner}/${by.person}`,
  summary,
  lateMinutes > 0 ? shortMoment(recorded) : '',
];

/** `aanzet timeline`: what happened in a casus, in the order in which it happened. */
export const showTimeline = (
  casus: string,
  { json, ...options }: MomentOptions & { json?: true },
  command: Command,
): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const { rows } = await timeline(installation.db, { ...moment, casus });
    if (json) printJson(rows);
    else print(alignedTable(HEADINGS, rows.map(rowOf)));
  });
