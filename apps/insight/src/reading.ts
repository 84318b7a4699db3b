import { Inject, Injectable } from '@nestjs/common';
import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { BodyClass } from '#commands/form/form';
import { fieldsOf } from '#commands/http/fields-of';
import { casusReference, isUuid, newPartner } from '#commands/form/forms';
import { namedPartners } from '#commands/form/named-partners';
import { fieldsInvalid, partnerUnknown } from '#commands/refusal';
import { sentenceOf } from '#casus/rejection';
import type { Clock } from '#platform/clock';
import { problem, ProblemError, problemOfRefusal } from '#platform/http/problem';
import type { AsOf } from '#read-models/as-of';
import { casusSummaries, type CasusSummary } from '#read-models/casus-summary/query';
import type { LedgerSources } from '#read-models/ledger/query';
import { beforeCasusFault, futureFault, MOMENT_FAULTS, type MomentFault } from '#read-models/moment-fault';
import { CursorInvalid, type Page } from '#read-models/page';
import { partnersKnown, type PartnersKnown } from '#partners/partners-known';
import { partners, type PartnerView } from '#read-models/partners/query';
import type { Levels } from '#read-models/projector/levels';
import type { ReadDatabase } from '#read-models/read-database';
import { VIEW_NAMES } from '#read-models/view-name';

/** What the read side reads from, and when it is. */
export interface Sources {
  readonly db: ReadDatabase;
  /** The log: for the calendars of partners, and to explain one casus from its events. */
  readonly log: Pick<EventStore, 'readAll' | 'readStream'>;
  readonly levels: Levels;
  readonly clock: Clock;
  /** Aborts when the service begins to stop: feeds end then. */
  readonly stopping?: AbortSignal;
}

export const SOURCES = Symbol('sources');

/** A part of a list as the API gives it. `next` is the cursor of the part that follows; null: this was the last. */
export interface Listed<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** The fields of a class without the class. */
type Plain<Fields> = { [Name in keyof Fields]: Fields[Name] };

interface Moment {
  readonly asOf?: Instant;
  readonly knownAt?: Instant;
  readonly atLeast?: Position;
}

const DEFAULT_LIMIT = 50;
const PATIENCE_MS = 5000;

/** What all queries share: parameters that fit, the moment, waiting for one's own writes, what is not there. */
@Injectable()
export class Reading {
  readonly partnersKnown: PartnersKnown;

  constructor(@Inject(SOURCES) readonly sources: Sources) {
    this.partnersKnown = partnersKnown(sources.log);
  }

  /** Checks parameters, waits until the views show `atLeast`, and looks whether the partners named exist. */
  async parameters<P extends object & Moment>(of: BodyClass<P>, given: unknown): Promise<Plain<P>> {
    const fields = fieldsOf(of, given);
    await this.reach(fields.atLeast);
    for (const partner of namedPartners(of, given)) await this.partner(partner);
    return fields;
  }

  /** Where ledgers are read from. */
  get ledgers(): LedgerSources {
    return { db: this.sources.db, partners: this.partnersKnown };
  }

  /** The moment that is asked for; now when none is. Refuses one that lies ahead of now. */
  moment({ asOf, knownAt }: Moment): AsOf {
    const now = this.sources.clock.now();
    const moment: AsOf = { at: asOf ?? now, ...(knownAt !== undefined && { knownAt }) };
    const fault = futureFault(moment, now);
    if (fault) refuse(fault);
    return moment;
  }

  async list<Row>(query: { limit?: number }, read: (limit: number) => Promise<Page<Row>>): Promise<Listed<Row>> {
    try {
      const { rows, next } = await read(query.limit ?? DEFAULT_LIMIT);
      return { items: rows, next };
    } catch (error) {
      if (!(error instanceof CursorInvalid)) throw error;
      const errors = [{ field: 'cursor', wrong: 'is no cursor of this list', right: '`next` of the part before' }];
      throw new ProblemError(problemOfRefusal(fieldsInvalid(errors)));
    }
  }

  async partner(id: string): Promise<PartnerView> {
    const [found] = newPartner.fits(id) ? (await partners(this.sources.db, { id })).rows : [];
    if (!found) throw new ProblemError(problemOfRefusal(partnerUnknown(id)));
    return found;
  }

  async casus(casus: string, moment: AsOf): Promise<CasusSummary> {
    if (!casusReference.fits(casus) && !isUuid(casus)) return missing('casus-unknown', { casus });
    const [found] = (await casusSummaries(this.sources.db, { ...moment, casus })).rows;
    if (found) return found;
    const fault = await beforeCasusFault(this.sources.db, casus, moment);
    return fault ? refuse(fault) : missing('casus-unknown', { casus });
  }

  private async reach(position: Position | undefined): Promise<void> {
    if (position === undefined) return;
    const signal = AbortSignal.timeout(PATIENCE_MS);
    if (await this.sources.levels.waitUntil(VIEW_NAMES, position, signal)) return;
    throw new ProblemError(
      problem(503, 'not-shown-yet', 'The views have not come that far yet; try again.', { atLeast: position }),
    );
  }
}

/** Ends a query for a moment that cannot be asked for. */
export function refuse({ code, details }: MomentFault): never {
  throw new ProblemError(problem(400, code, MOMENT_FAULTS[code], details));
}

/** Ends a query about something that is not there, with the id that was given. */
export function missing(
  code: 'casus-unknown' | 'step-unknown' | 'handoff-unknown' | 'stall-unknown',
  details: Record<string, string>,
): never {
  throw new ProblemError(problem(404, code, sentenceOf(code), details));
}
