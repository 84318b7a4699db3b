import { casusEvent } from '#casus/events/casus-event';
import { inboxEvent } from '#casus/inbox/inbox-events';
import { at, recordedEvent } from '#casus/specification';
import { watchEvent, type WatchDataOf } from '#casus/watch/watch-events';
import { localDate } from '#calendar/local-date';
import type { DomainEvent } from '#event-sourcing/event';
import { streamName } from '#event-sourcing/stream-name';
import { inboxProjection } from '#read-models/inbox/projection';

const CASUS = '00000000-0000-4000-8000-000000000001';
const STALL = `${CASUS}/UNANSWERED/H1/8`;
const times = { occurredAt: at('2026-11-04T00:00'), recordedAt: at('2026-11-04T00:01') };
const begun: WatchDataOf<'StallBegan'> = {
  stall: STALL,
  pattern: 'UNANSWERED',
  about: 'H1',
  root: 'E8',
  onTheMove: 'welzijn',
  since: times.occurredAt,
};
const told: WatchDataOf<'Escalated'> = {
  of: STALL,
  why: 'stall',
  about: 'H1',
  pattern: 'UNANSWERED',
  level: 2,
  role: 'director',
  partner: 'sociaal-team',
  person: 'jongerenwerker',
  at: times.occurredAt,
};

const projected = (category: string, id: string, event: DomainEvent) =>
  inboxProjection.project(
    {
      ...recordedEvent(event, { revision: 12, partner: 'welzijn', ...times }),
      stream: streamName(category, id),
    },
    { reference: 'eva' },
  );
const noticed = (event: DomainEvent) => projected('watch', CASUS, event);
const happened = (event: DomainEvent) => projected('casus', CASUS, event);

describe('what comes into an inbox', () => {
  it('is an item by the place of its escalation', () => {
    expect(noticed(watchEvent('Escalated', told))).toMatchObject([
      {
        item: {
          item: `${CASUS}.12`,
          reference: 'eva',
          subject: STALL,
          last_day: null,
          open_until: 'infinity',
          person: 'jongerenwerker',
          at: times.occurredAt,
          recorded_at: times.recordedAt,
        },
      },
    ]);
  });

  it('is, of a warning, about a last day; of a promise whatever becomes of the promise counts', () => {
    const term = { ...told, why: 'term', of: `${CASUS}/term/E4/2026-11-12`, pattern: null, about: 'E4' } as const;
    expect(noticed(watchEvent('Escalated', term))).toMatchObject([
      {
        item: {
          subject: `${CASUS}/term/E4/2026-11-12`,
          last_day: '2026-11-12',
          open_until: '2026-11-12T23:00:00.000Z',
        },
      },
    ]);
    const promise = { ...term, why: 'promise', of: `${CASUS}/promise/P1/2026-11-18`, about: 'P1' } as const;
    expect(noticed(watchEvent('Escalated', promise))).toMatchObject([
      { item: { subject: `${CASUS}/promise/P1`, last_day: '2026-11-18' } },
    ]);
  });
});

describe('what becomes of it', () => {
  const until = at('2026-11-12T10:00');
  const corrected = (instead: WatchDataOf<'StallCorrected'>['instead']) =>
    noticed(watchEvent('StallCorrected', { stall: STALL, instead }));

  it('is what the watch found out of the stall', () => {
    const known = { root: 'E8', on_the_move: 'welzijn', since: times.occurredAt };
    expect(noticed(watchEvent('StallBegan', begun))).toMatchObject([
      { course: { subject: STALL, news: 'lasts', ...known, recorded_at: times.recordedAt } },
    ]);
    expect(noticed(watchEvent('StallEnded', { stall: STALL, until }))).toMatchObject([
      { course: { news: 'ended', ended_at: until, since: null } },
    ]);
    expect(corrected({ ...begun, until })).toMatchObject([{ course: { news: 'ended', ended_at: until, ...known } }]);
    expect(corrected({ ...begun, until: null })).toMatchObject([{ course: { news: 'lasts', ended_at: null } }]);
    expect(corrected(null)).toMatchObject([{ course: { news: 'never-was', ended_at: null } }]);
  });

  it('is what happened to the promise', () => {
    const due = localDate('2026-12-01');
    const subject = `${CASUS}/promise/P1`;
    const ended_at = times.occurredAt;
    expect(happened(casusEvent('PromiseKept', { promise: 'P1' }))).toMatchObject([
      { course: { subject, news: 'kept', ended_at } },
    ]);
    expect(happened(casusEvent('PromiseReleased', { promise: 'P1' }))).toMatchObject([
      { course: { subject, news: 'released', ended_at } },
    ]);
    expect(happened(casusEvent('PromiseRenegotiated', { promise: 'P1', due }))).toMatchObject([
      { course: { subject, news: 'moved', ended_at, due } },
    ]);
  });

  it('is who read it, or put it back', () => {
    const item = `${CASUS}.12`;
    expect(projected('inbox', `${CASUS}-welzijn`, inboxEvent('InboxItemRead', { item, person: 'ans' }))).toEqual([
      { mark: { item, person: 'ans', partner: 'welzijn', read: true, at: times.occurredAt } },
    ]);
    expect(projected('inbox', `${CASUS}-welzijn`, inboxEvent('InboxItemUnread', { item }))).toEqual([
      { mark: { item, person: '', partner: 'welzijn', read: false, at: times.occurredAt } },
    ]);
  });
});
