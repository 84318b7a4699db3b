import { randomUUID } from 'node:crypto';
import { instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import type { CommandName } from '#casus/commands';
import { handleCasusCommand } from '#commands/handle-casus-command';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { loadRules } from '#platform/rule-file';
import { partnerBook } from '#commands/partner-book';
import type { FoldedStream } from '#event-sourcing/execute';
import type { StreamName } from '#event-sourcing/stream-name';
import type { CasusHistory } from '#casus/history';
import { LRUCache } from 'lru-cache';

const now = instant('2026-11-20T11:00:00Z');
const eva = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };
const opening = { reference: 'eva', title: 'Jongere zonder adres', goal: 'Een plek', situation: '-', residents: [eva] };

async function town() {
  const store = memoryStore(sha256);
  const deps = {
    store,
    partners: partnerBook(store),
    rules: loadRules(),
    newId: randomUUID,
    sha256,
    casusStates: new LRUCache<StreamName, FoldedStream<CasusHistory>>({ max: 10 }),
  };
  const register = (partner: string, kind: string, by = 'sociaal-team') =>
    handlePartnerCommand(deps, {
      do: 'register-partner',
      partner,
      fields: { partner, kind, name: partner },
      actor: { partner: by },
      now,
    });
  await register('sociaal-team', 'social-team');
  await register('corporatie', 'housing-corporation');
  const command = (name: CommandName, fields: unknown, by = 'sociaal-team', more: object = {}) =>
    handleCasusCommand(deps, { do: name, casus: 'eva', fields, actor: { partner: by }, now, ...more });
  const count = async () =>
    (await store.readAll({ after: BEGINNING, limit: 1000, categories: ['casus'] })).events.length;
  return { deps, store, register, command, count };
}

async function evasTown() {
  const here = await town();
  await here.command('open-casus', { ...opening, at: '2026-11-20T11:00:00+01:00' });
  return here;
}

describe('carrying out a command', () => {
  it('answers with what came into being, the revision and the events', async () => {
    const { command } = await town();
    expect(await command('open-casus', opening)).toMatchObject({
      result: 'done',
      repeated: false,
      revision: 0,
      answer: { casus: 'eva', revision: 0, events: ['CasusOpened'] },
    });
    expect(await command('plan-step', { title: 'Intake', category: 'general', owner: 'sociaal-team' })).toMatchObject({
      answer: { casus: 'eva', step: 'S1', revision: 1, events: ['StepPlanned'] },
    });
  });

  it('keeps who, when and for whom in the metadata', async () => {
    const { command, store } = await evasTown();
    const at = '2026-11-20T11:30:00+01:00';
    await command('plan-step', { title: 'Intake', category: 'general', owner: 'sociaal-team', at });
    const page = await store.readAll({ after: BEGINNING, limit: 10, types: ['StepPlanned'] });
    expect(page.events[0]?.metadata).toMatchObject({
      actor: { partner: 'sociaal-team' },
      occurredAt: '2026-11-20T10:30:00.000Z',
      recordedAt: now,
      responsible: 'sociaal-team',
    });
  });

  it('keeps the versions by which a clock runs that begins', async () => {
    const { command, store } = await evasTown();
    const term = { rule: 'AWB-413-8W', from: '2026-11-20' };
    await command('plan-step', { title: 'Besluit', category: 'general', owner: 'sociaal-team', term });
    const page = await store.readAll({ after: BEGINNING, limit: 10, types: ['StepPlanned', 'CasusOpened'] });
    expect(page.events.map(({ metadata }) => [metadata.ruleVersion, metadata.calendarVersion])).toEqual([
      [undefined, undefined],
      ['2026-07-01', 'nl-2010-10-10'],
    ]);
  });

  it('records nothing earlier than what the stream holds, though the clock runs behind', async () => {
    const { command, store } = await evasTown();
    const planned = { title: 'Intake', category: 'general', owner: 'sociaal-team' };
    await command('plan-step', planned, 'sociaal-team', { now: instant('2026-11-19T11:00:00Z') });
    const page = await store.readAll({ after: BEGINNING, limit: 10, types: ['StepPlanned'] });
    expect(page.events[0]?.metadata.recordedAt).toBe(now);
  });

  it('takes the same key once, with the same answer, per partner', async () => {
    const { command, count } = await evasTown();
    const planned = { title: 'Intake', category: 'general', owner: 'sociaal-team' };
    const first = await command('plan-step', planned, 'sociaal-team', { idempotencyKey: 'k1' });
    const again = await command('plan-step', planned, 'sociaal-team', { idempotencyKey: 'k1' });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await count()).toBe(2);
    const other = { ...planned, title: 'Other' };
    expect(await command('plan-step', other, 'sociaal-team', { idempotencyKey: 'k1' })).toMatchObject({
      result: 'refused',
      kind: 'key-reused',
    });
    expect(await command('leave-casus', { reason: 'x' }, 'corporatie', { idempotencyKey: 'k1' })).toMatchObject({
      kind: 'forbidden',
    });
  });

  it('warns of a plan that cannot be met, and of the same when the same comes again', async () => {
    const { command } = await evasTown();
    const step = { category: 'general', owner: 'sociaal-team' };
    await command('plan-step', { ...step, title: 'Eerst', step: 'E1', target: '2026-12-01' });
    const late = { ...step, title: 'Dan', step: 'E2', after: ['E1'], target: '2026-12-01' };
    const first = await command('plan-step', late, 'sociaal-team', { idempotencyKey: 'k2' });
    const warnings = [
      expect.objectContaining({
        code: 'blocked-beyond-target',
        step: 'E2',
        due: '2026-12-01',
        steps: [{ step: 'E1', day: '2026-12-01' }],
      }) as unknown,
    ];
    expect(first).toMatchObject({ answer: { revision: 2, events: ['StepPlanned'], warnings }, warnings });
    expect(await command('replan-step', { step: 'E1', target: '2026-11-30' })).toMatchObject({ warnings: [] });
    expect(await command('plan-step', late, 'sociaal-team', { idempotencyKey: 'k2' })).toEqual({
      ...first,
      repeated: true,
    });
    expect(await command('replan-step', { step: 'E2', title: 'Anders' })).toMatchObject({ answer: { warnings: [] } });
    expect(await command('start-step', { step: 'E1' })).toMatchObject({ warnings: [] });
  });

  it('gives the same casus for the same key when the reference was left out', async () => {
    const { deps, count } = await town();
    const { reference: _, ...unnamed } = opening;
    const order = {
      do: 'open-casus',
      fields: unnamed,
      actor: { partner: 'sociaal-team' },
      now,
      idempotencyKey: 'k',
    } as const;
    const first = await handleCasusCommand(deps, order);
    expect(first).toMatchObject({ answer: { casus: expect.stringMatching(/^c-[a-p]{12}$/) as string } });
    expect(await handleCasusCommand(deps, order)).toEqual({ ...first, repeated: true });
    expect(await count()).toBe(1);
  });
});

