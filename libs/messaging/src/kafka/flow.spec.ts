import { flowThrough, type Flow } from '#messaging/kafka/flow';

describe('whether messages come in and are taken', () => {
  let flow: Flow;
  let told: number;
  let isOpen: boolean;
  beforeEach(() => {
    told = 0;
    isOpen = true;
    flow = flowThrough(
      () => isOpen,
      () => (told += 1),
    );
  });
  const fetches = (broker: number) => {
    flow.asks(broker);
    flow.answered(broker);
  };

  it('is so, with nothing to take, once a broker that answered is asked again, and is told once', () => {
    flow.joined({ topic: [0] });
    fetches(1);
    expect(told).toBe(0);
    for (let n = 0; n < 3; n++) fetches(1);
    expect(told).toBe(1);
  });

  it('is not so where one broker refuses, though another has answered', () => {
    flow.joined({ topic: [0] });
    flow.asks(1);
    fetches(2);
    flow.troubled();
    flow.joined({ topic: [0] });
    flow.asks(1);
    fetches(2);
    expect(told).toBe(0);
  });

  it('is so when a message was taken, and not while something is looked for', () => {
    flow.joined({ topic: [0] });
    isOpen = false;
    flow.settled('topic', 0);
    expect(told).toBe(0);
    isOpen = true;
    flow.settled('topic', 0);
    expect(told).toBe(1);
  });

  it('is not so while a message of any partition is refused, though it joins anew', () => {
    flow.joined({ topic: [0, 1] });
    flow.refused('topic', 0);
    flow.settled('topic', 1);
    flow.joined({ topic: [0, 1] });
    for (let n = 0; n < 3; n++) fetches(1);
    expect(told).toBe(0);
    flow.settled('topic', 0);
    expect(told).toBe(1);
  });

  it('is so again when the partition of a refused message went to another receiver', () => {
    flow.joined({ topic: [0, 1] });
    flow.refused('topic', 0);
    flow.joined({ topic: [1] });
    for (let n = 0; n < 3; n++) fetches(1);
    expect(told).toBe(1);
  });

  it('is told again after trouble', () => {
    flow.joined({ topic: [0] });
    for (let n = 0; n < 3; n++) fetches(1);
    flow.troubled();
    fetches(1);
    expect(told).toBe(2);
  });
});
