import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { AsOf } from '#read-models/as-of';
import { FIGURE_DEFINITIONS, type FigureName } from '#read-models/figures/definitions';
import { periodOf, type Period } from '#read-models/figures/period';

/** Over which local days, seen from which moment, and of which partner. */
export interface FigureQuery extends AsOf {
  readonly firstDay?: LocalDate | undefined;
  readonly lastDay?: LocalDate | undefined;
  readonly partner?: string | undefined;
}

/** What every figure says of itself. */
export interface FigureHead {
  readonly figure: FigureName;
  readonly definition: { readonly name: FigureName; readonly version: number; readonly href: string };
  /** All that the log held up to here is counted. */
  readonly position: Position;
  readonly from: LocalDate | null;
  readonly to: LocalDate;
  readonly asOf: Instant;
  readonly knownAt: Instant | null;
  readonly partner: string | null;
}

/** The period that a query asks for. */
export const periodIn = ({ firstDay, lastDay, at }: FigureQuery): Period => periodOf(firstDay, lastDay, at);

/** What a figure says of itself. */
export function headOf(figure: FigureName, query: FigureQuery, position: Position): FigureHead {
  const { firstDay, lastDay } = periodIn(query);
  const { version } = FIGURE_DEFINITIONS[figure];
  return {
    figure,
    definition: { name: figure, version, href: '/v1/figures/definitions' },
    position,
    from: firstDay,
    to: lastDay,
    asOf: query.at,
    knownAt: query.knownAt ?? null,
    partner: query.partner ?? null,
  };
}
