import { at, spec } from '#casus/specification';

const consent = {
  partner: 'school',
  basis: 'consent',
  persons: ['eva'],
  givenBy: 'eva',
  purpose: 'casus',
  categories: ['care'],
} as const;
const concernsEva = { subjects: ['person-eva'] };

describe('record-basis', () => {
  it('records a consent, with who gave it', () => {
    spec('record-basis').given().when(consent).then('BasisRecorded', consent, concernsEva);
    const { givenBy: _, ...anonymous } = consent;
    spec('record-basis').given().when(anonymous).thenRejected('given-by-required', {});
  });

  it('records a legal task, with its article', () => {
    const task = { ...consent, basis: 'legal-task', givenBy: undefined, article: 'Wmo 2.3.2' } as const;
    spec('record-basis').given().when(task).then('BasisRecorded', task, concernsEva);
    spec('record-basis')
      .given()
      .when({ ...task, article: undefined })
      .thenRejected('article-required', {});
  });

  it('records a contract, and concerns whom it names', () => {
    const contract = {
      ...consent,
      basis: 'contract',
      givenBy: undefined,
      persons: ['eva', 'ineke'],
      validUntil: '2026-12-31',
    } as const;
    spec('record-basis').given().when(contract).then('BasisRecorded', contract);
  });

  it('is about persons of this casus', () => {
    spec('record-basis')
      .given()
      .when({ ...consent, persons: ['eva', 'noor'] })
      .thenRejected('resident-unknown', { resident: 'noor' });
  });

  it('is valid today at the least', () => {
    const basis = { ...consent, at: '2026-09-14T12:00' };
    spec('record-basis')
      .given()
      .when({ ...basis, validUntil: '2026-09-14' })
      .thenAccepted();
    spec('record-basis')
      .given()
      .when({ ...basis, validUntil: '2026-09-13' })
      .thenRejected('day-has-passed', { field: 'validUntil', day: '2026-09-13', occurredAt: at('2026-09-14T12:00') });
  });
});
