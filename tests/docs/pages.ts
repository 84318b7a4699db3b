import { CASUS_TABLE } from '#commands/table/casus-table';
import { HOME_TABLE, SEARCH_TABLE } from '#commands/table/home-table';
import { INBOX_TABLE } from '#commands/table/inbox-table';
import { PARTNER_TABLE } from '#commands/table/partner-table';
import { program } from '#apps/cli/src/program';
import { servicesCommand, startCommand } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';
import { allFactsOf, codesOfNotes, everyCasusCode, type CommandFacts, type Decided } from '#tests/docs/command-facts';
import { commandLinePage } from '#tests/docs/command-line-page';
import { commandsPage, type Chapter } from '#tests/docs/commands-page';
import { configurationPage } from '#tests/docs/configuration-page';
import { productDeclarations } from '#tests/docs/declarations';
import { eventDocuments } from '#tests/docs/event-documents';
import { refusalsPage } from '#tests/docs/refusals-page';

const ofCasus: readonly Chapter[] = Object.entries(CASUS_TABLE).map(([subject, lines]) => ({ subject, lines }));
const ofPartners: Chapter = { subject: 'Partners', lines: PARTNER_TABLE };
const ofInbox: Chapter = { subject: 'Inbox', lines: INBOX_TABLE };
const ofHomes: Chapter = { subject: 'Homes', lines: HOME_TABLE };
const ofSearches: Chapter = { subject: 'Candidates for homes', lines: SEARCH_TABLE };

/** Every page that is generated, by its path from the root of the project. */
export function generatedPages(): ReadonlyMap<string, string> {
  const declarations = productDeclarations();
  const facts = (room: Decided, chapters: readonly Chapter[]): ReadonlyMap<string, CommandFacts> =>
    new Map(chapters.flatMap(({ lines }) => lines.map((one) => [one.do, allFactsOf(declarations, room, one.do)])));
  const casus = facts('casus', ofCasus);
  const partners = facts('partners', [ofPartners]);
  const inbox = facts('inbox', [ofInbox]);
  const homes = facts('homes', [ofHomes]);
  const searches = facts('searches', [ofSearches]);
  const everyCasus = everyCasusCode(declarations);
  return new Map([
    ...eventDocuments(),
    [
      'docs/reference/commands.md',
      commandsPage(
        [...ofCasus, ofPartners, ofInbox, ofHomes, ofSearches],
        new Map([...casus, ...partners, ...inbox, ...homes, ...searches]),
        everyCasus,
      ),
    ],
    [
      'docs/reference/refusals.md',
      refusalsPage({ casus, partners, inbox, homes, searches }, everyCasus, codesOfNotes(declarations)),
    ],
    ['docs/reference/command-line.md', commandLinePage(program())],
    [
      'docs/reference/configuration.md',
      configurationPage(startCommand({}), servicesCommand(SERVICES), program(), SERVICES),
    ],
  ]);
}
