import { localDate } from '#calendar/local-date';
import type { AfterItem, CommandFields, WaitingFor } from '#casus/commands';
import { CATEGORIES, DECISION_OUTCOMES, REFUSAL_REASONS, WAITING_KINDS } from '#casus/vocabulary';
import type { StepCommand } from '#casus/allowed';
import type { Draw } from '#tests/properties/commands/draw';
import { stepsFor } from '#tests/properties/commands/targets';

/** A step for which the command is right, mostly. */
export const stepFor = (draw: Draw, name: StepCommand): string =>
  draw.one(draw.odd() ? [] : stepsFor(draw.casus, name, draw.at), draw.casus.steps.keys());

const RULES = ['AWB-413-8W', 'AWB-413-8W', 'WMO-235-BESCHIKKING', 'WMO-232-ONDERZOEK', 'AWB-67-BEZWAAR', 'AWB-710-BOB'];

const after = (draw: Draw): AfterItem[] =>
  Array.from({ length: draw.between(1, 2) }, () => ({
    step: draw.one([...draw.casus.steps.keys()], []),
    outcome: draw.perhaps(0.25, () => (draw.happens(0.6) ? 'granted' : draw.pick(DECISION_OUTCOMES))),
  }));

const waitingFor = (draw: Draw): WaitingFor => {
  const kind = draw.pick(WAITING_KINDS);
  const isNamed = kind === 'external' ? !draw.odd() : draw.happens(0.5);
  return { kind, name: isNamed ? draw.pick(['bank', 'woning']) : undefined };
};

/** A refusal's reason, with the note that `other` needs, mostly. */
export const refusalOf = (draw: Draw) => {
  const reason = draw.pick(REFUSAL_REASONS);
  return { reason, note: reason === 'other' && !draw.odd() ? draw.text() : undefined };
};

const AGREED = { how: 'phone', with: 'balie' } as const;

type StepFieldsCommand =
  'plan-step' | Exclude<StepCommand, 'ask' | 'offer-handoff' | 'request-takeover' | 'grant-takeover'>;

/** Random fields of the commands on steps. */
export const STEP_FIELDS: { readonly [N in StepFieldsCommand]: (draw: Draw) => CommandFields[N] } = {
  'plan-step': (draw) => {
    const owner = draw.happens(0.4) ? draw.pick(['gemeente-wmo', 'gemeente-wonen']) : draw.insider();
    return {
      step: draw.perhaps(0.3, () => draw.pick(['E1', 'E2', 'E3', 'E4', 'E5', 'E6', 'E7', 'E8', 'S3'])),
      title: 'Een stap',
      category: draw.pick(CATEGORIES),
      owner,
      agreed: draw.odd() ? undefined : AGREED,
      after: draw.perhaps(draw.casus.steps.size > 0 ? 0.4 : 0.02, () => after(draw)),
      term: draw.perhaps(0.6, () => ({
        rule: draw.odd() ? 'GEEN' : draw.pick(RULES),
        from: draw.odd() ? localDate('2001-01-01') : draw.day(-3, 3),
      })),
      target: draw.perhaps(0.3, () => draw.day(1, 40)),
      notBefore: draw.perhaps(0.2, () => draw.day(0, 20)),
      product: draw.perhaps(0.2, () => 'briefadres'),
      confirmedBy: draw.perhaps(0.45, draw.insider),
      harm: draw.perhaps(0.1, () => ({ what: 'huurtoeslag', dates: [draw.day(0, 30)] })),
      override: draw.override(),
    };
  },
  'replan-step': (draw) => ({
    step: stepFor(draw, 'replan-step'),
    title: draw.perhaps(0.1, () => 'Een andere stap'),
    after: draw.perhaps(0.6, () => (draw.happens(0.4) ? [] : after(draw))),
    target: draw.perhaps(0.3, () => (draw.happens(0.2) ? null : draw.day(1, 40))),
    notBefore: draw.perhaps(0.25, () => (draw.happens(0.2) ? null : draw.day(-1, 15))),
    reason: draw.perhaps(0.3, draw.text),
  }),
  'claim-step': (draw) => ({ step: stepFor(draw, 'claim-step'), person: draw.pick(['p1', 'p2']) }),
  'release-step': (draw) => ({ step: stepFor(draw, 'release-step') }),
  'start-step': (draw) => ({ step: stepFor(draw, 'start-step') }),
  'note-progress': (draw) => ({ step: stepFor(draw, 'note-progress'), text: draw.text() }),
  'wait-for': (draw) => ({
    step: stepFor(draw, 'wait-for'),
    waitingFor: waitingFor(draw),
    reason: draw.text(),
    until: draw.perhaps(0.7, () => draw.day(0, 8)),
  }),
  resume: (draw) => ({ step: stepFor(draw, 'resume') }),
  'suspend-term': (draw) => {
    const ground = draw.odd() ? 'GEEN' : draw.pick(['AWB-415-AANVULLING', 'AWB-415-INSTEMMING', 'AWB-415-OVERMACHT']);
    return {
      step: stepFor(draw, 'suspend-term'),
      ground,
      waitingFor: waitingFor(draw),
      firstDay: draw.day(-2, 3),
      until: draw.perhaps(0.7, () => draw.day(3, 12)),
    };
  },
  'resume-term': (draw) => ({ step: stepFor(draw, 'resume-term'), lastDay: draw.day(-3, 5) }),
  'extend-term': (draw) => ({
    step: stepFor(draw, 'extend-term'),
    ground: draw.odd() ? 'GEEN' : draw.pick(['AWB-414-MEDEDELING', 'AWB-414-MEDEDELING', 'AWB-710-VERDAGING']),
    lastDay: draw.happens(0.3) ? draw.day(80, 200) : draw.day(10, 60),
  }),
  'renew-term-rule': (draw) => ({ step: stepFor(draw, 'renew-term-rule'), reason: draw.text() }),
  'complete-step': (draw) => ({ step: stepFor(draw, 'complete-step') }),
  'confirm-completion': (draw) => ({ step: stepFor(draw, 'confirm-completion') }),
  'reject-completion': (draw) => ({ step: stepFor(draw, 'reject-completion'), reason: draw.text() }),
  'cancel-step': (draw) => ({ step: stepFor(draw, 'cancel-step'), reason: draw.text() }),
  'reopen-step': (draw) => ({ step: stepFor(draw, 'reopen-step'), reason: draw.text() }),
  'return-step': (draw) => ({ step: stepFor(draw, 'return-step'), ...refusalOf(draw) }),
  'reassign-step': (draw) => ({
    step: stepFor(draw, 'reassign-step'),
    to: draw.insider(),
    reason: draw.text(),
    agreed: AGREED,
    override: draw.override(),
  }),
};
