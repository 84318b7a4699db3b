import { accepted, type Decision } from '#event-sourcing/decider';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import type { CasusDecision, Proposal, Refusal } from '#casus/decide/decide';
import { decisionOn, type LaterCommandName } from '#casus/decide/decisions';
import { noBsn } from '#casus/decide/free-text';
import { openCasus } from '#casus/decide/open-casus';
import { badTimes, beforeOpening } from '#casus/decide/times';
import { casusAt, type CasusHistory } from '#casus/history';
import { kindOf, rejected, type Rejection } from '#casus/rejection';
import { latestAbout } from '#casus/things';

/** A proposed event with whom it concerns (person ids) and which partner answers for the data in it. */
export type DecidedEvent = Proposal & { readonly subjects: readonly string[]; readonly responsible: string };

/** A closed casus takes no more than its reopening and notes. */
const closed = ({ do: name }: Command, { life }: Casus): Refusal =>
  life.is === 'closed' && name !== 'reopen-casus' && name !== 'add-note'
    ? rejected('casus-closed', { state: 'closed', allowed: ['reopen-casus', 'add-note'] })
    : undefined;

/** Decides as of the moment at which the fact happened, with all that is recorded by now. */
function decideLater(command: Command<LaterCommandName>, history: CasusHistory, known: Casus): CasusDecision {
  const then = casusAt(history, command.occurredAt) ?? known;
  const decision = decisionOn(command, then);
  const isConflict = !decision.accepted && kindOf(decision.rejection.code) === 'conflict';
  if (!decision.accepted && !isConflict) {
    const existsByNow = then !== known && kindOf(decision.rejection.code) === 'unknown' && exists(command, known);
    return existsByNow ? tooEarly(command, history) : decision;
  }
  return beforeOpening(command, known) ?? closed(command, known) ?? outOfOrder(command, history, decision) ?? decision;
}

const exists = (command: Command<LaterCommandName>, known: Casus): boolean => {
  const decision = decisionOn(command, known);
  return decision.accepted || kindOf(decision.rejection.code) !== 'unknown';
};

/** What the command is about began later than the command says it happened. */
const tooEarly = ({ occurredAt }: Command, { facts }: CasusHistory) =>
  rejected('occurred-before-known', { occurredAt, known: facts.at(-1)?.occurredAt ?? null });

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

function decide(command: Command, history: CasusHistory): CasusDecision {
  const { casus } = history;
  const badInput = badTimes(command) ?? noBsn(command);
  if (command.do === 'open-casus') {
    const decision = badInput ?? openCasus(command);
    return decision.accepted && casus ? rejected('casus-exists', { reference: command.reference }) : decision;
  }
  if (!casus) return rejected('casus-unknown');
  const decision = decideLater(command, history, casus);
  const isUnknown = !decision.accepted && kindOf(decision.rejection.code) === 'unknown';
  return isUnknown ? decision : (badInput ?? decision);
}

/**
 * The decision on any command, by all that is recorded of the casus. Refusals are looked for in this order: what is
 * unknown, bad input, who may not, what the state does not allow.
 */
export function decideCasus(command: Command, history: CasusHistory): Decision<DecidedEvent, Rejection> {
  const decision = decide(command, history);
  if (!decision.accepted) return decision;
  const marked = (event: Proposal): DecidedEvent => ({
    ...event,
    subjects: subjectsOf(event, history.casus),
    responsible: command.actor.partner,
  });
  const [first, ...others] = decision.events;
  return accepted(marked(first), ...others.map(marked));
}
