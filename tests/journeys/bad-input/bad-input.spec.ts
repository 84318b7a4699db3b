import { BAD_FIELDS } from '#tests/journeys/bad-input/bad-fields';
import { BAD_QUESTIONS } from '#tests/journeys/bad-input/bad-questions';
import { PLAN, S } from '#tests/journeys/bad-input/bad-input';
import { REFUSED } from '#tests/journeys/bad-input/refused-commands';
import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

describe('bad input', () => {
  let town: Town;
  let before: number;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    const at = '2026-11-20T10:30:00Z';
    await town.post('/v1/casus', {
      reference: 'eva',
      title: 'x',
      goal: 'x',
      situation: 'x',
      at,
      residents: [{ ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld' }],
    });
    const basis = {
      partner: 'corporatie',
      basis: 'consent',
      givenBy: 'eva',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['general'],
      at,
    };
    await town.post('/v1/casus/eva/bases', basis);
    await town.post(S, { ...PLAN, step: 'E1', at });
    await town.post(S, { ...PLAN, step: 'E2', at }, { headers: { 'idempotency-key': 'plan-1' } });
    await town.post(S, { ...PLAN, step: 'E3', after: ['E1'], at });
    await town.post(`${S}/E2/handoffs`, { handoff: 'O2', to: 'corporatie', kind: 'warm', at: '2026-11-20T10:32:00Z' });
    await town.post(`${S}/E1/start`, { at: '2026-11-20T10:40:00Z' });
    await town.post('/v1/casus/eva/notes', { text: 'x', audience: 'all' });
    await town.post('/v1/casus/eva/notes', { text: 'y', audience: 'all' });
    before = (await town.events()).length;
  });
  afterAll(() => town.close());

  it.each([...BAD_FIELDS, ...REFUSED])('%s', async (_, path, body, options, status, told) => {
    const answer = await town.post(path, body, options);
    expect(answer).toMatchObject({ status, body: { status, ...told } });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(answer.body).toMatchObject({
      type: `urn:aanzet:problem:${String(answer.body['code'])}`,
      title: expect.any(String) as string,
      detail: expect.any(String) as string,
    });
    expect(await town.events()).toHaveLength(before);
  });

  it.each(BAD_QUESTIONS)('asked: %s', async (_, path, status, told) => {
    expect(await town.get(path)).toMatchObject({ status, body: { status, ...told } });
  });

  it('looks the same everywhere: the version, nothing stored, nothing framed', async () => {
    for (const path of ['/v1/nothing', '/v1/casus/%zz', '/v1/next-steps']) {
      const { headers } = await town.get(path);
      expect(headers).toMatchObject({
        'api-version': '1.0.0',
        'cache-control': 'no-store',
        'x-frame-options': 'DENY',
        'x-content-type-options': 'nosniff',
      });
    }
  });

  it('names no person in what it refuses', async () => {
    await openCasus(town, 'mien');
    const person = { ref: 'mien', role: 'nobody', givenName: 'Mien', familyName: 'Geheim' };
    const { body } = await town.post('/v1/casus/mien/residents', person);
    expect(JSON.stringify(body)).not.toMatch(/Mien|Geheim/);
  });
});
