/** The log could not be read; trying again may help. */
export class LogUnreadable extends Error {
  constructor(cause: unknown) {
    super('the log could not be read', { cause });
    this.name = 'LogUnreadable';
  }
}

/** The same reading; it rejects with LogUnreadable. */
export const orUnreadable =
  <Given extends unknown[], Found>(read: (...given: Given) => Promise<Found>) =>
  async (...given: Given): Promise<Found> => {
    try {
      return await read(...given);
    } catch (error) {
      throw new LogUnreadable(error);
    }
  };
