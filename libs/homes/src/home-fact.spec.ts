import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { UnknownEventVersion } from '#event-sourcing/upcaster';
import { homeEvents } from '#homes/home-events';
import { readHomeFact } from '#homes/home-fact';

const at = instant('2026-11-20T09:00Z');

const recorded = (type: string, data: unknown, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  type,
  schemaVersion: 1,
  data,
  metadata: {
    commandId: 'command',
    correlationId: 'command',
    causationId: 'command',
    actor: { partner: 'corporatie' },
    occurredAt: at,
    recordedAt: at,
  },
  stream: streamName('home', 'linde-4'),
  revision: 4,
  position: positionOf(5),
  hash: '',
  ...more,
});

const folder = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.replace(/\.json$/, '').split('.v');
  return { type, version: Number(version), data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

describe('a stored event of a home', () => {
  it.each(fixtures)('$type, version $version, still loads', ({ type, version, data }) => {
    expect(readHomeFact(recorded(type, data, { schemaVersion: version }))).toEqual({
      ...{ type, schemaVersion: version, data, home: 'linde-4', revision: 4, occurredAt: at, recordedAt: at },
    });
  });

  it('has a fixture for every version of every type', () => {
    const expected = Object.entries(homeEvents).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, before) => `${type} ${before + 1}`),
    );
    expect(fixtures.map(({ type, version }) => `${type} ${version}`).sort()).toEqual(expected.sort());
  });

  it('is refused when its type or version is not known, or its stream is of another kind', () => {
    expect(() => readHomeFact(recorded('HomePainted', {}))).toThrow(UnknownEventVersion);
    expect(() => readHomeFact(recorded('HomeFreed', {}, { schemaVersion: 2 }))).toThrow(UnknownEventVersion);
    const stream = streamName('casus', 'eva');
    expect(() => readHomeFact(recorded('HomeFreed', { freeFrom: '2027-03-01' }, { stream }))).toThrow('casus-eva');
  });

  it.each([
    ['HomeFreed', { freeFrom: '2027-02-30' }, 'freeFrom'],
    ['HomeReserved', { candidate: { casus: 'eva' } }, 'candidate.step'],
    [
      'HomeDeclined',
      { by: 'agency', candidate: { casus: 'eva', step: 'E9' }, offer: 'o', reason: 'too-small' },
      'reason',
    ],
  ])('%s is refused when its data does not fit, and says where', (type, data, path) => {
    expect(() => readHomeFact(recorded(type, data))).toThrow(
      `home-linde-4@4: ${type} does not fit its schema at ${path}`,
    );
  });
});
