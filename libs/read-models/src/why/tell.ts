import { minutesBetween, workingMinutes } from '#calendar/working-time';
import { nationalWorkingTime } from '#partners/working-time';
import { counterfactualSentences } from '#read-models/why/tell-counterfactual';
import { partSentences } from '#read-models/why/tell-part';
import type { Story } from '#read-models/why/story';
import { titled, type Voice } from '#read-models/why/voice';

function opening({ why, title, rule, stall }: Story, { phrases, spans }: Voice): string {
  const name = titled(title, why.step);
  const { lastDay, doneAt, late, redFrom, redUntil } = why;
  if (late && lastDay !== null) {
    const source = phrases.source(rule && { nature: rule.nature, text: rule.source });
    const by = spans.elapsed(minutesBetween(redFrom, redUntil));
    const told = { title: name, by, lastDay: spans.day(lastDay), source };
    return doneAt === null ? phrases.lateOpen(told) : phrases.lateDone({ ...told, done: spans.dayOf(doneAt) });
  }
  const until = stall?.until ?? null;
  return phrases.stalled({
    title: name,
    pattern: stall?.pattern ?? 'STANDSTILL',
    since: spans.dayOf(stall?.since ?? redFrom),
    until: until === null ? null : spans.dayOf(until),
  });
}

/** How the step began, and how it went to its first other party if that was soon. */
function planning({ planned, parts }: Story, { phrases, spans, named }: Voice): string {
  const [first] = parts;
  const [by, day] = [named(planned.by), spans.dayOf(planned.at)];
  const isAway = first?.told && !first.elsewhere && planned.by === planned.owner;
  if (isAway && (first.kind === 'offer' || first.kind === 'ask')) {
    const { from } = first.link;
    const time = {
      minutes: minutesBetween(planned.at, from),
      workingMinutes: workingMinutes(planned.at, from, nationalWorkingTime),
    };
    const told = { by, day, later: spans.worked(time), to: named(first.link.party ?? '') };
    return first.kind === 'ask'
      ? phrases.plannedAndAsked({ ...told, ref: first.ask.id })
      : phrases.plannedAndOffered({ ...told, ref: first.offer.id, warm: first.offer.kind === 'warm' });
  }
  return phrases.planned({ by, owner: planned.owner === planned.by ? null : named(planned.owner), day });
}

function course(story: Story, voice: Voice): string[] {
  const { why, planned, titleOf } = story;
  let where = why.step;
  return story.parts.flatMap((part) => {
    const { step } = part.link;
    const moved = step !== where && step !== why.step;
    where = step;
    // What was not told with the planning is told from its own beginning.
    const alone =
      part === story.parts[0] && planned.by !== planned.owner && step === why.step ? { ...part, told: false } : part;
    const sentences = partSentences(alone, voice);
    return moved ? [voice.phrases.elsewhere(titled(titleOf(step), step)), ...sentences] : sentences;
  });
}

const sentence = (text: string): string => {
  const at = text.search(/\p{L}/u);
  return `${text.slice(0, at)}${text.charAt(at).toUpperCase()}${text.slice(at + 1)}.`;
};

/** Tells a story as one paragraph. */
export function tell(story: Story, voice: Voice): string {
  const { phrases, named } = voice;
  const causes = [...story.causes].map(([by, labels]) => ({ by: named(by), labels }));
  return [
    opening(story, voice),
    planning(story, voice),
    ...course(story, voice),
    ...(causes.length > 0 ? [phrases.causes(causes)] : []),
    ...counterfactualSentences(story, voice),
  ]
    .map(sentence)
    .join(' ');
}
