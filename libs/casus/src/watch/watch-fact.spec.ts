import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { UnknownEventVersion } from '#event-sourcing/upcaster';
import { watchEvents } from '#casus/watch/watch-events';
import { readWatchFact } from '#casus/watch/watch-fact';

const recorded = (type: string, data: unknown, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000002',
  type,
  schemaVersion: 1,
  data,
  metadata: {
    commandId: 'command',
    correlationId: 'command',
    causationId: 'command',
    actor: { partner: 'aanzet' },
    occurredAt: instant('2026-11-02T08:00Z'),
    recordedAt: instant('2026-11-02T09:00Z'),
  },
  stream: streamName('watch', 'eva'),
  revision: 4,
  position: positionOf(5),
  hash: '',
  ...more,
});

const folder = new URL('../../watch-fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.replace(/\.json$/, '').split('.v');
  return { type, version: Number(version), data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

describe('a stored event of the watch', () => {
  it.each(fixtures)('$type, version $version, still loads', ({ type, version, data }) => {
    const fact = readWatchFact(recorded(type, data, { schemaVersion: version }));
    const newest = Object.entries(watchEvents).find(([name]) => name === type)?.[1].version;
    expect(fact).toMatchObject({ type, schemaVersion: newest, casus: 'eva', revision: 4 });
    if (version === newest) expect(fact.data).toEqual(data);
  });

  it('has a fixture for every version of every type', () => {
    const expected = Object.entries(watchEvents).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, before) => `${type} ${before + 1}`),
    );
    expect(fixtures.map(({ type, version }) => `${type} ${version}`).sort()).toEqual(expected.sort());
  });

  it('is refused when its type or version is not known', () => {
    expect(() => readWatchFact(recorded('StallSeen', {}))).toThrow(UnknownEventVersion);
    expect(() => readWatchFact(recorded('StallEnded', {}, { schemaVersion: 2 }))).toThrow(UnknownEventVersion);
  });

  it('is refused when its data does not fit, and says where', () => {
    expect(() => readWatchFact(recorded('StallEnded', { stall: 'x', until: '2026-11-02' }))).toThrow(
      'watch-eva@4: StallEnded does not fit its schema at until',
    );
  });

  it('is not one of another stream', () => {
    const stream = streamName('casus', 'eva');
    expect(() => readWatchFact(recorded('StallEnded', {}, { stream }))).toThrow('casus-eva is not of the watch');
  });
});
