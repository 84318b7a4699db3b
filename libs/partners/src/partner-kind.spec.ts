import { isMunicipal, isMunicipalOrSocialTeam, isPartnerKind, PARTNER_KINDS } from '#partners/partner-kind';

describe('kinds of partners', () => {
  it('are municipal by their desk', () => {
    const municipal = ['municipality-care', 'municipality-records', 'municipality-housing', 'municipality-debt'];
    expect(PARTNER_KINDS.filter(isMunicipal)).toEqual(municipal);
    expect(PARTNER_KINDS.filter(isMunicipalOrSocialTeam)).toEqual(['social-team', ...municipal]);
  });

  it('are a closed list', () => {
    expect(isPartnerKind('welfare')).toBe(true);
    expect(isPartnerKind('bakery')).toBe(false);
  });
});
