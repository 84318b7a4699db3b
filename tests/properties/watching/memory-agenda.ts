import type { Checkpoints } from '#event-sourcing/checkpoint';
import { epochMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING, type Position } from '#event-sourcing/position';
import type { Agenda } from '#read-models/watch/agenda';

interface Item {
  readonly known: Position | '';
  readonly wakeAt: Instant | undefined;
  readonly partners: readonly string[];
}

/** The agenda of the watch in memory: what the table does, for specifications. */
export function memoryAgenda(): Agenda {
  const items = new Map<string, Item>();
  const inTime = () =>
    [...items]
      .flatMap(([casus, { wakeAt }]) => (wakeAt === undefined ? [] : [{ casus, wakeAt }]))
      .sort((a, b) => (`${a.wakeAt} ${a.casus}` < `${b.wakeAt} ${b.casus}` ? -1 : 1));
  const first = () => inTime()[0]?.wakeAt;
  return {
    note({ casus, known, wakeAt, partners }) {
      const item = items.get(casus);
      if (item === undefined || item.known <= known) items.set(casus, { known, wakeAt, partners });
      return Promise.resolve();
    },
    postpone(casus, wakeAt) {
      const item = items.get(casus) ?? { known: '', partners: [] };
      items.set(casus, { ...item, wakeAt });
      return Promise.resolve();
    },
    summon(several, position, at) {
      for (const casus of several) {
        const item = items.get(casus);
        if (!item || item.known >= position) continue;
        const wakeAt = item.wakeAt !== undefined && item.wakeAt < at ? item.wakeAt : at;
        items.set(casus, { ...item, known: position, wakeAt });
      }
      return Promise.resolve();
    },
    due: (now, limit) =>
      Promise.resolve(
        inTime()
          .filter(({ wakeAt }) => wakeAt <= now)
          .slice(0, limit)
          .map(({ casus }) => casus),
      ),
    casusOf: (partner) =>
      Promise.resolve(
        [...items].flatMap(([casus, { partners }]) => (partners.includes(partner) ? [casus] : [])).sort(),
      ),
    behind: (positions) =>
      Promise.resolve(
        [...positions].flatMap(([casus, position]) => ((items.get(casus)?.known ?? '') >= position ? [] : [casus])),
      ),
    next: () => Promise.resolve(first()),
    delay: (now) => Promise.resolve(Math.max(0, epochMs(now) - epochMs(first() ?? now))),
  };
}

/** Checkpoints in memory. */
export function memoryCheckpoints(): Checkpoints {
  const all = new Map<string, Position>();
  const load = (name: string) => all.get(name) ?? BEGINNING;
  return {
    load: (name) => Promise.resolve(load(name)),
    advance(name, from, to) {
      if (load(name) !== from) return Promise.resolve(false);
      all.set(name, to);
      return Promise.resolve(true);
    },
  };
}
