import { basis, opening, spec } from '#casus/specification';

const { do: _, ...open } = opening;
const eva = { ref: 'eva', id: 'person-eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld' } as const;
const ineke = { ...eva, ref: 'ineke', id: 'person-ineke', role: 'informal-carer' } as const;
const opened = {
  reference: 'eva',
  title: 'Jongere zonder adres',
  goal: 'Een eigen plek',
  situation: 'Logeert bij een vriendin',
  residents: [eva],
  director: { partner: 'sociaal-team', person: 'jongerenwerker' },
};

describe('open-casus', () => {
  const onlyEva = { ...open, residents: [eva] };
  const concernsEva = { subjects: ['person-eva'] };

  it('makes the social team that opens it the director', () => {
    spec('open-casus').givenNothing().when(onlyEva).then('CasusOpened', opened, concernsEva);
  });

  it('keeps all that is told of it', () => {
    const more = { referredBy: 'huisarts', attentionGroup: 'dakloze-jongere', neighbourhood: 'Zuid' };
    spec('open-casus')
      .givenNothing()
      .when({ ...open, ...more, residents: [{ ...eva, birthYear: 2006 }, ineke] })
      .then('CasusOpened', { ...opened, ...more, residents: [{ ...eva, birthYear: 2006 }, ineke] });
  });

  it('makes a municipal partner the director, or whom it appoints', () => {
    const { who: _who, ...byWmo } = { ...onlyEva, by: 'gemeente-wmo' };
    spec('open-casus')
      .givenNothing()
      .when(byWmo)
      .then('CasusOpened', { ...opened, director: { partner: 'gemeente-wmo' } }, concernsEva);
    const director = { partner: 'welzijn', person: 'coach' };
    spec('open-casus')
      .givenNothing()
      .when({ ...byWmo, director })
      .then('CasusOpened', { ...opened, director }, concernsEva);
  });

  it.each(['corporatie', 'welzijn', 'zorgaanbieder', 'school'])('needs a director from %s', (by) => {
    spec('open-casus')
      .givenNothing()
      .when({ ...onlyEva, by })
      .thenRejected('may-not-open');
    const director = { partner: 'sociaal-team' };
    spec('open-casus')
      .givenNothing()
      .when({ ...onlyEva, by, director })
      .then('CasusOpened', { ...opened, director }, concernsEva);
  });

  it.each([[[]], [[ineke]]])('is about a resident, not about %j', (residents) => {
    spec('open-casus')
      .givenNothing()
      .when({ ...open, residents })
      .thenRejected('residents-required', {});
  });

  it('tells its residents apart', () => {
    spec('open-casus')
      .givenNothing()
      .when({ ...open, residents: [eva, { ...ineke, ref: 'eva' }] })
      .thenRejected('residents-alike', { resident: 'eva' });
  });

  it('happens once', () => {
    spec('open-casus')
      .given()
      .when({ ...open, at: '2026-09-01T09:00' })
      .thenRejected('casus-exists', { reference: 'eva' });
  });

  it('comes before everything else', () => {
    const { do: _do, ...record } = basis('welzijn');
    spec('record-basis').givenNothing().when(record).thenRejected('casus-unknown', {});
  });
});
