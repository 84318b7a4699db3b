import { knowsStep, type Viewer } from '#messaging/audience/rights';
import type { PublicEvent } from '#messaging/contract/public-event';

const OTHER_PARTNER = 'other-partner';
const NO_PARTNERS: ReadonlySet<string> = new Set(['resident', 'external', 'supply']);

interface Standing {
  readonly root: string | null;
  readonly onTheMove: string | null;
}

/** Who is on the move for a step of which the viewer may not know that. */
function masked<S extends Standing>(viewer: Viewer, standing: S): S {
  const { root, onTheMove } = standing;
  if (onTheMove === null || onTheMove === viewer.partner || NO_PARTNERS.has(onTheMove)) return standing;
  const step = root === null ? undefined : viewer.casus.steps.get(root);
  if (step ? knowsStep(viewer, step) : viewer.casus.director.partner === viewer.partner) return standing;
  return { ...standing, onTheMove: OTHER_PARTNER };
}

/** A public event as this viewer may have it: of a stall, without the partner behind a step of others. */
export function forViewer(viewer: Viewer, event: PublicEvent): PublicEvent {
  if (event.name === 'casus.stall-detected') return { ...event, data: masked(viewer, event.data) };
  if (event.name !== 'casus.stall-corrected' || event.data.instead === null) return event;
  return { ...event, data: { ...event.data, instead: masked(viewer, event.data.instead) } };
}
