import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { casusIdFrom } from '#commands/casus-id';
import { Trouble } from '#home/trouble';
import { partnersKnown } from '#partners/partners-known';
import type { Language } from '#read-models/why/language';
import { explain } from '#read-models/why/query';

/** Which step, and in which language. */
export interface WhyOptions extends MomentOptions {
  readonly casus: string;
  readonly lang: Language;
  readonly json?: true;
}

/** `aanzet why`: why a step is red, in one paragraph. */
export const showWhy = (step: string, { casus, lang, json, ...options }: WhyOptions, command: Command): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const { store } = installation;
    const asked = { ...moment, casusId: casusIdFrom(casus), step, language: lang };
    const explained = await explain(store, partnersKnown(store), asked);
    if (!explained) throw new Trouble(`there is no step "${step}" in the casus "${casus}" at that moment`);
    if (json) printJson(explained);
    else print(explained.text);
  });