describe('refusing a command', () => {
  const planned = { title: 'Intake', category: 'general', owner: 'sociaal-team' };

  it.each([
    ['a casus before fields', 'complete-step', { step: 'E1', nonsense: 1 }, { casus: 'kees' }, 'casus-unknown'],
    ['a step before fields', 'complete-step', { step: 'E1', nonsense: 1 }, {}, 'step-unknown'],
    ['a partner before fields', 'plan-step', { ...planned, title: '', owner: 'nobody-here' }, {}, 'partner-unknown'],
    ['fields before rights', 'close-casus', { reason: 3 }, { actor: { partner: 'corporatie' } }, 'fields-invalid'],
    ['fields before the actor', 'plan-step', { ...planned, x: 1 }, { actor: { partner: 'ghost' } }, 'fields-invalid'],
    ['an actor before the state', 'reopen-casus', { reason: 'x' }, { actor: { partner: 'ghost' } }, 'actor-unknown'],
    [
      'rights before the state',
      'reopen-casus',
      { reason: 'x' },
      { actor: { partner: 'corporatie' } },
      'not-the-director',
    ],
    ['the state', 'reopen-casus', { reason: 'x' }, {}, 'casus-open'],
    ['a stale revision', 'plan-step', planned, { ifRevision: 7 }, 'revision-stale'],
    [
      'an unknown casus before a stale revision',
      'plan-step',
      planned,
      { casus: 'kees', ifRevision: 7 },
      'casus-unknown',
    ],
  ] as const)('looks at %s', async (_, name, fields, more, code) => {
    const { command, count } = await evasTown();
    expect(await command(name, fields, 'sociaal-team', more)).toMatchObject({ result: 'refused', code });
    expect(await count()).toBe(1);
  });
});

describe('the partner directory', () => {
  it('lets the first partner register itself and nobody else', async () => {
    const store = memoryStore(sha256);
    const deps = { store, partners: partnerBook(store), rules: loadRules(), newId: randomUUID, sha256 };
    const register = (partner: string, by: string) =>
      handlePartnerCommand(deps, {
        do: 'register-partner',
        fields: { partner, kind: 'social-team', name: partner },
        actor: { partner: by },
        now,
      });
    expect(await register('sociaal-team', 'ghost')).toMatchObject({ code: 'actor-unknown' });
    expect(await register('sociaal-team', 'sociaal-team')).toMatchObject({ result: 'done' });
    expect(await register('other-team', 'other-team')).toMatchObject({ code: 'actor-unknown' });
  });

  it('is read on when a partner is not known yet', async () => {
    const { command, register } = await evasTown();
    const basis = {
      partner: 'welzijn',
      basis: 'legal-task',
      article: 'Wmo',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['care'],
    };
    expect(await command('record-basis', basis)).toMatchObject({
      code: 'partner-unknown',
      details: { partner: 'welzijn' },
    });
    await register('welzijn', 'welfare');
    expect(await command('record-basis', basis)).toMatchObject({ result: 'done', answer: { partner: 'welzijn' } });
  });
});
