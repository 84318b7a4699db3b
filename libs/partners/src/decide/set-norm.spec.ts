import { instant } from '#event-sourcing/instant';
import { partnerEvent } from '#partners/partner-events';
import { at, given, housingCorporation, registered, socialTeam } from '#partners/partner-specification';

const data = { of: 'offer', counterPartner: 'corporatie', workingDays: 5 } as const;
const set = { do: 'set-norm', ...data } as const;
const normSet = partnerEvent('PartnerNormSet', data);

describe('set-norm', () => {
  it('is for the partner itself', () => {
    given(registered).when(set).then(normSet);
  });

  it('of another partner is for a social team or a municipal partner', () => {
    given(registered)
      .when({ ...set, actor: socialTeam })
      .then(normSet);
    given(registered)
      .when({ ...set, actor: { partner: 'gemeente-wmo', kind: 'municipality-care' } })
      .then(normSet);
    given(registered)
      .when({ ...set, actor: housingCorporation })
      .thenRefused('not-own-municipal-or-social-team');
  });

  it('may be for every other partner', () => {
    given(registered, normSet)
      .when({ do: 'set-norm', of: 'offer', workingDays: 5 })
      .then(partnerEvent('PartnerNormSet', { of: 'offer', workingDays: 5 }));
  });

  it.each([0, -3, 2.5, 61, Number.NaN])('refuses %d working days', (workingDays) => {
    given(registered)
      .when({ ...set, workingDays })
      .thenRefused('norm-out-of-range', { least: 1, most: 60 });
  });

  it('is not about the things of the partner itself', () => {
    given(registered)
      .when({ ...set, counterPartner: 'welzijn' })
      .thenRefused('own-counter-partner');
  });

  it('changes something', () => {
    given(registered, normSet).when(set).thenRefused('nothing-changes', { workingDays: 5 });
    given(registered, normSet)
      .when({ ...set, workingDays: 4 })
      .then(partnerEvent('PartnerNormSet', { ...data, workingDays: 4 }));
  });

  it('does not lie before a later setting of the same norm; another norm does not matter', () => {
    const known = [registered, at('2026-10-01T08:00Z', normSet)] as const;
    const earlier = { ...set, workingDays: 4, occurredAt: instant('2026-09-30T08:00Z') };
    given(...known)
      .when(earlier)
      .thenRefused('occurred-before-known');
    given(...known)
      .when({ ...earlier, of: 'ask' })
      .then(partnerEvent('PartnerNormSet', { ...data, of: 'ask', workingDays: 4 }));
  });

  it('needs a partner', () => {
    given().when(set).thenRefused('partner-unknown');
  });
});
