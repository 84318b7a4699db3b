import { instant } from '#event-sourcing/instant';
import { partnerEvent } from '#partners/partner-events';
import { at, given, housingCorporation, registered, socialTeam } from '#partners/partner-specification';

const renamed = partnerEvent('PartnerRenamed', { name: 'Welzijn Zuid' });
const rename = { do: 'rename-partner', name: 'Welzijn Zuid' } as const;

describe('rename-partner', () => {
  it('is for the partner itself, and for a social team', () => {
    given(registered).when(rename).then(renamed);
    given(registered)
      .when({ ...rename, actor: socialTeam })
      .then(renamed);
  });

  it('is not for another partner', () => {
    given(registered)
      .when({ ...rename, actor: housingCorporation })
      .thenRefused('not-own-municipal-or-social-team', { partner: 'welzijn' });
  });

  it('needs a partner', () => {
    given().when(rename).thenRefused('partner-unknown', { partner: 'welzijn' });
  });

  it('changes something', () => {
    given(registered, renamed).when(rename).thenRefused('nothing-changes');
  });

  it('does not lie before a later name, nor before the registration', () => {
    given(registered, at('2026-10-01T08:00Z', partnerEvent('PartnerRenamed', { name: 'Welzijn Noord' })))
      .when({ ...rename, occurredAt: instant('2026-10-01T07:59Z') })
      .thenRefused('occurred-before-known', { latest: '2026-10-01T08:00:00.000Z' });
    given(registered)
      .when({ ...rename, occurredAt: instant('2026-08-31T06:59Z') })
      .thenRefused('before-registered', { registeredAt: '2026-08-31T07:00:00.000Z' });
  });
});
