import { instant } from '#event-sourcing/instant';
import { casusSummary } from '#read-models/casus-summary/query';
import { nextSteps, NEXT_STEPS_SORTS, type NextStepsQuery } from '#read-models/next-steps/query';
import { CursorInvalid } from '#read-models/page';
import { partnerWorkload } from '#read-models/partner-workload/query';
import { catchUp } from '#read-models/projector/catch-up';
import { stalls } from '#read-models/stalls/query';
import { paged } from '#tests/integration/paged';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';

const NOW = instant('2026-11-20T12:00+01:00');

describe('questions to the board', () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
    await catchUp(session);
  });
  afterAll(() => session.close());

  describe('next-steps', () => {
    const steps = async (query: Partial<NextStepsQuery>) =>
      (await nextSteps(session.db, { at: NOW, ...query })).rows.map(({ step }) => step);

    it.each(NEXT_STEPS_SORTS)('gives the same list by pages of any size, sorted by %s', async (sort) => {
      const whole = await nextSteps(session.db, { at: NOW, sort });
      expect(whole.next).toBeNull();
      for (const limit of [1, 3, 14, 15]) {
        const list = await paged((cursor) => nextSteps(session.db, { at: NOW, sort, limit, cursor }));
        expect(list).toEqual(whole.rows);
      }
    });

    it('sorts by since with nobody last, and by step as people count', async () => {
      expect(await steps({ sort: 'since' })).toEqual('E12 K10 K15 K16 K8 E11 K12 K14 E14 E9 E15 E5 K11 E8'.split(' '));
      expect(await steps({ sort: 'step', casus: 'eva' })).toEqual('E5 E8 E9 E11 E12 E14 E15'.split(' '));
      expect((await steps({ sort: 'owner' })).slice(0, 3)).toEqual(['E11', 'E9', 'K15']);
    });

    it.each([
      ['now', {}],
      [
        'of a week ago, as it was known then',
        { at: instant('2026-11-13T12:00Z'), knownAt: instant('2026-11-14T09:00Z') },
      ],
    ])('sorts what stalls first, longest first, by what stalls say %s', async (_when, moment) => {
      const asked = { at: NOW, which: 'lasting' as const, ...moment };
      const since = new Map<string, string>();
      for (const { casus, pattern, about, root, since: from } of (await stalls(session.db, asked)).rows) {
        const step = pattern === 'BLOCKED' ? about : root;
        if (step !== null && from < (since.get(`${casus} ${step}`) ?? '~')) since.set(`${casus} ${step}`, from);
      }
      const { rows } = await nextSteps(session.db, { at: NOW, sort: 'stalled', partner: 'corporatie', ...moment });
      const told = rows.map(({ casus, step }) => since.get(`${casus} ${step}`) ?? '~');
      expect(told.filter((from) => from !== '~').length).toBeGreaterThan(0);
      expect(told).toEqual([...told].sort());
    });

    it('filters by casus, owner, partner, who is on the move, state and act', async () => {
      const eva = await casusSummary(session.db, { casus: 'eva', at: NOW });
      expect(await steps({ casus: eva?.id ?? '' })).toEqual(await steps({ casus: 'eva' }));
      expect(await steps({ owner: 'sociaal-team' })).toEqual('E5 E14 E15 K11 K16'.split(' '));
      expect(await steps({ partner: 'corporatie' })).toEqual('E9 E15 K8 K15'.split(' '));
      expect(await steps({ onTheMove: 'external:CIZ' })).toEqual(['K14']);
      expect(await steps({ state: ['blocked', 'scheduled'] })).toEqual('E8 E15 K15 K16'.split(' '));
      expect(await steps({ state: 'done', casus: 'eva' })).toEqual(expect.arrayContaining(['E1', 'E4', 'E10']));
      expect(await steps({ act: 'answer-offer' })).toEqual(['E5', 'E14']);
      expect(await steps({ casus: 'nobody' })).toEqual([]);
    });

    it('refuses a cursor of another sorting, or of nobody', async () => {
      const { next } = await nextSteps(session.db, { at: NOW, limit: 1 });
      const strange = ['', 'x', Buffer.from('["since","yesterday","a","b","c"]').toString('base64url')];
      for (const cursor of [next ?? '', ...strange]) {
        const asked = nextSteps(session.db, { at: NOW, limit: 1, sort: 'since', cursor });
        await expect(asked).rejects.toThrow(CursorInvalid);
      }
    });
  });

  describe('partner-workload', () => {
    it('adds up, per partner, what the board and the handoffs say', async () => {
      const { rows: board } = await nextSteps(session.db, { at: NOW });
      const { rows: loads } = await partnerWorkload(session.db, { at: NOW });
      expect(loads.reduce((sum, { owned }) => sum + owned, 0)).toBe(board.length);
      expect(await partnerWorkload(session.db, { at: NOW, partner: 'sociaal-team' })).toEqual({
        rows: [
          {
            partner: 'sociaal-team',
            owned: 5,
            onTheMove: 1,
            offersToAnswer: 0,
            asksToAnswer: 0,
            waitingOnOthers: 4,
            oldestSince: '2026-11-19T23:00:00.000Z',
          },
        ],
        next: null,
      });
      expect(loads.find(({ partner }) => partner === 'corporatie')).toMatchObject({ asksToAnswer: 1, onTheMove: 2 });
      expect(loads.find(({ partner }) => partner === 'onderwijs')).toMatchObject({ owned: 0, offersToAnswer: 1 });
      const list = await paged((cursor) => partnerWorkload(session.db, { at: NOW, limit: 2, cursor }));
      expect(list).toEqual(loads);
    });
  });
});
