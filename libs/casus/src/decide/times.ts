import { epochMs, plusMs } from '#event-sourcing/instant';
import { LATEST_ENTRY_MS, TOLERANCE_MS } from '#partners/entry-times';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import { rejected } from '#casus/rejection';

/** A fact may be entered late, at most ninety days; never ahead of the moment of recording (tolerance 60 s). */
export function badTimes({ do: name, occurredAt, recordedAt }: Command): Refusal {
  const times = { occurredAt, recordedAt };
  if (epochMs(occurredAt) > epochMs(recordedAt) + TOLERANCE_MS) return rejected('occurred-in-the-future', times);
  if (name === 'record-decision') return undefined;
  return occurredAt < plusMs(recordedAt, -LATEST_ENTRY_MS) ? rejected('occurred-too-long-ago', times) : undefined;
}

/** A decision may be older than the casus; nothing else may. */
export const beforeOpening = ({ do: name, occurredAt }: Command, { openedAt }: Casus): Refusal =>
  name !== 'record-decision' && occurredAt < openedAt
    ? rejected('before-casus-opened', { occurredAt, openedAt })
    : undefined;
