import { jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { aanzet, ownFolder, serving, start, type Running } from '#tests/journeys/processes';
import { Client } from 'pg';

jest.setTimeout(180_000);

type Told = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Told & { readonly items: readonly Told[] };
}

const folder = ownFolder();
let database: FreshDatabase;
let running: Running;
let url: string;

/** Starts everything in one process, the watch included, on the database of this journey. */
async function begin(): Promise<void> {
  running = start('standalone', ['--home', folder.path, '--database', database.url, '--demo', '--port', '0'], {
    AANZET_NOW: '2026-11-20T12:00',
  });
  url = await serving(running);
}

async function end(): Promise<void> {
  running.kill('SIGINT');
  await running.ended;
}

async function ask(
  path: string,
  headers: Record<string, string> = {},
  method: 'GET' | 'POST' = 'GET',
): Promise<Answer> {
  const body = method === 'POST' ? { body: '{}' } : {};
  const json = method === 'POST' ? { 'Content-Type': 'application/json' } : {};
  const answer = await fetch(`${url}${path}`, { method, headers: { ...headers, ...json }, ...body });
  return { status: answer.status, headers: answer.headers, body: (await answer.json()) as Answer['body'] };
}

const as = (partner: string, person?: string, more: Record<string, string> = {}) => ({
  'Aanzet-Partner': partner,
  ...(person !== undefined && { 'Aanzet-Person': person }),
  ...more,
});

const inbox = async (partner: string, person?: string, more = ''): Promise<readonly Told[]> =>
  (await ask(`/v1/inbox?partner=${partner}&limit=200${more}`, as(partner, person))).body.items;

/** Asks again and again until the watch has told the last that it has to tell by now. */
async function watched(): Promise<void> {
  while (!(await inbox('sociaal-team')).some(({ at }) => at === '2026-11-19T09:05:00.000Z'));
  while (!(await inbox('corporatie')).some(({ about }) => about === 'P1'));
}

const find = (items: readonly Told[], about: string, level: number): Told =>
  items.find((item) => item['about'] === about && item['level'] === level) ?? {};

beforeAll(async () => {
  database = await freshDatabase();
  await begin();
  await watched();
});

afterAll(async () => {
  await end();
  await database.drop();
  folder.remove();
});

