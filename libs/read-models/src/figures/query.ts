import type { PartnersKnown } from '#partners/partners-known';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { FigureName } from '#read-models/figures/definitions';
import { headOf, periodIn, type FigureHead, type FigureQuery } from '#read-models/figures/figure';
import { linked, rowsIn, type LinkedRows } from '#read-models/figures/linked';
import { promisesFigure, type Promises } from '#read-models/figures/promises';
import { promisesOf, stallsOf, waitingFactsOf } from '#read-models/figures/read-facts';
import { stallsFigure, type Stalls } from '#read-models/figures/stall-figures';
import { waitingFigure, type Waiting } from '#read-models/figures/waiting';
import { keysOf, pageOf, type Page, type PageRequest } from '#read-models/page';
import { reached } from '#read-models/projector/checkpoints';
import type { ReadDatabase } from '#read-models/read-database';
import type { ViewName } from '#read-models/view-name';

/** Where figures are read from: the views, and the calendars of the partners. */
export interface FigureSources {
  readonly db: ReadDatabase;
  readonly partners: PartnersKnown;
}

/** What each figure is made of. */
export interface RowsOfFigure {
  readonly waiting: Waiting;
  readonly stalls: Stalls;
  readonly promises: Promises;
}

/** A figure with what it says of itself, and where the casus behind it are listed. Domain, "Figures". */
export type Figure<Name extends FigureName> = FigureHead & LinkedRows<RowsOfFigure[Name]>;

type Compute<Rows> = (db: ReadDatabase, query: FigureQuery, partners: PartnersOverTime) => Promise<Rows>;

const COMPUTED: { readonly [Name in FigureName]: Compute<RowsOfFigure[Name]> } = {
  async waiting(db, query, partners) {
    const period = periodIn(query);
    return waitingFigure(await waitingFactsOf(db, period, query), period, query, partners);
  },
  async stalls(db, query, partners) {
    const period = periodIn(query);
    return stallsFigure(await stallsOf(db, period, query), period, query, partners);
  },
  async promises(db, query) {
    const period = periodIn(query);
    const { promises, breaches } = await promisesOf(db, period, query);
    return promisesFigure(promises, breaches, period, query);
  },
};

const VIEWS: readonly ViewName[] = ['handoffs', 'dealings', 'stalls', 'casus-summary', 'next-steps'];

/** All of a figure is read from one state of the tables, and it says which. */
async function computed<Name extends FigureName>(name: Name, sources: FigureSources, query: FigureQuery) {
  const partners = await sources.partners.by(query.knownAt);
  const compute: Compute<RowsOfFigure[Name]> = COMPUTED[name];
  return sources.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (db) => ({
      head: headOf(name, query, await reached(db, VIEWS)),
      rows: await compute(db, query, partners),
    }));
}

/** A figure over a period, seen from a moment. */
export async function figure<Name extends FigureName>(
  name: Name,
  sources: FigureSources,
  query: FigureQuery,
): Promise<Figure<Name>> {
  const { head, rows } = await computed(name, sources, query);
  return { ...head, ...linked(head, rows) };
}

/** A casus behind a figure: by its id, and by nothing that says who. */
export interface CasusBehind {
  readonly casus: string;
  readonly href: string;
}

const ORDER = 'figure-casus';

/** The casus behind one row of a figure, by id; undefined when the figure has no such row. Throws CursorInvalid. */
export async function casusBehind(
  name: FigureName,
  sources: FigureSources,
  { limit, cursor, cell, ...query }: FigureQuery & PageRequest & { readonly cell: string },
): Promise<Page<CasusBehind> | undefined> {
  const [after = ''] = cursor === undefined ? [] : keysOf(cursor, ORDER, 1);
  const { rows } = await computed(name, sources, query);
  const row = rowsIn(rows).find((one) => one.cell === cell);
  if (!row) return undefined;
  const rest = row.casus.filter((casus) => casus > after);
  return pageOf(limit === undefined ? rest : rest.slice(0, limit + 1), limit, ORDER, {
    keys: (casus) => [casus],
    row: (casus) => ({ casus, href: `/v1/casus/${casus}` }),
  });
}
