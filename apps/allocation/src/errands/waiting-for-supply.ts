import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { categoryOf } from '#event-sourcing/stream-name';
import type { Candidate } from '#homes/home';
import { HOME_CATEGORY, readHomeFact } from '#homes/home-fact';
import { readSearchFact } from '#homes/search/search-fact';

const PAGE = 1000;
const TYPES = ['NoFitRecorded', 'FittingHomeFound', 'HomeReserved'];

const named = ({ casus, step }: Candidate): string => `${casus} ${step}`;

/**
 * For whom the casus was told, up to a position of the own log, that supply is waited for: since no home fits, until one is
 * found or kept.
 */
export class WaitingForSupply {
  private readonly waiting = new Set<string>();
  private reached = BEGINNING;

  get position(): Position {
    return this.reached;
  }

  has(candidate: Candidate): boolean {
    return this.waiting.has(named(candidate));
  }

  take(event: RecordedEvent): void {
    this.reached = event.position;
    if (!TYPES.includes(event.type)) return;
    if (categoryOf(event.stream) === HOME_CATEGORY) {
      const { type, data } = readHomeFact(event);
      if (type === 'HomeReserved') this.waiting.delete(named(data.candidate));
      return;
    }
    const { type, data, casus } = readSearchFact(event);
    const candidate = named({ casus, step: data.step });
    if (type === 'NoFitRecorded') this.waiting.add(candidate);
    else this.waiting.delete(candidate);
  }

  /** Goes on to a position, including what stands there. */
  async readOn(store: Pick<EventStore, 'readAll'>, until: Position): Promise<void> {
    while (this.reached < until) {
      const page = await store.readAll({ after: this.reached, limit: PAGE, types: TYPES });
      for (const event of page.events) if (event.position <= until) this.take(event);
      this.reached = page.position < until && !page.end ? page.position : until;
    }
  }
}
