import { v5 } from 'uuid';
import type { WatchFact } from '#casus/watch/watch-fact';
import type { Casus } from '#casus/casus';
import { sayOfPromise } from '#messaging/translate/ask-and-promise-sayings';
import { say, type Concerns, type Said } from '#messaging/translate/said';
import type { KnownStall, Scene } from '#messaging/translate/scene';
import { concernsStep } from '#messaging/translate/step-sayings';

const STALLS = '8d0bb3c0-4a3e-4f0e-a3c5-7d1d3f2a9b61';

/** The public id of a stall: its own names what it is about, which may be a product in words. */
const publicStall = (id: string): string => v5(id, STALLS);

/** The step that a stall is about, by itself or by an offer, ask or takeover request. */
function stepAbout(casus: Casus | undefined, about: string): string | null {
  if (!casus) return null;
  if (casus.steps.has(about)) return about;
  const thing = casus.handoffs.get(about) ?? casus.asks.get(about) ?? casus.takeovers.get(about);
  return thing?.step ?? null;
}

/** What a stall is about, if that is a thing of the casus: a product or the casus itself has a name in words. */
const referenceAbout = (casus: Casus | undefined, about: string): string | null =>
  stepAbout(casus, about) !== null || casus?.promises.has(about) === true ? about : null;

/** A party without its name where that is a name in words: `external`, `supply`. */
const publicParty = (party: string | null): string | null => party?.replace(/^(external|supply):.*$/s, '$1') ?? null;

function standingOf({ about, root, onTheMove }: KnownStall, casus: Casus | undefined) {
  return { about: referenceAbout(casus, about), root, onTheMove: publicParty(onTheMove) };
}

function concernsStall({ about, root, onTheMove }: KnownStall, casus: Casus | undefined): Concerns {
  const promise = casus?.promises.get(about);
  const parties = promise ? [promise.promisedBy, promise.to] : onTheMove === null ? [] : [onTheMove];
  const steps = [stepAbout(casus, about), root].filter((step) => step !== null);
  return { what: 'stall', steps: [...new Set(steps)], parties };
}

const BELOW = { path: '/stalls' };

/** What the watch recorded, said in public. Escalations are for persons and say nothing. */
export function watchSaid(fact: WatchFact, scene: Scene): readonly Said[] {
  const { casus } = scene.after;
  switch (fact.type) {
    case 'StallBegan': {
      const { stall: id, pattern, since } = fact.data;
      const begun = { occurredAt: since, stall: publicStall(id), pattern, ...standingOf(fact.data, casus) };
      const detected = say('casus.stall-detected', begun, concernsStall(fact.data, casus), BELOW);
      if (pattern !== 'PROMISE_BROKEN') return [detected];
      return [detected, ...sayOfPromise('casus.promise-broken', fact.data.about, since, scene)];
    }
    case 'StallEnded': {
      const known = scene.stallOf(fact.data.stall);
      if (!known) throw new Error('a stall ended that never began');
      const { about } = standingOf(known, casus);
      const ended = { stall: publicStall(fact.data.stall), pattern: known.pattern, about };
      const { until } = fact.data;
      return [say('casus.stall-ended', { occurredAt: until, ...ended }, concernsStall(known, casus), BELOW)];
    }
    case 'StallCorrected': {
      const known = scene.stallOf(fact.data.stall);
      if (!known) throw new Error('a stall was corrected that never began');
      const { since, until } = fact.data.instead ?? { since: null, until: null };
      const instead =
        fact.data.instead && since !== null ? { ...standingOf(fact.data.instead, casus), since, until } : null;
      const { stall, pattern } = { stall: publicStall(fact.data.stall), pattern: known.pattern };
      const corrected = { occurredAt: fact.occurredAt, stall, pattern, instead };
      return [say('casus.stall-corrected', corrected, concernsStall(known, casus), BELOW)];
    }
    case 'OfferExpired': {
      const { handoff, step, from, to, expiredAt } = fact.data;
      const path = `/handoffs/${encodeURIComponent(handoff)}`;
      const expired = { occurredAt: expiredAt, handoff, step, from, to };
      return [say('casus.handoff-expired', expired, concernsStep(step, from, to), { path })];
    }
    case 'Escalated':
      return [];
  }
}
