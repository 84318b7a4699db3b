import { corporationToDirector } from '#tests/bench/screen/corporation-table';
import { commandToScreen } from '#tests/bench/screen/other-user';

/** From a command to somebody else's screen: of another user, and between the corporation and the director of a casus. */
export async function benchScreen({ seconds, times }: { seconds: number; times: number }): Promise<void> {
  await commandToScreen(seconds);
  await corporationToDirector(times);
}
