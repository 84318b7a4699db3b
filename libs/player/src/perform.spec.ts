import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { casusStream } from '#commands/casus-id';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { loadRules } from '#platform/rule-file';
import { partnerBook } from '#commands/partner-book';
import { instant } from '#event-sourcing/instant';
import type { PartnerKind } from '#partners/partner-kind';
import { readFact } from '#casus/fact';
import { NO_HISTORY, withFact } from '#casus/history';
import { play } from '#player/play';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const HEAD = `casus: proef
title: Proefcasus
timezone: Europe/Amsterdam
director: {partner: sociaal-team}
residents:
  - {ref: kim, role: resident, givenName: Kim, familyName: Voorbeeld}
timeline:
  - {at: 2026-09-01T09:00, by: sociaal-team, do: open-casus, goal: "Rust", situation: "Zoekt een kamer."}
`;
const STEPS = ['S1', 'S2', 'S3', 'S4', 'S5'].map(
  (ref) =>
    `  - {at: 2026-09-01T10:00, by: sociaal-team, do: plan-step, step: ${ref}, title: Stap, category: general, owner: sociaal-team}\n`,
);
const NOTE = '  - {at: 2026-09-01T10:00, by: sociaal-team, do: add-note, text: "Gebeld", audience: all}\n';

const playOn = (store: EventStore, ...lines: readonly string[]) =>
  play(
    {
      store,
      scratch: memoryStore(sha256),
      rules: loadRules(),
      newId: () => '00000000-0000-4000-8000-000000000000',
      sha256,
    },
    [{ file: 'proef.yaml', text: HEAD + lines.join('') }],
    () => undefined,
  );

/** A log in which somebody else does something just before the first request that fits. */
function interrupted(store: EventStore, when: (request: AppendRequest) => boolean, other: () => Promise<unknown>) {
  let came = false;
  return {
    ...store,
    async append(requests: readonly AppendRequest[]) {
      if (!came && requests.some(when)) {
        came = true;
        await other();
      }
      return store.append(requests);
    },
  };
}

const plans = (step: string) => (request: AppendRequest) =>
  request.events.some(({ data }) => (data as { step?: string }).step === step);

const registers = (request: AppendRequest) => request.stream === 'partner-sociaal-team';

/** The steps of the casus by their refs, from a fold of its whole stream. */
async function steps(store: EventStore): Promise<readonly string[]> {
  const events = await store.readStream(casusStream('proef'));
  events.reduce((history, event) => withFact(history, readFact(event)), NO_HISTORY);
  return events.flatMap(({ data }) => (data as { step?: string }).step ?? []);
}

const register = (store: EventStore, kind: PartnerKind, name: string) =>
  handlePartnerCommand(
    { store, partners: partnerBook(store), newId: () => 'id', sha256 },
    {
      do: 'register-partner',
      partner: 'sociaal-team',
      fields: { partner: 'sociaal-team', kind, name, at: '2026-08-31T07:00:00.000Z' },
      actor: { partner: 'sociaal-team', kind: 'social-team' },
      now: instant('2026-08-31T07:00:00.000Z'),
      idempotencyKey: 'play partner sociaal-team',
    },
  );

describe('playing while somebody else writes to the same casus', () => {
  it.each([
    ['the first', 'S1', []],
    ['a middle', 'S3', ['S1', 'S2']],
    ['the last', 'S5', ['S1', 'S2', 'S3', 'S4']],
  ])('writes what comes before %s line that is overtaken, and the rest when played again', async (_, step, before) => {
    const store = memoryStore(sha256);
    await playOn(store);
    const played = await playOn(
      interrupted(store, plans(step), () => playOn(store, NOTE)),
      ...STEPS,
    );

    expect(played).toMatchObject({ written: { done: false, overtaken: casusStream('proef') } });
    expect(await steps(store)).toEqual(before);
    expect(await playOn(store, ...STEPS)).toMatchObject({
      written: { done: true },
      scripts: [{ newLines: STEPS.length - before.length }],
    });
    expect(await steps(store)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5']);
  });
});

describe('playing while somebody else registers the same partner', () => {
  it('goes on when the partner is of the same kind, whatever else is told of it', async () => {
    const store = memoryStore(sha256);
    const played = await playOn(
      interrupted(store, registers, () => register(store, 'social-team', 'Wijkteam')),
      ...STEPS,
    );

    expect(played).toMatchObject({ written: { done: true } });
    expect(await steps(store)).toHaveLength(STEPS.length);
  });

  it('ends before the first line when the partner is of another kind', async () => {
    const store = memoryStore(sha256);
    const played = await playOn(
      interrupted(store, registers, () => register(store, 'welfare', 'Welzijn')),
      ...STEPS,
    );

    expect(played).toMatchObject({ written: { done: false, overtaken: 'partner-sociaal-team' } });
    const { events } = await store.readAll({ after: BEGINNING, limit: 10, categories: ['casus'] });
    expect(events).toEqual([]);
  });
});
