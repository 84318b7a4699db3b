import type { Instant } from '#event-sourcing/instant';
import { isValid } from '#casus/basis';
import type { Casus } from '#casus/casus';
import { isOpenOffer } from '#casus/handoff';
import { moment } from '#casus/moment';
import { hasEnded, type Step } from '#casus/step';
import type { Category } from '#casus/vocabulary';
import { CATEGORY_RIGHTS, OTHER_STEPS, type OtherSteps, type Row } from '#messaging/audience/visibility';
import type { PartnerKind } from '#partners/partner-kind';

/** Who asks, of which casus, at which instant. */
export interface Viewer {
  readonly partner: string;
  readonly kind: PartnerKind;
  readonly casus: Casus;
  readonly at: Instant;
}

const isDirector = ({ partner, casus }: Viewer): boolean => casus.director.partner === partner;

/** What the row gives a viewer: as director, where it is, and by its kind. */
const valuesOf = <Value>(row: Row<Value>, viewer: Viewer): readonly Value[] => [
  ...(isDirector(viewer) && row.director !== undefined ? [row.director] : []),
  row[viewer.kind] ?? row.default,
];

const hasBasisFor = ({ partner, casus, at }: Viewer, category: Category): boolean =>
  casus.bases.some(
    (basis) => basis.partner === partner && isValid(basis, at) && basis.grants.some((g) => g.category === category),
  );

/** Whether this kind of partner is kept out of a category whatever else holds. */
export const neverKnows = (kind: PartnerKind, category: Category): boolean =>
  CATEGORY_RIGHTS[category][kind] === 'never';

/** Whether the viewer may know a category of data in this casus. */
export function mayKnow(viewer: Viewer, category: Category): boolean {
  const rights = valuesOf(CATEGORY_RIGHTS[category], viewer);
  if (rights.includes('never')) return false;
  return rights.includes('yes') || (rights.includes('basis') && hasBasisFor(viewer, category));
}

/** Whether a step is the viewer's own: it owns it or is offered it, and may know of its category at all. */
export function isOwnStep({ partner, kind, casus, at }: Viewer, step: Step): boolean {
  if (neverKnows(kind, step.category)) return false;
  if (step.owner === partner) return true;
  return [...casus.handoffs.values()].some(
    (offer) => offer.step === step.id && offer.to === partner && isOpenOffer(offer, moment(at)),
  );
}

/** What the viewer learns of steps that are not its own. */
export function otherSteps(viewer: Viewer): OtherSteps {
  const values = valuesOf(OTHER_STEPS, viewer);
  return values.find((value) => value === 'all') ?? values.find((value) => value === 'state') ?? 'state-if-blocking';
}

/** Whether a step must be done before a step of the viewer's own that has not ended. */
export const blocksOwn = (viewer: Viewer, step: Step): boolean =>
  [...viewer.casus.steps.values()].some(
    (own) => !hasEnded(own) && isOwnStep(viewer, own) && own.after.some((item) => item.step === step.id),
  );

/** Everything about a step: one's own, or as director of a category that one may know. */
export const knowsStep = (viewer: Viewer, step: Step): boolean =>
  isOwnStep(viewer, step) || (otherSteps(viewer) === 'all' && mayKnow(viewer, step.category));
