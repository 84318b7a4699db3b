import { accepted, type Decision } from '#event-sourcing/decider';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import type { CasusDecision, Proposal, Refusal } from '#casus/decide/decide';
import { decisionOn, type LaterCommandName } from '#casus/decide/decisions';
import { noBsn } from '#casus/decide/free-text';
import { openCasus } from '#casus/decide/open-casus';
import type { Background, Surroundings } from '#casus/decide/surroundings';
import { badTimes, beforeOpening } from '#casus/decide/times';
import { casusAt, casusOverTime, type CasusHistory } from '#casus/history';
import { kindOf, rejected, type Rejection, type RejectionKind } from '#casus/rejection';
import { latestAbout } from '#casus/things';

/** A proposed event with whom it concerns (person ids) and which partner answers for the data in it. */
export type DecidedEvent = Proposal & { readonly subjects: readonly string[]; readonly responsible: string };

type LaterCommand = Command<LaterCommandName>;

/** A closed casus takes no more than its reopening and notes; nor did it when it was closed for a while. */
const closed = ({ do: name }: Command, then: Casus, known: Casus): Refusal =>
  [then, known].some(({ life }) => life.is === 'closed') && name !== 'reopen-casus' && name !== 'add-note'
    ? rejected('casus-closed', { state: 'closed', allowed: ['reopen-casus', 'add-note'] })
    : undefined;

/** What these tell of a step may have happened before the step was planned. */
const MAY_NAME_LATER_STEPS: ReadonlySet<LaterCommandName> = new Set(['record-meeting', 'add-note']);

const isOf = (kind: RejectionKind, decision: CasusDecision): boolean =>
  !decision.accepted && kindOf(decision.rejection.code) === kind;

/** Decides as of the moment at which the fact happened, with all that is recorded by now. */
function decideLater(
  command: LaterCommand,
  history: CasusHistory,
  known: Casus,
  surroundings: Surroundings,
): CasusDecision {
  const background = { ...surroundings, history };
  // A decision is taken outside, perhaps before there was a casus, a step or a basis: only what is known now counts.
  const then = (command.do === 'record-decision' ? undefined : casusAt(history, command.occurredAt)) ?? known;
  const decided = decisionOn(command, then, known, background);
  const isLater = then !== known && isOf('unknown', decided);
  const decision = isLater ? aboutLaterThing(command, history, known, background) : decided;
  if (isOf('unknown', decision) || isOf('input', decision) || isOf('forbidden', decision)) return decision;
  return (
    beforeOpening(command, known) ?? closed(command, then, known) ?? outOfOrder(command, history, decision) ?? decision
  );
}

/** When it happened, what the command is about had not begun; perhaps it has by now. */
function aboutLaterThing(
  command: LaterCommand,
  history: CasusHistory,
  known: Casus,
  background: Background,
): CasusDecision {
  const now = decisionOn(command, known, known, background);
  if (isOf('unknown', now) || MAY_NAME_LATER_STEPS.has(command.do)) return now;
  const { occurredAt } = command;
  for (const { at, casus } of casusOverTime(history)) {
    if (at > occurredAt && !isOf('unknown', decisionOn(command, casus, known, background))) {
      return rejected('occurred-before-known', { occurredAt, known: at });
    }
  }
  return rejected('occurred-before-known', { occurredAt, known: null });
}

/** A fact cannot lie before the latest known fact about the same thing: so for each thing the two orders agree. */
function outOfOrder({ occurredAt }: Command, { facts }: CasusHistory, decision: CasusDecision): Refusal {
  if (!decision.accepted) return undefined;
  for (const event of decision.events) {
    const known = latestAbout(facts, event);
    if (known !== undefined && occurredAt < known) return rejected('occurred-before-known', { occurredAt, known });
  }
  return undefined;
}

/** The persons an event concerns: those it names, else all residents of the casus. */
function subjectsOf(event: Proposal, casus: Casus | undefined): readonly string[] {
  if (event.type === 'CasusOpened') return event.data.residents.map(({ id }) => id);
  const residents = [...(casus?.residents.values() ?? [])];
  const named = 'persons' in event.data ? event.data.persons : 'ref' in event.data ? [event.data.ref] : undefined;
  if (event.type === 'ResidentAdded') return [event.data.id];
  return residents.filter(({ ref, ended }) => (named ? named.includes(ref) : !ended)).map(({ id }) => id);
}

function decide(command: Command, history: CasusHistory, surroundings: Surroundings): CasusDecision {
  const { casus } = history;
  const badInput = badTimes(command) ?? noBsn(command);
  if (command.do === 'open-casus') {
    const decision = badInput ?? openCasus(command);
    return decision.accepted && casus ? rejected('casus-exists', { reference: command.reference }) : decision;
  }
  if (!casus) return rejected('casus-unknown');
  const decision = decideLater(command, history, casus, surroundings);
  return isOf('unknown', decision) ? decision : (badInput ?? decision);
}

/**
 * The decision on any command, by all that is recorded of the casus and what lies around it. Refusals are looked for in this order: what is
 * unknown, bad input, who may not, what the state does not allow.
 */
export function decideCasus(
  command: Command,
  history: CasusHistory,
  surroundings: Surroundings,
): Decision<DecidedEvent, Rejection> {
  const decision = decide(command, history, surroundings);
  if (!decision.accepted) return decision;
  const marked = (event: Proposal): DecidedEvent => ({
    ...event,
    subjects: subjectsOf(event, history.casus),
    responsible: command.actor.partner,
  });
  const [first, ...others] = decision.events;
  return accepted(marked(first), ...others.map(marked));
}
