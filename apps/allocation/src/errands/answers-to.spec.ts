import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import { searchEvent, type SearchEvent } from '#homes/search/search-events';
import { answersTo } from '#apps/allocation/src/errands/answers-to';
import type { WaitedFor } from '#apps/allocation/src/errands/waitings';

const CASUS = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
const at = instant('2026-11-20T09:00Z');
const candidate = { casus: CASUS, step: 'E9' };
const expiresOn = localDate('2026-11-24');

function answers(event: HomeEvent | SearchEvent, waitedFor?: WaitedFor) {
  const stream = event.type.startsWith('Home') ? streamName('home', 'linde-4') : streamName('search', CASUS);
  const times = { occurredAt: at, recordedAt: at };
  const metadata = { commandId: 'c', actor: { partner: 'corporatie' }, ...times, correlationId: 'c', causationId: 'c' };
  const recorded = { ...event, id: 'e', stream, revision: 0, position: positionOf(1), hash: '', metadata };
  return answersTo(recorded, { of: () => waitedFor });
}

const brief = (...given: Parameters<typeof answers>) => answers(...given).map(({ command, path }) => [command, path]);
const S = `casus/${CASUS}/steps/E9`;

describe('what the casus is told of homes', () => {
  it('is that work starts when a home is reserved, with the time at which that was', () => {
    expect(answers(homeEvent('HomeReserved', { candidate }))).toEqual([
      { command: 'start-step', casus: CASUS, about: 'E9', path: `${S}/start`, body: { at } },
    ]);
  });

  it('is that the resident is waited for while an offer is open', () => {
    const [wait] = answers(homeEvent('HomeOffered', { candidate, offer: 'offer-1', expiresOn }));
    expect(wait).toMatchObject({
      command: 'wait-for',
      path: `${S}/wait-for`,
      body: { waitingFor: { kind: 'resident' }, until: expiresOn, at },
    });
  });

  it('is that the corporation goes on when the resident answered, and is done when the home is let', () => {
    const accepted = homeEvent('HomeAccepted', { candidate, offer: 'offer-1' });
    const declined = homeEvent('HomeDeclined', { by: 'candidate', candidate, offer: 'offer-1', reason: 'too-small' });
    for (const answer of [accepted, declined]) {
      expect(brief(answer, 'resident')).toEqual([['resume', `${S}/resume`]]);
      // Somebody else has the step wait: that is not for this service to end.
      expect([brief(answer), brief(answer, 'supply')]).toEqual([[], []]);
    }
    expect(brief(homeEvent('HomeLet', { candidate, from: expiresOn }))).toEqual([['complete-step', `${S}/complete`]]);
  });

  it('is nothing of homes by themselves', () => {
    const features = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 1 };
    for (const event of [
      homeEvent('HomeRegistered', { landlord: 'corporatie', features, freeFrom: expiresOn }),
      homeEvent('HomeReleased', { candidate, reason: 'other' }),
      homeEvent('HomeOfferExpired', { candidate, offer: 'offer-1' }),
      homeEvent('HomeFreed', { freeFrom: expiresOn }),
      homeEvent('HomeWithdrawn', { reason: 'sold' }),
    ]) {
      expect(answers(event)).toEqual([]);
    }
  });

  it('is that an offered step is taken on', () => {
    expect(brief(searchEvent('StepTakenOn', { handoff: 'O2', step: 'E9' }))).toEqual([
      ['accept-handoff', `casus/${CASUS}/handoffs/O2/accept`],
    ]);
  });

  it('is that supply is waited for when no home fits, and no longer when one is found', () => {
    const [wait] = answers(searchEvent('NoFitRecorded', { step: 'E9', until: expiresOn }));
    expect(wait).toMatchObject({
      command: 'wait-for',
      body: { waitingFor: { kind: 'supply', name: 'passende woning' }, until: expiresOn },
    });
    const found = searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-4' });
    expect(brief(found, 'supply')).toEqual([['resume', `${S}/resume`]]);
    const [usual] = answers(searchEvent('NoFitRecorded', { step: 'E9' }));
    expect(usual).toMatchObject({ body: { until: '2026-12-04' } });
  });

  it('is at once that work resumes and starts, where a home is reserved while supply is waited for', () => {
    const commands = answers(homeEvent('HomeReserved', { candidate }), 'supply').map(({ command }) => command);
    expect(commands).toEqual(['resume', 'start-step']);
    expect(answers(searchEvent('FittingHomeFound', { step: 'E9', home: 'linde-4' }), 'resident')).toEqual([]);
  });
});
