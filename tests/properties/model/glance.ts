import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { bareLastDays, fairDay, type LastDay } from '#tests/properties/model/days-of-step';
import { allOf, isOf, lastOf } from '#tests/properties/model/facts-of';
import { placesAt, type Place, type Stories } from '#tests/properties/model/rows';

/** What a look at one step says, with since when that has been so. */
export interface Glance extends Place {
  readonly facts: readonly Fact[];
  readonly days: readonly LastDay[];
  readonly blocking: string | undefined;
  /** Since when its own row has held. */
  readonly rowSince: Instant | undefined;
  /** Since when its present owner can act. */
  readonly ableSince: Instant | undefined;
  /** Since when it is open with nothing that calls for an act. */
  readonly idleSince: Instant | undefined;
}

/** A look at a whole casus at an instant. */
export interface View {
  readonly at: Instant;
  readonly facts: readonly Fact[];
  readonly partners: PartnersOverTime;
  readonly director: string;
  readonly isOpen: boolean;
  readonly steps: ReadonlyMap<string, Glance>;
  readonly quietSince: Instant | undefined;
}

/** The facts about a step, by name, in their order. */
const factsOn = (facts: readonly Fact[], step: string): Fact[] =>
  facts.filter(({ data }) => ('step' in data && data.step === step) || ('steps' in data && data.steps.includes(step)));

/**
 * Looks at a casus at one instant after another; remembers nothing but since when each thing that it saw has been so.
 * Facts of a view in the order of happening; at one instant first without, then fact by fact.
 */
export function glancer(partners: PartnersOverTime) {
  const read: Stories = new Map();
  let stretches = new Map<string, { key: string; since: Instant }>();

  return function look(facts: readonly Fact[], at: Instant): View {
    const going = new Map<string, { key: string; since: Instant }>();
    const since = (name: string, key: string | undefined): Instant | undefined => {
      if (key === undefined) return undefined;
      const before = stretches.get(name);
      const now = before?.key === key ? before : { key, since: at };
      going.set(name, now);
      return now.since;
    };

    const first = placesAt(facts, at, { read });
    const own = new Map([...first.keys()].map((step) => [step, factsOn(facts, step)]));
    const days = new Map<string, readonly LastDay[]>();
    const able = new Map<string, Instant | undefined>();
    const lastDays = new Map<string, LocalDate | null>();
    for (const { step, state, story } of first.values()) {
      const planned = own.get(step)?.find((fact) => isOf(fact, 'StepPlanned'));
      days.set(step, planned ? bareLastDays(own.get(step) ?? [], planned) : []);
      const canAct = state === 'open' || state === 'waiting' || state === 'reported';
      const ableSince = since(`able ${step}`, canAct ? String(story.changesOfOwner) : undefined);
      able.set(step, ableSince);
      const fair = (days.get(step) ?? []).map((day) => fairDay(day, ableSince)).sort();
      lastDays.set(step, fair[0] ?? null);
    }

    const places = placesAt(facts, at, { read, lastDays });
    const steps = new Map<string, Glance>();
    for (const place of places.values()) {
      const { step, state, story, row, blockedBy } = place;
      const candidates = blockedBy.filter((one) => places.get(one)?.row !== undefined);
      const latest = candidates
        .map((one) => lastDays.get(one) ?? '')
        .sort()
        .at(-1);
      const rowKey = row?.root === step ? [row.act, row.party, row.thing, story.changesOfOwner].join(' ') : undefined;
      const isIdle =
        state === 'open' &&
        story.term === undefined &&
        !place.offered &&
        story.asks.length === 0 &&
        story.takeovers.length === 0 &&
        !(row?.root === step && row.act === 'reroute');
      steps.set(step, {
        ...place,
        facts: own.get(step) ?? [],
        days: days.get(step) ?? [],
        blocking: candidates.find((one) => (lastDays.get(one) ?? '') === latest),
        rowSince: since(`row ${step}`, rowKey),
        ableSince: able.get(step),
        idleSince: since(`idle ${step}`, isIdle ? '' : undefined),
      });
    }

    const life = lastOf(facts, 'CasusOpened', 'CasusClosed', 'CasusReopened');
    const isOpen = life?.type !== 'CasusClosed';
    const busy = [...places.values()].some(({ row, state }) => row !== undefined || state === 'scheduled');
    const head = lastOf(facts, 'CasusOpened', 'DirectorAppointed');
    const director = head?.type === 'CasusOpened' ? head.data.director.partner : (head?.data.partner ?? '');
    const quietSince = since('quiet', isOpen && !busy ? '' : undefined);
    stretches = going;
    return { at, facts, partners, director, isOpen, steps, quietSince };
  };
}

/** The steps that are not done or cancelled. */
export const left = ({ steps }: View): Glance[] => [...steps.values()].filter(({ story }) => story.ended === undefined);

/** The offers that are neither answered nor withdrawn nor expired. */
export const openOffers = ({ facts, steps }: View): Fact<'HandoffOffered'>[] =>
  allOf(facts, 'HandoffOffered').filter(({ data }) => {
    const glance = steps.get(data.step);
    return glance?.offered === true && glance.story.unanswered?.data.handoff === data.handoff;
  });