describe('the inbox of the demo', () => {
  it('has what the watch told, with whoever it told it', async () => {
    const burgerzaken = find(await inbox('gemeente-burgerzaken'), 'E4', 1);
    expect(burgerzaken).toMatchObject({
      casus: 'eva',
      pattern: 'TERM_EXCEEDED',
      role: 'on-the-move',
      person: null,
      state: 'resolved',
      readAt: null,
      text: '“Beslissen op briefadres” (E4) was over zijn laatste dag heen, van vrijdag 13 november tot donderdag 19 november.',
    });
    expect(find(await inbox('sociaal-team', 'jongerenwerker'), 'E4', 2)).toMatchObject({ role: 'director' });
    expect(find(await inbox('sociaal-team', 'ouderenadviseur'), 'E4', 2)).toEqual({});
    expect(find(await inbox('sociaal-team', 'ouderenadviseur'), 'A1', 3)).toMatchObject({
      role: 'process-director',
      person: null,
      state: 'open',
    });
    const links = burgerzaken['links'] as Readonly<Record<string, string>>;
    for (const link of Object.values(links)) expect(await ask(link)).toMatchObject({ status: 200 });
    const english = await inbox('gemeente-burgerzaken', undefined, '&lang=en');
    expect(find(english, 'E4', 1)['text']).toContain('was past its last day, from Friday 13 November');
  });

  it('is read by one person for that person, once, under one key', async () => {
    const item = String(find(await inbox('sociaal-team'), 'E4', 2)['item']);
    const read = () =>
      ask(
        `/v1/inbox/items/${item}/read`,
        as('sociaal-team', 'jongerenwerker', { 'Idempotency-Key': 'read-E4' }),
        'POST',
      );
    const [first, again] = [await read(), await read()];
    expect(first).toMatchObject({ status: 200, body: { partner: 'sociaal-team', item, events: ['InboxItemRead'] } });
    expect(again.body).toEqual(first.body);
    const shown = `&unread=true&atLeast=${first.headers.get('Consistency-Token') ?? ''}`;
    expect(find(await inbox('sociaal-team', 'jongerenwerker', shown), 'E4', 2)).toEqual({});
    const stale = as('sociaal-team', 'jongerenwerker', { 'If-Match': '"9"' });
    expect(await ask(`/v1/inbox/items/${item}/unread`, stale, 'POST')).toMatchObject({
      status: 412,
      body: { code: 'revision-stale' },
    });
  });

  it('stays read after all that is read from was built anew', async () => {
    const before = [await inbox('sociaal-team', 'jongerenwerker'), await ask('/v1/inbox/unread?partner=sociaal-team')];
    await end();
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('truncate read.inbox_v1, read.inbox_course_v1, read.inbox_marks_v1');
    await client.query(`delete from read.checkpoints where name = 'inbox.v1'`);
    await client.end();
    await begin();
    const after = [await inbox('sociaal-team', 'jongerenwerker'), await ask('/v1/inbox/unread?partner=sociaal-team')];
    expect(after.map((one) => ('body' in one ? one.body : one))).toEqual(
      before.map((one) => ('body' in one ? one.body : one)),
    );
    expect(find(await inbox('sociaal-team', 'jongerenwerker'), 'E4', 2)['readAt']).toEqual(expect.any(String));
  });

  it('is summed up by day: all was told on the day on which the watch first looked', async () => {
    const { body } = await ask('/v1/inbox/digest?partner=gemeente-burgerzaken&day=2026-11-20');
    const told = (await inbox('gemeente-burgerzaken')).length;
    expect(body).toMatchObject({ day: '2026-11-20', complete: false, told, open: 0 });
    const earlier = await ask('/v1/inbox/digest?partner=gemeente-burgerzaken&day=2026-11-19');
    expect(earlier.body).toMatchObject({ complete: true, told: 0, casus: [] });
  });

  it('is shown on the command line', async () => {
    const here = ['--home', folder.path, '--database', database.url];
    const { code, out } = await aanzet(['inbox', 'sociaal-team', '--person', 'jongerenwerker', '--json', ...here]);
    expect(code).toBe(0);
    const told = JSON.parse(out) as readonly Told[];
    expect(told.map(({ item }) => item)).toEqual(
      (await inbox('sociaal-team', 'jongerenwerker')).map(({ item }) => item),
    );
    const text = await aanzet(['inbox', 'corporatie', '--unread', ...here]);
    expect(text.out).toContain('●');
    expect(text.out).toContain('Toezegging P1 moest uiterlijk op woensdag 18 november nagekomen zijn');
    const nobody = await aanzet(['inbox', 'niemand', ...here]);
    expect(nobody).toMatchObject({ code: 1, err: expect.stringContaining('there is no partner "niemand"') as string });
  });

  it.each([
    ['without a partner', '/v1/inbox', 400, 'fields-invalid'],
    ['of a partner that is not there', '/v1/inbox?partner=niemand', 404, 'partner-unknown'],
    ['of a partner that cannot be', '/v1/inbox?partner=%00', 400, 'fields-invalid'],
    ['with a cursor of another list', '/v1/inbox?partner=corporatie&cursor=WyJpZCIsImEiXQ', 400, 'fields-invalid'],
    ['with a cursor that is none', '/v1/inbox?partner=corporatie&cursor=x', 400, 'fields-invalid'],
    ['unread in another word', '/v1/inbox?partner=corporatie&unread=yes', 400, 'fields-invalid'],
    ['with a name in the address', '/v1/inbox?partner=corporatie&person=ans', 400, 'fields-invalid'],
    ['the digest of no day', '/v1/inbox/digest?partner=corporatie', 400, 'fields-invalid'],
    ['the digest of a day that is none', '/v1/inbox/digest?partner=corporatie&day=2026-02-30', 400, 'fields-invalid'],
    ['the digest of tomorrow', '/v1/inbox/digest?partner=corporatie&day=2026-11-21', 400, 'day-in-the-future'],
    ['how much is unread with nobody', '/v1/inbox/unread?partner=niemand', 404, 'partner-unknown'],
  ])('is refused: %s', async (_, path, status, code) => {
    expect(await ask(path)).toMatchObject({ status, body: { status, code } });
  });

  it('marks nothing that is not there or not for whoever acts, and leaves no event', async () => {
    const head = async () => (await ask('/v1/inbox/unread?partner=sociaal-team')).body;
    const before = await head();
    const all = await inbox('sociaal-team');
    const own = String(all.find(({ person }) => person === 'ouderenadviseur')?.['item']);
    const mark = async (item: string, headers: Record<string, string>) => {
      const { status, body } = await ask(`/v1/inbox/items/${item}/read`, headers, 'POST');
      return [status, body['code']];
    };
    const none = `${own.split('.')[0] ?? ''}.9999`;
    expect(await mark('eva', as('sociaal-team'))).toEqual([404, 'inbox-item-unknown']);
    expect(await mark('%00', as('sociaal-team'))).toEqual([404, 'inbox-item-unknown']);
    expect(await mark(none, as('sociaal-team'))).toEqual([404, 'inbox-item-unknown']);
    expect(await mark(own, as('corporatie'))).toEqual([403, 'not-addressed-to-you']);
    expect(await mark(own, as('sociaal-team', 'jongerenwerker'))).toEqual([403, 'not-addressed-to-you']);
    expect(await mark(own, as('sociaal-team'))).toEqual([403, 'not-addressed-to-you']);
    expect(await mark(own, as('niemand', 'ouderenadviseur'))).toEqual([403, 'actor-unknown']);
    expect(await mark(own, {})).toEqual([400, 'actor-missing']);
    const { status, body } = await ask(`/v1/inbox/items/${own}/unread`, as('sociaal-team', 'ouderenadviseur'), 'POST');
    expect([status, body['code']]).toEqual([409, 'not-read']);
    expect(await head()).toEqual(before);
  });

  it('is seen and read, as such, by who stands in for the person that it is for', async () => {
    const colleague = 'buurtcoach';
    const own = async () =>
      (await inbox('sociaal-team', colleague)).filter(({ person }) => person === 'jongerenwerker');
    expect(await own()).toEqual([]);
    const absence = { person: 'jongerenwerker', from: '2026-11-20', until: '2026-11-24', substitute: colleague };
    const planned = await fetch(`${url}/v1/partners/sociaal-team/absences`, {
      method: 'POST',
      headers: { ...as('sociaal-team'), 'Content-Type': 'application/json' },
      body: JSON.stringify(absence),
    });
    expect(planned.ok).toBe(true);
    const seen = await own();
    expect(seen.length).toBeGreaterThan(0);
    const item = String(seen[0]?.['item']);
    const read = await ask(`/v1/inbox/items/${item}/read`, as('sociaal-team', colleague), 'POST');
    expect(read).toMatchObject({ status: 200, body: { item, events: ['InboxItemRead'] } });
  });
});
