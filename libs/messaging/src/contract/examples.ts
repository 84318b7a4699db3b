import { instant } from '#event-sourcing/instant';
import { sourceOf, toCloudEvent, type CloudEvent } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import { PUBLIC_NAMES, type PublicDataOf, type PublicName } from '#messaging/contract/public-events';

const occurredAt = '2026-09-14T07:05:00.000Z';
const step = { step: 'E4', category: 'address', owner: 'sociaal-team' } as const;
const handoff = { handoff: 'O1', step: 'E4', from: 'sociaal-team', to: 'gemeente-burgerzaken' };
const ask = { ask: 'A1', step: 'E4', from: 'gemeente-burgerzaken', to: 'sociaal-team' };
const promise = { promise: 'P1', promisedBy: 'corporatie', to: 'sociaal-team', due: '2026-11-18' };
const stall = { stall: '5c6f1d0a-6d0e-5a67-9a55-0f4f8d4d2f10', pattern: 'UNANSWERED' } as const;
const standing = { about: 'O1', root: 'E4', onTheMove: 'gemeente-burgerzaken' };
const home = { occurredAt, landlord: 'corporatie' };

/** An example of the data of every public event. */
const DATA: { readonly [N in PublicName]: PublicDataOf<N> } = {
  'casus.opened': { occurredAt, director: 'sociaal-team' },
  'casus.closed': { occurredAt },
  'casus.reopened': { occurredAt },
  'casus.director-appointed': { occurredAt, director: 'sociaal-team' },
  'casus.housing-need-described': { occurredAt },
  'casus.housing-need-ready': { occurredAt, step: 'E9', owner: 'corporatie' },
  'casus.step-planned': {
    ...{ occurredAt, ...step, state: 'blocked' },
    after: [{ step: 'E3', outcome: 'granted' }],
    ...{ target: '2026-11-05', rule: 'AWB-413-8W', ruleFrom: '2026-09-14' },
  },
  'casus.step-replanned': { occurredAt, ...step, after: [{ step: 'E3' }], notBefore: '2026-09-21' },
  'casus.step-opened': { occurredAt, ...step },
  'casus.step-waiting': { occurredAt, ...step, waitingFor: 'resident', until: '2026-09-28' },
  'casus.step-reported': { occurredAt, ...step, confirmedBy: 'gemeente-burgerzaken' },
  'casus.step-done': { occurredAt, ...step },
  'casus.step-cancelled': { occurredAt, ...step },
  'casus.step-reopened': { occurredAt, ...step },
  'casus.step-owner-changed': {
    ...{ occurredAt, step: 'E4', category: 'address', from: 'sociaal-team', to: 'gemeente-burgerzaken' },
    by: 'handoff',
  },
  'casus.other-step-changed': { occurredAt, step: 'E4', state: 'open', target: '2026-11-05' },
  'casus.handoff-offered': {
    ...{ occurredAt, ...handoff, category: 'address', kind: 'written' },
    ...{ answerBy: '2026-09-17', expiresOn: '2026-09-30' },
  },
  'casus.handoff-seen': { occurredAt, ...handoff, toldByPhone: false },
  'casus.handoff-accepted': { occurredAt, ...handoff, toldByPhone: true },
  'casus.handoff-declined': {
    ...{ occurredAt, ...handoff, toldByPhone: false },
    ...{ reason: 'wrong-desk', rightDesk: 'gemeente-wmo' },
  },
  'casus.handoff-withdrawn': { occurredAt, ...handoff },
  'casus.handoff-expired': { occurredAt, ...handoff },
  'casus.ask-opened': { occurredAt, ...ask, handoff: 'O1', answerBy: '2026-09-17' },
  'casus.ask-answered': { occurredAt, ...ask },
  'casus.ask-declined': { occurredAt, ...ask, reason: 'at-capacity' },
  'casus.ask-withdrawn': { occurredAt, ...ask },
  'casus.promise-made': { occurredAt, ...promise },
  'casus.promise-confirmed': { occurredAt, ...promise },
  'casus.promise-kept': { occurredAt, ...promise },
  'casus.promise-broken': { occurredAt, ...promise },
  'casus.promise-renegotiated': { occurredAt, ...promise, due: '2026-11-25' },
  'casus.promise-released': { occurredAt, ...promise },
  'casus.stall-detected': { occurredAt, ...stall, ...standing },
  'casus.stall-ended': { occurredAt, ...stall, about: 'O1' },
  'casus.stall-corrected': {
    ...{ occurredAt, ...stall },
    instead: { ...standing, since: '2026-09-16T22:00:00.000Z', until: null },
  },
  'home.registered': {
    ...{ ...home, rooms: 2, stepFree: true, lift: false, neighbourhood: 'Lindenkwartier' },
    ...{ rentCents: 65_000, freeFrom: '2026-12-15' },
  },
  'home.reserved': home,
  'home.released': home,
  'home.offered': { ...home, offer: 'offer-1', expiresOn: '2026-09-21' },
  'home.accepted': { ...home, offer: 'offer-1' },
  'home.declined': { ...home, offer: 'offer-1', by: 'candidate' },
  'home.offer-expired': { ...home, offer: 'offer-1' },
  'home.let': { ...home, from: '2026-12-15' },
  'home.freed': { ...home, freeFrom: '2027-03-01' },
  'home.withdrawn': home,
};

const CASUS = '2f1c9a51-6b0d-5f5e-8b59-0a7d5f6c3e21';
const HOME = '9d4b7c0e-51a2-4b7f-9c3d-6e2f1a0b8c74';
const SENDER = { source: sourceOf('00000001234567890000'), api: 'https://aanzet.voorbeeld.nl' };

/** An example of every public event as it is sent; of an invented organisation and casus. */
export const publicExamples = (): ReadonlyMap<PublicName, CloudEvent> =>
  new Map(
    PUBLIC_NAMES.map((name, index) => {
      const ofCasus = name.startsWith('casus.');
      const subject = ofCasus ? CASUS : HOME;
      const event = {
        id: `6a0f3c1e-8a51-5d3b-9a2b-${(index + 1).toString().padStart(12, '0')}`,
        name,
        subject,
        time: instant('2026-09-14T07:06:00.000Z'),
        sequence: `00000000000000000042-${index.toString().padStart(3, '0')}`,
        dataref: `/v1/${ofCasus ? 'casus' : 'homes'}/${subject}`,
        data: DATA[name],
      };
      // Name and data come from one line of the table; the compiler cannot follow the union.
      return [name, toCloudEvent(event as PublicEvent, SENDER)];
    }),
  );
