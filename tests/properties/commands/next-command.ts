import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import type { Command, CommandFields, CommandName } from '#casus/commands';
import type { CasusHistory } from '#casus/history';
import { momentOf } from '#casus/moment';
import type { Chance } from '#tests/properties/chance';
import { actorOf, type Named } from '#tests/properties/commands/actor';
import { CASUS_FIELDS } from '#tests/properties/commands/casus-fields';
import { drawFrom, type Draw } from '#tests/properties/commands/draw';
import { HANDOFF_FIELDS } from '#tests/properties/commands/handoff-fields';
import { STEP_FIELDS } from '#tests/properties/commands/step-fields';
import { isTimely } from '#tests/properties/commands/targets';
import { nextRecordedAt, occurredAtFor } from '#tests/properties/commands/times';

const FIELDS: { readonly [N in CommandName]: (draw: Draw) => CommandFields[N] } = {
  ...CASUS_FIELDS,
  ...STEP_FIELDS,
  ...HANDOFF_FIELDS,
};

export const COMMAND_NAMES = Object.keys(FIELDS) as readonly CommandName[];

/** How often a command is given while it is timely; the others once. */
const WEIGHTS: Partial<Record<CommandName, number>> = {
  'plan-step': 5,
  'record-basis': 3,
  'offer-handoff': 3,
  'accept-handoff': 4,
  'decline-handoff': 2,
  ask: 3,
  'answer-ask': 2,
  'decline-ask': 2,
  'complete-step': 1.5,
  'confirm-completion': 2,
  'reject-completion': 3,
  'reopen-step': 0.6,
  'cancel-step': 0.3,
  'suspend-term': 3,
  'resume-term': 4,
  'extend-term': 2,
  'renew-term-rule': 6,
  'record-decision': 1.5,
  'add-resident': 0.5,
  'describe-housing-need': 0.4,
  'record-meeting': 0.4,
  'name-stall-cause': 0.4,
  'note-progress': 0.6,
  'add-note': 0.5,
  'end-resident': 0.5,
  'appoint-director': 0.6,
  'close-casus': 6,
  'reopen-casus': 2,
  'make-promise': 2,
  'confirm-promise': 3,
  'request-takeover': 1.5,
  'grant-takeover': 2,
  'see-handoff': 2,
};

/** What brings a casus to its end. */
const WINDING_UP: ReadonlySet<CommandName> = new Set<CommandName>([
  'cancel-step',
  'complete-step',
  'confirm-completion',
  'withdraw-handoff',
  'accept-handoff',
  'keep-promise',
  'release-promise',
  'close-casus',
  'reopen-casus',
  'add-note',
]);

const ENOUGH_STEPS = 7;
const activeSteps = (casus: Casus) => [...casus.steps.values()].filter(({ life }) => life.is === 'active').length;

function weightOf(name: CommandName, casus: Casus, windingUp: boolean): number {
  const weight = WEIGHTS[name] ?? 1;
  if (windingUp) return WINDING_UP.has(name) ? weight * (name === 'cancel-step' ? 4 : 1) : 0.04 * weight;
  if (name === 'plan-step' && activeSteps(casus) >= ENOUGH_STEPS) return 0.5;
  if (name === 'close-casus') return 0.12;
  return name === 'record-basis' && casus.bases.length > 12 ? 0.3 : weight;
}

/** Draws before any command will do. */
const TRIES = 40;

function nameFor(
  chance: Chance,
  casus: Casus,
  times: { occurredAt: Instant; recordedAt: Instant },
  windingUp: boolean,
) {
  if (chance.happens(0.12)) return chance.pick(COMMAND_NAMES);
  const at = momentOf(times);
  const weights = COMMAND_NAMES.map((name) => [name, weightOf(name, casus, windingUp)] as const);
  for (let n = 0; n < TRIES; n++) {
    const name = chance.weighed(weights);
    if (isTimely(casus, name, at)) return name;
  }
  return chance.pick(COMMAND_NAMES);
}

/** Before the opening there is nothing to draw from but this. */
const nothing = (at: Instant): Casus => ({
  reference: 'casus-1',
  title: '',
  openedAt: at,
  life: { is: 'open' },
  director: { partner: 'sociaal-team' },
  residents: new Map(),
  bases: [],
  decisions: [],
  steps: new Map(),
  handoffs: new Map(),
  asks: new Map(),
  takeovers: new Map(),
  promises: new Map(),
});

/** A random command on a casus as it stands, recorded at `now` or later. */
export function nextCommand(chance: Chance, history: CasusHistory, now: Instant, windingUp: boolean): Command {
  const recordedAt = nextRecordedAt(chance, history, now);
  const casus = history.casus ?? nothing(now);
  const openFirst = !history.casus && chance.happens(0.9);
  const name = openFirst ? 'open-casus' : nameFor(chance, casus, { occurredAt: recordedAt, recordedAt }, windingUp);
  const occurredAt = occurredAtFor(chance, history, name, recordedAt);
  const draw = drawFrom(chance, casus, history, { occurredAt, recordedAt });
  const fields = FIELDS[name](draw);
  const opener = name === 'open-casus' && chance.happens(0.5);
  const actor = opener
    ? ({ partner: 'sociaal-team', kind: 'social-team' } as const)
    : actorOf(draw, name, fields as Named);
  // The table pairs every name with the fields of that very command; the compiler cannot follow the pairing.
  return { do: name, ...fields, actor, occurredAt, recordedAt } as Command;
}
