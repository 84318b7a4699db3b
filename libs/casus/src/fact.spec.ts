import { readdirSync, readFileSync } from 'node:fs';
import type { RecordedEvent } from '#event-sourcing/event';
import { UnknownEventVersion } from '#event-sourcing/upcaster';
import { CASUS_EVENTS, isCasusEventType } from '#casus/events/casus-event';
import { readFact } from '#casus/fact';
import { at, recordedEvent } from '#casus/specification';

const times = { occurredAt: at('2026-09-14T09:00'), recordedAt: at('2026-09-15T09:00') };

const recorded = (type: string, data: unknown, schemaVersion = 1): RecordedEvent =>
  recordedEvent({ type, schemaVersion, data }, { ...times, revision: 4, partner: 'welzijn' });

const folder = new URL('../fixtures/', import.meta.url);
const fixtures = readdirSync(folder).map((file) => {
  const [type = '', version = ''] = file.replace(/\.json$/, '').split('.v');
  return { type, version: Number(version), data: JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as unknown };
});

describe('a stored event of a casus', () => {
  it.each(fixtures)('$type, version $version, still loads', ({ type, version, data }) => {
    const fact = readFact(recorded(type, data, version));
    const newest = isCasusEventType(type) ? CASUS_EVENTS[type].version : undefined;
    expect(fact).toMatchObject({ type, schemaVersion: newest, revision: 4 });
    if (version === newest) expect(fact.data).toEqual(data);
  });

  it('has a fixture for every version of every type', () => {
    const expected = Object.entries(CASUS_EVENTS).flatMap(([type, { version }]) =>
      Array.from({ length: version }, (_, before) => `${type} ${before + 1}`),
    );
    expect(fixtures.map(({ type, version }) => `${type} ${version}`).sort()).toEqual(expected.sort());
  });

  it.each(fixtures)('$type names every field that it may have', ({ type, data }) => {
    const known = isCasusEventType(type) ? Object.keys(CASUS_EVENTS[type].schema.entries) : [];
    expect(Object.keys(data as object).sort()).toEqual(known.sort());
  });

  it('keeps both times and who acted, and nothing of the envelope', () => {
    expect(readFact(recorded('StepStarted', { step: 'E1' }))).toEqual({
      type: 'StepStarted',
      schemaVersion: 1,
      data: { step: 'E1' },
      revision: 4,
      ...times,
      actor: { partner: 'welzijn' },
    });
  });

  it.each([
    ['StepVanished', 1],
    ['StepStarted', 2],
    ['StepStarted', 99],
    ['toString', 1],
  ])('%s, version %d, is not known and stops loudly', (type, version) => {
    expect(() => readFact(recorded(type, { step: 'E1' }, version))).toThrow(UnknownEventVersion);
  });

  it.each<[string, object, string]>([
    ['StepStarted', {}, 'step'],
    ['StepStarted', { step: '' }, 'step'],
    ['StepStarted', { step: 'E1', secret: 'geheim' }, 'secret'],
    ['NoteAdded', { text: 7, audience: 'geheim' }, 'text'],
    [
      'WaitingStarted',
      { step: 'E1', waitingFor: { kind: 'geheim' }, reason: 'x', until: '2026-02-30' },
      'waitingFor.kind, until',
    ],
    ['HandoffDeclined', { handoff: 'H1', step: 'E1', from: 'a', to: 'b', reason: 'geheim' }, 'reason'],
    ['MeetingRecorded', { present: ['a', 7], agreed: 'geheim', steps: [] }, 'present.1'],
  ])('%s with data that does not fit says where, never what', (type, data, path) => {
    const error = (() => {
      try {
        readFact(recorded(type, data));
      } catch (caught) {
        return String(caught);
      }
      return 'accepted';
    })();
    expect(error).toBe(`TypeError: casus-eva@4: ${type} does not fit its schema at ${path}`);
    expect(error).not.toContain('geheim');
  });
});
