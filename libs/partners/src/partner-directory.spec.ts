import { localDate } from '#calendar/local-date';
import { isWorkingDay, lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { instant } from '#event-sourcing/instant';
import { DEFAULT_OPENING_HOURS } from '#partners/opening-hours';
import { absenceOf, calendarOf, normDays, standIns, standsInFor } from '#partners/partner';
import { directoryOf } from '#partners/partner-directory';
import { partnerEvent } from '#partners/partner-events';
import { at, factOf, registered } from '#partners/partner-specification';

const corporation = factOf(
  partnerEvent('PartnerRegistered', { kind: 'housing-corporation', name: 'Woningcorporatie' }),
  {
    partner: 'corporatie',
  },
);
const norm = (of: 'offer' | 'ask', workingDays: number, counterPartner?: string) =>
  partnerEvent('PartnerNormSet', { of, workingDays, counterPartner });
const planned = partnerEvent('PartnerAbsencePlanned', {
  absence: 'absence-1',
  person: 'wijkcoach',
  from: localDate('2026-11-02'),
  until: localDate('2026-11-13'),
  substitute: 'buurtwerker',
});
const withdrawn = partnerEvent('PartnerAbsenceWithdrawn', { absence: 'absence-1', person: 'wijkcoach' });

describe('the partner directory', () => {
  it('finds partners by id, each from facts of its own', () => {
    const directory = directoryOf([
      factOf(registered),
      corporation,
      factOf(partnerEvent('PartnerRenamed', { name: 'Zuid' })),
    ]);
    expect(directory.get('welzijn')).toMatchObject({ id: 'welzijn', kind: 'welfare', name: 'Zuid' });
    expect(directory.get('corporatie')).toMatchObject({ kind: 'housing-corporation', name: 'Woningcorporatie' });
    expect(directory.get('huisarts')).toBeUndefined();
    expect([...directory.all()].map(({ id }) => id)).toEqual(['welzijn', 'corporatie']);
  });

  it('gives a new partner the national calendar, the usual hours and three days to answer', () => {
    const partner = directoryOf([factOf(registered)]).get('welzijn');
    expect(calendarOf(partner)).toBe(nationalCalendar);
    expect(partner?.openingHours).toEqual(DEFAULT_OPENING_HOURS);
    expect(normDays(partner, 'offer', 'corporatie')).toBe(3);
  });

  it('answers the same of a partner that it does not know', () => {
    expect(calendarOf(undefined)).toBe(nationalCalendar);
    expect(normDays(undefined, 'ask', 'corporatie')).toBe(3);
    expect(absenceOf(undefined, 'wijkcoach', instant('2026-11-02T08:00Z'))).toBeUndefined();
  });

  it('takes the norm of the pair before that of the kind', () => {
    const facts = [registered, norm('offer', 5), norm('offer', 8, 'corporatie'), norm('ask', 2, 'corporatie')];
    const partner = directoryOf(facts.map((event) => factOf(event))).get('welzijn');
    expect(normDays(partner, 'offer', 'corporatie')).toBe(8);
    expect(normDays(partner, 'offer', 'huisarts')).toBe(5);
    expect(normDays(partner, 'ask', 'corporatie')).toBe(2);
    expect(normDays(partner, 'ask', 'huisarts')).toBe(3);
    expect(normDays(partner, 'completion', 'corporatie')).toBe(3);
  });

  it('closes a partner on its closing days, under another version of the calendar each time', () => {
    const closed = (...days: string[]) => partnerEvent('PartnerClosingDaysSet', { days: days.map(localDate) });
    const first = directoryOf([factOf(registered), factOf(closed('2026-11-16'))]).get('welzijn');
    expect(isWorkingDay(localDate('2026-11-16'), calendarOf(first))).toBe(false);
    expect(lastOfWorkingDays(instant('2026-11-13T08:00Z'), 1, calendarOf(first))).toBe('2026-11-17');
    const second = directoryOf([registered, closed('2026-11-16'), closed()].map((event) => factOf(event))).get(
      'welzijn',
    );
    expect(isWorkingDay(localDate('2026-11-16'), calendarOf(second))).toBe(true);
    expect(calendarOf(first).version).not.toBe(calendarOf(second).version);
  });

  it('sees a person away from the first to the last day, until it is back', () => {
    const away = directoryOf([factOf(registered), at('2026-10-20T08:00Z', planned)]).get('welzijn');
    const on = (text: string) => absenceOf(away, 'wijkcoach', instant(text))?.substitute;
    expect(on('2026-11-01T22:59:59Z')).toBeUndefined();
    expect(on('2026-11-01T23:00:00Z')).toBe('buurtwerker');
    expect(on('2026-11-13T22:59:59Z')).toBe('buurtwerker');
    expect(on('2026-11-13T23:00:00Z')).toBeUndefined();
    expect(absenceOf(away, 'buurtwerker', instant('2026-11-05T08:00Z'))).toBeUndefined();
  });

  it('says who stands in for whom, as long as that one is away', () => {
    const alone = partnerEvent('PartnerAbsencePlanned', {
      absence: 'absence-2',
      person: 'sociaal-raadsvrouw',
      from: localDate('2026-11-02'),
      until: localDate('2026-11-13'),
    });
    const away = directoryOf([registered, planned, alone].map((event) => factOf(event))).get('welzijn');
    const on = (text: string) => standsInFor(away, 'buurtwerker', instant(text));
    expect(standIns(away, instant('2026-11-05T08:00Z'))).toEqual([{ person: 'buurtwerker', inPlaceOf: 'wijkcoach' }]);
    expect(on('2026-11-01T22:59:59Z')).toEqual([]);
    expect(on('2026-11-13T22:59:59Z')).toEqual(['wijkcoach']);
    expect(on('2026-11-13T23:00:00Z')).toEqual([]);
    expect(standsInFor(away, 'wijkcoach', instant('2026-11-05T08:00Z'))).toEqual([]);
    expect(standIns(undefined, instant('2026-11-05T08:00Z'))).toEqual([]);
  });

  it('keeps that a person was away before it was back', () => {
    const facts = [factOf(registered), at('2026-10-20T08:00Z', planned), at('2026-11-05T08:00Z', withdrawn)];
    const back = directoryOf(facts).get('welzijn');
    expect(absenceOf(back, 'wijkcoach', instant('2026-11-05T07:59Z'))).toBeDefined();
    expect(absenceOf(back, 'wijkcoach', instant('2026-11-05T08:00Z'))).toBeUndefined();
  });

  it('can be asked what was the case, and what was known', () => {
    const late = factOf(norm('offer', 5), {
      occurredAt: instant('2026-10-01T08:00Z'),
      recordedAt: instant('2026-10-09T08:00Z'),
    });
    const daysAt = (asOf: string, knownAt?: string) => {
      const moment = { asOf: instant(asOf), ...(knownAt !== undefined && { knownAt: instant(knownAt) }) };
      return normDays(directoryOf([factOf(registered), late], moment).get('welzijn'), 'offer', 'corporatie');
    };
    expect(daysAt('2026-09-30T08:00Z')).toBe(3);
    expect(daysAt('2026-10-01T08:00Z')).toBe(5);
    expect(daysAt('2026-10-02T08:00Z', '2026-10-08T08:00Z')).toBe(3);
    expect(daysAt('2026-10-02T08:00Z', '2026-10-09T08:00Z')).toBe(5);
  });

  it('does not take facts of a partner that was never registered', () => {
    expect(() => directoryOf([factOf(norm('offer', 5))])).toThrow('PartnerNormSet before the partner was registered');
    expect(() => directoryOf([factOf(registered), factOf(withdrawn)])).toThrow('was not planned');
  });
});
