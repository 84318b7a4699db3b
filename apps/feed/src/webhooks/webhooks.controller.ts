import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { fieldsOf } from '#commands/http/fields-of';
import { placeOf, type FeedSources } from '#messaging/feed-http/feed-sources';
import { cursorText, type Cursor } from '#messaging/log-feed/cursor';
import type { Clock } from '#platform/clock';
import { headerIdentity } from '#platform/http/acting';
import { problem, ProblemError } from '#platform/http/problem';
import { newId } from '#platform/new-id';
import { FEED_SOURCES } from '#apps/feed/src/sources';
import { secretOf } from '#apps/feed/src/webhooks/signature';
import type { Subscription, Subscriptions } from '#apps/feed/src/webhooks/subscriptions';
import { targetOf, type Reach } from '#apps/feed/src/webhooks/target';
import { ReplayBody, WebhookBody } from '#apps/feed/src/webhooks/webhook-bodies';
import { webhookView, type WebhookView } from '#apps/feed/src/webhooks/webhook-view';

/** What webhooks are made of. Without a key there are none. */
export interface WebhookSources {
  readonly subscriptions: Subscriptions;
  readonly clock: Clock;
  readonly key: Buffer | undefined;
  readonly reach: Reach;
}

export const WEBHOOK_SOURCES = Symbol('sources of webhooks');

const MOST_OF_ONE = 20;

const unknown = (webhook: string): ProblemError =>
  new ProblemError(problem(404, 'webhook-unknown', 'This partner has no such webhook.', { webhook }));

const answers = (status: number, description: string) => ApiResponse({ status, description });

const described = (operationId: string, summary: string): MethodDecorator =>
  ApiOperation({ operationId, summary, description: `${summary}.` });

/** Webhooks, by the partner to which they belong. */
@ApiTags('Feed')
@ApiHeader({ name: 'Aanzet-Partner', required: true, schema: { type: 'string' }, description: 'The partner that asks' })
@Controller('v1/webhooks')
export class WebhooksController {
  constructor(
    @Inject(FEED_SOURCES) private readonly feed: FeedSources,
    @Inject(WEBHOOK_SOURCES) private readonly webhooks: WebhookSources,
  ) {}

  @Post()
  @ApiBody({ type: WebhookBody })
  @described('add-webhook', 'Sends what a partner may know to an address of that partner, from a place in its feed on')
  @answers(201, 'The webhook, with its secret: it is shown this once')
  async add(@Req() request: FastifyRequest, @Body() given: unknown): Promise<WebhookView & { secret: string }> {
    const { subscriptions, clock, key } = this.webhooks;
    const partner = await this.partnerOf(request);
    const { url, types = null, after } = fieldsOf(WebhookBody, given);
    if (!key) throw new ProblemError(problem(409, 'webhooks-not-set-up', 'This installation has no key for webhooks.'));
    const place = await placeOf(this.feed, after);
    await this.assertTarget(url);
    if ((await subscriptions.of(partner)).length >= MOST_OF_ONE) {
      throw new ProblemError(problem(409, 'webhooks-too-many', 'The partner has as many webhooks as it may have.'));
    }
    const id = newId();
    const added = await subscriptions.add({ id, partner, url, types, place: cursorText(place) }, clock.now());
    return { ...webhookView(added), secret: secretOf(key, id) };
  }

  @Get()
  @described('list-webhooks', 'Lists the webhooks of a partner, and how they stand')
  @answers(200, 'The webhooks')
  async list(@Req() request: FastifyRequest): Promise<{ items: readonly WebhookView[]; next: null }> {
    const all = await this.webhooks.subscriptions.of(await this.partnerOf(request));
    return { items: all.map(webhookView), next: null };
  }

  @Get(':webhook')
  @described('get-webhook', 'Tells how a webhook stands')
  @answers(200, 'The webhook')
  async get(@Req() request: FastifyRequest, @Param('webhook') webhook: string): Promise<WebhookView> {
    return this.found(webhook, await this.webhooks.subscriptions.find(await this.partnerOf(request), webhook));
  }

  @Post(':webhook/resume')
  @HttpCode(200)
  @described('resume-webhook', 'Tries a webhook again at once, from where it is')
  @answers(200, 'The webhook')
  async resume(@Req() request: FastifyRequest, @Param('webhook') webhook: string): Promise<WebhookView> {
    return this.resumed(await this.partnerOf(request), webhook);
  }

  @Post(':webhook/replay')
  @ApiBody({ type: ReplayBody, required: false })
  @HttpCode(200)
  @described('replay-webhook', 'Sends everything behind a place anew, and what comes after it')
  @answers(200, 'The webhook')
  async replay(
    @Req() request: FastifyRequest,
    @Param('webhook') webhook: string,
    @Body() given: unknown,
  ): Promise<WebhookView> {
    const partner = await this.partnerOf(request);
    return this.resumed(partner, webhook, await placeOf(this.feed, fieldsOf(ReplayBody, given).after));
  }

  @Delete(':webhook')
  @HttpCode(204)
  @described('remove-webhook', 'Ends a webhook')
  @answers(204, 'There is no such webhook any more')
  async remove(@Req() request: FastifyRequest, @Param('webhook') webhook: string): Promise<void> {
    if (!(await this.webhooks.subscriptions.remove(await this.partnerOf(request), webhook))) throw unknown(webhook);
  }

  private async resumed(partner: string, webhook: string, place?: Cursor): Promise<WebhookView> {
    const now = this.webhooks.clock.now();
    return this.found(webhook, await this.webhooks.subscriptions.resume(partner, webhook, now, place));
  }

  private found(webhook: string, subscription: Subscription | undefined): WebhookView {
    if (!subscription) throw unknown(webhook);
    return webhookView(subscription);
  }

  private async partnerOf(request: FastifyRequest): Promise<string> {
    const { partner } = headerIdentity.actorOf(request);
    await this.feed.assertPartner(partner);
    return partner;
  }

  private async assertTarget(url: string): Promise<void> {
    const target = await targetOf(url, this.webhooks.reach);
    if (target.fit) return;
    const { why } = target;
    throw new ProblemError(
      problem(400, 'webhook-address-refused', 'Nothing is sent to this address; `why` says what is wrong.', { why }),
    );
  }
}
