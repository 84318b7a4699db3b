import type { RecordedEvent } from '#event-sourcing/event';
import { streamName } from '#event-sourcing/stream-name';
import { casusEvent } from '#casus/events/casus-event';
import { at, recordedEvent } from '#casus/specification';
import { partnerEvent } from '#partners/partner-events';
import { partnersProjection } from '#read-models/partners/projection';

const now = at('2026-09-14T09:00');
const of = (event: { type: string; schemaVersion: number; data: unknown }): RecordedEvent => ({
  ...recordedEvent(event, { revision: 0, partner: 'sociaal-team', occurredAt: now, recordedAt: now }),
  stream: streamName('partner', 'huisarts'),
});

describe('the directory', () => {
  it('takes in who is registered, and new names', () => {
    const registered = of(partnerEvent('PartnerRegistered', { kind: 'general-practitioner', name: 'Huisarts' }));
    expect(partnersProjection.project(registered, undefined)).toEqual([
      { registered: { id: 'huisarts', kind: 'general-practitioner', name: 'Huisarts' } },
    ]);
    const renamed = of(partnerEvent('PartnerRenamed', { name: 'Praktijk' }));
    expect(partnersProjection.project(renamed, undefined)).toEqual([{ renamed: { id: 'huisarts', name: 'Praktijk' } }]);
  });

  it('is not for events of another kind of stream', () => {
    const stray = recordedEvent(casusEvent('CasusReopened', { reason: '-' }), {
      revision: 0,
      partner: 'sociaal-team',
      occurredAt: now,
      recordedAt: now,
    });
    expect(() => partnersProjection.project(stray, undefined)).toThrow(TypeError);
  });
});
