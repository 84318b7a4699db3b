import { isMunicipal } from '#partners/partner-kind';
import { dayAfter, startOfDay } from '#calendar/local-date';
import { extensionGround, mayExtend } from '#calendar/rule-book/rule-book';
import { refusal } from '#casus/allowed';
import { askState } from '#casus/asks';
import type { Casus } from '#casus/casus';
import type { CommandName } from '#casus/commands';
import { isOpenOffer } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import { hasEnded, type Step } from '#casus/step';
import { RULES } from '#tests/properties/rules';
import { isPartner, KINDS, RESIDENTS } from '#tests/properties/commands/cast';

const ids = (things: Iterable<{ readonly id: string }>): string[] => [...things].map(({ id }) => id);

const ruleOf = (step: Step) => step.term?.rule;
const hasNewerRule = (step: Step, { at }: Moment) => {
  const lastDay = ruleOf(step)?.validUntil;
  return lastDay !== undefined && at >= startOfDay(dayAfter(lastDay));
};
const ofMunicipality = ({ owner }: Step) => isPartner(owner) && isMunicipal(KINDS[owner]);

/** What a step must be like for a command, beyond what its state allows. */
const FITS: Partial<Record<CommandName, (step: Step, at: Moment) => boolean>> = {
  'release-step': ({ claimedBy }) => claimedBy !== undefined,
  'suspend-term': (step) => ofMunicipality(step) && ruleOf(step) !== undefined,
  'resume-term': ofMunicipality,
  'renew-term-rule': (step, at) => ofMunicipality(step) && hasNewerRule(step, at),
  'extend-term': (step) => {
    const rule = ruleOf(step);
    const grounds = ['AWB-414-MEDEDELING', 'AWB-710-VERDAGING'];
    return (
      ofMunicipality(step) &&
      rule !== undefined &&
      grounds.some((code) => {
        const ground = extensionGround(RULES, code);
        return ground && mayExtend(rule, ground);
      })
    );
  },
};

type OnStep = Parameters<typeof refusal>[2];

/** The steps on which a command has a fair chance. */
export function stepsFor(casus: Casus, name: OnStep, at: Moment): string[] {
  const fits = FITS[name];
  return ids([...casus.steps.values()].filter((step) => !refusal(casus, step, name, at) && (!fits || fits(step, at))));
}

export const openOffers = (casus: Casus, at: Moment): string[] =>
  ids([...casus.handoffs.values()].filter((offer) => isOpenOffer(offer, at)));

export const openAsks = (casus: Casus, at: Moment): string[] =>
  ids([...casus.asks.values()].filter((ask) => askState(casus, ask, at) === 'open'));

export const openTakeovers = (casus: Casus): string[] =>
  ids([...casus.takeovers.values()].filter(({ life }) => life === 'open'));

export const openPromises = (casus: Casus): string[] =>
  ids([...casus.promises.values()].filter(({ life }) => life === 'open'));

const workLeft = (casus: Casus): boolean =>
  [...casus.steps.values()].some((step) => !hasEnded(step)) || openPromises(casus).length > 0;

/** Whether there is something in the casus for which a command is the right one. */
export function isTimely(casus: Casus, name: CommandName, at: Moment): boolean {
  if (casus.life.is === 'closed') return name === 'reopen-casus' || name === 'add-note';
  switch (name) {
    case 'open-casus':
    case 'reopen-casus':
      return false;
    case 'close-casus':
      return !workLeft(casus);
    case 'add-resident':
      return casus.residents.size < RESIDENTS.length;
    case 'end-resident':
      return [...casus.residents.values()].filter(({ ended }) => !ended).length > 1;
    case 'withdraw-basis':
    case 'leave-casus':
      return casus.bases.length > 2;
    case 'see-handoff':
    case 'accept-handoff':
    case 'decline-handoff':
    case 'withdraw-handoff':
      return openOffers(casus, at).length > 0;
    case 'answer-ask':
    case 'decline-ask':
    case 'withdraw-ask':
      return openAsks(casus, at).length > 0;
    case 'grant-takeover':
    case 'refuse-takeover':
    case 'withdraw-takeover':
      return openTakeovers(casus).length > 0;
    case 'confirm-promise':
    case 'keep-promise':
    case 'renegotiate-promise':
    case 'release-promise':
      return openPromises(casus).length > 0;
    case 'appoint-director':
    case 'record-basis':
    case 'record-decision':
    case 'record-meeting':
    case 'add-note':
    case 'describe-housing-need':
    case 'plan-step':
    case 'make-promise':
    case 'name-stall-cause':
      return true;
    default:
      return stepsFor(casus, name, at).length > 0;
  }
}
