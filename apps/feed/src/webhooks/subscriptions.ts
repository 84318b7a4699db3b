import type { Kysely, Selectable } from 'kysely';
import type { Instant } from '#event-sourcing/instant';
import { cursorText, type Cursor } from '#messaging/log-feed/cursor';
import type { WebhookTables } from '#apps/feed/src/webhooks/webhook-tables';

/** A webhook of a partner, and how its deliveries stand. */
export type Subscription = Selectable<WebhookTables['subscriptions']>;

type New = Pick<Subscription, 'id' | 'partner' | 'url' | 'types' | 'place'>;

/** What a failed try comes to. */
export type Failed = Pick<Subscription, 'problem' | 'failures' | 'state'> & { readonly tryAt: Instant };

/** Where webhooks are kept. */
export interface Subscriptions {
  add(subscription: New, now: Instant): Promise<Subscription>;
  of(partner: string): Promise<readonly Subscription[]>;
  find(partner: string, id: string): Promise<Subscription | undefined>;
  remove(partner: string, id: string): Promise<boolean>;
  /** Tries again from now on, from another place if one is given. Undefined when there is none. */
  resume(partner: string, id: string, now: Instant, place?: Cursor): Promise<Subscription | undefined>;
  /** Those that are active and to be tried by now. */
  due(now: Instant): Promise<readonly Subscription[]>;
  /** How many are parked, of all partners. */
  parked(): Promise<number>;
  /** Notes that all before a place was delivered; undefined when the subscription was changed meanwhile. */
  delivered(subscription: Subscription, place: Cursor): Promise<Subscription | undefined>;
  failed(subscription: Subscription, failed: Failed): Promise<void>;
}

export function subscriptionsIn(database: Kysely<WebhookTables>): Subscriptions {
  const db = database.withSchema('webhooks');
  const own = (partner: string, id: string) =>
    db.selectFrom('subscriptions').selectAll().where('partner', '=', partner).where('id', '=', id);
  const unchanged = ({ id, round, place }: Subscription) =>
    db.updateTable('subscriptions').where('id', '=', id).where('round', '=', round).where('place', '=', place);
  return {
    add: (subscription, now) =>
      db
        .insertInto('subscriptions')
        .values({ ...subscription, state: 'active', problem: null, try_at: now, made_at: now })
        .returningAll()
        .executeTakeFirstOrThrow(),
    of: (partner) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('partner', '=', partner)
        .orderBy('made_at')
        .orderBy('id')
        .execute(),
    find: (partner, id) => own(partner, id).executeTakeFirst(),
    async remove(partner, id) {
      const { numDeletedRows } = await db
        .deleteFrom('subscriptions')
        .where('partner', '=', partner)
        .where('id', '=', id)
        .executeTakeFirst();
      return numDeletedRows > 0n;
    },
    resume: (partner, id, now, place) =>
      db
        .updateTable('subscriptions')
        .set(({ eb }) => ({
          state: 'active',
          failures: 0,
          problem: null,
          try_at: now,
          round: eb('round', '+', 1),
          ...(place && { place: cursorText(place) }),
        }))
        .where('partner', '=', partner)
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst(),
    due: (now) =>
      db
        .selectFrom('subscriptions')
        .selectAll()
        .where('state', '=', 'active')
        .where('try_at', '<=', now)
        .orderBy('try_at')
        .execute(),
    async parked() {
      const { count } = await db
        .selectFrom('subscriptions')
        .select(({ fn }) => fn.countAll<string>().as('count'))
        .where('state', '=', 'parked')
        .executeTakeFirstOrThrow();
      return Number(count);
    },
    delivered: (subscription, place) =>
      unchanged(subscription)
        .set({ place: cursorText(place), failures: 0, problem: null })
        .returningAll()
        .executeTakeFirst(),
    async failed(subscription, { tryAt, ...failed }) {
      await unchanged(subscription)
        .set({ ...failed, try_at: tryAt })
        .execute();
    },
  };
}
