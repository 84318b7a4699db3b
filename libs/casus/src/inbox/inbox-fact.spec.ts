import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { UnknownEventVersion } from '#event-sourcing/upcaster';
import { inboxEvents } from '#casus/inbox/inbox-events';
import { readInboxFact } from '#casus/inbox/inbox-fact';
import { inboxStream } from '#casus/inbox/inbox-item';

const CASUS = '00000000-0000-4000-8000-000000000001';

const recorded = (type: string, data: unknown, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000002',
  type,
  schemaVersion: 1,
  data,
  metadata: {
    commandId: 'command',
    correlationId: 'command',
    causationId: 'command',
    actor: { partner: 'welzijn' },
    occurredAt: instant('2026-11-02T08:00Z'),
    recordedAt: instant('2026-11-02T09:00Z'),
  },
  stream: inboxStream({ casus: CASUS, partner: 'welzijn' }),
  revision: 4,
  position: positionOf(5),
  hash: '',
  ...more,
});

const folder = new URL('../../inbox-fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.replace(/\.json$/, '').split('.v');
  return { type, version: Number(version), data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

describe('a stored event of an inbox', () => {
  it.each(fixtures)('$type, version $version, still loads', ({ type, version, data }) => {
    const fact = readInboxFact(recorded(type, data, { schemaVersion: version }));
    const newest = Object.entries(inboxEvents).find(([name]) => name === type)?.[1].version;
    expect(fact).toMatchObject({ type, schemaVersion: newest, partner: 'welzijn', revision: 4 });
    if (version === newest) expect(fact.data).toEqual(data);
  });

  it('has a fixture for every version of every type', () => {
    const expected = Object.entries(inboxEvents).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, before) => `${type} ${before + 1}`),
    );
    expect(fixtures.map(({ type, version }) => `${type} ${version}`).sort()).toEqual(expected.sort());
  });

  it('is refused when its type or version is not known', () => {
    expect(() => readInboxFact(recorded('InboxItemBurnt', {}))).toThrow(UnknownEventVersion);
    expect(() => readInboxFact(recorded('InboxItemRead', {}, { schemaVersion: 2 }))).toThrow(UnknownEventVersion);
  });

  it('is refused when its data does not fit, and says where', () => {
    expect(() => readInboxFact(recorded('InboxItemRead', { item: 'eva.1' }))).toThrow(
      `inbox-${CASUS}-welzijn@4: InboxItemRead does not fit its schema at item`,
    );
  });

  it('is not one of another stream', () => {
    for (const stream of [
      streamName('partner', 'welzijn'),
      streamName('watch', `${CASUS}-welzijn`),
      streamName('inbox', 'welzijn'),
      streamName('inbox', CASUS),
    ]) {
      expect(() => readInboxFact(recorded('InboxItemRead', {}, { stream }))).toThrow(`${stream} is no inbox`);
    }
  });
});
