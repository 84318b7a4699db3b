import type { RecordedEvent } from '#event-sourcing/event';
import { later } from '#event-sourcing/instant';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { categoryOf, idOf, streamName } from '#event-sourcing/stream-name';
import { readFact } from '#casus/fact';
import { inOrderOfHappening } from '#casus/history';
import { PARTNER_CATEGORY, readPartnerFact, type PartnerFact } from '#partners/partner-fact';
import { partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';
import { allOf, type Course, type Interval } from '#read-models/intervals/course';
import { revisions, type Revision } from '#read-models/intervals/revisions';
import type { Contexts, LookUp } from '#read-models/projector/view';

/** What an event makes of the intervals of one casus. */
export interface RevisionOf<Value> {
  readonly casus: string;
  readonly revision: Revision<Value>;
}

const PAGE = 1000;

/** What a partner sets changes what was computed by it; that it is there, or under what name, does not. */
export const changesNorms = (event: RecordedEvent): boolean =>
  categoryOf(event.stream) === PARTNER_CATEGORY && !['PartnerRegistered', 'PartnerRenamed'].includes(event.type);

async function partnerFactsBefore({ readAll }: LookUp, position: Position): Promise<PartnerFact[]> {
  const facts: PartnerFact[] = [];
  for (let after = BEGINNING, end = false; !end && after < position;) {
    const page = await readAll({ after, limit: PAGE, categories: [PARTNER_CATEGORY] });
    facts.push(...page.events.filter((event) => event.position < position).map(readPartnerFact));
    ({ position: after, end } = page);
  }
  return facts;
}

/**
 * Follows casus by what their partners set. An event of a partner revises every casus in which it was ever involved; all
 * events before it must have been written.
 */
export function partnerRevisions<Walk, Value>(
  courseBy: (partners: PartnersOverTime) => Course<Walk, Value>,
  lookUp: LookUp,
): Contexts<readonly RevisionOf<Value>[]> {
  let facts: PartnerFact[] | undefined;
  let upTo = BEGINNING;
  let course = courseBy(partnersOverTime([]));
  const follow = () =>
    revisions<Walk, Value>({ over: (w, f) => course.over(w, f), ahead: (w) => course.ahead(w) }, lookUp.readStream);
  let ofCasus = follow();

  function wholeOf(by: Course<Walk, Value>, events: readonly RecordedEvent[]): Interval<Value>[] {
    const { walk, ended } = allOf(by, events.map(readFact).sort(inOrderOfHappening));
    return [...ended, ...(walk === undefined ? [] : by.ahead(walk))];
  }

  async function revised(
    casus: string,
    before: Course<Walk, Value>,
    cause: RecordedEvent,
  ): Promise<RevisionOf<Value>[]> {
    const stream = await lookUp.readStream(streamName('casus', casus));
    const events = stream.filter(({ position }) => position < cause.position);
    const opening = events[0] && readFact(events[0]);
    if (opening?.type !== 'CasusOpened') return [];
    const known = events.reduce((at, { metadata }) => later(at, metadata.recordedAt), cause.metadata.recordedAt);
    const revision = {
      reference: opening.data.reference,
      known,
      before: wholeOf(before, events),
      after: wholeOf(course, events),
    };
    return [{ casus, revision }];
  }

  return async (event) => {
    // What was taken before is taken anew when it could not be written.
    if (!facts || event.position <= upTo) {
      facts = await partnerFactsBefore(lookUp, event.position);
      course = courseBy(partnersOverTime(facts));
      ofCasus = follow();
    }
    upTo = event.position;
    if (categoryOf(event.stream) !== PARTNER_CATEGORY) {
      return [{ casus: idOf(event.stream), revision: await ofCasus(event) }];
    }
    facts = [...facts, readPartnerFact(event)];
    const before = course;
    course = courseBy(partnersOverTime(facts));
    if (!changesNorms(event)) return [];
    // What was kept was walked by what held before.
    ofCasus = follow();
    const casus = await lookUp.casusOf(idOf(event.stream));
    return (await Promise.all(casus.map((id) => revised(id, before, event)))).flat();
  };
}
