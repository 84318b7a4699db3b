import { addresses, planned, pointsTo } from '#apps/standalone/src/apart/plan';
import { apartOptions } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';

const plan = (...args: string[]) =>
  planned(SERVICES, apartOptions(['node', 'services', ...args], SERVICES), { KAFKA_BROKERS: 'kafka:9092' });

describe('the processes of npm run services', () => {
  it('are each on a port of its own, and known by the address of the first of its kind', async () => {
    const all = await plan('--insight', '2', '--port', '4000');
    expect(new Set(all.map(({ port }) => port)).size).toBe(SERVICES.length + 1);
    const first = all.find(({ label }) => label === 'insight 1');
    expect(addresses(all, '127.0.0.1')).toMatchObject({ AANZET_INSIGHT_URL: `http://127.0.0.1:${first?.port}` });
  });

  it('tell events that point to where there is an answer: homes at allocation, everything else at insight', async () => {
    const urls = addresses(await plan(), '::1');
    const pointing = SERVICES.map((service) => [service.name, pointsTo(service, urls)] as const);
    expect(Object.fromEntries(pointing)).toMatchObject({
      relay: urls['AANZET_INSIGHT_URL'],
      feed: urls['AANZET_INSIGHT_URL'],
      allocation: urls['AANZET_ALLOCATION_URL'],
    });
    expect(urls['AANZET_ALLOCATION_URL']).toMatch(/^http:\/\/\[::1\]:\d+$/);
  });
});
