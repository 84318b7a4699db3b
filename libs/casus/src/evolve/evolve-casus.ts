import { endOfValidity, type Basis } from '#casus/basis';
import type { Casus, Resident } from '#casus/casus';
import type { casusEvents } from '#casus/events/casus-events';
import { known, withEntry, type Evolve } from '#casus/evolve/change';
import type { Fact } from '#casus/fact';

const residentOf = ({ ref, id, role }: Omit<Resident, 'ended'>): Resident => ({ ref, id, role, ended: false });

/** The casus that an opening begins. */
export const openedCasus = ({ data, occurredAt }: Fact<'CasusOpened'>): Casus => ({
  reference: data.reference,
  title: data.title,
  openedAt: occurredAt,
  life: { is: 'open' },
  director: data.director,
  residents: new Map(data.residents.map((resident) => [resident.ref, residentOf(resident)])),
  bases: [],
  decisions: [],
  steps: new Map(),
  handoffs: new Map(),
  asks: new Map(),
  takeovers: new Map(),
  promises: new Map(),
});

const withoutGrants = (casus: Casus, partner: string, goes: (grant: Basis['grants'][number]) => boolean): Casus => ({
  ...casus,
  bases: casus.bases.map((basis) =>
    basis.partner === partner ? { ...basis, grants: basis.grants.filter((grant) => !goes(grant)) } : basis,
  ),
});

const unchanged = (casus: Casus): Casus => casus;

/** What the events of the casus as a whole do to it. Notes, meetings, housing needs and causes change no state. */
export const EVOLVE_CASUS: { [T in Exclude<keyof typeof casusEvents, 'CasusOpened'>]: Evolve<T> } = {
  CasusClosed: (casus, { occurredAt }) => ({ ...casus, life: { is: 'closed', at: occurredAt } }),
  CasusReopened: (casus, { occurredAt }) => ({ ...casus, life: { is: 'open' }, reopenedAt: occurredAt }),
  DirectorAppointed: (casus, { data }) => ({ ...casus, director: data }),
  ResidentAdded: (casus, { data }) => ({
    ...casus,
    residents: withEntry(casus.residents, data.ref, residentOf(data)),
  }),
  ResidentEnded: (casus, fact) => ({
    ...casus,
    residents: withEntry(casus.residents, fact.data.ref, {
      ...known(casus.residents, fact.data.ref, fact),
      ended: true,
    }),
  }),
  BasisRecorded: (casus, { data }) => ({
    ...casus,
    bases: [
      ...casus.bases,
      {
        partner: data.partner,
        kind: data.basis,
        grants: data.categories.flatMap((category) => data.persons.map((person) => ({ category, person }))),
        endsAt: endOfValidity(data.validUntil),
      },
    ],
  }),
  BasisWithdrawn: (casus, { data }) =>
    withoutGrants(
      casus,
      data.partner,
      ({ category, person }) => data.categories.includes(category) && data.persons.includes(person),
    ),
  PartnerLeft: (casus, { data }) => withoutGrants(casus, data.partner, () => true),
  DecisionRecorded: (casus, { data, revision, occurredAt }) => ({
    ...casus,
    decisions: [
      ...casus.decisions,
      {
        revision,
        occurredAt,
        product: data.product,
        decidedBy: data.decidedBy,
        outcome: data.outcome,
        step: data.step,
      },
    ],
  }),
  MeetingRecorded: unchanged,
  NoteAdded: unchanged,
  HousingNeedDescribed: unchanged,
  StallCauseNamed: unchanged,
};
