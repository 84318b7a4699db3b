import type { LocalDate } from '#calendar/local-date';
import type { AskLife } from '#casus/ask';
import type { CasusPromise } from '#casus/casus';
import type { RefusalReason } from '#casus/vocabulary';
import type { Instant } from '#event-sourcing/instant';

export const DEALING_KINDS = ['ask', 'promise', 'return'] as const;
export type DealingKind = (typeof DEALING_KINDS)[number];

/** Something between two partners besides offers: a question, a promise, or a step that was given back. */
export interface Dealing {
  /** Which of its casus. */
  readonly key: string;
  readonly kind: DealingKind;
  /** The reference of the ask or promise; of a return the step. */
  readonly thing: string;
  readonly step: string | null;
  /** The offer that a question is about. */
  readonly handoff: string | null;
  /** Who asked, promised, or gave back. */
  readonly from: string;
  readonly to: string;
  readonly beganAt: Instant;
  readonly life: AskLife | CasusPromise['life'] | 'returned';
  /** When it was no longer open; null while it is. */
  readonly endedAt: Instant | null;
  /** Of a decline or a return. */
  readonly reason: RefusalReason | null;
  /** The day of a promise as it was agreed last. */
  readonly due: LocalDate | null;
  /** How often a promise got another day. */
  readonly renegotiated: number;
}
