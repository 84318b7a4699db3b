import { noBsn } from '#casus/decide/free-text';
import { at, opening, spec, step } from '#casus/specification';

describe('a command with a BSN', () => {
  it.each([
    ['title', step('E1', 'sociaal-team', { title: 'Dossier 111222333' })],
    ['harm.what', step('E1', 'sociaal-team', { harm: { what: '111222333', dates: ['2026-10-01'] } })],
    ['agreed.with', step('E1', 'welzijn', { agreed: { how: 'phone', with: '111222333' } })],
    ['step', step('111222333', 'sociaal-team')],
  ])('in %s is refused with the field, without the number', (field, brief) => {
    spec('plan-step').given().when(brief).thenRejected('bsn-not-accepted', { field });
  });

  it('is refused when it opens a casus', () => {
    const [eva] = opening.residents;
    spec('open-casus')
      .givenNothing()
      .when({ ...opening, residents: eva ? [{ ...eva, familyName: '111222333' }] : [] })
      .thenRejected('bsn-not-accepted', { field: 'residents.0.familyName' });
  });

  it('is none where a random id happens to look like one', () => {
    const [eva] = opening.residents;
    const id = 'person-0b9c2f6e-5d1a-4f3b-9c7e-a111222333bc';
    spec('open-casus')
      .givenNothing()
      .when({ ...opening, residents: eva ? [{ ...eva, id }] : [] })
      .thenAccepted();
    expect(
      noBsn({
        do: 'add-note',
        text: `zie 111222333 en ${id}`,
        audience: 'all',
        actor: { partner: 'welzijn', kind: 'welfare' },
        occurredAt: at('2026-09-14T09:00'),
        recordedAt: at('2026-09-14T09:00'),
      }),
    ).toMatchObject({ rejection: { details: { field: 'text' } } });
  });
});
