import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { parsePosition, type Position } from '#event-sourcing/position';
import { changes } from '#read-models/changes/query';
import { reached } from '#read-models/projector/checkpoints';
import { VIEW_NAMES } from '#read-models/view-name';
import { describeFeed } from '#apps/insight/src/describe-query';
import { ChangesParameters } from '#apps/insight/src/query-parameters';
import { Reading } from '#apps/insight/src/reading';

const AT_ONCE = 200;

/** After so many looks without news a comment is sent, so that nothing on the way takes the feed for dead. */
const QUIET_LOOKS = 60;

/** Live updates: that something changed, and where. What is told is shown by every view already. */
@ApiTags('Views')
@Controller('v1/changes')
export class ChangesController {
  constructor(private readonly reading: Reading) {}

  @Get()
  @ApiHeader({ name: 'Last-Event-ID', required: false, schema: { type: 'string' }, description: 'Where to go on' })
  @describeFeed('follow-changes', 'Follows what changes, as Server-Sent Events')
  async follow(
    @Query() given: ChangesParameters,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { casus, after } = await this.reading.parameters(ChangesParameters, given);
    if (casus !== undefined) await this.reading.casus(casus, this.reading.moment({}));
    const last = request.headers['last-event-id'];
    const from = (typeof last === 'string' ? parsePosition(last) : undefined) ?? after;
    const gone = new AbortController();
    request.raw.once('close', () => {
      gone.abort();
    });
    const { db, stopping } = this.reading.sources;
    const signal = stopping ? AbortSignal.any([gone.signal, stopping]) : gone.signal;
    const frames = this.frames(from ?? (await reached(db, VIEW_NAMES)), casus, signal);
    await reply.type('text/event-stream').send(Readable.from(frames));
  }

  private async *frames(from: Position, casus: string | undefined, signal: AbortSignal): AsyncGenerator<string> {
    const { db, levels } = this.reading.sources;
    yield 'retry: 1000\n\n';
    let after = from;
    for (let quiet = 1; !signal.aborted; quiet++) {
      const moved = levels.moved(signal);
      const news = await changes(db, { after, limit: AT_ONCE, casus });
      for (const change of news.changes) yield `id: ${change.id}\nevent: change\ndata: ${JSON.stringify(change)}\n\n`;
      if (news.changes.length > 0) quiet = 0;
      else if (quiet % QUIET_LOOKS === 0) yield ': still here\n\n';
      const full = news.changes.length === AT_ONCE;
      after = news.position;
      if (!full) await moved;
    }
  }
}
