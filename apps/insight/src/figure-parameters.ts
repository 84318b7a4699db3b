import { day, partner, text } from '#commands/form/forms';
import { Optional, Required } from '#commands/form/field';
import type { LocalDate } from '#calendar/local-date';
import { MomentParameters } from '#apps/insight/src/query-parameters';
import { limit } from '#apps/insight/src/query-forms';

/** Over which days, seen from which moment, and of which partner. */
export class FigureParameters extends MomentParameters {
  @Optional(day, 'The first day of the period; the beginning when left out', '2026-11-01')
  from?: LocalDate;

  @Optional(day, 'Its last day; that of `asOf` when left out', '2026-11-30')
  to?: LocalDate;

  @Optional(partner, 'Of one partner: that waited or was waited for, is on the move, promised or was promised')
  partner?: string;
}

/** Behind which row of a figure. */
export class FigureCasusParameters extends FigureParameters {
  @Required(text(200), 'The row, by its `cell`', 'all')
  cell!: string;

  @Optional(limit, 'How many at most; 50 when left out')
  limit?: number;

  @Optional(text(2000), 'The part that follows: `next` of the part before', 'WyJmaWd1cmUtY2FzdXMiLCIwIl0')
  cursor?: string;
}
