import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { casusAt } from '#casus/history';
import { handoffState } from '#casus/handoff';
import { hasBasis } from '#casus/bases';
import { moment } from '#casus/moment';
import { casusSummaries, casusSummary } from '#read-models/casus-summary/query';
import { handoffs } from '#read-models/handoffs/query';
import { partners } from '#read-models/partners/query';
import { catchUp } from '#read-models/projector/catch-up';
import { timeline } from '#read-models/timeline/query';
import { paged } from '#tests/integration/paged';
import { instantsOf } from '#tests/integration/board';
import { casusEvents, histories, playBoth, readSession, type ReadSession } from '#tests/integration/read-session';

/** Of three characters or more; a ground may be a code of the law, which is no free text. */
const CODE = /^([A-Z0-9-]+|.{0,3})$/;
const NOW = instant('2026-11-20T12:00+01:00');

describe('the views', () => {
  let session: ReadSession;
  let instants: readonly Instant[];
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
    await catchUp(session);
    instants = await instantsOf(session.store);
  });
  afterAll(() => session.close());

  describe('timeline', () => {
    it('has every event of a casus in the order of happening, by pages, either way', async () => {
      const told = (await histories(session.store)).values();
      for (const { facts, casus } of told) {
        const query = { casus: casus?.reference ?? '', at: NOW };
        const lines = await paged((cursor) => timeline(session.db, { ...query, limit: 7, cursor }));
        const happened = [...facts].sort((a, b) => a.occurredAt.localeCompare(b.occurredAt) || a.revision - b.revision);
        expect(lines.map(({ revision }) => revision)).toEqual(happened.map(({ revision }) => revision));
        const back = await paged((cursor) => timeline(session.db, { ...query, limit: 9, latestFirst: true, cursor }));
        expect(back).toEqual(lines.toReversed());
      }
    });

    it('shows what was entered late, and by how much', async () => {
      const { rows } = await timeline(session.db, { casus: 'eva', at: NOW, limit: 1 });
      expect(rows[0]).toMatchObject({
        type: 'DecisionRecorded',
        at: '2026-05-12T08:00:00.000Z',
        recorded: '2026-08-31T07:40:00.000Z',
        lateMinutes: 111 * 24 * 60 - 20,
        by: { partner: 'sociaal-team', person: null },
        summary: 'decision by gemeente-burgerzaken: refused',
      });
    });

    it('holds no name and no free text of any event', async () => {
      const texts = new Set<string>();
      const collect = (value: unknown, key = ''): void => {
        if (Array.isArray(value)) for (const item of value) collect(item, key);
        else if (value !== null && typeof value === 'object') {
          for (const [name, item] of Object.entries(value)) collect(item, name);
        } else if (
          typeof value === 'string' &&
          /Name$|goal|situation|text|what|answer|ground|note|title|agreed/.test(key)
        ) {
          texts.add(value);
        }
      };
      for (const { data } of await casusEvents(session.store)) collect(data);
      expect(texts.size).toBeGreaterThan(50);
      const held = JSON.stringify(await session.db.selectFrom('read.timeline_v1').selectAll().execute());
      expect([...texts].filter((text) => !CODE.test(text) && held.includes(text))).toEqual([]);
    });

    it('is of a moment, as known at another', async () => {
      const of = async (at: Instant, knownAt?: Instant) =>
        (await timeline(session.db, { casus: 'eva', at, knownAt })).rows.length;
      expect(await of(instant('2026-08-01T00:00Z'))).toBe(2);
      expect(await of(instant('2026-08-01T00:00Z'), instant('2026-08-15T00:00Z'))).toBe(0);
    });
  });

  describe('handoffs', () => {
    it('are at any moment in the state that the domain says, expiry without an event included', async () => {
      const told = [...(await histories(session.store)).values()];
      const seen = new Set<string>();
      for (const at of [...instants, plusMs(NOW, 90 * 86_400_000)]) {
        const { rows } = await handoffs(session.db, { at });
        const expected = told.flatMap((history) => {
          const casus = casusAt(history, at);
          return [...(casus?.handoffs.values() ?? [])].map(
            (handoff) => `${casus?.reference} ${handoff.id} ${handoffState(handoff, moment(at))}`,
          );
        });
        const read = rows.map(({ casus, handoff, state }) => `${casus} ${handoff} ${state}`);
        expect({ at, read: read.sort() }).toEqual({ at, read: expected.sort() });
        for (const { state } of rows) seen.add(state);
      }
      expect([...seen].sort()).toEqual(['accepted', 'declined', 'expired', 'offered', 'seen']);
    });

    it('tells of each what became of it by then, and no more', async () => {
      const of = async (at: string) => {
        const { rows } = await handoffs(session.db, { at: instant(at), casus: 'eva', step: 'E4' });
        return rows[0];
      };
      expect(await of('2026-09-15T12:00+02:00')).toMatchObject({ handoff: 'O1', state: 'offered', acceptedAt: null });
      expect(await of('2026-11-20T12:00+01:00')).toMatchObject({
        handoff: 'O1',
        from: 'sociaal-team',
        to: 'gemeente-burgerzaken',
        kind: 'warm',
        state: 'accepted',
        offeredAt: '2026-09-10T08:30:00.000Z',
        declinedAt: null,
        reason: null,
      });
    });

    it('filters and pages', async () => {
      const names = async (query: object) =>
        (await handoffs(session.db, { at: NOW, ...query })).rows.map(({ casus, handoff }) => `${casus} ${handoff}`);
      const open = await names({ state: ['offered', 'seen'] });
      expect(open).toHaveLength(2);
      expect(await names({ state: ['offered', 'seen'], to: 'onderwijs' })).toHaveLength(1);
      const all = await names({});
      expect(await names({ latestFirst: true })).toEqual(all.toReversed());
      expect(await names({ partner: 'corporatie' })).toEqual(
        expect.arrayContaining(await names({ from: 'corporatie' })),
      );
      const list = await paged((cursor) => handoffs(session.db, { at: NOW, limit: 4, cursor }));
      expect(list.map(({ casus, handoff }) => `${casus} ${handoff}`)).toEqual(all);
    });
  });

  describe('casus-summary', () => {
    it('says at any moment who directs, who has a basis and how the steps stand', async () => {
      const told = [...(await histories(session.store)).values()];
      for (const at of instants.filter((_, index) => index % 5 === 0)) {
        const { rows } = await casusSummaries(session.db, { at });
        const expected = told.flatMap((history) => {
          const casus = casusAt(history, at);
          if (!casus) return [];
          const withBasis = [...new Set(casus.bases.map(({ partner }) => partner))].filter(
            (partner) => partner !== casus.director.partner && hasBasis(casus, partner, at),
          );
          return [{ casus: casus.reference, director: casus.director.partner, partners: withBasis.sort() }];
        });
        const read = rows.map(({ casus, director, partners }) => ({
          casus,
          director: director.partner,
          partners: partners.filter((partner) => partner !== director.partner),
        }));
        expect({ at, read }).toEqual({ at, read: expected });
      }
    });

    it('counts the steps by state and by who is on the move', async () => {
      expect(await casusSummary(session.db, { casus: 'eva', at: NOW })).toMatchObject({
        casus: 'eva',
        title: 'Jongere zonder adres',
        attentionGroup: 'dakloze-jongere',
        neighbourhood: 'Zuid',
        openedAt: '2026-08-31T07:30:00.000Z',
        closedAt: null,
        steps: { open: 5, scheduled: 1, blocked: 1, waiting: 0, reported: 0 },
        onTheMove: { onderwijs: 1, corporatie: 1, clientondersteuning: 1, welzijn: 1, jongerenpunt: 1 },
        latestActivity: '2026-11-19T10:10:00.000Z',
      });
      expect(await casusSummary(session.db, { casus: 'nobody', at: NOW })).toBeUndefined();
    });

    it('filters, sorts and pages', async () => {
      const list = async (query: object) =>
        (await casusSummaries(session.db, { at: NOW, ...query })).rows.map(({ casus }) => casus);
      expect(await list({ sort: 'opened' })).toEqual(['eva', 'kees-marianne']);
      expect(await list({ partner: 'onderwijs', life: 'open', director: 'sociaal-team' })).toEqual(['eva']);
      expect(await list({ attentionGroup: 'dakloze-jongere', neighbourhood: 'Zuid' })).toEqual(['eva']);
      expect(await list({ life: 'closed' })).toEqual([]);
      const ask = (cursor: string | undefined) => casusSummaries(session.db, { at: NOW, limit: 1, cursor });
      expect((await paged(ask)).map(({ casus }) => casus)).toEqual(['eva', 'kees-marianne']);
    });
  });

  it('the directory has every partner by id, filtered and by pages', async () => {
    const list = await paged((cursor) => partners(session.db, { limit: 5, cursor }));
    expect(list.map(({ id }) => id)).toEqual(list.map(({ id }) => id).sort());
    expect((await partners(session.db, { kind: 'social-team' })).rows).toEqual([
      { id: 'sociaal-team', kind: 'social-team', name: 'Sociaal team' },
    ]);
    expect((await partners(session.db, { id: 'corporatie' })).rows).toHaveLength(1);
  });
});
