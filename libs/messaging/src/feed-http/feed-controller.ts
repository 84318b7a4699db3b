import { Controller, Get, Inject, Query, Res, type Type } from '@nestjs/common';
import { ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { fieldsOf } from '#commands/http/fields-of';
import { toCloudEvent } from '#messaging/contract/cloud-event';
import { FeedParameters } from '#messaging/feed-http/feed-parameters';
import { placeOf, type FeedSources } from '#messaging/feed-http/feed-sources';
import { cursorText } from '#messaging/log-feed/cursor';
import type { FeedPart, FeedQuery } from '#messaging/log-feed/log-feed';
import { Untellable } from '#messaging/told/remembered';
import { problem, ProblemError } from '#platform/http/problem';

const BATCH = 'application/cloudevents-batch+json; charset=UTF-8';
const USUAL_LIMIT = 100;

const header = (description: string) => ({ description, schema: { type: 'string' as const } });

/** What the OpenAPI document calls a feed, and where it is. */
export interface FeedRoute {
  readonly tag: string;
  readonly path: string;
  readonly operationId: string;
  readonly summary: string;
  /** By which its sources are provided. */
  readonly sources: symbol;
}

async function partOf({ feed, stopping }: FeedSources, query: FeedQuery, wait: number, reply: FastifyReply) {
  const gone = new AbortController();
  reply.raw.once('close', () => {
    gone.abort();
  });
  try {
    if (wait === 0) return await feed.read(query);
    return await feed.wait(query, AbortSignal.any([AbortSignal.timeout(wait * 1000), gone.signal, stopping]));
  } catch (error) {
    if (!(error instanceof Untellable)) throw error;
    throw new ProblemError(
      problem(503, 'feed-interrupted', 'What follows cannot be told now: an event of the log cannot be read.'),
    );
  }
}

/** The controller of a feed: what a partner may know of what happens, as events, from any place on. */
export function feedController({ tag, path, operationId, summary, sources: token }: FeedRoute): Type {
  @ApiTags(tag)
  @Controller(`v1/${path}`)
  class FeedController {
    constructor(@Inject(token) private readonly sources: FeedSources) {}

    @Get()
    @ApiOperation({
      operationId,
      summary,
      description:
        'A batch of CloudEvents, oldest first. Ask again with `after` as `Aanzet-Next` (or `sequence` of the last event that was dealt with); without `after` it begins at the beginning. An empty batch is no end: it means that nothing for this partner lay in the stretch that was looked at.',
    })
    @ApiResponse({
      status: 200,
      description: 'The events, perhaps none',
      headers: {
        'Aanzet-Next': header('The place behind all that was looked at'),
        'Aanzet-End': header('`true` when nothing lay behind that place then; `false`: ask again at once'),
        Link: header('The address of what follows, `rel="next"`'),
      },
      content: { 'application/cloudevents-batch+json': { schema: { type: 'array', items: { type: 'object' } } } },
    })
    async read(@Query() given: FeedParameters, @Res() reply: FastifyReply): Promise<void> {
      const { partner, after: text, limit = USUAL_LIMIT, wait = 0 } = fieldsOf(FeedParameters, given);
      await this.sources.assertPartner(partner);
      const after = await placeOf(this.sources, text);
      const { events, next, end }: FeedPart = await partOf(this.sources, { partner, after, limit }, wait, reply);
      const place = cursorText(next);
      const query = new URLSearchParams({ partner, after: place, limit: String(limit), wait: String(wait) });
      await reply
        .type(BATCH)
        .header('Aanzet-Next', place)
        .header('Aanzet-End', String(end))
        .header('Link', `</v1/${path}?${query.toString()}>; rel="next"`)
        .send(JSON.stringify(events.map((event) => toCloudEvent(event, this.sources.sender))));
    }
  }
  return FeedController;
}
