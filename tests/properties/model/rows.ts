import type { Instant } from '#event-sourcing/instant';
import { startOfDay } from '#calendar/local-date';
import type { AfterItem } from '#casus/commands';
import type { Fact } from '#casus/fact';
import { allOf, lastOf } from '#tests/properties/model/facts-of';
import { endOfWaiting, expiryOf, storyOf, type Story } from '#tests/properties/model/step-story';

/** Who is on the move for a step, by the table of the domain; `thing` tells apart what the same act is about. */
export interface Row {
  readonly act: string;
  readonly party: string;
  readonly root: string;
  readonly thing: string;
  readonly about: string | null;
  /** The row cannot have begun before this. */
  readonly notBefore: Instant;
}

export interface Place {
  readonly step: string;
  readonly state: string;
  readonly story: Story;
  readonly row: Row | undefined;
  readonly blockedBy: readonly string[];
  /** There is an open offer on it. */
  readonly offered: boolean;
}

/** The last day that counts of each step: taken as given, for the arithmetic of terms has specifications of its own. */
export type LastDays = ReadonlyMap<string, string | null>;

/** Stories already read, by step and the number of its facts: for views that are the beginnings of one list. */
export type Stories = Map<string, Story>;

function storiesIn(facts: readonly Fact[], read: Stories): Map<string, Story> {
  const own = new Map<string, { planned: Fact<'StepPlanned'>; facts: Fact[] }>();
  for (const fact of facts) {
    if (!('step' in fact.data) || fact.data.step === undefined) continue;
    if (fact.type === 'StepPlanned') own.set(fact.data.step, { planned: fact, facts: [fact] });
    else own.get(fact.data.step)?.facts.push(fact);
  }
  const stories = new Map<string, Story>();
  for (const [step, { planned, facts: ofStep }] of own) {
    const key = `${step} ${ofStep.length}`;
    const story = read.get(key) ?? storyOf(ofStep, planned);
    read.set(key, story);
    stories.set(step, story);
  }
  return stories;
}

/** Every step of a casus at an instant, from the facts of a view; its steps in the order of planning. */
export function placesAt(
  facts: readonly Fact[],
  at: Instant,
  { read = new Map(), lastDays = new Map() }: { read?: Stories; lastDays?: LastDays } = {},
): Map<string, Place> {
  const stories = storiesIn(facts, read);
  const head = lastOf(facts, 'CasusOpened', 'DirectorAppointed');
  const director = head?.type === 'CasusOpened' ? head.data.director.partner : (head?.data.partner ?? '');
  const decisions = allOf(facts, 'DecisionRecorded').sort((a, b) => a.revision - b.revision);

  /** Whether an item of `after` is done, may still be, or can no longer be as it stands. */
  function itemState({ step, outcome }: AfterItem): 'done' | 'pending' | 'dead' {
    const ended = stories.get(step)?.ended;
    if (ended === undefined) return 'pending';
    if (ended === 'cancelled') return 'dead';
    if (outcome === undefined) return 'done';
    return decisions.findLast(({ data }) => data.step === step)?.data.outcome === outcome ? 'done' : 'dead';
  }

  const lastDayOf = (step = ''): string => lastDays.get(step) ?? '';
  const places = new Map<string, Place>();
  function placeOf(step: string, above: readonly string[]): Place | undefined {
    const known = places.get(step);
    const story = stories.get(step);
    if (known || !story) return known;
    if (above.includes(step)) throw new Error(`step ${step} waits for itself`);
    const place = placeIn(step, story, [...above, step]);
    places.set(step, place);
    return place;
  }

  function placeIn(step: string, story: Story, above: readonly string[]): Place {
    const { ended, owner, ownedSince } = story;
    if (ended) return { step, state: ended, story, row: undefined, blockedBy: [], offered: false };
    const left = story.after.filter((item) => itemState(item) !== 'done');
    const blockedBy = left.map((item) => item.step);
    const waits = story.waiting && at < endOfWaiting(story.waiting) ? story.waiting : undefined;
    const waiting = waits ?? story.suspension(at);
    const scheduled = story.notBefore !== undefined && at < startOfDay(story.notBefore);
    const state =
      left.length > 0
        ? 'blocked'
        : scheduled
          ? 'scheduled'
          : waiting
            ? 'waiting'
            : story.reported
              ? 'reported'
              : 'open';

    const expiry = story.unanswered && expiryOf(story.unanswered);
    const hasExpired = expiry !== undefined && expiry <= at;
    const offer = hasExpired ? undefined : story.unanswered;
    const offerAsk = offer && story.askAbout(offer.data.handoff);
    const place = (row: Row | undefined): Place => ({
      step,
      state,
      story,
      row,
      blockedBy,
      offered: offer !== undefined,
    });
    const row = (party: string, act: string, fact?: Fact, about: string | null = null): Place =>
      place({
        act,
        party,
        root: step,
        thing: fact ? String(fact.revision) : '',
        about,
        notBefore: fact && fact.occurredAt > ownedSince ? fact.occurredAt : ownedSince,
      });

    if (offer && offerAsk) return row(offer.data.from, 'answer-ask', offerAsk, offerAsk.data.ask);
    if (offer) return row(offer.data.to, 'answer-offer', offer, offer.data.handoff);
    if (left.some((item) => itemState(item) === 'dead')) return row(director, 'replan');
    if (state === 'blocked') return place(blockingOf(left, above)?.row);
    if (state === 'scheduled') return place(undefined);
    const [ask] = story.asks;
    if (ask) return row(ask.data.to, 'answer-ask', ask, ask.data.ask);
    const [takeover] = story.takeovers;
    if (takeover) return row(owner, 'answer-takeover', takeover, takeover.data.takeover);
    if (waiting) return row(partyOf(waiting.data.waitingFor), 'provide', waiting);
    if (state === 'reported') return row(story.confirmedBy ?? owner, 'confirm');
    if (story.refused || (hasExpired && !story.takenUpSince(expiry))) return row(owner, 'reroute');
    return story.waiting ? row(owner, 'chase', story.waiting) : row(owner, 'do');
  }

  /** Of the steps left that have somebody on the move, the one with the latest last day; else, or when equal, the first. */
  function blockingOf(left: readonly AfterItem[], above: readonly string[]): Place | undefined {
    const withMove = left.map((item) => placeOf(item.step, above)).filter((place) => place?.row !== undefined);
    const lastDays = withMove.map((place) => lastDayOf(place?.step));
    const latest = lastDays.toSorted().at(-1);
    return withMove[lastDays.findIndex((day) => day === latest)];
  }

  const inOrder = [...stories.keys()].map((step) => placeOf(step, []));
  return new Map(inOrder.filter((place) => place !== undefined).map((place) => [place.step, place]));
}

const partyOf = ({ kind, name }: { kind: string; name?: string | undefined }): string =>
  kind === 'resident' || name === undefined ? kind : `${kind}:${name}`;
