import { later, type Instant } from '#event-sourcing/instant';
import { startOfDay, type LocalDate } from '#calendar/local-date';
import { countWorkingDays, lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { calendarOf, normDays } from '#partners/partner';
import type { AnswerKind } from '#partners/norm';
import { endOf, fairDay, isLaw } from '#tests/properties/model/days-of-step';
import { allOf, isOf, lastOf } from '#tests/properties/model/facts-of';
import { left, openOffers, type Glance, type View } from '#tests/properties/model/glance';
import { toAndFro } from '#tests/properties/model/to-and-fro';
import { mayKnow } from '#tests/properties/rules-of-bases';

/** A stall that holds at a glance. */
export interface Seen {
  readonly pattern: string;
  readonly about: string;
  readonly onTheMove: string | null;
  readonly root: string | null;
}

const stall = (pattern: string, about: string, onTheMove: string | null, root: string | null): Seen => ({
  pattern,
  about,
  onTheMove,
  root,
});

const partyOf = ({ row }: Glance): string | null => row?.party ?? null;

interface Awaited {
  readonly kind: AnswerKind;
  readonly about: string;
  readonly step: string;
  readonly by: string;
  readonly of: string;
  readonly since: Instant;
  readonly until?: LocalDate | undefined;
}

function awaited(view: View): Awaited[] {
  const found: Awaited[] = [];
  for (const { data, occurredAt } of openOffers(view)) {
    const { handoff: about, step, to, from, answerBy } = data;
    const story = view.steps.get(step)?.story;
    const ask = story?.askAbout(about);
    if (ask) {
      const { ask: id, answerBy: by } = ask.data;
      found.push({
        kind: 'ask',
        about: id,
        step,
        by: ask.data.to,
        of: ask.data.from,
        since: ask.occurredAt,
        until: by,
      });
      continue;
    }
    const ends = view.facts.filter(
      (fact) =>
        isOf(fact, 'AskAnswered', 'AskDeclined', 'AskWithdrawn') &&
        allOf(view.facts, 'AskOpened').some((one) => one.data.ask === fact.data.ask && one.data.handoff === about),
    );
    const since = ends.at(-1)?.occurredAt ?? occurredAt;
    const anew = lastOfWorkingDays(since, days(view, 'offer', to, from, since), calendar(view, to, since));
    const until = ends.length > 0 && answerBy !== undefined && answerBy < anew ? anew : answerBy;
    found.push({ kind: 'offer', about, step, by: to, of: from, since, until });
  }
  for (const { step, story, facts } of left(view)) {
    for (const { data, occurredAt } of story.asks) {
      found.push({
        kind: 'ask',
        about: data.ask,
        step,
        by: data.to,
        of: data.from,
        since: occurredAt,
        until: data.answerBy,
      });
    }
    for (const { data, occurredAt } of story.takeovers) {
      found.push({ kind: 'takeover', about: data.takeover, step, by: story.owner, of: data.by, since: occurredAt });
    }
    const report = lastOf(facts, 'StepReported');
    if (story.reported && report) {
      const { confirmedBy } = report.data;
      found.push({ kind: 'completion', about: step, step, by: confirmedBy, of: story.owner, since: report.occurredAt });
    }
  }
  return found;
}

const calendar = ({ partners }: View, partner: string, at: Instant) => calendarOf(partners.at(at).get(partner));
const days = ({ partners }: View, kind: AnswerKind, by: string, of: string, at: Instant) =>
  normDays(partners.at(at).get(by), kind, of);

function unanswered(view: View): Seen[] {
  return awaited(view)
    .filter(({ kind, by, of, since, until }) => {
      const norm = lastOfWorkingDays(since, days(view, kind, by, of, since), calendar(view, by, since));
      return view.at >= endOf(until ?? norm);
    })
    .map(({ about, by, step }) => stall('UNANSWERED', about, by, step));
}

function ofOneStep(view: View, glance: Glance): Seen[] {
  const { step, state, story, row, rowSince, ableSince, idleSince, facts } = glance;
  const { at } = view;
  const found: Seen[] = [];
  const holds = (pattern: string, party = partyOf(glance)) => found.push(stall(pattern, step, party, step));

  if (row?.root === step && row.act === 'reroute' && rowSince !== undefined) {
    if (at >= endOf(lastOfWorkingDays(rowSince, 3, calendar(view, story.owner, rowSince)))) holds('NOT_REROUTED');
  }
  const canAct = state === 'open' || state === 'waiting' || state === 'reported';
  const exceeded = glance.days.some((last) => {
    if (last.rule?.binds === 'resident') return false;
    const counts = isLaw(last) ? story.suspension(at) === undefined : canAct;
    return counts && at >= endOf(fairDay(last, ableSince));
  });
  if (exceeded) holds('TERM_EXCEEDED');
  if (idleSince !== undefined) {
    const acts = facts.filter(
      (fact) =>
        fact.type !== 'StallCauseNamed' &&
        (fact.actor.partner === story.owner || fact.actor.onBehalfOf === story.owner),
    );
    const since = later(later(idleSince, story.ownedSince), acts.at(-1)?.occurredAt ?? idleSince);
    if (at >= endOf(lastOfWorkingDays(since, story.rhythm, calendar(view, story.owner, since)))) holds('STANDSTILL');
  }
  if (toAndFro(facts, at)) holds('PINGPONG');
  if (!mayKnow(view.facts, story.owner, at)) holds('BASIS_LAPSED', view.director);
  if (row?.root === step && row.party === story.owner && story.person !== null && isAway(view, glance)) {
    holds('OWNER_ABSENT');
  }
  return found;
}

function isAway({ partners, at }: View, { story }: Glance): boolean {
  const absences = [...(partners.at(at).get(story.owner)?.absences.values() ?? [])];
  return absences.some(
    ({ person, from, until, substitute, withdrawnAt }) =>
      person === story.person &&
      substitute === undefined &&
      startOfDay(from) <= at &&
      at < endOf(until) &&
      (withdrawnAt === undefined || at < withdrawnAt) &&
      countWorkingDays(from, until, nationalCalendar) > 3,
  );
}

function blocked(view: View, others: readonly Seen[]): Seen[] {
  const STALLS = ['TERM_EXCEEDED', 'STANDSTILL', 'UNANSWERED', 'NOT_REROUTED'];
  const isOverdue = (glance: Glance): boolean =>
    glance.state === 'blocked' &&
    glance.story.ended === undefined &&
    glance.days.some((last) => !isLaw(last) && last.rule?.binds !== 'resident' && view.at >= endOf(last.day));
  const rootOf = (step: string | undefined): string | undefined => {
    const glance = step === undefined ? undefined : view.steps.get(step);
    if (!glance) return undefined;
    if (others.some(({ pattern, root }) => STALLS.includes(pattern) && root === step)) return step;
    return isOverdue(glance) ? rootOf(glance.blocking) : undefined;
  };
  return left(view)
    .filter(isOverdue)
    .map((glance) => {
      const root = rootOf(glance.blocking);
      return root === undefined
        ? stall('PLAN_OVERTAKEN', glance.step, view.director, glance.step)
        : stall('BLOCKED', glance.step, partyOf(glance), root);
    });
}

function ofTheCasus(view: View): Seen[] {
  const { facts, at, director, isOpen, quietSince } = view;
  const found: Seen[] = [];
  const opened = facts[0];
  const reference = opened?.type === 'CasusOpened' ? opened.data.reference : '';
  const after = (since: Instant, n: number) => at >= endOf(lastOfWorkingDays(since, n, nationalCalendar));
  if (quietSince !== undefined && after(quietSince, 5)) found.push(stall('NOTHING_PLANNED', reference, director, null));
  const others = allOf(facts, 'BasisRecorded').some(
    ({ data }) => data.partner !== director && mayKnow(facts, data.partner, at),
  );
  const complete = facts.some(({ type }) => type === 'StepPlanned') && others;
  if (isOpen && opened && !complete && after(opened.occurredAt, 10)) {
    found.push(stall('START_INCOMPLETE', reference, director, null));
  }
  for (const { data } of allOf(facts, 'PromiseMade')) {
    const own = facts.filter((fact) => 'promise' in fact.data && fact.data.promise === data.promise);
    const set = lastOf(own, 'PromiseMade', 'PromiseRenegotiated');
    const confirmed = set && own.slice(own.indexOf(set)).some(({ type }) => type === 'PromiseConfirmed');
    const stands = set !== undefined && (set.data.toldBy === undefined || confirmed);
    if (!stands || own.some((fact) => isOf(fact, 'PromiseKept', 'PromiseReleased'))) continue;
    if (at >= endOf(set.data.due)) found.push(stall('PROMISE_BROKEN', data.promise, data.promisedBy, null));
  }
  return isOpen ? [...found, ...revolvingDoors(view)] : found;
}

function revolvingDoors({ facts }: View): Seen[] {
  const reopened = lastOf(facts, 'CasusReopened')?.occurredAt ?? '';
  const decisions = allOf(facts, 'DecisionRecorded')
    .filter(({ occurredAt }) => occurredAt >= reopened)
    .sort((a, b) => (a.occurredAt === b.occurredAt ? a.revision - b.revision : a.occurredAt < b.occurredAt ? -1 : 1));
  const products = new Set(decisions.map(({ data }) => data.product));
  return [...products]
    .filter((product) => {
      const of = decisions.filter(({ data }) => data.product === product).map(({ data }) => data.outcome);
      const since = of.slice(of.lastIndexOf('granted') + 1);
      return since.filter((outcome) => outcome === 'refused' || outcome === 'not-treated').length >= 2;
    })
    .map((product) => stall('REVOLVING_DOOR', product, null, null));
}

function lapsed(view: View): Seen[] {
  const { director } = view;
  const asks = left(view).flatMap(({ story }) => story.asks);
  const offers = openOffers(view);
  const about = offers.flatMap(({ data }) => view.steps.get(data.step)?.story.askAbout(data.handoff) ?? []);
  return [
    ...offers.map(({ data }) => ({ id: data.handoff, ...data })),
    ...[...asks, ...about].map(({ data }) => ({ id: data.ask, ...data })),
  ]
    .filter(({ to }) => !mayKnow(view.facts, to, view.at))
    .map(({ id, step }) => stall('BASIS_LAPSED', id, director, step));
}

/** Every stall that holds at a glance, straight from the table of the domain ("Stalls"). */
export function stallsSeen(view: View): Seen[] {
  const found = [
    ...unanswered(view),
    ...left(view).flatMap((glance) => ofOneStep(view, glance)),
    ...ofTheCasus(view),
    ...lapsed(view),
  ];
  return [...found, ...blocked(view, found)];
}
