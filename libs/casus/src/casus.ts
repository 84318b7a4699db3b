import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Ask } from '#casus/ask';
import type { Basis } from '#casus/basis';
import type { Handoff } from '#casus/handoff';
import type { Step } from '#casus/step';
import type { DecisionOutcome, ResidentRole } from '#casus/vocabulary';

export type CasusLife = { readonly is: 'open' } | { readonly is: 'closed'; readonly at: Instant };

/** The partner that keeps the casus going, with one person as first contact. */
export interface Director {
  readonly partner: string;
  readonly person?: string | undefined;
}

/** A person the casus is about. Names stay in the events; the state needs none. */
export interface Resident {
  readonly ref: string;
  readonly id: string;
  readonly role: ResidentRole;
  readonly ended: boolean;
}

/** A decision as it was recorded, in the order of recording (`revision`). */
export interface RecordedDecision {
  readonly revision: number;
  readonly product: string;
  readonly decidedBy: string;
  readonly outcome: DecisionOutcome;
  readonly occurredAt: Instant;
  readonly step?: string | undefined;
}

/** A takeover request, the pull form of a handoff. `lapsed`: the owner changed or the step ended first. */
export interface Takeover {
  readonly id: string;
  readonly step: string;
  readonly by: string;
  readonly requestedAt: Instant;
  readonly life: 'open' | 'granted' | 'refused' | 'withdrawn' | 'lapsed';
}

/** `unconfirmed`: only told by its promiser so far. */
export interface CasusPromise {
  readonly id: string;
  readonly promisedBy: string;
  readonly to: string;
  readonly due: LocalDate;
  readonly madeAt: Instant;
  readonly confirmation: 'not-needed' | 'unconfirmed' | 'confirmed';
  readonly life: 'open' | 'kept' | 'released';
}

/** One casus as it follows from its facts. Keys of the maps are references, in the order of their beginning. */
export interface Casus {
  readonly reference: string;
  readonly title: string;
  readonly openedAt: Instant;
  /** When it was last opened again. */
  readonly reopenedAt?: Instant | undefined;
  readonly life: CasusLife;
  readonly director: Director;
  readonly residents: ReadonlyMap<string, Resident>;
  readonly bases: readonly Basis[];
  readonly decisions: readonly RecordedDecision[];
  readonly steps: ReadonlyMap<string, Step>;
  readonly handoffs: ReadonlyMap<string, Handoff>;
  readonly asks: ReadonlyMap<string, Ask>;
  readonly takeovers: ReadonlyMap<string, Takeover>;
  readonly promises: ReadonlyMap<string, CasusPromise>;
}
