import type { ProposedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';

const AT = instant('2026-11-20T11:00:00Z');

/** An event of ordinary size: an offered handoff, some six hundred characters of JSON. */
export const sampleEvent = (n: number): ProposedEvent => {
  const id = `0199f0a0-0000-7000-8000-${n.toString(16).padStart(12, '0')}`;
  return {
    id,
    type: 'handoff-offered.v1',
    schemaVersion: 1,
    data: {
      handoffId: id,
      stepId: 'E4',
      from: 'sociaal-team',
      to: 'gemeente-burgerzaken',
      note: 'Briefadres is aangevraagd; de stukken liggen klaar bij de balie.',
      respondBy: '2026-11-27T16:00:00.000Z',
    },
    metadata: {
      commandId: id,
      actor: { partner: 'sociaal-team', person: 'noor-voorbeeld' },
      occurredAt: AT,
      recordedAt: AT,
      correlationId: id,
      causationId: id,
      purpose: 'housing-support',
      basis: 'wmo-2.3.1',
      subjects: ['person-1'],
      responsible: 'sociaal-team',
    },
  };
};
