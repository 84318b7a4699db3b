import type { Instant } from '#event-sourcing/instant';
import { localDateOf, plusDays, type LocalDate } from '#calendar/local-date';
import type { Casus } from '#casus/casus';
import type { CasusHistory } from '#casus/history';
import { momentOf, type Moment } from '#casus/moment';
import type { StallInterval } from '#casus/stall-interval';
import { stallsAt } from '#casus/standings';
import type { Chance } from '#tests/properties/chance';
import { PARTNERS } from '#tests/properties/commands/cast';

/** What a random command is drawn from: the casus as it stands, and the two times of the command. */
export interface Draw extends Chance {
  readonly casus: Casus;
  readonly occurredAt: Instant;
  readonly at: Moment;
  /** Now and then: this field is to be implausible. */
  readonly odd: () => boolean;
  /** A day around that of the fact. */
  readonly day: (least: number, most: number) => LocalDate;
  readonly partner: () => string;
  /** A partner, by preference one with a basis. */
  readonly insider: () => string;
  readonly text: () => string;
  /** One of these, or now and then one that does not fit, or that does not exist. */
  readonly one: (fitting: readonly string[], all: Iterable<string>) => string;
  readonly override: () => { readonly reason: string } | undefined;
  /** What had stalled when the fact happened. */
  readonly stalls: () => readonly StallInterval[];
}

const ODDLY = 0.05;
const TEXTS = ['Besproken met bewoner.', 'Wacht op stukken.', 'Ze belt terug.', 'Volgens afspraak.'];
/** A made-up number that passes the eleven-test. */
const LIKE_A_BSN = 'nummer 111222333';

/** Makes the draws for one command. */
export function drawFrom(
  chance: Chance,
  casus: Casus,
  history: CasusHistory,
  times: { occurredAt: Instant; recordedAt: Instant },
): Draw {
  const { occurredAt } = times;
  const today = localDateOf(occurredAt);
  const odd = () => chance.happens(ODDLY);
  const partner = () => chance.pick(PARTNERS);
  const insiders = [...new Set(casus.bases.filter(({ grants }) => grants.length > 0).map((basis) => basis.partner))];
  return {
    ...chance,
    casus,
    occurredAt,
    at: momentOf(times),
    odd,
    partner,
    day: (least, most) => plusDays(today, odd() ? chance.between(-12, -1) : chance.between(least, most)),
    insider: () => (odd() || insiders.length === 0 ? partner() : chance.pick([casus.director.partner, ...insiders])),
    text: () => (chance.happens(0.002) ? LIKE_A_BSN : chance.pick(TEXTS)),
    one: (fitting, all) => {
      if (fitting.length > 0 && !odd()) return chance.pick(fitting);
      const every = [...all];
      return every.length > 0 && !odd() ? chance.pick(every) : 'geen';
    },
    override: () => chance.perhaps(0.1, () => ({ reason: 'spoed' })),
    stalls: () => stallsAt(history, occurredAt),
  };
}
