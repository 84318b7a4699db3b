import { daysBetween } from '#calendar/local-date';
import type { Json } from '#event-sourcing/event';
import type { Home } from '#homes/home';
import type { HousingProfile } from '#homes/matching/housing-profile';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';

/** One rule, whether it holds for this home and this seeker, and by which two values anyone can check it. */
export interface Reason {
  readonly rule: 'rooms' | 'step-free' | 'lift' | 'neighbourhood' | 'rent' | 'from' | 'support';
  readonly fits: boolean;
  readonly sought: Json;
  readonly home: Json;
}

/** Whether a home fits a seeker, and why: every rule, those that hold too. */
export interface Fit {
  readonly fits: boolean;
  readonly reasons: readonly Reason[];
}

type Offered = Pick<Home, 'features' | 'freeFrom'>;
type Rule = (home: Offered, profile: HousingProfile, allocation: SuitableAllocation) => Reason;

const rooms: Rule = ({ features }, profile) => ({
  rule: 'rooms',
  fits: features.rooms >= profile.rooms,
  sought: profile.rooms,
  home: features.rooms,
});

const stepFree: Rule = ({ features }, profile) => ({
  rule: 'step-free',
  fits: features.stepFree || !profile.stepFree,
  sought: profile.stepFree,
  home: features.stepFree,
});

/** Who needs a lift needs no stairs: a step-free home without a lift lies at street level. */
const lift: Rule = ({ features }, profile) => ({
  rule: 'lift',
  fits: features.lift || features.stepFree || !profile.lift,
  sought: profile.lift,
  home: features.lift,
});

const neighbourhood: Rule = ({ features }, { neighbourhoods }) => ({
  rule: 'neighbourhood',
  fits: neighbourhoods.length === 0 || neighbourhoods.includes(features.neighbourhood),
  sought: [...neighbourhoods],
  home: features.neighbourhood,
});

const rent: Rule = ({ features }, { incomeClass }, { highestRentCents }) => {
  const highest = highestRentCents[incomeClass];
  return {
    rule: 'rent',
    fits: highest === null || features.rentCents <= highest,
    sought: highest,
    home: features.rentCents,
  };
};

const from: Rule = ({ freeFrom }, profile, { longestVacancyDays }) => ({
  rule: 'from',
  fits: daysBetween(freeFrom, profile.from) <= longestVacancyDays,
  sought: profile.from,
  home: freeFrom,
});

/** Support has to be there when the household moves in: the later of the day the home is free and the day it can move. */
const support: Rule = ({ freeFrom }, profile) => {
  const movesIn = freeFrom > profile.from ? freeFrom : profile.from;
  const { arranged, from: since = profile.from } = profile.support ?? { arranged: true };
  return {
    rule: 'support',
    fits: arranged && since <= movesIn,
    sought: profile.support ? { arranged, from: since } : null,
    home: movesIn,
  };
};

const RULES: readonly Rule[] = [rooms, stepFree, lift, neighbourhood, rent, from, support];

/** Whether a home fits a seeker by the rules of the corporation, each explained. */
export function fitOf(home: Offered, profile: HousingProfile, allocation: SuitableAllocation): Fit {
  const reasons = RULES.map((rule) => rule(home, profile, allocation));
  return { fits: reasons.every(({ fits }) => fits), reasons };
}
