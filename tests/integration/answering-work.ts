import { randomUUID } from 'node:crypto';
import type { Instant } from '#event-sourcing/instant';
import { sha256 } from '#stores/sha256';
import type { AllocationStorage } from '#apps/allocation/src/allocation-database';
import type { CasusApi } from '#apps/allocation/src/casus-api';
import { answering } from '#apps/allocation/src/errands/answering';
import type { Errand } from '#apps/allocation/src/errands/errands';
import { notingRefusals } from '#apps/allocation/src/errands/noting-refusals';
import { onlyOne } from '#apps/allocation/src/only-one';

const nobodyAsks = () => Promise.reject(new Error('noting a refusal needs to know nothing of candidates'));

/** The errand that answers, at the storage of a service, with the casus behind this. */
export function answeringWork(storage: AllocationStorage, send: CasusApi['send'], now: Instant): Errand['work'] {
  const deps = {
    ...{ store: storage.store, newId: randomUUID, sha256, landlord: 'corporatie', partners: onlyOne('corporatie') },
    ...{ isCandidate: nobodyAsks, offeredStep: nobodyAsks, prospect: nobodyAsks },
  };
  const actor = { partner: 'corporatie', person: 'allocation-service' };
  return answering({
    ...storage,
    api: { housingNeed: () => Promise.resolve(undefined), send },
    noteRefusal: notingRefusals(deps, actor, { now: () => now }),
  });
}
