import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertParty } from '#apps/cli/src/commands/known';
import { momentOf, troubleOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { promisesText, stallFiguresText, waitingText } from '#apps/cli/src/text/figure-tables';
import type { LocalDate } from '#calendar/local-date';
import { partnersKnown } from '#partners/partners-known';
import { FIGURE_DEFINITIONS, FIGURES, type FigureName } from '#read-models/figures/definitions';
import { periodIn } from '#read-models/figures/figure';
import { periodFault } from '#read-models/figures/period';
import { figure, type Figure } from '#read-models/figures/query';
import type { Language } from '#read-models/why/language';

/** Over which days, and of which partner. */
export interface FigureOptions extends MomentOptions {
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  readonly partner?: string;
  readonly json?: true;
}

const show =
  <Name extends FigureName>(name: Name, text: (told: Figure<Name>) => string) =>
  ({ from, to, partner, json, ...options }: FigureOptions, command: Command): Promise<void> =>
    withInstallation(command, async (installation) => {
      if (partner !== undefined) await assertParty(installation, partner);
      const moment = await momentOf(installation, options);
      const query = { ...moment, firstDay: from, lastDay: to, partner };
      const fault = periodFault(periodIn(query), moment.at);
      if (fault) throw troubleOf(fault);
      const { db, store } = installation;
      const told = await figure(name, { db, partners: partnersKnown(store) }, query);
      if (json) printJson(told);
      else print(text(told));
    });

/** `aanzet figures waiting`: how long partners waited for each other. */
export const showWaiting = show('waiting', waitingText);

/** `aanzet figures stalls`: where it stalled. */
export const showStallFigures = show('stalls', stallFiguresText);

/** `aanzet figures promises`: what came of promises. */
export const showPromises = show('promises', promisesText);

/** `aanzet figures definitions`: what each figure counts. */
export function showDefinitions({ lang, json }: { lang: Language; json?: true }): void {
  const all = FIGURES.map((name) => FIGURE_DEFINITIONS[name]);
  if (json) {
    printJson(all);
    return;
  }
  const texts = all.map(({ name, version, title, text, terms }) =>
    [
      `${title[lang]} (${name} ${version})`,
      text[lang],
      '',
      ...Object.entries(terms).map(([term, meaning]) => `  ${term.padEnd(20)}${meaning[lang]}`),
    ].join('\n'),
  );
  print(texts.join('\n\n'));
}
