import { ledgerOf, type StepLedger } from '#casus/ledger';
import type { Instant } from '#event-sourcing/instant';
import type { AsOf } from '#read-models/as-of';
import { handoffs } from '#read-models/handoffs/query';
import { handoffTimes, type HandoffTime } from '#read-models/ledger/handoff-times';
import { bookedStretchesOf } from '#read-models/ledger/stretches';
import {
  pairTimes,
  partyTimes,
  sumOf,
  unionOf,
  type PairTime,
  type PartyTime,
  type Time,
} from '#read-models/ledger/time-sums';
import { naturalOrder } from '#read-models/natural-order';
import type { PartnersKnown } from '#partners/partners-known';
import type { ReadDatabase } from '#read-models/read-database';

/** Where ledgers are read from: the intervals of the board, and the calendars of the partners. */
export interface LedgerSources {
  readonly db: ReadDatabase;
  readonly partners: PartnersKnown;
}

/** The time of a casus up to a moment. Domain, "The time ledger". */
export interface CasusLedger {
  readonly casus: string;
  readonly asOf: Instant;
  /** The steps in the order in which people count. */
  readonly steps: readonly StepLedger[];
  readonly totals: readonly PartyTime[];
  readonly pairs: readonly PairTime[];
  readonly handoffs: readonly HandoffTime[];
}

const inOrderOfCounting = (a: StepLedger, b: StepLedger): number =>
  naturalOrder(a.step) < naturalOrder(b.step) ? -1 : 1;

/** The ledger of one casus, by reference or id. */
export async function casusLedger(
  { db, partners: known }: LedgerSources,
  query: AsOf & { readonly casus: string },
): Promise<CasusLedger> {
  const { casus, at, knownAt } = query;
  const partners = await known.by(knownAt);
  const stretches = await bookedStretchesOf(db, query);
  const { rows: offers } = await handoffs(db, query);
  return {
    casus,
    asOf: at,
    steps: ledgerOf(stretches, partners).sort(inOrderOfCounting),
    totals: partyTimes(stretches, partners),
    pairs: pairTimes(stretches, partners),
    handoffs: handoffTimes(offers, stretches, at, partners),
  };
}

/** The time that lay with a partner, over all casus. */
export interface PartnerLedger {
  readonly partner: string;
  readonly from: Instant | null;
  readonly to: Instant;
  /** Summed over the steps. */
  readonly sum: Time;
  /** In which it held at least one move. */
  readonly union: Time;
  readonly byCasus: readonly (Time & { readonly casus: string })[];
  /** What it waited for others, and others for it. */
  readonly pairs: readonly PairTime[];
}

/** The ledger of one partner, from `from` (the beginning when left out) up to the moment. */
export async function partnerLedger(
  { db, partners: known }: LedgerSources,
  query: AsOf & { readonly partner: string; readonly from?: Instant | undefined },
): Promise<PartnerLedger> {
  const { partner, at, knownAt, from } = query;
  const partners = await known.by(knownAt);
  const stretches = await bookedStretchesOf(db, query);
  const own = stretches.filter(({ line }) => line === partner);
  const byCasus = [...Map.groupBy(own, ({ casus }) => casus)].map(([casus, part]) => ({
    casus,
    ...sumOf(part, partners),
  }));
  return {
    partner,
    from: from ?? null,
    to: at,
    sum: sumOf(own, partners),
    union: unionOf(own, partners),
    byCasus: byCasus.sort((a, b) => b.minutes - a.minutes || (a.casus < b.casus ? -1 : 1)),
    pairs: pairTimes(stretches, partners),
  };
}
