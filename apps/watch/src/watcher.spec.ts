import { casusAfter, type Brief } from '#casus/specification';
import { E1, local, offered, on } from '#casus/stalls/stall-specification';
import { localTimeToInstant } from '#calendar/local-date';
import { streamName } from '#event-sourcing/stream-name';
import { partnerEvent } from '#partners/partner-events';
import { desk, held, type Desk } from '#tests/properties/watching/desk';

const at = localTimeToInstant;
const accepted: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };
const OFFERED = casusAfter(E1(), offered());
const ANSWERED = casusAfter(E1(), offered(), on('2026-09-20T10:00', accepted));

/** What is on record of offers that nobody answers. */
const unanswered = async ({ written }: Pick<Desk, 'written'>) =>
  (await written()).flatMap((fact) => {
    if (!JSON.stringify(fact.data).includes('UNANSWERED')) return [];
    return [`${fact.type}${fact.type === 'Escalated' ? ` ${fact.data.level}` : ''} ${local(fact.occurredAt)}`];
  });

/** Welfare answers within a day from 15 September on. */
async function setsNorm(here: Desk): Promise<void> {
  const occurredAt = at('2026-09-15T09:00');
  const metadata = { commandId: 'n', correlationId: 'n', causationId: 'n', actor: { partner: 'welzijn' } };
  const events = [
    partnerEvent('PartnerRegistered', { kind: 'welfare', name: 'Welzijn' }),
    partnerEvent('PartnerNormSet', { of: 'offer', workingDays: 1 }),
  ].map((event, n) => ({ id: `p${n}`, ...event, metadata: { ...metadata, occurredAt, recordedAt: occurredAt } }));
  await here.store.append([{ stream: streamName('partner', 'welzijn'), expected: 'any', events }]);
}

const dies = () => Promise.reject(new Error('killed'));

