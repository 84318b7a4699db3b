import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { alignedTable } from '#installation/text/aligned-table';
import { partyText } from '#installation/text/board';
import { shortMoment } from '#installation/text/local-text';
import { Trouble } from '#home/trouble';
import { casusSummaries, casusSummary, type CasusSummary } from '#read-models/casus-summary/query';
import { catchUp } from '#read-models/projector/catch-up';

const HEADINGS = ['Casus', 'Titel', 'Regisseur', 'Geopend', 'Niet gereed', 'Aan zet'];

const directorOf = ({ director: { partner, person } }: CasusSummary): string =>
  person === null ? partner : `${partner}/${person}`;

const notDone = ({ steps }: CasusSummary): number =>
  steps.open + steps.waiting + steps.blocked + steps.scheduled + steps.reported;

const moversOf = ({ onTheMove }: CasusSummary): string =>
  Object.entries(onTheMove)
    .map(([party, count]) => `${partyText(party)} (${count})`)
    .join(', ');

const rowOf = (casus: CasusSummary): readonly string[] => [
  casus.casus,
  casus.title,
  directorOf(casus),
  shortMoment(casus.openedAt),
  String(notDone(casus)),
  casus.closedAt === null ? moversOf(casus) : `gesloten ${shortMoment(casus.closedAt)}`,
];

function sheetOf(casus: CasusSummary): string {
  const lines: readonly (readonly [string, string])[] = [
    ['Casus', casus.casus],
    ['Titel', casus.title],
    ['Regisseur', directorOf(casus)],
    ['Aandachtsgroep', casus.attentionGroup ?? '–'],
    ['Wijk', casus.neighbourhood ?? '–'],
    ['Geopend', shortMoment(casus.openedAt)],
    ['Gesloten', casus.closedAt === null ? '–' : shortMoment(casus.closedAt)],
    ['Laatste gebeurtenis', shortMoment(casus.latestActivity)],
    ['Met grondslag', casus.partners.join(', ') || '–'],
    ['Vervolgstappen', `${casus.steps.done} gereed, ${notDone(casus)} niet gereed, ${casus.steps.cancelled} vervallen`],
    ['Aan zet', moversOf(casus) || '–'],
  ];
  return lines.map(([name, value]) => `${name.padEnd(20)}${value}`).join('\n');
}

/** `aanzet casus list`: all casus at a glance. */
export const listCasus = ({ json }: { json?: true }, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { store, db } = installation;
    const clock = await installation.clock();
    await catchUp({ store, db });
    const { rows } = await casusSummaries(db, { at: clock.now() });
    if (json) printJson(rows);
    else print(alignedTable(HEADINGS, rows.map(rowOf)));
  });

/** `aanzet casus show`: one casus at a glance. */
export const showCasus = (casus: string, { json }: { json?: true }, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    const { store, db } = installation;
    await assertCasus(installation, casus);
    const clock = await installation.clock();
    await catchUp({ store, db });
    const at = clock.now();
    const summary = await casusSummary(db, { at, casus });
    if (!summary) throw new Trouble(`the casus "${casus}" was not open yet on ${shortMoment(at)}: give a later --now`);
    if (json) printJson(summary);
    else print(sheetOf(summary));
  });
