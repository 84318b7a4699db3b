import type { StateCache } from '#event-sourcing/execute';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { idOf } from '#event-sourcing/stream-name';
import { casusDecider, type DecidedEvent } from '#casus/casus-decider';
import type { Casus } from '#casus/casus';
import type { Command, CommandName } from '#casus/commands';
import { looksAtPartners, NO_SURROUNDINGS, type Surroundings } from '#casus/decide/surroundings';
import { readFact, type Fact } from '#casus/fact';
import { planWarnings } from '#casus/feasible';
import type { CasusHistory } from '#casus/history';
import { kindOf, sentenceOf, type Rejection, type RejectionCode } from '#casus/rejection';
import type { PartnerBook } from '#commands/partner-book';
import { carryOut } from '#commands/carry-out';
import { casusStream, residentIdOf } from '#commands/casus-id';
import type { CommandDeps, CommandOrder, Handled, Warning } from '#commands/command-order';
import { isPlainObject } from '#commands/form/form';
import { casusReference, isUuid } from '#commands/form/forms';
import { fieldsInvalid, refused, type Refused } from '#commands/refusal';
import { casusLineOf } from '#commands/table/casus-table';
import type { StoredEvent, Trade } from '#commands/trade';

export interface CasusCommandDeps extends CommandDeps {
  readonly partners: PartnerBook;
  /** The rules by which terms begin. */
  readonly rules: RuleBook;
  readonly casusStates?: StateCache<CasusHistory>;
}

/** A command for a casus, by its reference or id. For open-casus the reference may stand in the fields or be left out. */
export interface CasusCommandOrder extends CommandOrder<CommandName> {
  readonly casus?: string | undefined;
}

const fromCode = (code: RejectionCode, details: Rejection['details']): Refused =>
  refused(kindOf(code), code, sentenceOf(code), details);

const THINGS = {
  step: ['step-unknown', 'steps'],
  handoff: ['handoff-unknown', 'handoffs'],
  ask: ['ask-unknown', 'asks'],
  takeover: ['takeover-unknown', 'takeovers'],
  promise: ['promise-unknown', 'promises'],
  ref: ['resident-unknown', 'residents'],
} as const;

function missing({ casus }: CasusHistory, name: string, given: string, address: Readonly<Record<string, unknown>>) {
  if (name === 'open-casus') return undefined;
  if (!casus) return fromCode('casus-unknown', { casus: given });
  for (const [key, [code, things]] of Object.entries(THINGS)) {
    const reference = address[key];
    if (typeof reference === 'string' && !casus[things].has(reference)) return fromCode(code, { [key]: reference });
  }
  return undefined;
}

/** Gives the persons of a command their ids: what the outside names by a short reference. */
function withResidentIds(name: string, fields: Readonly<Record<string, unknown>>, casusId: string) {
  const identified = (person: Record<string, unknown>) => ({
    ...person,
    id: residentIdOf(casusId, String(person['ref'])),
  });
  if (name === 'add-resident') return identified(fields);
  const { residents } = fields;
  if (name !== 'open-casus' || !Array.isArray(residents)) return fields;
  return { ...fields, residents: residents.filter(isPlainObject).map(identified) };
}

/** What a planning makes impossible; a new title of a step makes nothing so. */
function warningsOf(casus: Casus, { data }: StoredEvent): Warning[] {
  if (!isPlainObject(data) || typeof data['step'] !== 'string') return [];
  if (![data['after'], data['term'], data['target'], data['notBefore']].some((field) => field !== undefined)) return [];
  return planWarnings(casus, data['step']).map((warning) => ({
    ...warning,
    steps: warning.steps.map((one) => ({ ...one })),
  }));
}

function clockVersions(event: DecidedEvent) {
  const clock =
    event.type === 'StepPlanned' ? event.data.term : event.type === 'TermRuleRenewed' ? event.data : undefined;
  return clock && { ruleVersion: clock.rule.version, calendarVersion: clock.calendar.version };
}

const trade = (
  given: string,
  cache: StateCache<CasusHistory> | undefined,
  surroundings: Surroundings,
): Trade<Command, CasusHistory, Fact, DecidedEvent, Rejection> => ({
  decider: casusDecider(surroundings),
  ...(cache && { cache }),
  read: readFact,
  commandOf: (name, fields, context, stream) => {
    const command = withResidentIds(name, fields, idOf(stream));
    // The fields were checked by the class that the table of commands names for this very command.
    return {
      ...command,
      ...(name === 'open-casus' && { reference: given }),
      ...context,
      do: name,
    } as unknown as Command;
  },
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: ({ code, details }) =>
    fromCode(code, code === 'casus-unknown' || code === 'casus-exists' ? { casus: given, ...details } : details),
  missing: (history, name, _, address) => missing(history, name, given, address),
  about: (event) => ({
    ...(event.onBehalfOf !== undefined && { onBehalfOf: event.onBehalfOf }),
    subjects: event.subjects,
    responsible: event.responsible,
    ...clockVersions(event),
  }),
  warnings: ({ casus }, events) => (casus ? events.flatMap((event) => warningsOf(casus, event)) : []),
  head: async (stream, events, state) => {
    const [first] = events;
    const opened = first?.type === 'CasusOpened' && isPlainObject(first.data) ? first.data['reference'] : undefined;
    if (typeof opened === 'string') return { casus: opened };
    const { casus } = cache?.get(stream)?.state ?? (await state());
    return { casus: casus?.reference ?? null };
  },
});

/** Short enough to read out, with 48 bits of chance; in letters, for digits in a row could be taken for a BSN. */
function randomReference(newId: () => string): string {
  const drawn = newId().replaceAll('-', '').slice(0, 12);
  return `c-${drawn.replaceAll(/\d/g, (digit) => 'ghijklmnop'.charAt(Number(digit)))}`;
}

/** What the decision on a command looks at; what it does not look at is not read. */
const surroundingsOf = async (name: CommandName, { partners, rules }: CasusCommandDeps): Promise<Surroundings> => ({
  ...NO_SURROUNDINGS,
  rules,
  ...(looksAtPartners(name) && { partners: await partners.overTime() }),
});

/** Carries out one command on a casus; refusals come back as values, in the order 404, 400, 403, 409. */
export async function handleCasusCommand(deps: CasusCommandDeps, order: CasusCommandOrder): Promise<Handled> {
  const line = casusLineOf(order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const opens = order.do === 'open-casus';
  const own = opens && isPlainObject(order.fields) ? order.fields['reference'] : undefined;
  const named = order.casus ?? (casusReference.fits(own) ? String(own) : undefined);
  if (!opens && !(named !== undefined && (casusReference.fits(named) || isUuid(named)))) {
    return fromCode('casus-unknown', { casus: named ?? null });
  }
  if (opens && named !== undefined && !casusReference.fits(named)) {
    return fieldsInvalid([{ field: 'reference', wrong: 'is a text of another form', right: casusReference.right }]);
  }
  const given = named ?? randomReference(deps.newId);
  const stream = casusStream(given);
  const target = named === undefined ? null : stream;
  const surroundings = await surroundingsOf(order.do, deps);
  return carryOut(deps, trade(given, deps.casusStates, surroundings), { line, stream, target, order });
}
