import type { PartnerKind } from '#partners/partner-kind';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { PartnersTable } from '#read-models/partners/table';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

/** A partner of the directory. */
export type PartnerView = PartnersTable;

/** Which partners are asked, by id. */
export interface PartnersQuery extends PageRequest {
  readonly id?: string | undefined;
  readonly kind?: PartnerKind | undefined;
}

const ORDER: Order = { name: 'id', by: [{ text: 's.id' }] };

/** The directory as it is now. Throws CursorInvalid. */
export async function partners(db: ReadDatabase, query: PartnersQuery = {}): Promise<Page<PartnerView>> {
  const { id, kind, limit, cursor } = query;
  const { rows } = await sql<PartnerView>`
    select s.id, s.kind, s.name from read.partners_v1 s
    where ${id === undefined ? sql`true` : sql`s.id = ${id}`}
      and ${kind === undefined ? sql`true` : sql`s.kind = ${kind}`} and ${after(ORDER, cursor)}
    order by ${inOrder(ORDER)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, ORDER.name, { keys: (row) => [row.id], row: (row) => row });
}
