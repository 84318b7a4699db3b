import { minutesBetween, workingMinutes } from '#calendar/working-time';
import { workingMinutesOf } from '#casus/ledger';
import { later } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { workingTimeOf } from '#partners/working-time';
import { isOfPartner, type OwnedStretch } from '#read-models/ledger/stretches';

/** An amount of time: whole minutes, and working minutes of the party's calendar and opening hours. */
export interface Time {
  readonly minutes: number;
  readonly workingMinutes: number;
}

export const NO_TIME: Time = { minutes: 0, workingMinutes: 0 };

const plus = (a: Time, b: Time): Time => ({
  minutes: a.minutes + b.minutes,
  workingMinutes: a.workingMinutes + b.workingMinutes,
});

/** The time of one stretch. */
export const timeOf = (stretch: OwnedStretch, partners: PartnersOverTime): Time => ({
  minutes: minutesBetween(stretch.from, stretch.to),
  workingMinutes: workingMinutesOf(stretch, partners),
});

/** All of these stretches together. */
export const sumOf = (stretches: readonly OwnedStretch[], partners: PartnersOverTime): Time =>
  stretches.reduce((sum, stretch) => plus(sum, timeOf(stretch, partners)), NO_TIME);

/** The time that is in at least one of these stretches, which are given in the order in which they began. */
export function unionOf(stretches: readonly OwnedStretch[], partners: PartnersOverTime): Time {
  let union = NO_TIME;
  let [covered] = stretches.map(({ from }) => from);
  for (const { line, from, to } of stretches) {
    if (covered === undefined || to <= covered) continue;
    const start = later(from, covered);
    const time = workingTimeOf(partners.at(from).get(line));
    union = plus(union, { minutes: minutesBetween(start, to), workingMinutes: workingMinutes(start, to, time) });
    covered = to;
  }
  return union;
}

/** The time of a party: summed over its steps, and the time in which it held at least one move. */
export interface PartyTime extends Time {
  readonly line: string;
  readonly union: Time;
}

/** The time of each party, the most first. What is booked on `blocked` is left out: it is booked where it blocks. */
export function partyTimes(stretches: readonly OwnedStretch[], partners: PartnersOverTime): readonly PartyTime[] {
  const counted = stretches.filter(({ line }) => !line.startsWith('blocked:'));
  const byLine = Map.groupBy(counted, ({ line }) => line);
  const times = [...byLine].map(([line, own]) => ({
    line,
    ...sumOf(own, partners),
    union: unionOf(own, partners),
  }));
  return times.sort((a, b) => b.minutes - a.minutes || (a.line < b.line ? -1 : 1));
}

/** How long the owner of steps waited for another partner that was on the move. */
export interface PairTime extends Time {
  readonly owner: string;
  readonly onTheMove: string;
}

/** The waiting per pair of partners, the most first. */
export function pairTimes(stretches: readonly OwnedStretch[], partners: PartnersOverTime): readonly PairTime[] {
  const between = stretches.filter((stretch) => isOfPartner(stretch) && stretch.line !== stretch.owner);
  const byPair = Map.groupBy(between, ({ owner, line }) => `${owner} ${line}`);
  const times = [...byPair.values()].flatMap((own) => {
    const [first] = own;
    return first ? [{ owner: first.owner, onTheMove: first.line, ...sumOf(own, partners) }] : [];
  });
  const nameOf = ({ owner, onTheMove }: PairTime) => `${owner} ${onTheMove}`;
  return times.sort((a, b) => b.minutes - a.minutes || (nameOf(a) < nameOf(b) ? -1 : 1));
}
