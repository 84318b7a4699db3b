import { WATCH_CATEGORY } from '#casus/watch/watch-fact';
import { deliveriesOf } from '#messaging/audience/audience';
import type { TellFrom } from '#messaging/told/told';
import { scenesOver } from '#messaging/translate/scenes';

/** What the log of the casus tells: of casus, and of what the watch noticed in them. */
export const casusTold: TellFrom = (store) => {
  const scenes = scenesOver(store);
  return {
    categories: ['casus', WATCH_CATEGORY],
    of: async (event) => deliveriesOf(event, await scenes.of(event)),
  };
};
