import { nationalCalendar, withClosedDays } from '#calendar/working-days';
import { normKey } from '#partners/norm';
import { DEFAULT_OPENING_HOURS } from '#partners/opening-hours';
import type { Partner } from '#partners/partner';
import type { PartnerFact } from '#partners/partner-fact';
import { subjectOf } from '#partners/subject';

const registered = ({ data, partner, occurredAt }: PartnerFact<'PartnerRegistered'>): Partner => ({
  id: partner,
  kind: data.kind,
  name: data.name,
  registeredAt: occurredAt,
  norms: new Map(),
  openingHours: DEFAULT_OPENING_HOURS,
  closingDays: [],
  calendar: nationalCalendar,
  absences: new Map(),
  history: new Map(),
});

function changed(partner: Partner, fact: Exclude<PartnerFact, PartnerFact<'PartnerRegistered'>>): Partner {
  switch (fact.type) {
    case 'PartnerRenamed':
      return { ...partner, name: fact.data.name };
    case 'PartnerNormSet': {
      const { of, counterPartner } = fact.data;
      return { ...partner, norms: new Map(partner.norms).set(normKey(of, counterPartner), fact.data) };
    }
    case 'PartnerOpeningHoursSet':
      return { ...partner, openingHours: fact.data.hours };
    case 'PartnerClosingDaysSet': {
      const version = `${partner.id}.${1 + (partner.history.get(subjectOf(fact))?.times ?? 0)}`;
      const calendar = withClosedDays(nationalCalendar, fact.data.days, version);
      return { ...partner, closingDays: fact.data.days, calendar };
    }
    case 'PartnerAbsencePlanned': {
      const { absence: id, ...planned } = fact.data;
      return { ...partner, absences: new Map(partner.absences).set(id, { id, ...planned }) };
    }
    case 'PartnerAbsenceWithdrawn': {
      const absence = partner.absences.get(fact.data.absence);
      if (!absence) throw new Error(`${fact.partner}@${fact.revision}: an absence is withdrawn that was not planned`);
      const withdrawn = { ...absence, withdrawnAt: fact.occurredAt };
      return { ...partner, absences: new Map(partner.absences).set(absence.id, withdrawn) };
    }
  }
}

/** The partner after one more fact. Throws when the first fact is not its registration. */
export function evolvePartner(before: Partner | undefined, fact: PartnerFact): Partner {
  let after: Partner;
  if (fact.type === 'PartnerRegistered') after = registered(fact);
  else if (before) after = changed(before, fact);
  else throw new Error(`${fact.partner}@${fact.revision}: ${fact.type} before the partner was registered`);
  const subject = subjectOf(fact);
  const times = 1 + (after.history.get(subject)?.times ?? 0);
  return { ...after, history: new Map(after.history).set(subject, { times, latest: fact.occurredAt }) };
}
