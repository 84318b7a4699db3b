import { NO_SURROUNDINGS } from '#casus/decide/surroundings';
import { spec } from '#casus/specification';
import { STALL_CAUSE_CODES } from '#casus/stall-cause';
import { E1, known, offered, on, partnersWith } from '#casus/stalls/stall-specification';

const cause = { stall: { pattern: 'UNANSWERED', about: 'H1' }, cause: 'TE_DRUK' } as const;

/** The last day of the norm for answering H1 is Friday 18 September. */
const given = [E1(), offered()];
const LATE = '2026-09-21T09:00';

describe('name-stall-cause', () => {
  it('names why something stalls, as several may', () => {
    spec('name-stall-cause')
      .given(...given)
      .when({ by: 'welzijn', at: LATE, ...cause })
      .then('StallCauseNamed', cause);
    spec('name-stall-cause')
      .given(...given, { do: 'name-stall-cause', by: 'welzijn', at: LATE, ...cause })
      .when({ by: 'corporatie', ...cause, note: 'vol' })
      .then('StallCauseNamed', { ...cause, note: 'vol' });
  });

  it('names why something stalled', () => {
    spec('name-stall-cause')
      .given(...given, on(LATE, { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }))
      .when({ at: '2026-10-21T09:00', ...cause })
      .thenAccepted();
  });

  it('takes causes from the taxonomy', () => {
    spec('name-stall-cause')
      .given(...given)
      .when({ at: LATE, ...cause, cause: 'LUI' })
      .thenRejected('cause-unknown', { cause: 'LUI', known: STALL_CAUSE_CODES });
  });
});

describe('the stall that is named', () => {
  it('has begun', () => {
    const unknown = { pattern: 'UNANSWERED', about: 'H1' };
    spec('name-stall-cause')
      .given(...given)
      .when({ at: '2026-09-18T23:59', ...cause })
      .thenRejected('stall-unknown', unknown);
    spec('name-stall-cause')
      .given(...given)
      .when({ at: '2026-09-19T00:00', ...cause })
      .thenAccepted();
  });

  it('is of something that is there', () => {
    const stall = { pattern: 'UNANSWERED', about: 'H9' } as const;
    spec('name-stall-cause')
      .given(...given)
      .when({ at: LATE, ...cause, stall })
      .thenRejected('stall-unknown', stall);
  });

  it('is of a pattern in which that stalled', () => {
    const stall = { pattern: 'STANDSTILL', about: 'H1' } as const;
    spec('name-stall-cause')
      .given(...given)
      .when({ at: LATE, ...cause, stall })
      .thenRejected('stall-other-pattern', { ...stall, patterns: ['UNANSWERED'] });
  });

  it('is by all that is known: a late fact may have undone it', () => {
    spec('name-stall-cause')
      .given(...given, {
        do: 'accept-handoff',
        by: 'welzijn',
        handoff: 'H1',
        at: '2026-09-18T16:00',
        recorded: '2026-09-21T09:05',
      })
      .when({ at: '2026-09-21T10:00', ...cause })
      .thenRejected('stall-unknown');
  });

  it('is by the norms of the partners', () => {
    const partners = partnersWith(known('welzijn', 'PartnerNormSet', { of: 'offer', workingDays: 10 }));
    spec('name-stall-cause')
      .given(...given)
      .when({ at: LATE, ...cause }, { ...NO_SURROUNDINGS, partners })
      .thenRejected('stall-unknown');
  });

  it.each(['H1', 'H9'])('says nothing to who takes no part, be it there or not: %s', (about) => {
    spec('name-stall-cause')
      .given(...given)
      .when({ by: 'school', at: LATE, ...cause, stall: { pattern: 'STANDSTILL', about } })
      .thenRejected('not-taking-part');
  });
});
