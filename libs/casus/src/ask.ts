import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';

/** `closed`: what it was about ended first. */
export type AskLife = 'open' | 'answered' | 'declined' | 'withdrawn' | 'closed';

/** A question to a partner about a step, or (with `handoff`) about an open offer. Ownership stays where it is. */
export interface Ask {
  readonly id: string;
  readonly step: string;
  readonly handoff?: string | undefined;
  readonly from: string;
  readonly to: string;
  readonly askedAt: Instant;
  readonly answerBy?: LocalDate | undefined;
  readonly life: AskLife;
  /** When it was answered, declined, withdrawn or closed by what was recorded. */
  readonly endedAt?: Instant | undefined;
}
