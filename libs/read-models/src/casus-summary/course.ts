import { sameJson } from '#event-sourcing/canonical-json';
import type { Instant } from '#event-sourcing/instant';
import { isValid } from '#casus/basis';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import type { Fact } from '#casus/fact';
import type { Course, Interval } from '#read-models/intervals/course';

/** A casus as a whole at an instant. */
export interface Face {
  readonly title: string;
  readonly director: string;
  readonly person: string | null;
  readonly attentionGroup: string | null;
  readonly neighbourhood: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  readonly partners: readonly string[];
}

type Opening = Fact<'CasusOpened'>['data'];

/** A casus followed through time; `face` has no end yet. */
export interface FaceWalk {
  readonly at: Instant;
  readonly casus: Casus;
  readonly opening: Opening;
  readonly face: Interval<Face>;
}

const partnersOf = ({ bases }: Casus, at: Instant): string[] =>
  [...new Set(bases.filter((basis) => isValid(basis, at)).map(({ partner }) => partner))].sort();

const faceOf = (casus: Casus, { attentionGroup, neighbourhood }: Opening, at: Instant): Face => ({
  title: casus.title,
  director: casus.director.partner,
  person: casus.director.person ?? null,
  attentionGroup: attentionGroup ?? null,
  neighbourhood: neighbourhood ?? null,
  openedAt: casus.openedAt,
  closedAt: casus.life.is === 'closed' ? casus.life.at : null,
  partners: partnersOf(casus, at),
});

function look(casus: Casus, opening: Opening, at: Instant, before: Interval<Face> | undefined) {
  const value = faceOf(casus, opening, at);
  if (before && sameJson(before.value, value)) {
    return { walk: { at, casus, opening, face: before }, ended: [] };
  }
  const face: Interval<Face> = { key: '', from: at, to: null, value };
  return { walk: { at, casus, opening, face }, ended: before && before.from < at ? [{ ...before, to: at }] : [] };
}

/** A basis may end without anything happening. */
function nextEnd({ casus, at }: FaceWalk): Instant | undefined {
  const ends = casus.bases.map(({ endsAt }) => endsAt).filter((end) => end !== undefined && end > at);
  return ends.sort()[0];
}

function on(from: FaceWalk, until: Instant | null) {
  const ended: Interval<Face>[] = [];
  let walk = from;
  for (;;) {
    const next = nextEnd(walk);
    if (next === undefined || (until !== null && next > until)) return { walk, ended };
    const step = look(walk.casus, walk.opening, next, walk.face);
    walk = step.walk;
    ended.push(...step.ended);
  }
}

/** Whether two states look the same at every instant. */
const looksSame = (a: Casus, b: Casus): boolean =>
  a.title === b.title && a.director === b.director && a.life === b.life && a.bases === b.bases;

/** How a casus as a whole looks over time. */
export const FACES: Course<FaceWalk, Face> = {
  over(before, fact) {
    if (!before) {
      const casus = evolve(undefined, fact);
      if (fact.type !== 'CasusOpened') throw new TypeError(`a casus begins with its opening, not with ${fact.type}`);
      return look(casus, fact.data, fact.occurredAt, undefined);
    }
    // A decision of before the opening takes effect where the walk is.
    const at = fact.occurredAt < before.at ? before.at : fact.occurredAt;
    const quiet = on(before, at);
    const casus = evolve(quiet.walk.casus, fact);
    if (looksSame(casus, quiet.walk.casus)) return { walk: { ...quiet.walk, at, casus }, ended: quiet.ended };
    const { walk, ended } = look(casus, before.opening, at, quiet.walk.face);
    return { walk, ended: [...quiet.ended, ...ended] };
  },
  ahead(from) {
    const { walk, ended } = on(from, null);
    return [...ended, walk.face];
  },
  stays: (before, now) => before.face === now.face && looksSame(before.casus, now.casus),
};
