import { askState } from '#casus/asks';
import { handoffState } from '#casus/handoff';
import { casusAt, factsAt, type CasusHistory } from '#casus/history';
import { moment } from '#casus/moment';
import { isStallCause, STALL_CAUSES } from '#casus/stall-cause';
import { bookedStretches } from '#casus/ledger';
import { stallsAt, standingIntervals } from '#casus/standings';
import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { CasusDealing } from '#read-models/dealings/query';
import { periodIn, type FigureQuery } from '#read-models/figures/figure';
import type { Offer } from '#read-models/figures/offer';
import { promiseAt, promisesFigure } from '#read-models/figures/promises';
import { stallsFigure } from '#read-models/figures/stall-figures';
import type { CountedStall } from '#read-models/figures/stall-group';
import { waitingFigure, type BookedElsewhere } from '#read-models/figures/waiting';

/** One casus as its events tell it, seen from a moment. */
export interface Told {
  readonly id: string;
  readonly history: CasusHistory;
  readonly at: Instant;
  readonly knownAt: Instant | undefined;
  readonly partners: PartnersOverTime;
}

/** The time of the steps of these offers that is booked to others than their receivers. */
function elsewhereIn(told: Told): BookedElsewhere[] {
  const { history, at, knownAt, partners } = told;
  const booked = bookedStretches(standingIntervals(factsAt(history, at, knownAt), partners), at);
  return offersIn(told).flatMap(({ casus, handoff, step, to, offeredAt, endedAt }) =>
    booked
      .filter((one) => one.step === step && one.line !== to && one.to > offeredAt && one.from < (endedAt ?? at))
      .map((one) => ({ casus, handoff, from: one.from, to: one.to })),
  );
}

function offersIn({ id, history, at, knownAt }: Told): Offer[] {
  const facts = factsAt(history, at, knownAt);
  return [...(casusAt(history, at, knownAt)?.handoffs.values() ?? [])].map((handoff) => {
    const { id: name, step, from, to, offeredAt, life, expiresAt = null } = handoff;
    const state = handoffState(handoff, moment(at));
    const seen = facts.find(({ type, data }) => type === 'HandoffSeen' && 'handoff' in data && data.handoff === name);
    const answeredAt = life.is === 'offered' || life.is === 'seen' ? null : life.at;
    return {
      casus: id,
      step,
      handoff: name,
      from,
      to,
      offeredAt,
      seenAt: seen?.occurredAt ?? null,
      state,
      endedAt: state === 'expired' ? expiresAt : answeredAt,
      reason: life.is === 'declined' ? life.reason : null,
    };
  });
}

const NOTHING = { handoff: null, reason: null, due: null, renegotiated: 0 } as const;

function asksIn({ id, history, at, knownAt }: Told): CasusDealing[] {
  const casus = casusAt(history, at, knownAt);
  const facts = factsAt(history, at, knownAt);
  return [...(casus?.asks.values() ?? [])].map((ask) => {
    const life = casus ? askState(casus, ask, moment(at)) : 'open';
    const expiry = ask.handoff === undefined ? null : (casus?.handoffs.get(ask.handoff)?.expiresAt ?? null);
    const declined = facts.find((fact) => fact.type === 'AskDeclined' && fact.data.ask === ask.id);
    return {
      ...NOTHING,
      casus: id,
      key: ask.id,
      kind: 'ask' as const,
      thing: ask.id,
      step: ask.step,
      handoff: ask.handoff ?? null,
      from: ask.from,
      to: ask.to,
      beganAt: ask.askedAt,
      life,
      endedAt: life === 'open' ? null : (ask.endedAt ?? expiry),
      reason: declined?.type === 'AskDeclined' ? declined.data.reason : null,
    };
  });
}

const returnsIn = ({ id, history, at, knownAt }: Told): CasusDealing[] =>
  factsAt(history, at, knownAt).flatMap((fact) => {
    if (fact.type !== 'StepReturned') return [];
    const { step, from, to, reason } = fact.data;
    const [beganAt, endedAt] = [fact.occurredAt, fact.occurredAt];
    const what = { key: `${fact.revision}`, kind: 'return' as const, thing: step, life: 'returned' as const };
    return [{ ...NOTHING, ...what, casus: id, step, from, to, reason, beganAt, endedAt }];
  });

