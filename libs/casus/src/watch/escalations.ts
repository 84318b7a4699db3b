import { nationalCalendar, lastOfWorkingDays } from '#calendar/working-days';
import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import { breachOf } from '#casus/clocks/step-clock';
import { stopAt, type Course } from '#casus/watch/course';
import type { NoticedStall } from '#casus/watch/noticed-stalls';
import type { WatchDataOf } from '#casus/watch/watch-events';
import type { StallPattern } from '#casus/vocabulary';

/** Somebody is told of something. */
export type Escalation = WatchDataOf<'Escalated'>;

const TO_THE_DIRECTOR = 2;
const TO_THE_PROCESS_DIRECTOR = TO_THE_DIRECTOR + 5;

const isPartner = (party: string | null): party is string =>
  party !== null && party !== 'resident' && !party.includes(':');

/** A partner, with the person of it who claimed the step. */
const addressee = (partner: string, person?: string) => ({ partner, ...(person !== undefined && { person }) });

/** Whom a pattern finds on the move as the director, and not as the owner of a step. */
const OF_THE_DIRECTOR: ReadonlySet<StallPattern> = new Set<StallPattern>([
  'PLAN_OVERTAKEN',
  'BASIS_LAPSED',
  'NOTHING_PLANNED',
  'START_INCOMPLETE',
]);

/** Who is on the move, for the step at the root; and the step that it is all about, if it is about one. */
interface Concerned extends Pick<NoticedStall, 'root' | 'onTheMove'> {
  readonly step: string | null;
}

/** The one on the move; if that is no partner the owner of the step that it is about; without a step the director. */
function firstTold({ steps, director }: Casus, { step, root, onTheMove }: Concerned) {
  const found = (id: string | null) => (id === null ? undefined : steps.get(id));
  if (isPartner(onTheMove)) {
    const acting = found(root);
    return addressee(onTheMove, acting?.owner === onTheMove ? acting.claimedBy : undefined);
  }
  const own = found(step);
  return own ? addressee(own.owner, own.claimedBy) : addressee(director.partner, director.person);
}

function firstToldOf(casus: Casus, stall: NoticedStall) {
  const { partner, person } = casus.director;
  // Of all patterns but BLOCKED the root is the very step.
  return OF_THE_DIRECTOR.has(stall.pattern)
    ? addressee(partner, person)
    : firstTold(casus, { ...stall, step: stall.root });
}

const after = (since: Instant, workingDays: number): Instant =>
  breachOf(lastOfWorkingDays(since, workingDays, nationalCalendar));

/**
 * Who is told of a stall, and when, as long as it lasts: at its start the one on the move, after two working days the
 * director, after five more the process director of the director's partner. A BLOCKED step is told of at its root.
 */
export function escalationsOf(course: Course, stall: NoticedStall): Escalation[] {
  if (stall.pattern === 'BLOCKED') return [];
  const { stall: of, pattern, about, since, until } = stall;
  const what = { of, why: 'stall', pattern, about } as const;
  const told = firstToldOf(stopAt(course, since).casus, stall);
  const later = after(since, TO_THE_DIRECTOR);
  const last = after(since, TO_THE_PROCESS_DIRECTOR);
  const { partner, person } = stopAt(course, later).casus.director;
  const all: Escalation[] = [
    { ...what, level: 1, role: 'on-the-move', ...told, at: since },
    { ...what, level: 2, role: 'director', ...addressee(partner, person), at: later },
    { ...what, level: 3, role: 'process-director', partner: stopAt(course, last).casus.director.partner, at: last },
  ];
  return all.filter(({ at }) => until === null || at < until);
}

/** Who is told that something nears its last day: the one on the move, or the owner of the step that warns. */
export function warningOf(
  casus: Casus,
  warns: Pick<Escalation, 'why' | 'about' | 'at'> & Concerned & { lastDay: string },
  of: string,
): Escalation {
  const { why, about, at, lastDay, ...whom } = warns;
  return {
    of: `${of}/${why}/${about}/${lastDay}`,
    why,
    about,
    pattern: null,
    level: 1,
    role: 'on-the-move',
    ...firstTold(casus, whom),
    at,
  };
}
