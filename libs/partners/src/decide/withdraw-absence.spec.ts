import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { partnerEvent } from '#partners/partner-events';
import { at, given, registered, socialTeam } from '#partners/partner-specification';

const planned = partnerEvent('PartnerAbsencePlanned', {
  absence: 'absence-1',
  person: 'wijkcoach',
  from: localDate('2026-11-02'),
  until: localDate('2026-11-13'),
});
const withdrawn = partnerEvent('PartnerAbsenceWithdrawn', { absence: 'absence-1', person: 'wijkcoach' });
const withdraw = { do: 'withdraw-absence', absence: 'absence-1' } as const;

describe('withdraw-absence', () => {
  it('is for the partner itself', () => {
    given(registered, planned).when(withdraw).then(withdrawn);
  });

  it('is for nobody else', () => {
    given(registered, planned)
      .when({ ...withdraw, actor: socialTeam })
      .thenRefused('not-own-partner');
  });

  it('needs an absence', () => {
    given(registered).when(withdraw).thenRefused('absence-unknown', { partner: 'welzijn', absence: 'absence-1' });
    given().when(withdraw).thenRefused('partner-unknown');
  });

  it('happens once', () => {
    given(registered, planned, at('2026-11-01T08:00Z', withdrawn))
      .when(withdraw)
      .thenRefused('absence-withdrawn', { absence: 'absence-1', withdrawnAt: '2026-11-01T08:00:00.000Z' });
  });

  it('does not lie before its planning', () => {
    given(registered, at('2026-10-20T08:00Z', planned))
      .when({ ...withdraw, occurredAt: instant('2026-10-20T07:00Z') })
      .thenRefused('occurred-before-known', { latest: '2026-10-20T08:00:00.000Z' });
  });
});
