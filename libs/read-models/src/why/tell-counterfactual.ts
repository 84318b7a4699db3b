import { dayAfter } from '#calendar/local-date';
import { countWorkingDays, nationalCalendar } from '#calendar/working-days';
import type { Link } from '#casus/why';
import type { Story } from '#read-models/why/story';
import { titled, type Voice } from '#read-models/why/voice';

function hadOf(link: Link, { why, titleOf }: Story, { phrases, spans, named }: Voice): string | undefined {
  const { act, party, dueOn, about, step } = link;
  if (act === null || party === null || dueOn === null) return undefined;
  const title = step === why.step ? null : titled(titleOf(step), step);
  return phrases.had({
    act,
    party: named(party),
    day: spans.day(dueOn),
    ref: about ?? '',
    title,
    rhythm: step === why.step && why.lastDay === null,
  });
}

/** The largest gain of another link, which alone was not enough. */
function tooLittle(story: Story, chosen: number): Link | undefined {
  const others = story.why.chain.filter(({ overrun }, index) => index !== chosen && overrun > 0);
  return others.sort((a, b) => b.overrun - a.overrun)[0];
}

/** How many working days were left between a day that was due and the last day of the step. */
function daysLeft({ dueOn }: Link, { why: { lastDay } }: Story): number {
  if (dueOn === null || lastDay === null || lastDay <= dueOn) return 0;
  return countWorkingDays(dayAfter(dueOn), lastDay, nationalCalendar);
}

/** What would have kept the step green: the smallest single thing, or the one that would have helped most. */
export function counterfactualSentences(story: Story, voice: Voice): readonly string[] {
  const { why, title, owner } = story;
  const { phrases, spans, named } = voice;
  const { counterfactual, chain } = why;
  const link = counterfactual ? chain[counterfactual.link] : undefined;
  const had = link && hadOf(link, story, voice);
  if (!counterfactual || !link || had === undefined) return [phrases.nothingToGain(why.late)];
  const gain = spans.elapsed(counterfactual.gain);
  if (!counterfactual.keptGreen) return [phrases.noneAlone(had, gain)];
  const other = tooLittle(story, counterfactual.link);
  const otherHad = other && other.overrun < counterfactual.gain ? hadOf(other, story, voice) : undefined;
  const left = daysLeft(link, story);
  const lasts = why.lasts && link === chain.at(-1) && link.party !== owner;
  return [
    ...(other && otherHad !== undefined ? [phrases.notEnough(otherHad, spans.elapsed(other.overrun))] : []),
    lasts && why.late && left > 0
      ? phrases.thenTimeLeft(had, { owner: named(owner), days: spans.workingDays(left) })
      : phrases.thenOnTime(had, { title: titled(title, why.step), late: why.late }),
  ];
}
