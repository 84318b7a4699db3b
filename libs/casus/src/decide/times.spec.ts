import { at, spec, step } from '#casus/specification';

const E1 = step('E1', 'corporatie');

/** What happened at the first time and was typed in at the second. */
const late = (happened: string, recorded = '2026-09-16T12:00') => ({ at: happened, recorded });

describe('the times of a fact', () => {
  const starting = { by: 'corporatie', step: 'E1' };

  it.each([
    ['2026-12-13T08:00:00', '2026-09-14T09:00:00'],
    ['2026-09-14T12:00:00', '2026-09-14T12:00:00'],
    ['2026-09-14T12:00:00', '2026-09-14T12:01:00'],
  ])('recorded at %s, it may have happened at %s', (recorded, happened) => {
    spec('start-step')
      .given(E1)
      .when({ ...starting, at: happened, recorded })
      .thenAccepted();
  });

  it('lies no more than sixty seconds ahead', () => {
    const times = { at: '2026-09-14T12:01:01', recorded: '2026-09-14T12:00' };
    spec('start-step')
      .given(E1)
      .when({ ...starting, ...times })
      .thenRejected('occurred-in-the-future', { occurredAt: at(times.at), recordedAt: at(times.recorded) });
  });

  it('lies no more than ninety days back', () => {
    // Ninety times twenty-four hours: the clocks go back in October.
    const times = { at: '2026-09-14T09:00', recorded: '2026-12-13T08:00:01' };
    spec('start-step')
      .given(E1)
      .when({ ...starting, ...times })
      .thenRejected('occurred-too-long-ago', { occurredAt: at(times.at), recordedAt: at(times.recorded) });
  });

  it('lies not before the opening, whoever asks and whatever the state', () => {
    spec('appoint-director')
      .given()
      .when({ ...late('2026-08-31T08:59'), partner: 'welzijn' })
      .thenRejected('before-casus-opened', { occurredAt: at('2026-08-31T08:59'), openedAt: at('2026-08-31T09:00') });
  });

  it('holds for an opening too', () => {
    spec('record-decision')
      .given()
      .when({
        at: '2026-09-02T09:00',
        recorded: '2026-09-01T09:00',
        product: 'urgentie',
        decidedBy: 'gemeente-wonen',
        outcome: 'refused',
        ground: 'geen',
      })
      .thenRejected('occurred-in-the-future');
  });
});
