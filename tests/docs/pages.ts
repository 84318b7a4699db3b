import { CASUS_TABLE } from '#commands/table/casus-table';
import { PARTNER_TABLE } from '#commands/table/partner-table';
import { program } from '#apps/cli/src/program';
import { servicesCommand, startCommand } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';
import { everyCasusCode, factsOf, type CommandFacts } from '#tests/docs/command-facts';
import { commandLinePage } from '#tests/docs/command-line-page';
import { commandsPage, type Chapter } from '#tests/docs/commands-page';
import { configurationPage } from '#tests/docs/configuration-page';
import { productDeclarations } from '#tests/docs/declarations';
import { refusalsPage } from '#tests/docs/refusals-page';

const ofCasus: readonly Chapter[] = Object.entries(CASUS_TABLE).map(([subject, lines]) => ({ subject, lines }));
const ofPartners: Chapter = { subject: 'Partners', lines: PARTNER_TABLE };

/** Every page that is generated, by its path from the root of the project. */
export function generatedPages(): ReadonlyMap<string, string> {
  const declarations = productDeclarations();
  const facts = (room: 'casus' | 'partners', chapters: readonly Chapter[]): ReadonlyMap<string, CommandFacts> =>
    new Map(chapters.flatMap(({ lines }) => lines.map((one) => [one.do, factsOf(declarations, room, one.do)])));
  const casus = facts('casus', ofCasus);
  const partners = facts('partners', [ofPartners]);
  const everyCasus = everyCasusCode(declarations);
  return new Map([
    [
      'docs/reference/commands.md',
      commandsPage([...ofCasus, ofPartners], new Map([...casus, ...partners]), everyCasus),
    ],
    ['docs/reference/refusals.md', refusalsPage(casus, partners, everyCasus)],
    ['docs/reference/command-line.md', commandLinePage(program())],
    [
      'docs/reference/configuration.md',
      configurationPage(startCommand({}), servicesCommand(SERVICES), program(), SERVICES),
    ],
  ]);
}
