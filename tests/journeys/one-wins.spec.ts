import { openApi, openCasus, openTown, settle, type Answer, type Api, type Town } from '#tests/journeys/town';

const CASUS = 10;
const ROUNDS = 100;

describe('accepting and withdrawing the same offer at the same moment', () => {
  let town: Town;
  let other: Api;
  beforeAll(async () => {
    town = await openTown();
    other = await openApi(town.url, town.clock);
    await settle(town);
  });
  afterAll(async () => {
    await other.close();
    await town.close();
  });

  /** One offer after the other of one step, each time from whoever owns it to the other; two instances get the answers. */
  async function race(casus: string): Promise<readonly (readonly [accepted: Answer, withdrawn: Answer])[]> {
    await openCasus(town, casus);
    const plan = { step: 'E1', title: 'Een stap', category: 'general', owner: 'sociaal-team' };
    await town.post(`/v1/casus/${casus}/steps`, plan);
    const outcomes: (readonly [Answer, Answer])[] = [];
    let [owner, receiver] = ['sociaal-team', 'corporatie'];
    for (let round = 0; round < ROUNDS; round++) {
      const offer = `/v1/casus/${casus}/handoffs/O${round}`;
      const body = { handoff: `O${round}`, to: receiver, kind: 'warm' };
      await town.post(`/v1/casus/${casus}/steps/E1/handoffs`, body, { by: owner });
      const withdrawing = () => other.post(`${offer}/withdraw`, {}, { by: owner });
      const accepting = () => town.post(`${offer}/accept`, {}, { by: receiver });
      const [first, second] = round % 2 === 0 ? [accepting, withdrawing] : [withdrawing, accepting];
      const both = await Promise.all([first(), second()]);
      const [accepted, withdrawn] = round % 2 === 0 ? both : [both[1], both[0]];
      outcomes.push([accepted, withdrawn]);
      if (accepted.status === 200) [owner, receiver] = [receiver, owner];
    }
    return outcomes;
  }

  it('one wins, the other gets 409 with the state: a thousand times, between two instances', async () => {
    const names = Array.from({ length: CASUS }, (_, n) => `casus-${n}`);
    const outcomes = (await Promise.all(names.map(race))).flat();
    expect(outcomes).toHaveLength(CASUS * ROUNDS);
    for (const [accepted, withdrawn] of outcomes) {
      expect([accepted.status, withdrawn.status].sort()).toEqual([200, 409]);
      const lost = accepted.status === 409 ? accepted : withdrawn;
      expect(lost.body).toMatchObject({
        code: 'handoff-not-open',
        state: accepted.status === 409 ? 'withdrawn' : 'accepted',
      });
    }
    const types = (await town.events()).map((event) => event.type);
    const answered = types.filter((type) => type === 'HandoffAccepted' || type === 'HandoffWithdrawn');
    expect(answered).toHaveLength(CASUS * ROUNDS);
  }, 240_000);
});
