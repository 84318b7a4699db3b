import { type Instant } from '#event-sourcing/instant';
import { localDateOf, localTimeToInstant } from '#calendar/local-date';
import { isWorkingDay, nationalCalendar } from '#calendar/working-days';
import { minuteOf } from '#calendar/working-time';
import { left, type Glance, type View } from '#tests/properties/model/glance';

/** The line that a minute of a step goes on: the first that fits of the domain, "The time ledger". */
function lineOf({ step, state, story, row, blocking }: Glance, at: Instant): string {
  const own = row?.root === step ? row : undefined;
  if (story.suspension(at)) return 'suspended';
  if (own && (own.act === 'replan' || own.act === 'answer-offer')) return own.party;
  if (own?.act === 'answer-ask' && story.unanswered && story.askAbout(story.unanswered.data.handoff)) return own.party;
  if (state === 'blocked') return `blocked:${blocking ?? 'nobody'}`;
  return state === 'scheduled' ? 'scheduled' : (own?.party ?? '');
}

/** Minutes of one stretch within one local day that are office hours of a national working day. */
function officeMinutes(from: Instant, to: Instant): number {
  const day = localDateOf(from);
  if (!isWorkingDay(day, nationalCalendar)) return 0;
  const opens = minuteOf(localTimeToInstant(`${day}T09:00`));
  const closes = minuteOf(localTimeToInstant(`${day}T17:00`));
  return Math.max(0, Math.min(minuteOf(to), closes) - Math.max(minuteOf(from), opens));
}

/** Books the minutes between looks; the looks at one instant count as the last of them. */
export function bookkeeper() {
  const lines = new Map<string, { minutes: number; workingMinutes: number }>();
  let last: { readonly at: Instant; readonly lines: ReadonlyMap<string, string> } | undefined;
  return {
    look: (view: View): void => {
      for (const [step, line] of last?.lines ?? []) {
        const { at } = last ?? view;
        const key = `${step} ${line}`;
        const { minutes, workingMinutes } = lines.get(key) ?? { minutes: 0, workingMinutes: 0 };
        lines.set(key, {
          minutes: minutes + minuteOf(view.at) - minuteOf(at),
          workingMinutes: workingMinutes + officeMinutes(at, view.at),
        });
      }
      last = { at: view.at, lines: new Map(left(view).map((glance) => [glance.step, lineOf(glance, view.at)])) };
    },
    /** Lines with minutes on them, as text, in order. */
    lines: (): string[] =>
      [...lines]
        .filter(([, { minutes }]) => minutes > 0)
        .map(([key, { minutes, workingMinutes }]) => `${key} ${minutes} ${workingMinutes}`)
        .sort(),
  };
}
