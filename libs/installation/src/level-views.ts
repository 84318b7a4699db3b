import { PoisonEvent } from '#event-sourcing/poison-event';
import { catchUp, type Projecting } from '#read-models/projector/catch-up';

/**
 * Brings all views level with the log, as far as they come: gives a line that says which stopped at what event, if one
 * did. Throws whatever store or database throw.
 */
export async function levelViews(projecting: Projecting): Promise<string | undefined> {
  try {
    await catchUp(projecting);
    return undefined;
  } catch (error) {
    if (!(error instanceof PoisonEvent)) throw error;
    const { by: view, type, position } = error;
    return `The view ${view} has stopped before an event that it cannot take (${type}, position ${position.replace(/^0+(?=\d)/, '')}): what it shows is from before. Everything else goes on; /health/ready says so too.`;
  }
}
