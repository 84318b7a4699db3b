import { localDate } from '#calendar/local-date';
import { casusEvent, type CasusEventType, type DataOf } from '#casus/events/casus-event';
import { at, recordedEvent } from '#casus/specification';
import { handoffsProjection } from '#read-models/handoffs/projection';

const times = { occurredAt: at('2026-09-14T09:00'), recordedAt: at('2026-09-14T10:30') };
const moments = { answered_at: times.occurredAt, answered_recorded: times.recordedAt };
const of = { handoff: 'O1', step: 'E4' };
const between = { ...of, from: 'welzijn', to: 'corporatie' };
const toldBy = { name: 'Bo Voorbeeld', channel: 'phone' };

const project = <T extends CasusEventType>(type: T, data: DataOf<T>) =>
  handoffsProjection.project(recordedEvent(casusEvent(type, data), { revision: 4, partner: 'welzijn', ...times }), {
    reference: 'eva',
  });

describe('the row of a handoff', () => {
  it('begins with the offer, and expires at 00:00 of the day after its last', () => {
    const [change] = project('HandoffOffered', {
      ...between,
      kind: 'warm',
      expiresOn: localDate('2026-09-30'),
      parent: 'O0',
    });
    expect(change).toMatchObject({
      offered: {
        casus: 'eva',
        handoff: 'O1',
        from_partner: 'welzijn',
        expires_on: '2026-09-30',
        expires_at: at('2026-10-01T00:00'),
        parent: 'O0',
        previous: null,
        offered_at: times.occurredAt,
        offered_recorded: times.recordedAt,
        seen_at: null,
        answer: null,
      },
    });
  });

  it('tells when it was seen and how it was answered, and who told it only by the channel', () => {
    const set = (type: 'HandoffSeen' | 'HandoffAccepted' | 'HandoffDeclined' | 'HandoffWithdrawn', data: object) => {
      const [change] = project<CasusEventType>(type, data as DataOf<CasusEventType>);
      return change && 'set' in change ? change.set : undefined;
    };
    expect(set('HandoffSeen', { ...of, toldBy })).toEqual({
      seen_at: times.occurredAt,
      seen_recorded: times.recordedAt,
      seen_channel: 'phone',
    });
    expect(set('HandoffAccepted', between)).toEqual({ ...moments, answer: 'accepted', answer_channel: null });
    const declined = { ...between, reason: 'wrong-desk', rightDesk: 'gemeente-wmo', note: 'Bel Bo', toldBy };
    expect(set('HandoffDeclined', declined)).toEqual({
      ...moments,
      answer: 'declined',
      answer_channel: 'phone',
      reason: 'wrong-desk',
      right_desk: 'gemeente-wmo',
    });
    expect(set('HandoffWithdrawn', of)).toEqual({ ...moments, answer: 'withdrawn' });
  });
});
