import { localTimeToInstant } from '#calendar/local-date';
import { NO_PARTNERS } from '#partners/partners-over-time';
import { answerTimes } from '#read-models/ledger/answer-times';
import { handoffTimes } from '#read-models/ledger/handoff-times';
import type { OwnedStretch } from '#read-models/ledger/stretches';
import type { HandoffView } from '#read-models/handoffs/query';

const at = (time: string) => localTimeToInstant(`2026-11-${time}`);

/** Offered on Monday at nine, accepted on Friday at nine. */
const offer: HandoffView = {
  casus: 'eva',
  handoff: 'O1',
  step: 'E1',
  from: 'a',
  to: 'b',
  kind: 'warm',
  state: 'accepted',
  offeredAt: at('16T09:00'),
  seenAt: at('16T09:00'),
  acceptedAt: at('20T09:00'),
  declinedAt: null,
  withdrawnAt: null,
  expiredAt: null,
  answerBy: null,
  expiresOn: null,
  expiresAt: null,
  reason: null,
  rightDesk: null,
  previous: null,
  parent: null,
  seenToldBy: null,
  answerToldBy: null,
};
const stretch = (line: string, act: OwnedStretch['act'], from: string, to: string): OwnedStretch => ({
  casus: 'eva',
  step: 'E1',
  owner: 'a',
  line,
  act,
  from: at(from),
  to: at(to),
});
const stretches = [
  stretch('a', 'do', '16T08:00', '16T09:00'),
  stretch('b', 'answer-offer', '16T09:00', '17T09:00'),
  stretch('a', 'answer-ask', '17T09:00', '20T09:00'),
  stretch('b', 'do', '20T09:00', '21T09:00'),
];

describe('the time of an offer of four days, of which its receiver waited three for an answer', () => {
  it('is in the ledger what is booked on its receiver: one day', () => {
    const [times] = handoffTimes([offer], stretches, at('23T09:00'), NO_PARTNERS);
    expect(times).toMatchObject({ unread: { minutes: 0 }, undecided: { minutes: 1440, workingMinutes: 480 } });
  });

  it('and so it is in the figure', () => {
    const elsewhere = [{ from: at('17T09:00'), to: at('20T09:00') }];
    const times = answerTimes({ ...offer, endedAt: offer.acceptedAt }, elsewhere, at('23T09:00'), NO_PARTNERS);
    expect([times.undecided.minutes, times.waiting.minutes]).toEqual([1440, 1440]);
  });

  it('is not taken off where it lies before or after, nor twice', () => {
    const elsewhere = [
      { from: at('15T09:00'), to: at('16T10:00') },
      { from: at('18T09:00'), to: at('19T09:00') },
      { from: at('18T10:00'), to: at('18T11:00') },
      { from: at('20T08:00'), to: at('21T09:00') },
    ];
    const times = answerTimes({ ...offer, seenAt: null, endedAt: null }, elsewhere, at('20T09:00'), NO_PARTNERS);
    expect([times.unread.minutes, times.undecided.minutes]).toEqual([(4 * 24 - 1 - 24 - 1) * 60, 0]);
  });
});
