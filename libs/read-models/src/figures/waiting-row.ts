import { durationsOf, type Durations, type Spell } from '#read-models/figures/durations';
import { percentOf } from '#read-models/figures/percent';
import { casusIn } from '#read-models/figures/cell';

export type WaitingKind = 'handoff' | 'ask';

/** An offer or question of a period, and what came of it. An answered question counts as `accepted`. */
export interface Awaited {
  readonly kind: WaitingKind;
  readonly casus: string;
  readonly from: string;
  readonly to: string;
  readonly end: 'accepted' | 'declined' | 'open' | 'expired' | 'withdrawn' | 'closed';
  /** It was the resident that declined. */
  readonly byResident: boolean;
  readonly bounced: boolean;
  /** The step, when it went to and fro after this. */
  readonly wentToAndFro: string | undefined;
  readonly waiting: Spell;
  /** Undefined when nobody knows how long it lay unread. */
  readonly unread: Spell | undefined;
  readonly undecided: Spell | undefined;
}

/** The waiting of one partner (`from`) for another (`to`); both null: of all. */
export interface WaitingRow {
  readonly cell: string;
  readonly kind: WaitingKind;
  readonly from: string | null;
  readonly to: string | null;
  readonly volume: number;
  readonly accepted: number;
  /** By the receiver; what the resident declined stands apart. */
  readonly declined: number;
  readonly declinedByResident: number;
  readonly open: number;
  readonly expired: number;
  readonly withdrawn: number;
  /** Questions whose step or offer ended first. */
  readonly closed: number;
  /** Of those that the receiver accepted or declined; null without any. */
  readonly declinePercent: number | null;
  readonly bounced: number;
  /** Of those that were accepted or declined; null without any. */
  readonly bouncePercent: number | null;
  /** Steps that went to and fro after the offer. */
  readonly pingpong: number;
  readonly waiting: Durations;
  /** Null of questions: nobody says that one was read. */
  readonly unread: Durations | null;
  readonly undecided: Durations | null;
  readonly casus: readonly string[];
}

const known = (spell: Spell | undefined): readonly Spell[] => (spell ? [spell] : []);

/** What offers or questions of one pair, or of all, come to. */
export function waitingRow(
  cell: string,
  { kind, from, to }: Pick<WaitingRow, 'kind' | 'from' | 'to'>,
  all: readonly Awaited[],
): WaitingRow {
  const count = (fits: (one: Awaited) => boolean): number => all.filter(fits).length;
  const accepted = count(({ end }) => end === 'accepted');
  const declined = count(({ end, byResident }) => end === 'declined' && !byResident);
  const bounced = count((one) => one.bounced);
  const ofHandoffs = kind === 'handoff';
  return {
    cell,
    kind,
    from,
    to,
    volume: all.length,
    accepted,
    declined,
    declinedByResident: count(({ end, byResident }) => end === 'declined' && byResident),
    open: count(({ end }) => end === 'open'),
    expired: count(({ end }) => end === 'expired'),
    withdrawn: count(({ end }) => end === 'withdrawn'),
    closed: count(({ end }) => end === 'closed'),
    declinePercent: percentOf(declined, accepted + declined),
    bounced,
    bouncePercent: ofHandoffs ? percentOf(bounced, accepted + declined) : null,
    pingpong: new Set(all.flatMap(({ wentToAndFro }) => wentToAndFro ?? [])).size,
    waiting: durationsOf(all.map(({ waiting }) => waiting)),
    unread: ofHandoffs ? durationsOf(all.flatMap(({ unread }) => known(unread))) : null,
    undecided: ofHandoffs ? durationsOf(all.flatMap(({ undecided }) => known(undecided))) : null,
    casus: casusIn(all),
  };
}
