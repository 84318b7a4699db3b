import type { Actor, RecordedEvent } from '#event-sourcing/event';
import { later, plusMs, type Instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { localTimeToInstant, type LocalDate } from '#calendar/local-date';
import type { PartnerKind } from '#partners/partner-kind';
import { casusDecider, casusFolding, type DecidedEvent } from '#casus/casus-decider';
import type { Casus } from '#casus/casus';
import type { Command, CommandName } from '#casus/commands';
import { loadRules } from '#platform/rule-file';
import { NO_SURROUNDINGS, type Surroundings } from '#casus/decide/surroundings';
import { casusEvent, type CasusEventType, type DataOf } from '#casus/events/casus-event';
import { readFact, type Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import { moment } from '#casus/moment';
import { moveOf } from '#casus/move';
import { kindOf, type RejectionCode } from '#casus/rejection';
import type { Standing } from '#casus/standing';
import { standingsAt } from '#casus/standings';

/** Given–when–then over the decider of a casus, for the specifications beside the code. Times are local, as `YYYY-MM-DDTHH:mm`. */

/** What partners of these names are. All but `school` are at the table. */
const KINDS: Readonly<Record<string, PartnerKind>> = {
  'sociaal-team': 'social-team',
  'gemeente-wmo': 'municipality-care',
  'gemeente-wonen': 'municipality-housing',
  corporatie: 'housing-corporation',
  zorgaanbieder: 'care-provider',
  welzijn: 'welfare',
  school: 'school',
};

/** Dates without their brand, so that a specification writes them as they are read. */
type Plain<T> = T extends LocalDate ? string : T extends object ? { readonly [K in keyof T]: Plain<T[K]> } : T;

type FieldsOf<C> = C extends unknown ? Plain<Omit<C, 'actor' | 'occurredAt' | 'recordedAt'>> : never;

/** Who, when it happened, when it was typed in: by default the director, a minute after the last entry, at once. */
interface Circumstances {
  readonly by?: string;
  readonly who?: string;
  readonly at?: string;
  readonly recorded?: string;
}

/** A command in brief. */
export type Brief<N extends CommandName = CommandName> = FieldsOf<Command<N>> & Circumstances;

export const at = localTimeToInstant;

const MINUTE = 60_000;

/** `2026-09-14T09:00` and, for the sixty-second tolerance, seconds too. */
function inFull(brief: Brief, history: CasusHistory): Command {
  const { by = 'sociaal-team', who, at: happened, recorded, ...fields } = brief;
  const next = history.recordedAt ? plusMs(history.recordedAt, MINUTE) : at('2026-08-31T09:00');
  const occurredAt = happened === undefined ? (recorded === undefined ? next : at(recorded)) : at(happened);
  const latest = history.recordedAt ? later(occurredAt, history.recordedAt) : occurredAt;
  const recordedAt = recorded === undefined ? latest : at(recorded);
  const actor = { partner: by, kind: KINDS[by] ?? 'other', person: who };
  // The dates of a brief are dates, though the compiler was told texts.
  return { ...fields, actor, occurredAt, recordedAt } as unknown as Command;
}

/** A decided event as the log keeps it: its data as JSON, with who and when. */
export function recordedEvent(
  event: { type: string; schemaVersion: number; data: unknown },
  { revision, occurredAt, recordedAt, ...actor }: { revision: number } & Actor & Times,
): RecordedEvent {
  return {
    ...event,
    id: '00000000-0000-4000-8000-000000000001',
    data: JSON.parse(JSON.stringify(event.data)) as unknown,
    stream: streamName('casus', 'eva'),
    revision,
    position: positionOf(revision + 1),
    hash: '',
    metadata: {
      commandId: 'command',
      correlationId: 'command',
      causationId: 'command',
      actor,
      occurredAt,
      recordedAt,
    },
  };
}

interface Times {
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

function factOf(event: DecidedEvent, command: Command, { facts }: CasusHistory): Fact {
  const { actor, occurredAt, recordedAt } = command;
  const by = { partner: actor.partner, ...(event.onBehalfOf !== undefined && { onBehalfOf: event.onBehalfOf }) };
  return readFact(recordedEvent(event, { ...by, occurredAt, recordedAt, revision: facts.length }));
}

/** What lies around a casus in a specification: the rules that come with the product. */
export const SURROUNDINGS: Surroundings = { ...NO_SURROUNDINGS, rules: loadRules() };

/** The history after one more command, which must be accepted. Every event goes through its schema. */
function after(history: CasusHistory, brief: Brief, surroundings = SURROUNDINGS): CasusHistory {
  const command = inFull(brief, history);
  const decision = casusDecider(surroundings).decide(command, history);
  if (!decision.accepted) {
    throw new Error(`given ${command.do} is refused: ${JSON.stringify(decision.rejection)}`);
  }
  return decision.events.reduce((known, event) => casusFolding.evolve(known, factOf(event, command, known)), history);
}

export const opening: Brief<'open-casus'> = {
  do: 'open-casus',
  at: '2026-08-31T09:00',
  who: 'jongerenwerker',
  reference: 'eva',
  title: 'Jongere zonder adres',
  goal: 'Een eigen plek',
  situation: 'Logeert bij een vriendin',
  residents: [
    { ref: 'eva', id: 'person-eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld' },
    { ref: 'ineke', id: 'person-ineke', role: 'informal-carer', givenName: 'Ineke', familyName: 'Voorbeeld' },
  ],
};

/** A partner gets a basis. */
export const basis = (partner: string, more: Partial<Brief<'record-basis'>> = {}): Brief<'record-basis'> => ({
  do: 'record-basis',
  partner,
  basis: 'consent',
  persons: ['eva'],
  givenBy: 'eva',
  purpose: 'casus',
  categories: ['housing', 'care'],
  ...more,
});

/** Eva's casus on 31 August 2026 with the social team as its director and everyone but the school at the table. */
const TABLE: readonly Brief[] = [
  opening,
  ...['gemeente-wmo', 'gemeente-wonen', 'corporatie', 'zorgaanbieder', 'welzijn'].map((partner) => basis(partner)),
];

/** The director plans a step for a partner, on 14 September at 09:00. */
export const step = (id: string, owner: string, more: Partial<Brief<'plan-step'>> = {}): Brief<'plan-step'> => ({
  do: 'plan-step',
  at: '2026-09-14T09:00',
  step: id,
  title: `Stap ${id}`,
  category: 'housing',
  owner,
  ...(owner !== 'sociaal-team' && { agreed: { how: 'phone' as const } }),
  ...more,
});

/** A command, or what lies around the casus from there on. */
export type Given = Brief | Surroundings;

/** All that is recorded after these commands, none of which may be refused. */
export function historyOf(...given: readonly Given[]): CasusHistory {
  let surroundings = SURROUNDINGS;
  return given.reduce<CasusHistory>((history, one) => {
    if ('do' in one) return after(history, one, surroundings);
    surroundings = one;
    return history;
  }, casusFolding.initialState);
}

/** The same, with the casus open and the partners at the table before it. */
export const casusAfter = (...given: readonly Given[]): CasusHistory => historyOf(...TABLE, ...given);

/** The state of a casus that must be there. */
export function stateOf({ casus }: CasusHistory): Casus {
  if (!casus) throw new Error('there is no casus');
  return casus;
}

/** How one step stands at a local time. */
export function standing(history: CasusHistory, id: string, time: string, knownAt?: string): Standing {
  const found = standingsAt(history, at(time), knownAt === undefined ? undefined : at(knownAt)).find(
    (one) => one.step === id,
  );
  if (!found) throw new Error(`there is no step ${id} at ${time}`);
  return found;
}

/** Who is on the move for a step after these commands: `party act` or, on another step, `party act step`; `nobody` without a move. */
export function moveAt(given: readonly Brief[], time: string, id = 'E1'): string {
  const casus = stateOf(casusAfter(...given));
  const found = casus.steps.get(id);
  if (!found) throw new Error(`there is no step ${id}`);
  const move = moveOf(casus, found, moment(at(time)));
  if (!move) return 'nobody';
  return [move.party, move.act, ...(move.step === id ? [] : [move.step])].join(' ');
}

/** What a decided event says beside its data: the director in whose place, whom it concerns. */
type Marks = Partial<Pick<DecidedEvent, 'onBehalfOf' | 'subjects' | 'responsible'>>;

function outcome(history: CasusHistory, brief: Brief, surroundings = SURROUNDINGS) {
  const command = inFull(brief, history);
  const decision = casusDecider(surroundings).decide(command, history);
  return {
    /** Accepted with exactly this event; `onBehalfOf` only where it is named here. */
    then: <T extends CasusEventType>(type: T, data: Plain<DataOf<T>>, marks: Marks = {}) => {
      const event = casusEvent(type, data as DataOf<T>);
      const others = { subjects: ['person-eva', 'person-ineke'], responsible: command.actor.partner };
      expect(decision).toEqual({ accepted: true, events: [{ ...event, ...others, ...marks }] });
      after(history, brief, surroundings);
    },
    thenAccepted: () => {
      expect(decision.accepted ? undefined : decision.rejection).toBeUndefined();
      after(history, brief, surroundings);
    },
    /** Accepted, or refused for another reason than who acts. */
    thenNotForbidden: () => {
      expect(decision.accepted ? 'accepted' : kindOf(decision.rejection.code)).toMatch(/accepted|conflict/);
    },
    thenRejected: (code: RejectionCode, details?: object) => {
      expect(decision).toEqual({
        accepted: false,
        rejection: { code, details: details ?? (expect.anything() as unknown) },
      });
    },
  };
}

/** What a command comes to in a history. */
export const when = (history: CasusHistory, brief: Brief, surroundings?: Surroundings) =>
  outcome(history, brief, surroundings);

/** The specification of one command: given what was recorded, when the command comes, then an event or a refusal. */
export const spec = <N extends CommandName>(name: N) => {
  const whenIn = (history: CasusHistory) => ({
    when: (fields: Omit<Brief<N>, 'do'>, surroundings?: Surroundings) =>
      // A spread of a union is not that union to the compiler.
      outcome(history, { ...fields, do: name } as unknown as Brief, surroundings),
  });
  return {
    given: (...given: readonly Given[]) => whenIn(casusAfter(...given)),
    givenNothing: () => whenIn(historyOf()),
    givenOnly: (...given: readonly Given[]) => whenIn(historyOf(...given)),
  };
};
