import { later, plusMs, type Instant } from '#event-sourcing/instant';
import type { Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import type { Standing } from '#casus/standing';
import { standingIntervals, standingsAt } from '#casus/standings';
import type { StandingInterval } from '#casus/walk';
import { must, type View } from '#tests/properties/broken';
import type { Chance } from '#tests/properties/chance';
import { momentBetween } from '#tests/properties/commands/times';
import { factsInView } from '#tests/properties/model/facts-of';
import { placesSince, type PlaceSince } from '#tests/properties/model/since';
import { wholeText } from '#tests/properties/plain';

const shown = (standing: Standing) => ({
  step: standing.step,
  owner: standing.owner,
  person: standing.person,
  state: standing.state,
  onTheMove: standing.onTheMove,
  act: standing.act,
  root: standing.root,
  about: standing.about,
  since: standing.since,
  blockedBy: standing.blockedBy,
  startsOn: standing.startsOn,
});

const expected = ({ step, story, state, row, since, blockedBy }: PlaceSince): ReturnType<typeof shown> => ({
  step,
  owner: story.owner,
  person: story.person,
  state: state as Standing['state'],
  onTheMove: row?.party ?? null,
  act: (row?.act ?? null) as Standing['act'],
  root: row?.root ?? null,
  about: row?.about ?? null,
  since,
  blockedBy,
  startsOn: state === 'scheduled' ? (story.notBefore ?? null) : null,
});

/** A view for any two times is what the text of the domain makes of the facts of that view. */
export function checkView(history: CasusHistory, recorded: readonly Fact[], view: View): void {
  const { asOf, knownAt } = view;
  const standings = standingsAt(history, asOf, knownAt);
  const lastDays = new Map(standings.map(({ step, lastDay }) => [step, lastDay]));
  const places = placesSince(factsInView(recorded, asOf, knownAt), asOf, lastDays);
  const when = `as of ${asOf}, known at ${knownAt ?? 'now'}`;
  must(standings.length === places.length, 'a view holds every step', () => when, view);
  for (const [index, place] of places.entries()) {
    const standing = standings[index];
    if (!standing) continue;
    const [is, should] = [wholeText(shown(standing)), wholeText(expected(place))];
    must(
      is === should,
      'a view is what the text makes of its facts',
      () => `${when}\n  is ${is}\n  by the text ${should}`,
      view,
    );
    checkSince(standing, place, view);
  }
}

/** `since` lies not before the beginning of the owner, offer, ask or waiting that it is about, nor after the moment. */
function checkSince({ step, since }: Standing, { row }: PlaceSince, view: View): void {
  const seen = () => `${step}: since ${String(since)}, as of ${view.asOf}, begun ${String(row?.notBefore)}`;
  must((since === null) === (row === undefined), 'since goes with somebody on the move', seen, view);
  if (since === null || !row) return;
  must(since <= view.asOf, 'since never lies ahead', seen, view);
  const own = "since never lies before the owner's, the offer's or the ask's own beginning";
  must(since >= row.notBefore, own, seen, view);
}

/** The intervals of every step follow each other from its planning on, without gap or overlap, and so many are what a view says. */
export function checkIntervals(chance: Chance, looks: number, history: CasusHistory, now: Instant): void {
  const bySteps = new Map<string, StandingInterval[]>();
  for (const interval of standingIntervals(history.facts)) {
    const { step } = interval.standing;
    bySteps.set(step, [...(bySteps.get(step) ?? []), interval]);
  }
  must(bySteps.size === (history.casus?.steps.size ?? 0), 'every step has intervals', () => `${bySteps.size}`);
  for (const [step, intervals] of bySteps) {
    const planned = history.casus?.steps.get(step)?.plannedAt;
    must(intervals[0]?.from === planned, 'intervals begin with the planning', () => step);
    for (const [index, { from, to }] of intervals.entries()) {
      const seen = () => `${step}: ${from} to ${String(to)}, then ${String(intervals[index + 1]?.from)}`;
      must(to === (intervals[index + 1]?.from ?? null), 'intervals leave no gap and no overlap', seen);
      must(to === null || from < to, 'an interval lasts', seen);
    }
  }
  for (let n = bySteps.size === 0 ? looks : 0; n < looks; n++) {
    const { from, to, standing } = chance.pick(chance.pick([...bySteps.values()]));
    const last = to === null ? later(from, now) : plusMs(to, -1);
    const at = chance.pick([from, last, momentBetween(chance, from, last)]);
    const view = standingsAt(history, at).find(({ step }) => step === standing.step);
    const [is, should] = [wholeText(standing), wholeText(view)];
    must(is === should, 'an interval is what a view within it says', () => `${at}\n  interval ${is}\n  view ${should}`);
  }
}
