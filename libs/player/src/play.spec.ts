import { readFileSync } from 'node:fs';
import { BEGINNING } from '#event-sourcing/position';
import type { EventStore } from '#event-sourcing/event-store';
import { play, type Played } from '#player/play';
import { loadRules } from '#platform/rule-file';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const demo = (name: string) => ({
  file: `${name}.yaml`,
  text: readFileSync(new URL(`../../../demo/${name}.yaml`, import.meta.url), 'utf8'),
});

const stage = (store: EventStore) => ({
  store,
  scratch: memoryStore(sha256),
  rules: loadRules(),
  newId: () => '00000000-0000-4000-8000-000000000000',
  sha256,
});

const playOn = (store: EventStore, ...files: readonly { file: string; text: string }[]): Promise<Played> =>
  play(stage(store), files, () => undefined);

const all = async (store: EventStore) => (await store.readAll({ after: BEGINNING, limit: 10_000 })).events;

const newLines = (played: Played) =>
  played.result === 'played' ? played.scripts.map((script) => script.newLines) : played.bad;

const HEAD = `casus: proef
title: Proefcasus
timezone: Europe/Amsterdam
director: {partner: sociaal-team}
residents:
  - {ref: kim, role: resident, givenName: Kim, familyName: Voorbeeld}
timeline:
`;
const OPEN =
  '  - {at: 2026-09-01T09:00, by: sociaal-team, do: open-casus, goal: "Rust", situation: "Zoekt een kamer."}\n';
const step = (at: string, ref: string, more = '') =>
  `  - {at: ${at}, by: sociaal-team, do: plan-step, step: ${ref}, title: Stap, category: general, owner: sociaal-team${more}}\n`;

const script = (...lines: string[]) => ({ file: 'proef.yaml', text: HEAD + OPEN + lines.join('') });