describe('a watch', () => {
  it('that was overtaken by another looks again, and records nothing twice', async () => {
    const here = desk(at('2026-09-21T09:00'));
    await here.tell(OFFERED);
    const store = held(here.store, 'append');
    const slow = here.watch({ store: store.port }).readOn();
    await store.reached;
    await here.tell(ANSWERED);
    await here.watch().readOn();
    store.letGo();
    await slow;
    expect(await unanswered(here)).toEqual([
      'StallBegan 2026-09-19T00:00',
      'Escalated 1 2026-09-19T00:00',
      'StallEnded 2026-09-20T10:00',
    ]);
  });

  it('that knew more than the one that was first, writes what that one could not know', async () => {
    const here = desk(at('2026-09-21T09:00'));
    await here.tell(OFFERED);
    const first = held(here.store, 'append');
    const slow = here.watch({ store: first.port }).readOn();
    await first.reached;
    await here.tell(ANSWERED);
    const second = held(here.store, 'append');
    const knowing = here.watch({ store: second.port }).readOn();
    await second.reached;
    first.letGo();
    second.letGo();
    await Promise.all([slow, knowing]);
    expect(await unanswered(here)).toContain('StallEnded 2026-09-20T10:00');
  });

  it('that knew less than one which found nothing to write, is set right, also when it dies at once', async () => {
    const here = desk(at('2026-09-18T09:00'));
    await here.tell(OFFERED);
    await here.watch().readOn();
    here.put(at('2026-09-21T11:00'));
    const store = held(here.store, 'append');
    const append: typeof here.store.append = (requests) => store.port.append(requests).then(dies);
    const dying = here.watch({ store: { ...here.store, append }, agenda: { ...here.agenda, postpone: dies } });
    const slow = dying.wake().catch(() => 'died');
    await store.reached;
    await here.tell(casusAfter(E1(), offered(), { ...on('2026-09-17T10:00', accepted), recorded: '2026-09-21T11:00' }));
    const other = here.watch();
    await other.readOn();
    expect(await unanswered(here)).toEqual([]);
    store.letGo();
    expect(await slow).toBe('died');
    await other.readOn();
    expect((await unanswered(here)).map((line) => line.split(' ')[0])).toEqual([
      'StallBegan',
      'Escalated',
      'StallCorrected',
    ]);
  });

  it('looks again at what was told while it looked', async () => {
    const here = desk(at('2026-09-21T09:00'));
    await here.tell(OFFERED);
    const store = held(here.store, 'append');
    const watch = here.watch({ store: store.port });
    const looking = watch.readOn();
    await store.reached;
    await here.tell(ANSWERED);
    store.letGo();
    await looking;
    await watch.readOn();
    expect(await unanswered(here)).toContain('StallEnded 2026-09-20T10:00');
  });

  it('looks again at every casus of a partner that sets another norm', async () => {
    const here = desk(at('2026-09-17T09:00'));
    await here.tell(OFFERED);
    const watch = here.watch();
    await watch.readOn();
    expect(await unanswered(here)).toEqual([]);
    await setsNorm(here);
    await watch.readOn();
    expect(await unanswered(here)).toEqual(['StallBegan 2026-09-17T00:00', 'Escalated 1 2026-09-17T00:00']);
  });

  it('looks at several casus at once, and never twice at once at one', async () => {
    const here = desk(at('2026-09-21T09:00'));
    const names = Array.from({ length: 20 }, (_, n) => `casus-${n}`);
    for (const name of names) await here.tell(OFFERED, name);
    const now = new Map<string, number>();
    let most = 0;
    const append: typeof here.store.append = async (requests) => {
      const stream = requests[0]?.stream ?? '';
      now.set(stream, (now.get(stream) ?? 0) + 1);
      most = Math.max(most, now.size);
      expect(now.get(stream)).toBe(1);
      // Others come to their turns meanwhile.
      for (let turn = 0; turn < 50; turn++) await Promise.resolve();
      const appended = await here.store.append(requests);
      now.delete(stream);
      return appended;
    };
    const watch = here.watch({ store: { ...here.store, append } });
    await Promise.all([watch.readOn(), watch.readOn(), watch.wake()]);
    expect(here.said).toEqual([]);
    expect(await unanswered(here)).toHaveLength(2 * names.length);
    expect(most).toBe(8);
  });

  it('puts the casus of a partner that concerns many on the agenda, and goes on', async () => {
    const here = desk(at('2026-09-17T09:00'));
    const names = Array.from({ length: 60 }, (_, n) => `casus-${n}`);
    for (const name of names) await here.tell(OFFERED, name);
    const watch = here.watch();
    await watch.readOn();
    await setsNorm(here);
    await watch.readOn();
    expect(await unanswered(here)).toEqual([]);
    await watch.wake();
    expect(await unanswered(here)).toHaveLength(2 * names.length);
  });

  it('passes over what another has looked at', async () => {
    const here = desk(at('2026-09-21T09:00'));
    await here.tell(OFFERED);
    const [first, position] = [here.watch(), await here.store.head()];
    const page = held(here.agenda, 'behind');
    const slow = here.watch({
      agenda: {
        ...here.agenda,
        behind: (asked) => page.port.behind(asked),
        note: () => Promise.reject(new Error('it looked')),
      },
    });
    const late = slow.readOn();
    await page.reached;
    await first.readOn();
    page.letGo();
    await late;
    expect(here.said).toEqual([]);
    expect(await here.agenda.behind(new Map([['00000000-0000-4000-8000-000000000001', position]]))).toEqual([]);
  });

  it('that cannot read an event of a casus says so once, and watches the others', async () => {
    const here = desk(at('2026-09-21T09:00'));
    const events = OFFERED.facts.slice(0, 1).map(({ actor, occurredAt, recordedAt }) => {
      const metadata = { commandId: 'n', correlationId: 'n', causationId: 'n', actor, occurredAt, recordedAt };
      return { id: 'poison', type: 'CasusDreamed', schemaVersion: 1, data: {}, metadata };
    });
    await here.store.append([{ stream: streamName('casus', 'other'), expected: 'any', events }]);
    await here.tell(OFFERED);
    const watch = here.watch();
    await watch.readOn();
    expect(await unanswered(here)).toHaveLength(2);
    here.put(at('2026-09-21T10:00'));
    await watch.wake();
    expect(here.said).toEqual(['error: a casus is not watched']);
    expect(watch.unwatched()).toEqual([
      { casus: 'other', why: 'the watch cannot read CasusDreamed at revision 0 of casus-other' },
    ]);
  });
});
