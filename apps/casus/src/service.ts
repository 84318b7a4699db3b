import { CasusModule } from '#apps/casus/src/casus.module';
import { service } from '#installation/service';

/** The write side: commands over HTTP, decided and appended to the log. */
export const casusService = service({
  name: 'casus',
  about: 'the write side: every command over HTTP',
  compose: ({ store, clock, rules }) => ({
    modules: [CasusModule.register({ store, clock, rules })],
    probes: { log: async () => ({ head: await store.head() }) },
  }),
});
