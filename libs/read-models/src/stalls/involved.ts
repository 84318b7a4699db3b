import type { Fact } from '#casus/fact';
import type { LookUp } from '#read-models/projector/view';
import type { ReadDatabase } from '#read-models/read-database';

const NAMING = ['owner', 'to', 'from', 'by', 'confirmedBy', 'promisedBy'] as const;

/** The partners that a fact brings into its casus. */
export function partnersIn({ data, type }: Fact): string[] {
  const named: Readonly<Record<string, unknown>> = data;
  const found = NAMING.map((key) => named[key]);
  if (type === 'CasusOpened') found.push(data.director.partner);
  if (type === 'DirectorAppointed') found.push(data.partner);
  return [...new Set(found.filter((partner) => typeof partner === 'string'))];
}

/** Looks up in which casus a partner was ever involved. */
export const casusOf =
  (db: ReadDatabase): LookUp['casusOf'] =>
  async (partner) => {
    const rows = await db.selectFrom('read.involved_v1').select('casus').where('partner', '=', partner).execute();
    return rows.map(({ casus }) => casus);
  };