function promisesIn({ id, history, at, knownAt }: Told): CasusDealing[] {
  const facts = factsAt(history, at, knownAt);
  return [...(casusAt(history, at, knownAt)?.promises.values() ?? [])]
    .map((promise) => {
      const about = facts.filter((fact) => 'promise' in fact.data && fact.data.promise === promise.id);
      const end = about.find(({ type }) => type === 'PromiseKept' || type === 'PromiseReleased');
      const renegotiated = about.filter(({ type }) => type === 'PromiseRenegotiated').length;
      const { promisedBy: from, to, due, madeAt: beganAt, life } = promise;
      const what = { key: promise.id, kind: 'promise' as const, thing: promise.id, step: null };
      return [
        {
          ...NOTHING,
          ...what,
          casus: id,
          from,
          to,
          due,
          beganAt,
          life,
          endedAt: end?.occurredAt ?? null,
          renegotiated,
        },
      ];
    })
    .flat();
}

function stallsIn({ id, history, at, knownAt, partners }: Told): CountedStall[] {
  const facts = factsAt(history, at, knownAt);
  const opening = facts[0]?.type === 'CasusOpened' ? facts[0].data : undefined;
  const named = facts.flatMap((fact) => (fact.type === 'StallCauseNamed' ? [fact] : []));
  named.sort((a, b) => a.revision - b.revision);
  const all = stallsAt(history, at, knownAt, partners);
  return all.map((stall) => {
    const { pattern, about, root, since, until, onTheMove } = stall;
    const moverAt = (when: Instant) =>
      stallsAt(history, when, knownAt, partners).find(
        (one) => one.pattern === pattern && one.about === about && one.since === since,
      )?.onTheMove;
    const alike = all.filter((other) => other.pattern === pattern && other.about === about);
    const causes = named.flatMap(({ data, actor, occurredAt }) => {
      if (data.stall.pattern !== pattern || data.stall.about !== about) return [];
      const latest = alike
        .map((other) => other.since)
        .filter((began) => began <= occurredAt)
        .sort()
        .at(-1);
      if (latest !== since) return [];
      const block = isStallCause(data.cause) ? STALL_CAUSES[data.cause].block : null;
      const by = { partner: actor.partner, person: actor.person ?? null };
      return [{ cause: data.cause, block, by, at: occurredAt, own: actor.partner === moverAt(occurredAt) }];
    });
    const { neighbourhood = null, attentionGroup = null } = opening ?? {};
    return { casus: id, pattern, about, root, since, until, onTheMove, causes, neighbourhood, attentionGroup };
  });
}

/** The rows of each figure, counted from the events alone. */
export function countedFrom(told: readonly Told[], query: FigureQuery, partners: PartnersOverTime) {
  const period = periodIn(query);
  const stalls = told.flatMap(stallsIn);
  const broken = stalls.filter(({ pattern }) => pattern === 'PROMISE_BROKEN');
  const breaches = new Map(
    broken
      .sort((a, b) => (a.since < b.since ? -1 : 1))
      .map(({ casus, about, until }) => [promiseAt(casus, about), { lasts: until === null }]),
  );
  const toAndFro = stalls.filter(({ pattern }) => pattern === 'PINGPONG');
  const facts = {
    offers: told.flatMap(offersIn),
    elsewhere: told.flatMap(elsewhereIn),
    asks: told.flatMap(asksIn),
    returns: told.flatMap(returnsIn),
    pingpong: toAndFro.map(({ casus, about, since }) => ({ place: `${casus} ${about}`, since })),
  };
  return {
    waiting: waitingFigure(facts, period, query, partners),
    stalls: stallsFigure(stalls, period, query, partners),
    promises: promisesFigure(told.flatMap(promisesIn), breaches, period, query),
  };
}
