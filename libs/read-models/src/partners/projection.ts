import type { Projection } from '#event-sourcing/projection';
import { PARTNER_CATEGORY, readPartnerFact } from '#partners/partner-fact';
import type { PartnersTable } from '#read-models/partners/table';
import { RowsMissing } from '#read-models/projector/faults';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';
import { sql } from 'kysely';

/** A partner is registered, or gets another name. */
export type PartnersChange =
  { readonly registered: PartnersTable } | { readonly renamed: Pick<PartnersTable, 'id' | 'name'> };

const TYPES = ['PartnerRegistered', 'PartnerRenamed'] as const;

/** The directory of partners: who there is, of what kind, under what name. */
export const partnersProjection: Projection<undefined, PartnersChange> & { name: 'partners' } = {
  name: 'partners',
  version: VIEW_VERSIONS.partners,
  types: TYPES,
  project(event) {
    const fact = readPartnerFact(event);
    const id = fact.partner;
    if (fact.type === 'PartnerRegistered') return [{ registered: { id, ...fact.data } }];
    return fact.type === 'PartnerRenamed' ? [{ renamed: { id, ...fact.data } }] : [];
  },
};

export const partnersView = viewOver({
  projection: partnersProjection,
  reads: { categories: [PARTNER_CATEGORY], types: TYPES },
  contexts: () => () => Promise.resolve(undefined),
  async write(trx, changes) {
    const rows = changes.flatMap((change) => ('registered' in change ? [change.registered] : []));
    const names = new Map(
      changes.flatMap((change) => ('renamed' in change ? [[change.renamed.id, change.renamed] as const] : [])),
    );
    if (rows.length > 0) {
      await sql`
        insert into read.partners_v1
        select * from json_populate_recordset(null::read.partners_v1, ${rowsAsJson(rows)}::json)`.execute(trx);
    }
    if (names.size === 0) return;
    const { numAffectedRows = 0n } = await sql`
      update read.partners_v1 p set name = c.name
      from json_populate_recordset(null::read.partners_v1, ${rowsAsJson([...names.values()])}::json) c
      where p.id = c.id`.execute(trx);
    if (Number(numAffectedRows) !== names.size) {
      throw new RowsMissing('read.partners_v1', names.size, Number(numAffectedRows));
    }
  },
});
