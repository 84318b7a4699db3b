import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { positionOf } from '#event-sourcing/position';
import type { SearchCommand } from '#homes/search/search-commands';
import { searchDecider } from '#homes/search/search-decider';
import { searchEvent, type SearchEvent } from '#homes/search/search-events';
import { readSearchFact } from '#homes/search/search-fact';

const CASUS = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
const NOW = instant('2026-11-20T09:00Z');

const recorded = (event: SearchEvent, revision = 0, at = NOW, category = 'search') => ({
  ...event,
  id: `event-${revision}`,
  stream: streamName(category, CASUS),
  revision,
  position: positionOf(revision + 1),
  hash: '',
  metadata: {
    ...{ commandId: 'c', actor: { partner: 'corporatie' }, occurredAt: at, recordedAt: at },
    ...{ correlationId: 'c', causationId: 'c' },
  },
});

type Brief = SearchCommand extends infer C
  ? C extends unknown
    ? Omit<C, 'casus' | 'occurredAt' | 'recordedAt'>
    : never
  : never;

const decided = (given: readonly SearchEvent[], brief: Brief, occurredAt = NOW, recordedAt = NOW) => {
  const search = given
    .map((event, revision) => readSearchFact(recorded(event, revision)))
    .reduce((state, fact) => searchDecider.evolve(state, fact), searchDecider.initialState);
  // Every field of a command is in its brief or here; the compiler cannot follow the union.
  return searchDecider.decide({ casus: CASUS, occurredAt, recordedAt, ...brief }, search);
};

const taken = searchEvent('StepTakenOn', { handoff: 'O2', step: 'E9' });
const until = localDate('2026-12-01');
const noFit = searchEvent('NoFitRecorded', { step: 'E9', until });
const found = searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-4' });
const refusal = (code: string) => ({ accepted: false, rejection: { code } });

describe('the search of a casus', () => {
  it('takes on an offered step, once', () => {
    const take: Brief = { do: 'take-on-step', handoff: 'O2', step: 'E9' };
    expect(decided([], take)).toEqual({ accepted: true, events: [taken] });
    expect(decided([taken], take)).toMatchObject(refusal('step-taken-on'));
  });

  it('records that no home fits, until a day, of ten working days when none is given, and anew when one was found', () => {
    const record: Brief = { do: 'record-no-fit', step: 'E9' };
    expect(decided([], { ...record, until })).toEqual({ accepted: true, events: [noFit] });
    expect(decided([], record)).toEqual({
      accepted: true,
      events: [searchEvent('NoFitRecorded', { step: 'E9', until: localDate('2026-12-04') })],
    });
    expect(decided([noFit], record)).toMatchObject({ rejection: { code: 'no-fit-recorded', details: { until } } });
    expect(decided([noFit], { do: 'record-no-fit', step: 'E10' })).toMatchObject({ accepted: true });
    expect(decided([noFit, found], record)).toMatchObject({ accepted: true });
    expect(decided([], { ...record, until: localDate('2026-11-19') })).toMatchObject(refusal('until-before-today'));
    expect(decided([], { ...record, until: localDate('2026-11-20') })).toMatchObject({ accepted: true });
  });

  it('records anew that no home fits once that day is past, or the casus said that it waits no longer', () => {
    const record: Brief = { do: 'record-no-fit', step: 'E9' };
    const on = (day: string) => decided([noFit], record, instant(`${day}T09:00Z`), instant(`${day}T09:00Z`));
    expect(on('2026-12-01')).toMatchObject(refusal('no-fit-recorded'));
    expect(on('2026-12-02')).toMatchObject({ accepted: true });
    const withoutDay = searchEvent('NoFitRecorded', { step: 'E9' });
    const later = instant('2026-12-04T09:00Z');
    expect(decided([withoutDay], record, later, later)).toMatchObject(refusal('no-fit-recorded'));

    const resumedAt = instant('2026-11-20T10:00Z');
    expect(decided([noFit], { ...record, resumedAt: NOW })).toMatchObject(refusal('no-fit-recorded'));
    expect(decided([noFit], { ...record, resumedAt }, resumedAt, resumedAt)).toMatchObject({ accepted: true });
  });

  it('takes back what the casus refused, notes each refusal once, and leaves what it accepted', () => {
    const refused = (because: string, about: string, event = 'event-1') =>
      searchEvent('AnswerRefused', { event, because, command: 'wait-for', about, code: 'not-in-this-state' });
    const record: Brief = { do: 'record-no-fit', step: 'E9', until };
    expect(decided([noFit, refused('NoFitRecorded', 'E9')], record)).toEqual({ accepted: true, events: [noFit] });
    expect(decided([noFit, refused('HomeOffered', 'E9')], record)).toMatchObject(refusal('no-fit-recorded'));
    const take: Brief = { do: 'take-on-step', handoff: 'O2', step: 'E9' };
    expect(decided([taken, refused('StepTakenOn', 'O2')], take)).toEqual({ accepted: true, events: [taken] });
    expect(decided([taken, refused('StepTakenOn', 'O3')], take)).toMatchObject(refusal('step-taken-on'));

    const given = refused('HomeReserved', 'E9');
    const note: Brief = { do: 'note-refusal', ...given.data };
    expect(decided([], note)).toEqual({ accepted: true, events: [given] });
    expect(decided([given], note)).toMatchObject(refusal('refusal-noted'));
    expect(decided([given], { ...note, event: 'event-2' })).toMatchObject({ accepted: true });
    expect(decided([given], { ...note, command: 'resume' })).toMatchObject({ accepted: true });
  });

  it('notes a fitting home only where none was', () => {
    const note: Brief = { do: 'note-fitting-home', step: 'E9', home: 'linde-4' };
    expect(decided([noFit], note)).toEqual({ accepted: true, events: [found] });
    expect(decided([], note)).toMatchObject(refusal('no-fit-not-recorded'));
    expect(decided([noFit, found], note)).toMatchObject(refusal('no-fit-not-recorded'));
  });

  it('takes no fact from before the last one, and none of the future', () => {
    const before = instant('2026-11-20T08:00Z');
    expect(decided([noFit], { do: 'record-no-fit', step: 'E10' }, before)).toMatchObject(
      refusal('occurred-before-known'),
    );
    expect(decided([], { do: 'record-no-fit', step: 'E10' }, instant('2026-11-21T09:00Z'))).toMatchObject(
      refusal('occurred-in-the-future'),
    );
  });

  it('is read from its own streams and in its own form only, without repeating a value', () => {
    expect(() => readSearchFact(recorded(noFit, 0, NOW, 'home'))).toThrow('is not of a search');
    expect(() => readSearchFact({ ...recorded(noFit), data: { step: 'E9', note: 'Jansen' } })).toThrow(
      `search-${CASUS}@0: NoFitRecorded does not fit its schema at note`,
    );
    expect(() => readSearchFact({ ...recorded(noFit), type: 'HomePainted' })).toThrow('HomePainted');
  });
});
