import type { Subscription } from '#apps/feed/src/webhooks/subscriptions';

type Known = Pick<Subscription, 'id' | 'partner'>;

/** How much is sent at once. */
export interface TurnLimits {
  /** Webhooks that have a turn at the same time. */
  readonly atOnce: number;
  /** Of those, how many of one partner. */
  readonly ofOne: number;
}

/** Who is served when: a webhook has one turn at a time, and of those that wait the one whose last turn is longest ago. */
export class Turns {
  private readonly begun = new Map<string, { readonly partner: string; readonly done: Promise<void> }>();
  private readonly latest = new Map<string, number>();
  private count = 0;

  constructor(private readonly limits: TurnLimits) {}

  /** Gives turns to those of `waiting` for whom there is room, in order of the wait. Gives whether somebody waits on. */
  give<W extends Known>(waiting: readonly W[], serve: (one: W) => Promise<void>): boolean {
    const idle = waiting.filter(({ id }) => !this.begun.has(id));
    const since = ({ id }: Known): number => this.latest.get(id) ?? 0;
    let left = false;
    for (const one of idle.toSorted((a, b) => since(a) - since(b))) {
      if (this.hasRoom(one.partner)) this.begin(one, serve);
      else left = true;
    }
    return left;
  }

  /** The ids of those that have a turn now. */
  underWay(): ReadonlySet<string> {
    return new Set(this.begun.keys());
  }

  /** Settles when nobody has a turn. */
  async over(): Promise<void> {
    await Promise.all([...this.begun.values()].map(({ done }) => done));
  }

  private hasRoom(partner: string): boolean {
    const { atOnce, ofOne } = this.limits;
    const theirs = [...this.begun.values()].filter((one) => one.partner === partner);
    return this.begun.size < atOnce && theirs.length < ofOne;
  }

  private begin<W extends Known>(one: W, serve: (one: W) => Promise<void>): void {
    this.latest.set(one.id, (this.count += 1));
    const done = serve(one).finally(() => this.begun.delete(one.id));
    this.begun.set(one.id, { partner: one.partner, done });
  }
}
