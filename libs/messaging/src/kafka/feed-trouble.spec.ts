import { isOfHandler, NotTaken, orTrouble, troubleOf } from '#messaging/kafka/feed-trouble';
import { whatFailed } from '#platform/what-failed';

const VALUE = 'mevrouw Verzonnen';

/** As the client tells it: in an error of its own, with the words of the first. */
function retriesExceeded(cause: Error): Error {
  const error = new Error(cause.message, { cause });
  error.name = 'KafkaJSNumberOfRetriesExceeded';
  error.stack = `${error.name}\n  Caused by: ${cause.stack ?? ''}`;
  return error;
}
const refused = () => Object.assign(new Error(`Not authorized: ${VALUE}`), { type: 'GROUP_AUTHORIZATION_FAILED' });

describe('trouble with a feed', () => {
  it('is told in names and codes, whatever its causes say', () => {
    const trouble = troubleOf(retriesExceeded(refused()));
    expect(trouble.message).toBe('Kafka: KafkaJSNumberOfRetriesExceeded, Error GROUP_AUTHORIZATION_FAILED');
    expect(JSON.stringify(whatFailed(trouble))).not.toContain(VALUE);
  });

  it('names the code of the system or of TLS where there is no connection', () => {
    const unsigned = Object.assign(new Error(`Connection error: ${VALUE}`), { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    expect(troubleOf(retriesExceeded(unsigned)).message).toBe(
      'Kafka: KafkaJSNumberOfRetriesExceeded, Error DEPTH_ZERO_SELF_SIGNED_CERT',
    );
  });

  it('is what work rejects with', async () => {
    await expect(orTrouble(Promise.reject(refused()))).rejects.toThrow('Kafka: Error GROUP_AUTHORIZATION_FAILED');
  });

  it('may have come of a handler, at whatever depth', () => {
    const notTaken = new NotTaken(new TypeError(VALUE));
    expect(isOfHandler(retriesExceeded(retriesExceeded(notTaken)))).toBe(true);
    expect(isOfHandler(retriesExceeded(refused()))).toBe(false);
    expect(whatFailed(notTaken).message).not.toContain(VALUE);
  });
});