describe('playing scripts', () => {
  it('plays both demo scripts, every line', async () => {
    const store = memoryStore(sha256);
    const lines = [demo('eva'), demo('kees-marianne')].map(({ text }) => text.match(/^ {2}- \{at: /gm)?.length);

    expect(newLines(await playOn(store, demo('eva'), demo('kees-marianne')))).toEqual(lines);
  });

  it('tells which new lines plan what cannot be met', async () => {
    const store = memoryStore(sha256);
    const first = await playOn(store, demo('eva'));
    const again = await playOn(store, demo('eva'));
    const warned = (played: Played) =>
      played.result === 'played' ? played.warnings.map(({ code, message }) => `${code} ${message}`) : played.bad;

    expect(warned(first)).toEqual([
      expect.stringMatching(/^blocked-beyond-target .*step: E5, due: 2026-10-01, steps: .*E4.*2026-11-05/),
      expect.stringMatching(/^blocked-beyond-target .*step: E9, due: 2026-09-29, steps: .*E4.*2026-11-05/),
    ]);
    expect(warned(again)).toEqual([]);
  });

  it('registers the partners from the first fact on, of the kind that is known', async () => {
    const store = memoryStore(sha256);
    await playOn(store, demo('eva'));
    const [first] = await all(store);

    expect(first).toMatchObject({
      stream: 'partner-sociaal-team',
      data: { kind: 'social-team' },
      metadata: { occurredAt: '2026-05-12T08:00:00.000Z' },
    });
  });

  it('records each line at the moment at which it was typed in', async () => {
    const store = memoryStore(sha256);
    await playOn(store, demo('kees-marianne'));
    const opened = (await all(store)).find(({ type }) => type === 'CasusOpened');

    expect(opened?.metadata).toMatchObject({
      occurredAt: '2026-09-14T12:00:00.000Z',
      recordedAt: '2026-09-15T07:00:00.000Z',
    });
  });

  it('adds nothing when the same script is played again, however it is laid out', async () => {
    const store = memoryStore(sha256);
    const short = script(step('2026-09-01T10:00', 'S1'));
    await playOn(store, short);
    const before = await all(store);
    const otherwise = { file: 'b.yaml', text: short.text.replaceAll(', ', ',   ') };

    expect(newLines(await playOn(store, short))).toEqual([0]);
    expect(newLines(await playOn(store, otherwise, short))).toEqual([0, 0]);
    expect(await all(store)).toEqual(before);
  });

  it('adds only what is new of a longer version', async () => {
    const store = memoryStore(sha256);
    await playOn(store, script(step('2026-09-01T10:00', 'S1')));
    const longer = script(step('2026-09-01T10:00', 'S1'), step('2026-09-01T11:00', 'S2', ', after: [S1]'));

    expect(newLines(await playOn(store, longer))).toEqual([1]);
    expect((await all(store)).at(-1)).toMatchObject({ type: 'StepPlanned', data: { step: 'S2' } });
  });

  it('tells equal lines apart by their count', async () => {
    const store = memoryStore(sha256);
    const note = '  - {at: 2026-09-02T09:00, by: sociaal-team, do: add-note, text: "Gebeld", audience: all}\n';
    await playOn(store, script(note));

    expect(newLines(await playOn(store, script(note, note)))).toEqual([1]);
  });

  it('plans an absence at the partner', async () => {
    const store = memoryStore(sha256);
    const away =
      '  - {at: 2026-09-02T09:00, by: sociaal-team, do: plan-absence, partner: sociaal-team, person: jan, from: 2026-09-07, until: 2026-09-11}\n';

    expect(newLines(await playOn(store, script(away)))).toEqual([1 + 1]);
    expect((await all(store)).at(-1)).toMatchObject({
      stream: 'partner-sociaal-team',
      type: 'PartnerAbsencePlanned',
      data: { person: 'jan' },
    });
  });
});

describe('a script with bad lines', () => {
  it('names each of them with its line and code, and writes nothing', async () => {
    const store = memoryStore(sha256);
    const played = await playOn(
      store,
      script(
        step('2026-09-01T10:00', 'S1'),
        step('2026-09-01T10:00', 'S2', ', colour: red'),
        '  - {at: 2026-09-01T10:10, by: sociaal-team, do: fly, step: S1}\n',
        '  - {at: 2026-09-01T10:10, by: sociaal-team, do: complete-step, step: S9}\n',
        '  - {at: 2026-09-01T09:50, by: sociaal-team, do: start-step, step: S1}\n',
        '  - {by: sociaal-team, do: start-step, step: S1}\n',
        '  - {at: 2026-09-01T10:20, by: welzijn, do: start-step, step: S1}\n',
        '  - just a text\n',
      ),
    );

    expect(played).toMatchObject({
      result: 'bad-lines',
      bad: [
        { line: 10, code: 'fields-invalid' },
        { line: 11, code: 'command-unknown' },
        { line: 12, code: 'step-unknown' },
        { line: 13, code: 'out-of-order' },
        { line: 14, code: 'fields-invalid' },
        { line: 15, code: 'not-the-owner' },
        { line: 16, code: 'fields-invalid' },
      ],
    });
    expect(await all(store)).toEqual([]);
  });

  it('holds back the good file too when another one is bad', async () => {
    const store = memoryStore(sha256);
    const bad = { file: 'slecht.yaml', text: 'casus: [\n' };

    expect(newLines(await playOn(store, script(), bad))).toMatchObject([{ file: 'slecht.yaml', code: 'not-yaml' }]);
    expect(await all(store)).toEqual([]);
  });

  it.each([
    ['another time zone', (text: string) => text.replace('Europe/Amsterdam', 'Europe/Brussels'), 3],
    ['a field that no head has', (text: string) => text.replace('director:', 'boss: x\ndirector:'), 4],
    ['a head field that does not fit', (text: string) => text.replace('Proefcasus', '""'), 2],
    ['a casus without a name', (text: string) => text.replace('casus: proef\n', ''), 1],
    ['a field of the head in the opening', (text: string) => text.replace('goal:', 'title: x, goal:'), 8],
    ['a key twice', (text: string) => text.replace('goal:', 'at: 2026-09-01T09:00, goal:'), 8],
    ['a day without a time', (text: string) => text.replace('2026-09-01T09:00', '2026-09-01'), 8],
  ])('refuses %s', async (_, spoil, line) => {
    const { text } = script();
    const played = await playOn(memoryStore(sha256), { file: 'proef.yaml', text: spoil(text) });

    const lines = played.result === 'bad-lines' ? played.bad.map((bad) => bad.line) : [];
    expect(lines).toContain(line);
  });
});
