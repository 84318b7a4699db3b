import type { Projection } from '#event-sourcing/projection';
import { idOf } from '#event-sourcing/stream-name';
import { dayAfter, startOfDay } from '#calendar/local-date';
import { readFact, type Fact } from '#casus/fact';
import type { HandoffChange, HandoffNews } from '#read-models/handoffs/change';
import type { HandoffsTable } from '#read-models/handoffs/table';
import { writeHandoffs } from '#read-models/handoffs/write-rows';
import { references, type Named } from '#read-models/projector/reference';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';

const NOTHING_YET = {
  seen_at: null,
  seen_recorded: null,
  seen_channel: null,
  answer: null,
  answered_at: null,
  answered_recorded: null,
  answer_channel: null,
  reason: null,
  right_desk: null,
} as const;

const offeredOf = (casus: string, reference: string, fact: Fact<'HandoffOffered'>): HandoffsTable => ({
  casus,
  reference,
  handoff: fact.data.handoff,
  step: fact.data.step,
  from_partner: fact.data.from,
  to_partner: fact.data.to,
  kind: fact.data.kind,
  previous: fact.data.previous ?? null,
  parent: fact.data.parent ?? null,
  answer_by: fact.data.answerBy ?? null,
  expires_on: fact.data.expiresOn ?? null,
  expires_at: fact.data.expiresOn === undefined ? null : startOfDay(dayAfter(fact.data.expiresOn)),
  offered_at: fact.occurredAt,
  offered_recorded: fact.recordedAt,
  ...NOTHING_YET,
});

function laterOf(fact: Fact): HandoffNews | undefined {
  const answered = { answered_at: fact.occurredAt, answered_recorded: fact.recordedAt };
  switch (fact.type) {
    case 'HandoffSeen':
      return {
        seen_at: fact.occurredAt,
        seen_recorded: fact.recordedAt,
        seen_channel: fact.data.toldBy?.channel ?? null,
      };
    case 'HandoffAccepted':
      return { ...answered, answer: 'accepted', answer_channel: fact.data.toldBy?.channel ?? null };
    case 'HandoffDeclined':
      return {
        ...answered,
        answer: 'declined',
        answer_channel: fact.data.toldBy?.channel ?? null,
        reason: fact.data.reason,
        right_desk: fact.data.rightDesk ?? null,
      };
    case 'HandoffWithdrawn':
      return { ...answered, answer: 'withdrawn' };
    default:
      return undefined;
  }
}

const TYPES = ['HandoffOffered', 'HandoffSeen', 'HandoffAccepted', 'HandoffDeclined', 'HandoffWithdrawn'] as const;

/** A row per handoff with the moments of what became of it. */
export const handoffsProjection: Projection<Named, HandoffChange> & { name: 'handoffs' } = {
  name: 'handoffs',
  version: VIEW_VERSIONS.handoffs,
  types: TYPES,
  project(event, { reference }) {
    const fact = readFact(event);
    const casus = idOf(event.stream);
    if (fact.type === 'HandoffOffered') return [{ offered: offeredOf(casus, reference, fact) }];
    const set = laterOf(fact);
    return set && 'handoff' in fact.data && fact.data.handoff !== undefined
      ? [{ casus, handoff: fact.data.handoff, set }]
      : [];
  },
};

export const handoffsView = viewOver({
  projection: handoffsProjection,
  reads: { categories: ['casus'], types: TYPES },
  contexts: ({ readStream }) => references(readStream),
  write: writeHandoffs,
});
