import { epochMs, type Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

/** A casus as the watch has looked at it, with all that the log held up to `known`. `wakeAt`: when to look again, if ever. */
export interface Looked {
  readonly casus: string;
  readonly known: Position;
  readonly wakeAt: Instant | undefined;
  readonly partners: readonly string[];
}

/** When each casus must be looked at again. It follows from the log: what is lost is found again. */
export interface Agenda {
  /** Notes a look. One that knew less than the last does not count. */
  note(looked: Looked): Promise<void>;
  /** Has a casus looked at again later, whatever it waited for. */
  postpone(casus: string, wakeAt: Instant): Promise<void>;
  /** Has many casus looked at by `at`, and no look count that does not know the log up to `position`. */
  summon(several: readonly string[], position: Position, at: Instant): Promise<void>;
  /** Up to `limit` casus that must be looked at by now, the longest due first. */
  due(now: Instant, limit: number): Promise<readonly string[]>;
  /** The casus in which a partner was ever involved. */
  casusOf(partner: string): Promise<readonly string[]>;
  /** Of these casus, those that nobody has looked at with all that the log held up to their position. */
  behind(positions: ReadonlyMap<string, Position>): Promise<readonly string[]>;
  /** The first instant at which a casus must be looked at. */
  next(): Promise<Instant | undefined>;
  /** For how many milliseconds the casus that is longest due has been so; 0 when none is. */
  delay(now: Instant): Promise<number>;
}

async function firstIn(db: ReadDatabase): Promise<Instant | undefined> {
  const row = await db
    .selectFrom('read.watch_agenda_v1')
    .select('wake_at')
    .where('wake_at', 'is not', null)
    .orderBy('wake_at')
    .limit(1)
    .executeTakeFirst();
  return row?.wake_at ?? undefined;
}

export const agendaIn = (db: ReadDatabase): Agenda => ({
  async note({ casus, known, wakeAt, partners }) {
    await sql`
      insert into read.watch_agenda_v1 as agenda (casus, known_at, wake_at, partners)
      values (${casus}, ${known}, ${wakeAt ?? null}::timestamptz, ${[...partners]}::text[])
      on conflict (casus) do update
        set known_at = excluded.known_at, wake_at = excluded.wake_at, partners = excluded.partners
        where agenda.known_at <= excluded.known_at`.execute(db);
  },
  async postpone(casus, wakeAt) {
    await sql`
      insert into read.watch_agenda_v1 as agenda (casus, known_at, wake_at, partners)
      values (${casus}, '', ${wakeAt}::timestamptz, '{}'::text[])
      on conflict (casus) do update set wake_at = excluded.wake_at`.execute(db);
  },
  async summon(several, position, at) {
    await sql`
      update read.watch_agenda_v1
      set wake_at = least(wake_at, ${at}::timestamptz), known_at = greatest(known_at, ${position})
      where casus = any(${[...several]}::text[]) and known_at < ${position}`.execute(db);
  },
  async due(now, limit) {
    const rows = await db
      .selectFrom('read.watch_agenda_v1')
      .select('casus')
      .where('wake_at', '<=', now)
      .orderBy('wake_at')
      .orderBy('casus')
      .limit(limit)
      .execute();
    return rows.map(({ casus }) => casus);
  },
  async casusOf(partner) {
    const { rows } = await sql<{ casus: string }>`
      select casus from read.watch_agenda_v1 where partners @> ${[partner]}::text[] order by casus`.execute(db);
    return rows.map(({ casus }) => casus);
  },
  async behind(positions) {
    const { rows } = await sql<{ casus: string }>`
      select casus
      from unnest(${[...positions.keys()]}::text[], ${[...positions.values()]}::text[]) as asked (casus, position)
      join read.watch_agenda_v1 as agenda using (casus)
      where agenda.known_at >= asked.position`.execute(db);
    const level = new Set(rows.map(({ casus }) => casus));
    return [...positions.keys()].filter((casus) => !level.has(casus));
  },
  next: () => firstIn(db),
  async delay(now) {
    const first = await firstIn(db);
    return first === undefined ? 0 : Math.max(0, epochMs(now) - epochMs(first));
  },
});
