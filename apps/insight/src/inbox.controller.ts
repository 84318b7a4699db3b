import { Controller, Get, Headers, Query } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import { text } from '#commands/form/forms';
import { whatIsWrong } from '#commands/form/what-is-wrong';
import { fieldsInvalid } from '#commands/refusal';
import type { Instant } from '#event-sourcing/instant';
import { standIns, standsInFor } from '#partners/partner';
import type { PartnerDirectory } from '#partners/partner-directory';
import { problemOfRefusal, ProblemError } from '#platform/http/problem';
import { digestOf, digestSpan, type InboxDigest } from '#read-models/inbox/digest';
import { digestItems } from '#read-models/inbox/digest-items';
import { inboxItems, type Reader } from '#read-models/inbox/query';
import { unreadCounts, type UnreadCounts } from '#read-models/inbox/unread';
import { describeQuery } from '#apps/insight/src/describe-query';
import { itemView, type InboxItemView } from '#apps/insight/src/inbox-item-view';
import { DigestParameters, InboxParameters, UnreadParameters } from '#apps/insight/src/inbox-parameters';
import { Reading, refuse, type Listed } from '#apps/insight/src/reading';

const PERSON = 'Aanzet-Person';

const ofPerson = ApiHeader({
  name: PERSON,
  required: false,
  schema: { type: 'string' },
  description:
    'The person of the partner that asks, with what is for those in whose place it stands; without one the inbox of the whole partner is shown',
});

const name = text(100);

/** Whose inbox is asked, at a moment and with the partners known then. Refuses a header that holds no name. */
function readerOf(partner: string, person: string | undefined, at: Instant, directory: PartnerDirectory): Reader {
  if (person === undefined || person === '') return { partner };
  if (name.fits(person)) return { partner, person, standsInFor: standsInFor(directory.get(partner), person, at) };
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
    const at = this.reading.sources.clock.now();
    const directory = await this.directory(at);
    const reader = readerOf(partner, person, at, directory);
    const asked = { ...reader, at, role, cursor, ...(unread !== undefined && { unread: unread === 'true' }) };
    const { items, next } = await this.reading.list(query, (limit) =>
      inboxItems(this.reading.sources.db, { ...asked, limit }),
    );
    return { items: items.map(itemView(directory, lang ?? 'nl')), next };
  }

  @Get('unread')
  @describeQuery('count-unread', 'Counts what is unread in the inbox of a partner: by anyone, and by each person')
  async unread(@Query() given: UnreadParameters): Promise<UnreadCounts> {
    const { partner } = await this.reading.parameters(UnreadParameters, given);
    const now = this.reading.sources.clock.now();
    const directory = await this.directory(now);
    return unreadCounts(this.reading.sources.db, partner, standIns(directory.get(partner), now));
  }

  @Get('digest')
  @ofPerson
  @describeQuery('get-digest', 'Sums up a day of an inbox: what was told, what is open since, what is over')
  async digest(
    @Query() given: DigestParameters,
    @Headers('aanzet-person') person: string | undefined,
  ): Promise<InboxDigest<InboxItemView>> {
    const { partner, day, lang = 'nl' } = await this.reading.parameters(DigestParameters, given);
    const now = this.reading.sources.clock.now();
    const span = digestSpan(day, now);
    if (!span) return refuse({ code: 'day-in-the-future', details: { day, now } });
    const directory = await this.directory(span.until, span.end);
    const reader = readerOf(partner, person, span.until, directory);
    const digest = digestOf(reader, span, await digestItems(this.reading.sources.db, reader, span));
    const shown = itemView(directory, lang);
    const casus = digest.casus.map((one) => ({
      ...one,
      told: one.told.map(shown),
      settled: one.settled.map(shown),
    }));
    return { ...digest, casus };
  }

  private async directory(at: Instant, knownAt?: Instant): Promise<PartnerDirectory> {
    return (await this.reading.partnersKnown.by(knownAt)).at(at);
  }
}
