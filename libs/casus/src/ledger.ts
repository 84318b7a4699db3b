import { minuteOf, minutesBetween, workingMinutes } from '#calendar/working-time';
import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { workingTimeOf } from '#partners/working-time';
import type { StandingInterval } from '#casus/walk';

/** The minutes of a step on one line: whole, and working minutes of the party's calendar and opening hours. */
export interface LedgerLine {
  readonly line: string;
  readonly minutes: number;
  readonly workingMinutes: number;
}

/** The time of one step, every minute on one line, in the order in which the lines first occur. */
export interface StepLedger {
  readonly step: string;
  readonly lines: readonly LedgerLine[];
}

/** A stretch of a step's time on one line. */
export interface BookedStretch {
  readonly step: string;
  readonly line: string;
  readonly from: Instant;
  readonly to: Instant;
}

/** The stretches of the time of all steps up to `until`, in the order of the intervals. */
export const bookedStretches = (intervals: readonly StandingInterval[], until: Instant): BookedStretch[] =>
  intervals.flatMap(({ from, to, standing }) => {
    if (standing.line === null || from >= until) return [];
    return [{ step: standing.step, line: standing.line, from, to: to === null || to > until ? until : to }];
  });

/** Working minutes of one stretch: by the calendar of the partner it is booked on, else office hours. */
export const workingMinutesOf = ({ line, from, to }: BookedStretch, partners: PartnersOverTime): number =>
  workingMinutes(from, to, workingTimeOf(partners.at(from).get(line)));

/** The ledger of every step: its lines add up to its whole time. Domain, "The time ledger". */
export function ledgerOf(stretches: readonly BookedStretch[], partners: PartnersOverTime): StepLedger[] {
  const steps = new Map<string, Map<string, LedgerLine>>();
  const inOrder = [...stretches].sort((a, b) => minuteOf(a.from) - minuteOf(b.from));
  for (const stretch of inOrder) {
    const lines = steps.get(stretch.step) ?? new Map<string, LedgerLine>();
    const { line, minutes, workingMinutes: working } = lines.get(stretch.line) ?? emptyLine(stretch.line);
    lines.set(line, {
      line,
      minutes: minutes + minutesBetween(stretch.from, stretch.to),
      workingMinutes: working + workingMinutesOf(stretch, partners),
    });
    steps.set(stretch.step, lines);
  }
  return [...steps].map(([step, lines]) => ({ step, lines: [...lines.values()] }));
}

const emptyLine = (line: string): LedgerLine => ({ line, minutes: 0, workingMinutes: 0 });
