import { NO_PARTNERS } from '#partners/partners-over-time';
import { at, dealing, november, offer } from '#read-models/figures/figures-specification';
import { waitingFigure, type WaitingFacts } from '#read-models/figures/waiting';

const NONE: WaitingFacts = { offers: [], elsewhere: [], asks: [], returns: [], pingpong: [] };

const figure = (facts: Partial<WaitingFacts>, now = '20T12:00', period = november()) =>
  waitingFigure({ ...NONE, ...facts }, period, { at: at(now) }, NO_PARTNERS);

/** The one pair that there is. */
function pair(facts: Partial<WaitingFacts>, now?: string, period = november()) {
  const { pairs } = figure(facts, now, period);
  if (pairs.length !== 1 || !pairs[0]) throw new Error(`${pairs.length} pairs`);
  return pairs[0];
}

const accepted = { state: 'accepted', endedAt: at('17T10:00') } as const;
const declined = { state: 'declined', endedAt: at('17T10:00'), reason: 'at-capacity' } as const;

describe('waiting for an answer', () => {
  it('is counted in working time, and split where it was seen', () => {
    // Monday 09:00 to Tuesday 10:00: a day of eight hours and one hour more. Seen on Monday at 16:00: seven hours.
    const row = pair({ offers: [offer({ ...accepted, seenAt: at('16T16:00') })] });
    expect(row).toMatchObject({
      cell: 'handoff:a:b',
      volume: 1,
      accepted: 1,
      declinePercent: 0,
      waiting: { of: 1, total: { minutes: 1500, workingMinutes: 540 } },
      unread: { of: 1, working: { p50: { minutes: 420, orMore: false } } },
      undecided: { of: 1, working: { p50: { minutes: 120, orMore: false } } },
      casus: ['c1'],
    });
  });

  it('is not split where nobody said that it was seen', () => {
    const row = pair({ offers: [offer(accepted)] });
    expect([row.waiting.of, row.unread?.of, row.undecided?.of]).toEqual([1, 0, 0]);
  });

  it('counts what is open, expired or withdrawn as at least so long', () => {
    const offers = [
      offer({ ...accepted, endedAt: at('16T10:00') }),
      offer({ handoff: 'O2', step: 'E2', state: 'expired', endedAt: at('16T11:00') }),
      offer({ handoff: 'O3', step: 'E3', state: 'withdrawn', endedAt: at('16T12:00') }),
      offer({ handoff: 'O4', step: 'E4' }),
    ];
    // One hour, two and three hours or more, and five days of eight less nine to twelve: 35 hours or more.
    const row = pair({ offers });
    expect(row).toMatchObject({ volume: 4, accepted: 1, expired: 1, withdrawn: 1, open: 1 });
    expect(row.waiting.working).toEqual({ p50: { minutes: 2100, orMore: true }, p90: { minutes: 2100, orMore: true } });
    // None was seen: all four lay unread for at least so long, but for the one that was accepted: that is not known.
    expect(row.unread).toMatchObject({ of: 3, working: { p50: { orMore: true } } });
  });

  it('leaves out the time in which the receiver waited for the sender', () => {
    const question = dealing({
      handoff: 'O1',
      from: 'b',
      to: 'a',
      beganAt: at('16T10:00'),
      life: 'answered',
      endedAt: at('16T15:00'),
    });
    const elsewhere = [{ casus: 'c1', handoff: 'O1', from: at('16T10:00'), to: at('16T15:00') }];
    const offers = [offer({ ...accepted, seenAt: at('16T09:30') })];
    const { pairs } = figure({ offers, elsewhere, asks: [question] });
    // Nine hours, less five; of the four half an hour unread. The five hours are the sender's.
    expect(pairs).toMatchObject([
      { cell: 'ask:b:a', accepted: 1, unread: null, waiting: { total: { workingMinutes: 300 } } },
      {
        cell: 'handoff:a:b',
        waiting: { total: { workingMinutes: 240 } },
        unread: { total: { workingMinutes: 30 } },
        undecided: { total: { workingMinutes: 210 } },
      },
    ]);
  });

  it('belongs to the period in which the offer was made, wherever the answer lies', () => {
    const before = offer({ handoff: 'O0', step: 'E0', offeredAt: at('13T09:00'), ...accepted });
    const after = offer({ handoff: 'O2', step: 'E2', offeredAt: at('18T00:00') });
    const row = pair({ offers: [before, offer(accepted), after] }, '20T12:00', november('16', '17'));
    expect([row.volume, row.accepted]).toEqual([1, 1]);
  });

  it('can be asked of one partner, on either side', () => {
    const facts = {
      ...NONE,
      offers: [offer(), offer({ from: 'b', to: 'c', step: 'E2' }), offer({ from: 'c', to: 'd' })],
    };
    const { pairs } = waitingFigure(facts, november(), { at: at('20T12:00'), partner: 'b' }, NO_PARTNERS);
    expect(pairs.map(({ cell }) => cell).sort()).toEqual(['handoff:a:b', 'handoff:b:c']);
  });
});

