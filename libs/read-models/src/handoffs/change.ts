import type { HandoffsTable } from '#read-models/handoffs/table';

/** What may come to be known of a handoff after its offer. */
export type HandoffNews = Partial<
  Pick<
    HandoffsTable,
    | 'seen_at'
    | 'seen_recorded'
    | 'seen_channel'
    | 'answer'
    | 'answered_at'
    | 'answered_recorded'
    | 'answer_channel'
    | 'reason'
    | 'right_desk'
  >
>;

/** An offer is made, or something becomes of it. */
export type HandoffChange =
  { readonly offered: HandoffsTable } | { readonly casus: string; readonly handoff: string; readonly set: HandoffNews };
