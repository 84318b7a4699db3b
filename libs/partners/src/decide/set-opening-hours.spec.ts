import { DEFAULT_OPENING_HOURS } from '#partners/opening-hours';
import { partnerEvent } from '#partners/partner-events';
import { given, registered, socialTeam } from '#partners/partner-specification';

const hours = { monday: { from: '08:30', to: '17:00' }, saturday: { from: '18:00', to: '24:00' } };
const set = { do: 'set-opening-hours', hours } as const;
const hoursSet = partnerEvent('PartnerOpeningHoursSet', { hours });

describe('set-opening-hours', () => {
  it('is for the partner itself', () => {
    given(registered).when(set).then(hoursSet);
  });

  it('is for nobody else', () => {
    given(registered)
      .when({ ...set, actor: socialTeam })
      .thenRefused('not-own-partner', { partner: 'welzijn' });
  });

  it.each([
    ['17:00', '08:30'],
    ['09:00', '09:00'],
    ['9:00', '17:00'],
    ['09:00', '24:01'],
    ['09:60', '17:00'],
    ['24:00', '24:00'],
  ])('refuses %s–%s', (from, to) => {
    given(registered)
      .when({ ...set, hours: { ...hours, tuesday: { from, to } } })
      .thenRefused('hours-not-in-order', { day: 'tuesday' });
  });

  it('refuses a week without hours', () => {
    given(registered)
      .when({ ...set, hours: { monday: undefined } })
      .thenRefused('hours-empty');
  });

  it('changes something', () => {
    given(registered, hoursSet).when(set).thenRefused('nothing-changes');
    given(registered)
      .when({ ...set, hours: DEFAULT_OPENING_HOURS })
      .thenRefused('nothing-changes');
  });

  it('needs a partner', () => {
    given().when(set).thenRefused('partner-unknown');
  });
});
