import { localDate } from '#calendar/local-date';
import { partnerEvent } from '#partners/partner-events';
import { at, given, registered, socialTeam } from '#partners/partner-specification';

const away = { person: 'wijkcoach', from: localDate('2026-11-02'), until: localDate('2026-11-13') };
const plan = { do: 'plan-absence', ...away } as const;
const planned = partnerEvent('PartnerAbsencePlanned', { absence: 'absence-1', ...away });
const withdrawn = partnerEvent('PartnerAbsenceWithdrawn', { absence: 'absence-1', person: 'wijkcoach' });

describe('plan-absence', () => {
  it('gives a reference where none is given', () => {
    given(registered).when(plan).then(planned);
    given(registered, planned)
      .when({ ...plan, person: 'buurtwerker' })
      .then(partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'absence-2', person: 'buurtwerker' }));
  });

  it('passes over a reference that is in use', () => {
    given(registered, partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'absence-2', person: 'buurtwerker' }))
      .when(plan)
      .then(partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'absence-3' }));
  });

  it('names who stands in', () => {
    given(registered)
      .when({ ...plan, absence: 'verlof', substitute: 'buurtwerker' })
      .then(partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'verlof', substitute: 'buurtwerker' }));
  });

  it('may last one day, not less', () => {
    given(registered)
      .when({ ...plan, until: away.from })
      .then(partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'absence-1', until: away.from }));
    given(registered)
      .when({ ...plan, until: localDate('2026-11-01') })
      .thenRefused('until-before-from', { from: '2026-11-02', until: '2026-11-01' });
  });

  it('is not stood in for by the person that is away', () => {
    given(registered)
      .when({ ...plan, substitute: 'wijkcoach' })
      .thenRefused('substitute-is-absent-person');
  });

  it('is for nobody but the partner itself', () => {
    given(registered)
      .when({ ...plan, actor: socialTeam })
      .thenRefused('not-own-partner');
  });

  it('does not share a day with another absence of the same person', () => {
    const until13 = { absence: 'absence-1', from: '2026-11-02', until: '2026-11-13' };
    given(registered, planned)
      .when({ ...plan, from: away.until, until: away.until })
      .thenRefused('absence-overlaps', until13);
    given(registered, planned)
      .when({ ...plan, from: localDate('2026-11-14'), until: localDate('2026-11-14') })
      .then(
        partnerEvent('PartnerAbsencePlanned', {
          absence: 'absence-2',
          person: 'wijkcoach',
          from: localDate('2026-11-14'),
          until: localDate('2026-11-14'),
        }),
      );
  });

  it('may take the place of one that was withdrawn', () => {
    given(registered, planned, withdrawn)
      .when(plan)
      .then(partnerEvent('PartnerAbsencePlanned', { ...away, absence: 'absence-2' }));
  });

  it('has a reference of its own', () => {
    given(registered, at('2026-10-01T08:00Z', planned))
      .when({ ...plan, absence: 'absence-1', person: 'buurtwerker' })
      .thenRefused('reference-taken', { absence: 'absence-1' });
  });

  it('needs a partner', () => {
    given().when(plan).thenRefused('partner-unknown');
  });
});
