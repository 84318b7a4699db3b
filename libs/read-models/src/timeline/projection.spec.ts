import { casusEvent, type CasusEventType, type DataOf } from '#casus/events/casus-event';
import { at, recordedEvent } from '#casus/specification';
import { localDate } from '#calendar/local-date';
import { timelineProjection } from '#read-models/timeline/projection';

const times = { occurredAt: at('2026-09-14T09:00'), recordedAt: at('2026-09-14T10:30') };

function row<T extends CasusEventType>(type: T, data: DataOf<T>) {
  const event = recordedEvent(casusEvent(type, data), { revision: 4, partner: 'welzijn', ...times });
  const [only] = timelineProjection.project(event, { reference: 'eva' });
  return only;
}

describe('a line of the timeline', () => {
  it('says who, when, about what, and whether it was told by another', () => {
    const toldBy = { name: 'Bo Voorbeeld', channel: 'phone' };
    expect(row('HandoffAccepted', { handoff: 'O1', step: 'E4', from: 'welzijn', to: 'corporatie', toldBy })).toEqual({
      position: '00000000000000000005',
      casus: 'eva',
      reference: 'eva',
      revision: 4,
      type: 'HandoffAccepted',
      occurred_at: times.occurredAt,
      recorded_at: times.recordedAt,
      partner: 'welzijn',
      person: null,
      on_behalf_of: null,
      step: 'E4',
      handoff: 'O1',
      ask: null,
      takeover: null,
      promise: null,
      told_by_channel: 'phone',
      summary: 'O1 accepted, as told: E4 from welzijn to corporatie',
    });
  });

  it.each([
    ['NoteAdded', { text: 'Geheim', audience: 'own', step: 'E4' }, 'note on E4'],
    [
      'WaitingStarted',
      {
        step: 'E4',
        waitingFor: { kind: 'external', name: 'Geheim' },
        reason: 'Geheim',
        until: localDate('2026-09-30'),
      },
      'E4 waits for external, until 2026-09-30',
    ],
    [
      'MeetingRecorded',
      { present: ['Geheim', 'Geheim'], agreed: 'Geheim', steps: ['E4', 'E5'] },
      'meeting of 2 about E4, E5',
    ],
    [
      'PromiseMade',
      { promise: 'P1', promisedBy: 'corporatie', to: 'sociaal-team', what: 'Geheim', due: localDate('2026-09-30') },
      'P1: promised by corporatie to sociaal-team, due 2026-09-30',
    ],
    [
      'AskOpened',
      { ask: 'A1', step: 'E4', handoff: 'O1', from: 'corporatie', to: 'welzijn', what: 'Geheim' },
      'A1: corporatie asks welzijn about O1',
    ],
    [
      'ResidentAdded',
      { ref: 'kim', id: 'person-kim', role: 'resident', givenName: 'Geheim', familyName: 'Geheim' },
      'resident added',
    ],
  ] as const)('of %s says no text and no name', (type, data, summary) => {
    const line = row<CasusEventType>(type, data as DataOf<CasusEventType>);
    expect(line?.summary).toBe(summary);
    expect(JSON.stringify(line)).not.toContain('Geheim');
  });
});