describe('what comes back', () => {
  it('bounces when it is offered again, to whomever', () => {
    const first = offer(declined);
    expect(pair({ offers: [first] })).toMatchObject({ declined: 1, declinePercent: 100, bounced: 0 });
    const { pairs } = figure({ offers: [first, offer({ handoff: 'O2', to: 'c', offeredAt: at('18T09:00') })] });
    expect(pairs.find(({ to }) => to === 'b')).toMatchObject({ bounced: 1, bouncePercent: 100 });
    expect(pairs.find(({ to }) => to === 'c')).toMatchObject({ bounced: 0, bouncePercent: null, declinePercent: null });
  });

  it('bounces when it was accepted, given back and offered again', () => {
    const back = dealing({ kind: 'return', from: 'b', to: 'a', life: 'returned', beganAt: at('18T09:00') });
    const offers = [offer(accepted), offer({ handoff: 'O2', offeredAt: at('19T09:00') })];
    expect(pair({ offers })).toMatchObject({ volume: 2, bounced: 0 });
    expect(pair({ offers, returns: [back] })).toMatchObject({ volume: 2, accepted: 1, bounced: 1, bouncePercent: 100 });
    expect(pair({ offers: offers.slice(0, 1), returns: [back] })).toMatchObject({ bounced: 0 });
    expect(pair({ offers, returns: [{ ...back, reason: 'resident-declined' }] })).toMatchObject({ bounced: 0 });
  });

  it('is not the receiver’s doing where the resident declined', () => {
    const offers = [
      offer({ ...declined, reason: 'resident-declined' }),
      offer({ handoff: 'O2', offeredAt: at('18T09:00') }),
    ];
    expect(pair({ offers })).toMatchObject({ declined: 0, declinedByResident: 1, declinePercent: null, bounced: 0 });
  });

  it('went to and fro when that began after the offer', () => {
    const offers = [offer(declined), offer({ handoff: 'O2', offeredAt: at('19T09:00') })];
    const pingpong = [{ place: 'c1 E1', since: at('18T09:00') }];
    expect(pair({ offers, pingpong })).toMatchObject({ volume: 2, pingpong: 1 });
    expect(pair({ offers, pingpong: [{ place: 'c1 E1', since: at('15T09:00') }] })).toMatchObject({ pingpong: 0 });
  });
});

describe('questions', () => {
  it('stand apart, with those that closed', () => {
    const asks = [
      dealing({ life: 'answered', endedAt: at('16T11:00') }),
      dealing({ thing: 'A2', life: 'closed', endedAt: at('16T12:00') }),
      dealing({ thing: 'A3', life: 'declined', reason: 'wrong-desk', endedAt: at('16T13:00') }),
    ];
    const { totals, pairs } = figure({ offers: [offer()], asks });
    expect(totals.map(({ cell, volume }) => [cell, volume])).toEqual([
      ['all:handoff', 1],
      ['all:ask', 3],
    ]);
    expect(pairs.find(({ kind }) => kind === 'ask')).toMatchObject({
      accepted: 1,
      closed: 1,
      declined: 1,
      declinePercent: 50,
      bouncePercent: null,
      waiting: { working: { p50: { minutes: 240, orMore: false } } },
    });
  });
});
