import type { PartnerKind } from '#partners/partner-kind';
import { sql, type Migration } from 'kysely';

/** A partner of the directory. */
export interface PartnersTable {
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name: string;
}

const table = sql`
create table read.partners_v1 (
  id text collate "C" primary key,
  kind text not null,
  name text not null
)`;

export const partnersMigration: Migration = {
  async up(db) {
    await table.execute(db);
  },
};
