import { localDate } from '#calendar/local-date';
import { partnerEvent } from '#partners/partner-events';
import { given, registered, socialTeam } from '#partners/partner-specification';

const christmasEve = localDate('2026-12-24');
const newYearsEve = localDate('2026-12-31');
const daysSet = partnerEvent('PartnerClosingDaysSet', { days: [christmasEve, newYearsEve] });

describe('set-closing-days', () => {
  it('keeps each day once, in order', () => {
    given(registered)
      .when({ do: 'set-closing-days', days: [newYearsEve, christmasEve, newYearsEve] })
      .then(daysSet);
  });

  it('may take all away', () => {
    given(registered, daysSet)
      .when({ do: 'set-closing-days', days: [] })
      .then(partnerEvent('PartnerClosingDaysSet', { days: [] }));
  });

  it('is for nobody but the partner itself', () => {
    given(registered)
      .when({ do: 'set-closing-days', days: [christmasEve], actor: socialTeam })
      .thenRefused('not-own-partner');
  });

  it('changes something', () => {
    given(registered, daysSet)
      .when({ do: 'set-closing-days', days: [christmasEve, newYearsEve] })
      .thenRefused('nothing-changes');
    given(registered).when({ do: 'set-closing-days', days: [] }).thenRefused('nothing-changes');
  });

  it('needs a partner', () => {
    given()
      .when({ do: 'set-closing-days', days: [christmasEve] })
      .thenRefused('partner-unknown');
  });
});
