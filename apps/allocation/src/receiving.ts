import { CannotTake } from '#messaging/inbox/inbox';
import { localDate, localDateOf } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { PublicName } from '#messaging/contract/public-events';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { sql } from 'kysely';

/** What a public event does, in the transaction in which it counts as taken. */
export type Receive<N extends PublicName = PublicName> = (
  event: PublicEvent<N>,
  trx: AllocationDatabase,
) => Promise<void>;

type Handoff = Extract<PublicName, `casus.handoff-${string}`>;
type Promised = Exclude<Extract<PublicName, `casus.promise-${string}`>, 'casus.promise-broken'>;
type OfStep = Extract<
  PublicName,
  | 'casus.step-planned'
  | 'casus.step-replanned'
  | 'casus.step-waiting'
  | 'casus.step-reported'
  | 'casus.step-done'
  | 'casus.step-cancelled'
  | 'casus.step-reopened'
>;

/** Notes that a casus is to be asked for its housing need anew. */
async function look(trx: AllocationDatabase, casus: string): Promise<void> {
  await trx
    .insertInto('searching')
    .values({ casus })
    .onConflict((there) => there.column('casus').doUpdateSet({ wanted: sql<number>`searching.wanted + 1` }))
    .execute();
}

/** The same for a casus that is known already: it concerns no step of the corporation by itself. */
async function lookAgain(trx: AllocationDatabase, casus: string): Promise<void> {
  await trx
    .updateTable('searching')
    .set({ wanted: sql<number>`wanted + 1` })
    .where('casus', '=', casus)
    .execute();
}

function dayOf(text: string | undefined) {
  if (text === undefined) return null;
  try {
    return localDate(text);
  } catch {
    throw new CannotTake('a day that does not exist');
  }
}

/** The handlers of the public events that concern one corporation, by the name of the event. */
export function receiving(partner: string) {
  const offered: Receive<'casus.handoff-offered'> = async ({ subject: casus, data }, trx) => {
    if (data.to !== partner) return;
    const { handoff, step, from: sender, category, occurredAt } = data;
    const times = {
      offered_at: instant(occurredAt),
      answer_by: dayOf(data.answerBy),
      expires_on: dayOf(data.expiresOn),
    };
    const row = { casus, handoff, step, sender, category, ...times };
    await trx
      .insertInto('offered_steps')
      .values(row)
      .onConflict((there) => there.columns(['casus', 'handoff']).doUpdateSet(row))
      .execute();
  };

  const answered: Receive<Exclude<Handoff, 'casus.handoff-offered' | 'casus.handoff-seen'>> = async (event, trx) => {
    const { subject: casus, data } = event;
    if (data.to !== partner) return;
    await trx.deleteFrom('offered_steps').where('casus', '=', casus).where('handoff', '=', data.handoff).execute();
  };

  const ofStep: Receive<OfStep> = async ({ subject, data }, trx) => {
    if (data.category === 'housing' && data.owner === partner) await look(trx, subject);
    else await lookAgain(trx, subject);
  };

  const opened: Receive<'casus.step-opened'> = async (event, trx) => {
    const { subject: casus, data } = event;
    if (data.category !== 'housing' || data.owner !== partner) {
      await lookAgain(trx, casus);
      return;
    }
    const row = { casus, step: data.step, at: instant(data.occurredAt) };
    await trx
      .insertInto('resumed_steps')
      .values(row)
      .onConflict((there) => there.columns(['casus', 'step']).doUpdateSet(row))
      .execute();
    await look(trx, casus);
  };

  const ownerChanged: Receive<'casus.step-owner-changed'> = async ({ subject, data }, trx) => {
    if (data.category === 'housing' && (data.to === partner || data.from === partner)) await look(trx, subject);
  };

  const ready: Receive<'casus.housing-need-ready'> = async ({ subject, data }, trx) => {
    if (data.owner === partner) await look(trx, subject);
  };

  const ofCasus: Receive<
    'casus.housing-need-described' | 'casus.other-step-changed' | 'casus.closed' | 'casus.reopened'
  > = ({ subject }, trx) => lookAgain(trx, subject);

  const promised: Receive<Promised> = async ({ name, subject: casus, data }, trx) => {
    if (data.promisedBy !== partner) return;
    const { promise, to: recipient } = data;
    const due = dayOf(data.due);
    const isOver = name === 'casus.promise-kept' || name === 'casus.promise-released';
    if (isOver || due === null) {
      await trx.deleteFrom('promises').where('casus', '=', casus).where('promise', '=', promise).execute();
      return;
    }
    const row = { casus, promise, recipient, due, broken: false };
    await trx
      .insertInto('promises')
      .values(row)
      .onConflict((there) => there.columns(['casus', 'promise']).doUpdateSet(row))
      .execute();
  };

  // A watch that was down says it late: when the promise was kept since, or another day was agreed, it is past.
  const promiseBroken: Receive<'casus.promise-broken'> = async ({ subject: casus, data }, trx) => {
    if (data.promisedBy !== partner) return;
    await trx
      .updateTable('promises')
      .set({ broken: true })
      .where('casus', '=', casus)
      .where('promise', '=', data.promise)
      .where('due', '<', localDateOf(instant(data.occurredAt)))
      .execute();
  };

  return {
    'casus.handoff-offered': offered,
    'casus.handoff-accepted': answered,
    'casus.handoff-declined': answered,
    'casus.handoff-withdrawn': answered,
    'casus.handoff-expired': answered,
    'casus.step-planned': ofStep,
    'casus.step-replanned': ofStep,
    'casus.step-opened': opened,
    'casus.step-waiting': ofStep,
    'casus.step-reported': ofStep,
    'casus.step-done': ofStep,
    'casus.step-cancelled': ofStep,
    'casus.step-reopened': ofStep,
    'casus.step-owner-changed': ownerChanged,
    'casus.other-step-changed': ofCasus,
    'casus.housing-need-described': ofCasus,
    'casus.housing-need-ready': ready,
    'casus.closed': ofCasus,
    'casus.reopened': ofCasus,
    'casus.promise-made': promised,
    'casus.promise-confirmed': promised,
    'casus.promise-kept': promised,
    'casus.promise-broken': promiseBroken,
    'casus.promise-renegotiated': promised,
    'casus.promise-released': promised,
  } satisfies { readonly [N in PublicName]?: Receive<N> };
}

export type Receiving = ReturnType<typeof receiving>;

/** The names of the events that are received. */
export const RECEIVED = Object.keys(receiving('')) as readonly (keyof Receiving)[];
