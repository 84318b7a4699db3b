import { at, spec, type Brief } from '#casus/specification';

const promise = { promisedBy: 'corporatie', to: 'welzijn', what: 'Een lijst', due: '2026-11-18' };
const toldBy = { name: 'Balie', channel: 'phone' };

describe('make-promise', () => {
  it('says what you get, and by when', () => {
    spec('make-promise')
      .given()
      .when({ by: 'corporatie', ...promise })
      .then('PromiseMade', { promise: 'P1', ...promise });
    spec('make-promise')
      .given()
      .when({ by: 'corporatie', ...promise, promise: 'B1' })
      .then('PromiseMade', { promise: 'B1', ...promise });
  });

  it.each(['welzijn', 'sociaal-team'])('may be recorded by %s as told by the promiser', (by) => {
    spec('make-promise')
      .given()
      .when({ by, ...promise, toldBy })
      .then('PromiseMade', { promise: 'P1', ...promise, toldBy });
  });

  it('is due today at the earliest', () => {
    const made = { by: 'corporatie', ...promise, at: '2026-11-18T23:00' };
    spec('make-promise').given().when(made).thenAccepted();
    spec('make-promise')
      .given()
      .when({ ...made, at: '2026-11-19T00:00' })
      .thenRejected('day-has-passed', { field: 'due', day: '2026-11-18', occurredAt: at('2026-11-19T00:00') });
  });

  it.each([
    [{ by: 'corporatie', to: 'school' }, 'not-taking-part', { partner: 'school' }],
    [{ by: 'school', promisedBy: 'school' }, 'not-taking-part', { partner: 'school' }],
    [{ by: 'corporatie', to: 'corporatie' }, 'promised-itself', { partner: 'corporatie' }],
  ] as const)('is between two partners that take part, not %j', (more, code, details) => {
    spec('make-promise')
      .given()
      .when({ ...promise, ...more })
      .thenRejected(code, details);
  });

  it('has a reference of its own', () => {
    const first: Brief = { do: 'make-promise', by: 'corporatie', ...promise };
    spec('make-promise')
      .given(first)
      .when({ by: 'corporatie', ...promise, promise: 'P1' })
      .thenRejected('reference-taken', { reference: 'P1' });
    spec('make-promise')
      .given(first)
      .when({ by: 'corporatie', ...promise })
      .then('PromiseMade', { promise: 'P2', ...promise });
  });
});
