import type { LocalDate } from '#calendar/local-date';
import type { TermRule } from '#calendar/term-rule';
import type { Ask } from '#casus/ask';
import type { Casus } from '#casus/casus';
import type { Fact } from '#casus/fact';
import type { Handoff } from '#casus/handoff';
import { isStallCause, STALL_CAUSES } from '#casus/stall-cause';
import type { StallInterval } from '#casus/stall-interval';
import type { Link, Why } from '#casus/why';
import type { Instant } from '#event-sourcing/instant';

/** A stretch that is told, with what it was about. `told`: its beginning was told with what went before; `elsewhere`: another step. */
export type Part = {
  readonly link: Link;
  readonly told: boolean;
  readonly elsewhere: boolean;
  readonly lasts: boolean;
} & (
  | { readonly kind: 'offer'; readonly offer: Handoff; readonly seenAt: Instant | null }
  | { readonly kind: 'ask'; readonly ask: Ask }
  | {
      readonly kind: 'suspended';
      readonly firstDay: LocalDate;
      readonly lastDay: LocalDate | null;
      readonly source: string;
    }
  | { readonly kind: 'work'; readonly again: boolean; readonly completed: boolean }
  | { readonly kind: 'waited' | 'rerouted' | 'replan' | 'confirm' | 'takeover' | 'nobody' }
);

/** The part of each kind. */
export type PartOf<Kind extends Part['kind']> = Extract<Part, { readonly kind: Kind }>;

/** What there is to tell of a red step, in no language yet. */
export interface Story {
  readonly why: Why;
  readonly title: string;
  readonly owner: string;
  readonly rule: TermRule | null;
  readonly titleOf: (step: string) => string;
  readonly planned: { readonly by: string; readonly owner: string; readonly at: Instant };
  /** What the step itself stalled in first, for a step that is not late. */
  readonly stall: StallInterval | undefined;
  readonly parts: readonly Part[];
  /** The labels of the causes that were named, by whom. */
  readonly causes: ReadonlyMap<string, readonly string[]>;
}

/** Shorter stretches that kept within their norm are left out of the telling; they stay in the chain. */
const WORTH_TELLING = 240;

const isWorthTelling = ({ overrun, workingMinutes, act, step }: Link, why: Why): boolean =>
  overrun > 0 || workingMinutes >= WORTH_TELLING || (act === 'answer-offer' && step === why.step);

function seenAtOf(facts: readonly Fact[], offer: string): Instant | null {
  const seen = facts.find((fact) => fact.type === 'HandoffSeen' && fact.data.handoff === offer);
  return seen?.occurredAt ?? null;
}

function suspensionOf(casus: Casus, { step, from }: Link) {
  const found = casus.steps
    .get(step)
    ?.suspensions.find((one) => one.from <= from && (one.to === undefined || from < one.to));
  if (!found) return undefined;
  const { firstDay, until, source } = found;
  return { firstDay, lastDay: until ?? null, source };
}

function partOf(casus: Casus, facts: readonly Fact[], why: Why, link: Link, index: number): Part {
  const before = why.chain.slice(0, index);
  const common = {
    link,
    told: link.step !== why.step || (before.length > 0 && before.every((one) => !isWorthTelling(one, why))),
    elsewhere: link.step !== why.step,
    lasts: why.lasts && link === why.chain.at(-1),
  };
  const offer = link.about === null ? undefined : casus.handoffs.get(link.about);
  const ask = link.about === null ? undefined : casus.asks.get(link.about);
  switch (link.act) {
    case 'answer-offer':
      if (offer) return { ...common, kind: 'offer', offer, seenAt: seenAtOf(facts, offer.id) };
      break;
    case 'answer-ask':
      if (ask) return { ...common, kind: 'ask', ask };
      break;
    case 'provide': {
      const suspension = suspensionOf(casus, link);
      return suspension ? { ...common, kind: 'suspended', ...suspension } : { ...common, kind: 'waited' };
    }
    case 'do':
    case 'chase': {
      const again = before.some(({ party, act, step, workingMinutes }) => {
        return party === link.party && act === link.act && step === link.step && workingMinutes >= WORTH_TELLING;
      });
      return { ...common, kind: 'work', again, completed: link.ended?.type === 'StepCompleted' };
    }
    case 'reroute':
      return { ...common, kind: 'rerouted' };
    case 'replan':
      return { ...common, kind: 'replan' };
    case 'confirm':
      return { ...common, kind: 'confirm' };
    case 'answer-takeover':
      return { ...common, kind: 'takeover' };
    case null:
      break;
  }
  return { ...common, kind: 'nobody' };
}

function causesOf(facts: readonly Fact[], { stalls }: Why): ReadonlyMap<string, readonly string[]> {
  const causes = new Map<string, readonly string[]>();
  for (const fact of facts) {
    if (fact.type !== 'StallCauseNamed') continue;
    const { cause, stall } = fact.data;
    const isOfThis = stalls.some(({ pattern, about }) => pattern === stall.pattern && about === stall.about);
    if (!isOfThis || !isStallCause(cause)) continue;
    const by = fact.actor.partner;
    const known = causes.get(by) ?? [];
    const { label } = STALL_CAUSES[cause];
    if (!known.includes(label)) causes.set(by, [...known, label]);
  }
  return causes;
}

/** Gathers what there is to tell; undefined when the step is not in the casus. */
export function storyOf(casus: Casus, facts: readonly Fact[], why: Why): Story | undefined {
  const step = casus.steps.get(why.step);
  const planning = facts.find((fact) => fact.type === 'StepPlanned' && fact.data.step === why.step);
  if (!step || planning?.type !== 'StepPlanned') return undefined;
  const parts = why.chain.flatMap((link, index) =>
    isWorthTelling(link, why) ? [partOf(casus, facts, why, link, index)] : [],
  );
  return {
    why,
    title: step.title,
    owner: step.owner,
    rule: (why.rule === null ? undefined : step.term?.rule) ?? null,
    titleOf: (id) => casus.steps.get(id)?.title ?? id,
    planned: { by: planning.actor.partner, owner: planning.data.owner, at: planning.occurredAt },
    stall: [...why.stalls].sort((a, b) => (a.since < b.since ? -1 : 1))[0],
    parts,
    causes: causesOf(facts, why),
  };
}
