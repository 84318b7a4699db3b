import { epochMs } from '#event-sourcing/instant';
import { LATEST_ENTRY_MS, TOLERANCE_MS } from '#partners/entry-times';
import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import { rejected } from '#casus/rejection';

/** A fact may be entered late, at most ninety days; never ahead of the moment of recording (tolerance 60 s). */
export function badTimes({ do: name, occurredAt, recordedAt }: Command): Refusal {
  const late = epochMs(recordedAt) - epochMs(occurredAt);
  if (late < -TOLERANCE_MS) return rejected('occurred-in-the-future', { occurredAt, recordedAt });
  const tooLate = late > LATEST_ENTRY_MS && name !== 'record-decision';
  return tooLate ? rejected('occurred-too-long-ago', { occurredAt, recordedAt }) : undefined;
}

/** A decision may be older than the casus; nothing else may. */
export const beforeOpening = ({ do: name, occurredAt }: Command, { openedAt }: Casus): Refusal =>
  name !== 'record-decision' && occurredAt < openedAt
    ? rejected('before-casus-opened', { occurredAt, openedAt })
    : undefined;
