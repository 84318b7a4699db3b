import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { UnknownEventVersion } from '#event-sourcing/upcaster';
import { partnerEvents } from '#partners/partner-events';
import { readPartnerFact } from '#partners/partner-fact';

const recorded = (type: string, data: unknown, more: Partial<RecordedEvent> = {}): RecordedEvent => ({
  id: '00000000-0000-4000-8000-000000000001',
  type,
  schemaVersion: 1,
  data,
  metadata: {
    commandId: 'command',
    correlationId: 'command',
    causationId: 'command',
    actor: { partner: 'welzijn', person: 'wijkcoach' },
    occurredAt: instant('2026-11-02T08:00Z'),
    recordedAt: instant('2026-11-02T09:00Z'),
  },
  stream: streamName('partner', 'welzijn'),
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

describe('a stored event of a partner', () => {
  it.each(fixtures)('$type, version $version, still loads', ({ type, version, data }) => {
    const fact = readPartnerFact(recorded(type, data, { schemaVersion: version }));
    const newest = Object.entries(partnerEvents).find(([name]) => name === type)?.[1].version;
    expect(fact).toMatchObject({ type, schemaVersion: newest, partner: 'welzijn', revision: 4 });
    if (version === newest) expect(fact.data).toEqual(data);
  });

  it('has a fixture for every version of every type', () => {
    const expected = Object.entries(partnerEvents).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, before) => `${type} ${before + 1}`),
    );
    expect(fixtures.map(({ type, version }) => `${type} ${version}`).sort()).toEqual(expected.sort());
  });

  it('keeps both times and who acted', () => {
    expect(readPartnerFact(recorded('PartnerRenamed', { name: 'Zuid' }))).toEqual({
      type: 'PartnerRenamed',
      schemaVersion: 1,
      data: { name: 'Zuid' },
      partner: 'welzijn',
      revision: 4,
      occurredAt: '2026-11-02T08:00:00.000Z',
      recordedAt: '2026-11-02T09:00:00.000Z',
      actor: { partner: 'welzijn', person: 'wijkcoach' },
    });
  });

  it('is refused when its type or version is not known', () => {
    expect(() => readPartnerFact(recorded('PartnerMoved', {}))).toThrow(UnknownEventVersion);
    expect(() => readPartnerFact(recorded('PartnerRenamed', {}, { schemaVersion: 2 }))).toThrow(UnknownEventVersion);
  });

  it.each([
    ['PartnerRenamed', { name: 'Zuid', secret: 'x' }, 'secret'],
    ['PartnerRenamed', {}, 'name'],
    ['PartnerNormSet', { of: 'offer', workingDays: 1.5 }, 'workingDays'],
    ['PartnerClosingDaysSet', { days: ['2026-02-30'] }, 'days.0'],
    ['PartnerOpeningHoursSet', { hours: { monday: { from: '9', to: '17:00' } } }, 'hours.monday.from'],
  ])('%s is refused when its data does not fit, and says where', (type, data, path) => {
    expect(() => readPartnerFact(recorded(type, data))).toThrow(
      `partner-welzijn@4: ${type} does not fit its schema at ${path}`,
    );
  });

  it('is not one of another stream', () => {
    const stream = streamName('casus', 'eva');
    expect(() => readPartnerFact(recorded('PartnerRenamed', { name: 'Zuid' }, { stream }))).toThrow('casus-eva');
  });
});
