import * as v from 'valibot';
import { STALL_PATTERNS } from '#casus/vocabulary';
import { at, partner, publicType, reference } from '#messaging/contract/form';

const stall = { stall: v.pipe(v.string(), v.uuid()), pattern: v.picklist(STALL_PATTERNS) };
const standing = {
  /** What it is about: a step, offer, ask or promise of the casus. */
  about: v.nullable(reference),
  root: v.nullable(reference),
  /** A partner, `resident`, `external` or `supply`; `other-partner` where the receiver may not know which. */
  onTheMove: v.nullable(partner),
};

/** What the system notices. `stall` is the same in all events of one stall. */
export const stallEvents = {
  'casus.stall-detected': publicType(1, 'Something stalls. `occurredAt` is since when.', { ...stall, ...standing }),
  'casus.stall-ended': publicType(1, 'A stall ended. `occurredAt` is when.', { ...stall, about: standing.about }),
  'casus.stall-corrected': publicType(
    1,
    'A fact that was entered late undid or moved a stall: it was as `instead` says, or there was none (null).',
    { ...stall, instead: v.nullable(v.object({ ...standing, since: at, until: v.nullable(at) })) },
  ),
};
