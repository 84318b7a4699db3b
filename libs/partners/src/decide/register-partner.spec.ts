import { instant } from '#event-sourcing/instant';
import { partnerEvent } from '#partners/partner-events';
import { given, housingCorporation, NOW, registered, socialTeam } from '#partners/partner-specification';

const register = { do: 'register-partner', kind: 'welfare', name: 'Welzijn', actor: socialTeam } as const;

describe('register-partner', () => {
  it('is for a social team', () => {
    given().when(register).then(registered);
  });

  it.each(['municipality-care', 'municipality-records', 'municipality-housing', 'municipality-debt'] as const)(
    'is for %s',
    (kind) => {
      given()
        .when({ ...register, actor: { partner: 'gemeente', kind } })
        .then(registered);
    },
  );

  it('is for nobody else, the partner itself neither', () => {
    given()
      .when({ ...register, actor: housingCorporation })
      .thenRefused('not-municipal-or-social-team', {});
    given()
      .when({ ...register, actor: { partner: 'welzijn', kind: 'welfare' } })
      .thenRefused('not-municipal-or-social-team');
  });

  it('is refused for a partner that exists', () => {
    given(registered).when(register).thenRefused('partner-exists', { partner: 'welzijn', kind: 'welfare' });
  });

  it.each(['', 'Welzijn', 'wel zijn', '-welzijn', 'welzijn-', 'wel--zijn', 'wélzijn', 'w'.repeat(61)])(
    'refuses the id %j',
    (partner) => {
      given()
        .when({ ...register, partner })
        .thenRefused('id-not-a-slug');
    },
  );

  it.each(['resident', 'nobody', 'external', 'all', 'own', 'suspended'])('refuses the word %s as id', (partner) => {
    given()
      .when({ ...register, partner })
      .thenRefused('id-reserved', { partner });
  });

  it('may be entered up to ninety days late, and a minute ahead', () => {
    const occurredAt = (text: string) => given().when({ ...register, occurredAt: instant(text) });
    occurredAt('2026-08-04T08:00:00.000Z').then(
      partnerEvent('PartnerRegistered', { kind: 'welfare', name: 'Welzijn' }),
    );
    occurredAt('2026-08-04T07:59:59.999Z').thenRefused('occurred-too-long-ago', { recordedAt: NOW });
    occurredAt('2026-11-02T08:01:00.000Z').then(registered);
    occurredAt('2026-11-02T08:01:00.001Z').thenRefused('occurred-in-the-future', { recordedAt: NOW });
  });

  it('names what is wrong with the input before who may', () => {
    given()
      .when({ ...register, partner: 'Welzijn', actor: housingCorporation })
      .thenRefused('id-not-a-slug');
  });
});
