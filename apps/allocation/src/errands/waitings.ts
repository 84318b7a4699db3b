import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { categoryOf } from '#event-sourcing/stream-name';
import type { Candidate } from '#homes/home';
import { HOME_CATEGORY, readHomeFact, type HomeFact } from '#homes/home-fact';
import { readSearchFact, type SearchFact } from '#homes/search/search-fact';

/** What a candidate waits for because the casus was told so from here. */
export type WaitedFor = 'supply' | 'resident';

const PAGE = 1000;
const REFUSED = 'AnswerRefused';
const TYPES = ['NoFitRecorded', 'FittingHomeFound', 'HomeReserved', 'HomeOffered', 'HomeAccepted', 'HomeDeclined'];

const named = ({ casus, step }: Candidate): string => `${casus} ${step}`;

/**
 * For whom the casus was told, up to a position of the own log, that something is waited for, and took it, and did not say
 * since that it is over: a waiting that somebody else began is not ended from here. Also what the casus refused, as far as
 * the log tells.
 */
export class Waitings {
  private readonly waiting = new Map<string, { readonly for: WaitedFor; readonly since: Instant }>();
  private readonly refused = new Set<string>();
  private reached = BEGINNING;
  private refusalsReached = BEGINNING;

  get position(): Position {
    return this.reached;
  }

  of(candidate: Candidate): WaitedFor | undefined {
    return this.waiting.get(named(candidate))?.for;
  }

  /** Whether the casus refused this command that followed from an event. */
  isRefused(event: string, command: string): boolean {
    return this.refused.has(`${event} ${command}`);
  }

  refuse(event: string, command: string): void {
    this.refused.add(`${event} ${command}`);
  }

  /** The casus said that this step waits no longer; where that was said of an earlier waiting, it does. */
  end(candidate: Candidate, at: Instant): void {
    const since = this.waiting.get(named(candidate))?.since;
    if (since !== undefined && at > since) this.waiting.delete(named(candidate));
  }

  take(event: RecordedEvent): void {
    this.reached = event.position;
    if (!TYPES.includes(event.type)) return;
    const wasTaken = !this.isRefused(event.id, 'wait-for');
    if (categoryOf(event.stream) === HOME_CATEGORY) this.ofHome(readHomeFact(event), wasTaken);
    else this.ofSearch(readSearchFact(event), wasTaken);
  }

  /** Goes on to a position, including what stands there; knows of refusals as far as the log goes. */
  async readOn(store: Pick<EventStore, 'readAll'>, until: Position): Promise<void> {
    for (let end = false; !end;) {
      const page = await store.readAll({ after: this.refusalsReached, limit: PAGE, types: [REFUSED] });
      for (const event of page.events) this.takeRefusal(event);
      this.refusalsReached = page.position;
      end = page.end;
    }
    while (this.reached < until) {
      const page = await store.readAll({ after: this.reached, limit: PAGE, types: TYPES });
      for (const event of page.events) if (event.position <= until) this.take(event);
      this.reached = page.position < until && !page.end ? page.position : until;
    }
  }

  private takeRefusal(event: RecordedEvent): void {
    const { type, data } = readSearchFact(event);
    if (type === REFUSED) this.refuse(data.event, data.command);
  }

  private ofHome({ type, data, occurredAt: since }: HomeFact, wasTaken: boolean): void {
    if (type === 'HomeOffered' && wasTaken) this.waiting.set(named(data.candidate), { for: 'resident', since });
    if (type === 'HomeReserved' || type === 'HomeAccepted' || type === 'HomeDeclined') {
      this.waiting.delete(named(data.candidate));
    }
  }

  private ofSearch({ type, data, casus, occurredAt: since }: SearchFact, wasTaken: boolean): void {
    if (type !== 'NoFitRecorded' && type !== 'FittingHomeFound') return;
    const candidate = named({ casus, step: data.step });
    if (type === 'NoFitRecorded' && wasTaken) this.waiting.set(candidate, { for: 'supply', since });
    // A home that was kept and offered before it was noted as found is waited for already.
    if (type === 'FittingHomeFound' && this.waiting.get(candidate)?.for === 'supply') this.waiting.delete(candidate);
  }
}
