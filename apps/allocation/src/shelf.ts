import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { evolveHome } from '#homes/evolve';
import type { Candidate, Home } from '#homes/home';
import { HOME_CATEGORY, readHomeFact } from '#homes/home-fact';
import { NO_SEARCH, type Refusal, type Search } from '#homes/search/search';
import { searchDecider } from '#homes/search/search-decider';
import { readSearchFact, SEARCH_CATEGORY } from '#homes/search/search-fact';

/** A home with the revision of its stream. */
export interface KnownHome {
  readonly home: Home;
  readonly revision: number;
}

/** The categories of the own log. */
export const OWN_CATEGORIES: readonly string[] = [HOME_CATEGORY, SEARCH_CATEGORY];

const PAGE = 1000;

/** All homes and searches as they follow from the own log, up to a position. */
export class Shelf {
  readonly homes = new Map<string, KnownHome>();
  private readonly searches = new Map<string, Search>();
  private position = BEGINNING;
  private reading: Promise<void> | undefined;

  constructor(private readonly store: Pick<EventStore, 'readAll'>) {}

  searchOf(casus: string): Search {
    return this.searches.get(casus) ?? NO_SEARCH;
  }

  /** Of whom it is recorded that no home fits. */
  withoutHome(): readonly Candidate[] {
    return [...this.searches].flatMap(([casus, { withoutHome }]) =>
      [...withoutHome.keys()].map((step) => ({ casus, step })),
    );
  }

  /** What casus did not take, of all casus. */
  refusals(): readonly (Refusal & { readonly casus: string })[] {
    return [...this.searches].flatMap(([casus, { refusals }]) => refusals.map((one) => ({ casus, ...one })));
  }

  /** Takes what the log holds and this does not yet. */
  async readOn(): Promise<this> {
    // Whoever comes while others read waits for them and then reads what came after.
    while (this.reading) await this.reading;
    this.reading = this.read().finally(() => (this.reading = undefined));
    await this.reading;
    return this;
  }

  private take(event: RecordedEvent): void {
    const { stream, revision } = event;
    const id = idOf(stream);
    if (categoryOf(stream) === HOME_CATEGORY) {
      this.homes.set(id, { home: evolveHome(this.homes.get(id)?.home, readHomeFact(event)), revision });
    } else {
      this.searches.set(id, searchDecider.evolve(this.searchOf(id), readSearchFact(event)));
    }
  }

  private async read(): Promise<void> {
    for (;;) {
      const page = await this.store.readAll({ after: this.position, limit: PAGE, categories: OWN_CATEGORIES });
      for (const event of page.events) {
        this.take(event);
        this.position = event.position;
      }
      this.position = page.position;
      if (page.end) return;
    }
  }
}
