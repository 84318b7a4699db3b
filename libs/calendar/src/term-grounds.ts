import { months, weeks, type TermLength } from '#calendar/term-rule';

/** Why a statutory clock may stand still: a legal act, and the only thing that stops one (Awb 4:15). */
export interface SuspensionGround {
  readonly code: string;
  readonly source: string;
  /** Whether the act itself sets until when it lasts at most. */
  readonly needsUntil: boolean;
}

/** Why the last day of a statutory or derived term may move otherwise: once per ground, before the old one has passed. */
export interface ExtensionGround {
  readonly code: string;
  readonly source: string;
  /** By how much at most; null when the law asks no more than that it is reasonable. */
  readonly atMost: TermLength | null;
}

export const suspensionGrounds: readonly SuspensionGround[] = [
  { code: 'AWB-415-AANVULLING', source: 'Awb art. 4:15 lid 1 jo. 4:5', needsUntil: true },
  { code: 'AWB-415-INSTEMMING', source: 'Awb art. 4:15 lid 2 onder a', needsUntil: false },
  { code: 'AWB-415-AANVRAGER', source: 'Awb art. 4:15 lid 2 onder b', needsUntil: false },
  { code: 'AWB-415-OVERMACHT', source: 'Awb art. 4:15 lid 2 onder c', needsUntil: false },
];

export const extensionGrounds: readonly ExtensionGround[] = [
  { code: 'AWB-414-MEDEDELING', source: 'Awb art. 4:14', atMost: null },
  { code: 'AWB-710-VERDAGING', source: 'Awb art. 7:10 lid 3', atMost: weeks(6) },
  { code: 'AVG-12-3-VERLENGING', source: 'AVG art. 12 lid 3', atMost: months(2) },
];

const suspensions = new Map(suspensionGrounds.map((ground) => [ground.code, ground]));
const extensions = new Map(extensionGrounds.map((ground) => [ground.code, ground]));

/** The ground of suspension of a code such as `AWB-415-AANVULLING`; undefined when there is none. */
export const suspensionGround = (code: string): SuspensionGround | undefined => suspensions.get(code);

/** The ground of extension of a code such as `AWB-710-VERDAGING`; undefined when there is none. */
export const extensionGround = (code: string): ExtensionGround | undefined => extensions.get(code);
