import { casusFolding } from '#casus/casus-decider';
import type { Command } from '#casus/commands';
import type { Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import { must, type View } from '#tests/properties/broken';
import type { Chance } from '#tests/properties/chance';
import { momentBetween } from '#tests/properties/commands/times';
import { coverCommand, coverPlace, type Coverage } from '#tests/properties/coverage';
import { factsInView } from '#tests/properties/model/facts-of';
import { placesAt } from '#tests/properties/model/rows';
import { wholeText } from '#tests/properties/plain';
import { checkThings } from '#tests/properties/rules-of-things';
import { checkBasis } from '#tests/properties/rules-of-bases';
import { checkMoves, checkOwners } from '#tests/properties/rules-of-steps';
import { checkAppended, checkClosed, checkOrders, checkStored, checkTaken } from '#tests/properties/rules-of-streams';
import { checkIntervals, checkView } from '#tests/properties/rules-of-views';
import { casusplace } from '#tests/properties/workplace';

/** How often the dear rules are looked at. */
export interface Care {
  /** The share of accepted commands after which the whole state is kept, to be found untouched by refused ones. */
  readonly states: number;
  /** The share of accepted commands after which a view of a random past is looked at. */
  readonly views: number;
  /** Intervals of a casus that are held against a view. */
  readonly intervals: number;
  /** A view that is looked at after every accepted command. */
  readonly view?: View | undefined;
}

/** One casus under watch: every command goes through the loop, and what must hold is looked at after each. */
export interface Watched {
  readonly history: () => CasusHistory;
  /** The facts that came of it; none when it is refused. */
  readonly give: (command: Command) => Promise<readonly Fact[]>;
  /** What is only looked at once, at the end. */
  readonly end: () => Promise<void>;
}

/** Begins a casus under watch. A rule that is broken throws. */
export function watched(chance: Chance, care: Care, coverage: Coverage): Watched {
  const place = casusplace();
  const recorded: Fact[] = [];
  let kept = casusFolding.initialState;
  let keptText: string | undefined;

  /** Seen from one accepted command to the next, so that all refused ones between are covered. */
  function checkUntouched(): void {
    const text = keptText;
    must(
      text === undefined || wholeText(kept) === text,
      'a refused command leaves the state as it was',
      () => text ?? '',
    );
  }

  function checkPresent({ recordedAt }: Command): void {
    const { casus } = kept;
    if (!casus) return;
    const inOrder = factsInView(recorded, '9999-12-31T00:00:00.000Z' as typeof recordedAt, undefined);
    const places = placesAt(inOrder, recordedAt);
    for (const one of places.values()) coverPlace(coverage, one);
    checkMoves(casus, places, recordedAt);
  }

  function checkAnyView(command: Command): void {
    const first = recorded[0]?.occurredAt ?? command.recordedAt;
    const asOf = chance.happens(0.3) ? command.recordedAt : momentBetween(chance, first, command.recordedAt);
    const knownAt = chance.perhaps(0.5, () => momentBetween(chance, first, command.recordedAt));
    checkView(kept, recorded, { asOf, knownAt });
  }

  return {
    history: () => kept,
    give: async (command) => {
      const before = kept;
      const given = await place.give(command);
      coverCommand(coverage, given);
      checkAppended(given);
      checkTaken(before, given);
      if (!given.decision.accepted) return [];
      checkUntouched();
      for (const fact of given.facts) {
        recorded.push(fact);
        checkBasis(recorded, fact);
        const next = casusFolding.evolve(kept, fact);
        if (next.casus) checkOwners(kept.casus, next.casus, fact);
        kept = next;
      }
      checkThings(recorded);
      checkPresent(command);
      if (care.view) checkView(kept, recorded, care.view);
      if (chance.happens(care.views)) checkAnyView(command);
      keptText = chance.perhaps(care.states, () => wholeText(kept));
      return given.facts;
    },
    end: async () => {
      const last = recorded.at(-1);
      if (!last) return;
      checkUntouched();
      checkOrders(recorded);
      checkClosed(kept);
      checkStored(await place.stored(), kept, await place.folded());
      checkIntervals(chance, care.intervals, kept, last.recordedAt);
    },
  };
}
