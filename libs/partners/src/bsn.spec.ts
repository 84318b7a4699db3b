import { mayHoldBsn } from '#partners/bsn';
import { localDate } from '#calendar/local-date';
import { given, registered, socialTeam } from '#partners/partner-specification';

describe('a text', () => {
  it.each([
    '111222333',
    'bsn 111222333.',
    '111 222 333',
    '1112.22.333',
    '111-222-333',
    '123-45-6782',
    '12-11-19221',
    'x111222333y',
    '000000012',
    '2026-11-20 111222333',
  ])('with %s may hold a BSN', (text) => {
    expect(mayHoldBsn(text)).toBe(true);
  });

  it.each([
    '',
    '111222334',
    '111-222-334',
    '0111222333',
    '1112223330',
    '0612345678',
    '06-12345678',
    '010-123 45 67',
    '11122233',
    'nr 1 1 1',
    '2026-11-20',
    '2026-11-20T11:00:00.000Z',
    ...Array.from({ length: 10 }, (_, hour) => `2026-11-20 ${hour} uur, 20-11-2026 ${hour} uur`),
    '0b9c2f6e-5d1a-4f3b-9c7e-a111222333bc',
  ])('with %j does not', (text) => {
    expect(mayHoldBsn(text)).toBe(false);
  });
});

describe('a command of the partner directory with a BSN', () => {
  const away = { do: 'plan-absence', from: localDate('2026-11-02'), until: localDate('2026-11-13') } as const;

  it('is refused with the field, without the number', () => {
    given()
      .when({ do: 'register-partner', kind: 'welfare', name: 'Welzijn 111222333', actor: socialTeam })
      .thenRefused('bsn-not-accepted', { field: 'name' });
    given(registered)
      .when({ do: 'rename-partner', name: '123-45-6782' })
      .thenRefused('bsn-not-accepted', { field: 'name' });
    given(registered)
      .when({ ...away, person: '111222333' })
      .thenRefused('bsn-not-accepted', { field: 'person' });
    given(registered)
      .when({ ...away, person: 'wijkcoach', substitute: '111.222.333', actor: socialTeam })
      .thenRefused('bsn-not-accepted', { field: 'substitute' });
  });

  it('is refused for a partner that is not there before anything else', () => {
    given().when({ do: 'rename-partner', name: '111222333' }).thenRefused('partner-unknown');
  });
});
