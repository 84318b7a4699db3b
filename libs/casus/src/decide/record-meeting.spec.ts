import { spec, step } from '#casus/specification';

const meeting = { present: ['sociaal-team', 'corporatie'], agreed: 'Ambtshalve briefadres' };

describe('record-meeting', () => {
  it('says who was there, what was agreed and about which steps', () => {
    spec('record-meeting')
      .given()
      .when(meeting)
      .then('MeetingRecorded', { ...meeting, steps: [] });
    spec('record-meeting')
      .given(step('E1', 'corporatie'))
      .when({ ...meeting, steps: ['E1'] })
      .then('MeetingRecorded', { ...meeting, steps: ['E1'] });
  });

  it('is about steps of this casus', () => {
    spec('record-meeting')
      .given()
      .when({ ...meeting, steps: ['E1'] })
      .thenRejected('step-unknown', { step: 'E1' });
  });

  it('is not for a closed casus, whatever it names', () => {
    const closed = { do: 'close-casus', outcome: 'other', reason: 'x' } as const;
    spec('record-meeting')
      .given(step('E1', 'corporatie'), { do: 'cancel-step', step: 'E1', reason: 'x' }, closed)
      .when({ ...meeting, at: '2026-09-11T09:00', recorded: '2026-09-15T09:00', steps: ['E1'] })
      .thenRejected('casus-closed');
  });
});
