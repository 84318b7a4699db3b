import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { text } from '#commands/form/forms';
import { whatIsWrong } from '#commands/form/what-is-wrong';
import { fieldsInvalid } from '#commands/refusal';
import type { Instant } from '#event-sourcing/instant';
import { problemOfRefusal, ProblemError } from '#platform/http/problem';
import { digestOf, digestSpan, type InboxDigest } from '#read-models/inbox/digest';
import { inboxItems, type InboxItem, type InboxQuery, type Reader } from '#read-models/inbox/query';
import { unreadCounts, type UnreadCounts } from '#read-models/inbox/unread';
import type { Language } from '#read-models/why/language';
import { describeQuery } from '#apps/insight/src/describe-query';
import { itemView, type InboxItemView } from '#apps/insight/src/inbox-item-view';
import { DigestParameters, InboxParameters, UnreadParameters } from '#apps/insight/src/inbox-parameters';
import { Reading, refuse, type Listed } from '#apps/insight/src/reading';

const PERSON = 'Aanzet-Person';

const ofPerson = ApiHeader({
  name: PERSON,
  required: false,
  schema: { type: 'string' },
  description: 'The person of the partner that asks; without one the inbox of the whole partner is shown',
});

const name = text(100);

/** Whose inbox is asked. Refuses a header that holds no name. */
function readerOf(partner: string, person: string | undefined): Reader {
  if (person === undefined || person === '') return { partner };
  if (name.fits(person)) return { partner, person };
  const errors = [{ field: PERSON, wrong: whatIsWrong(person, name), right: name.right }];
  throw new ProblemError(problemOfRefusal(fieldsInvalid(errors)));
}

/** What the watch told, to whom, how that stands, and what of it was read. */
@ApiTags('Inbox')
@Controller('v1/inbox')
export class InboxController {
  constructor(private readonly reading: Reading) {}

  @Get()
  @ofPerson
  @describeQuery('list-inbox', 'Lists what a partner, or one person of it, was told, the latest first')
  async list(
    @Query() given: InboxParameters,
    @Headers('aanzet-person') person: string | undefined,
  ): Promise<Listed<InboxItemView>> {
    const query = await this.reading.parameters(InboxParameters, given);
    const { partner, role, cursor, unread, lang } = query;
    const reader = readerOf(partner, person);
    const at = this.reading.sources.clock.now();
    const asked = { ...reader, at, role, cursor, ...(unread !== undefined && { unread: unread === 'true' }) };
    const { items, next } = await this.reading.list(query, (limit) =>
      inboxItems(this.reading.sources.db, { ...asked, limit }),
    );
    return { items: items.map(await this.view(at, lang)), next };
  }

  @Get('unread')
  @describeQuery('count-unread', 'Counts what is unread in the inbox of a partner: by anyone, and by each person')
  async unread(@Query() given: UnreadParameters): Promise<UnreadCounts> {
    const { partner } = await this.reading.parameters(UnreadParameters, given);
    return unreadCounts(this.reading.sources.db, partner);
  }

  @Get('digest')
  @ofPerson
  @describeQuery('get-digest', 'Sums up a day of an inbox: what was told, what is open since, what is over')
  async digest(
    @Query() given: DigestParameters,
    @Headers('aanzet-person') person: string | undefined,
  ): Promise<InboxDigest<InboxItemView>> {
    const { partner, day, lang } = await this.reading.parameters(DigestParameters, given);
    const reader = readerOf(partner, person);
    const now = this.reading.sources.clock.now();
    const span = digestSpan(day, now);
    if (!span) return refuse({ code: 'day-in-the-future', details: { day, now } });
    const [before, after] = await Promise.all([
      this.all({ ...reader, at: span.before, knownAt: span.before }),
      this.all({ ...reader, at: span.until, knownAt: span.end }),
    ]);
    const digest = digestOf(reader, span, { before, after });
    const shown = await this.view(span.until, lang, span.end);
    const casus = digest.casus.map((one) => ({
      ...one,
      told: one.told.map(shown),
      settled: one.settled.map(shown),
    }));
    return { ...digest, casus };
  }

  private async all(query: InboxQuery): Promise<readonly InboxItem[]> {
    return (await inboxItems(this.reading.sources.db, query)).rows;
  }

  private async view(at: Instant, language: Language = 'nl', knownAt?: Instant) {
    return itemView((await this.reading.partnersKnown.by(knownAt)).at(at), language);
  }
}
