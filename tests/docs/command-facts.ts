import { INBOX_REJECTIONS } from '#casus/inbox/inbox-rejection';
import { inboxEvents } from '#casus/inbox/inbox-events';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { REJECTIONS } from '#casus/rejection';
import { homeEvents } from '#homes/home-events';
import { HOME_REJECTIONS } from '#homes/home-rejection';
import { searchEvents } from '#homes/search/search-events';
import { partnerEvents } from '#partners/partner-events';
import { PARTNER_REJECTIONS } from '#partners/partner-rejection';
import { REFUSED_BEFORE } from '#commands/table/home-table';
import { textsFrom, type Declarations } from '#tests/docs/declarations';

/** What the decision on a command can come to. */
export interface CommandFacts {
  readonly events: readonly string[];
  /** Codes of its own decision; those of every command come on top. */
  readonly codes: readonly string[];
}

const CODES = new Set<string>(
  [REJECTIONS, PARTNER_REJECTIONS, INBOX_REJECTIONS, HOME_REJECTIONS].flatMap((table) => Object.keys(table)),
);
const EVENTS = new Set<string>(
  [CASUS_EVENTS, partnerEvents, inboxEvents, homeEvents, searchEvents].flatMap((table) => Object.keys(table)),
);

/** Rooms with the rules, and in them what only lists all codes and events or folds what is stored. */
const isBesideRules = (file: string): boolean =>
  !/^libs\/(casus|partners|homes)\//.test(file) || /\/(evolve|events)\/|(rejection|-events|subject)\.ts$/.test(file);

/** Where the decisions on commands stand, a file each. */
const DECISIONS = {
  casus: 'libs/casus/src/decide',
  partners: 'libs/partners/src/decide',
  inbox: 'libs/casus/src/inbox',
  homes: 'libs/homes/src/decide',
  searches: 'libs/homes/src/search',
} as const;

export type Decided = keyof typeof DECISIONS;

const DECIDE_CASUS = 'libs/casus/src/decide/decide-casus.ts';
const ALLOWED = 'libs/casus/src/allowed.ts';
const camelCase = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

/** Whether what a step allows this command for looks at an open offer. */
function mindsOffer(declarations: Declarations, command: string): boolean {
  const need = declarations.get(`${ALLOWED}#NEEDS.${command}`);
  const used = need?.uses.flatMap(({ file, name }) => declarations.get(`${file}#${name}`)?.names ?? []) ?? [];
  return [...(need?.names ?? []), ...used].includes('offer');
}

/** The codes of the frame around every command on a casus. */
export const everyCasusCode = (declarations: Declarations): readonly string[] =>
  [
    ...textsFrom(
      declarations,
      { file: DECIDE_CASUS, name: 'decideCasus' },
      (file) => isBesideRules(file) || /\/(decisions|open-casus)\.ts$/.test(file),
    ),
  ].filter((text) => CODES.has(text) && text !== 'casus-exists');

/** Reads in the code what a command can come to. Throws when there is no decision of that name. */
export function factsOf(declarations: Declarations, room: Decided, command: string): CommandFacts {
  const start = { file: `${DECISIONS[room]}/${command}.ts`, name: camelCase(command) };
  if (!declarations.has(`${start.file}#${start.name}`)) throw new Error(`no decision on ${command} in ${start.file}`);
  const texts = [...textsFrom(declarations, start, isBesideRules)];
  const codes = texts.filter((text) => CODES.has(text));
  return {
    events: texts.filter((text) => EVENTS.has(text)),
    codes: [
      ...codes.filter((one) => one !== 'offer-open' || mindsOffer(declarations, command)),
      ...(command === 'open-casus' ? ['casus-exists'] : []),
    ],
  };
}

const BEFORE: Readonly<Record<string, readonly string[]>> = REFUSED_BEFORE;

/** What a command can come to, before its decision and by it. */
export function allFactsOf(declarations: Declarations, room: Decided, command: string): CommandFacts {
  const { events, codes } = factsOf(declarations, room, command);
  return { events, codes: [...new Set([...codes, ...(BEFORE[command] ?? [])])] };
}

/** The codes with which a service of the corporation refuses what it notes itself: commands that stand in no table. */
export const codesOfNotes = (declarations: Declarations): ReadonlySet<string> =>
  new Set(
    (['homes', 'searches'] as const).flatMap((room) => {
      const notes = [...declarations.values()].filter(({ file }) => file.startsWith(`${DECISIONS[room]}/note-`));
      const names = new Set(notes.map(({ file }) => file.slice(DECISIONS[room].length + 1, -'.ts'.length)));
      return [...names].flatMap((name) => factsOf(declarations, room, name).codes);
    }),
  );
