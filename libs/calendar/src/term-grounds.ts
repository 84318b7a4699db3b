import { months, weeks, type TermLength } from '#calendar/term-rule';

/** Why a statutory clock may stand still: a legal act, and the only thing that stops one (Awb 4:15). */
export interface SuspensionGround {
  readonly code: string;
  readonly source: string;
  /** Whether the act itself must set until when it lasts at most. */
  readonly setTime?: 'required';
}

/** Why the last day of a statutory or derived term may move otherwise: once per ground, before the old one has passed. */
export interface ExtensionGround {
  readonly code: string;
  readonly source: string;
  /** By how much at most; null when the law asks no more than that it is reasonable. */
  readonly atMost: TermLength | null;
  /** The rules that it is confined to; when left out, every term that a public body has by law. */
  readonly rules?: readonly string[];
}

export const suspensionGrounds: readonly SuspensionGround[] = [
  { code: 'AWB-415-AANVULLING', source: 'Awb art. 4:15 lid 1 jo. 4:5', setTime: 'required' },
  { code: 'AWB-415-INSTEMMING', source: 'Awb art. 4:15 lid 2 onder a' },
  { code: 'AWB-415-AANVRAGER', source: 'Awb art. 4:15 lid 2 onder b' },
  { code: 'AWB-415-OVERMACHT', source: 'Awb art. 4:15 lid 2 onder c' },
];

export const extensionGrounds: readonly ExtensionGround[] = [
  { code: 'AWB-414-MEDEDELING', source: 'Awb art. 4:14', atMost: null },
  {
    code: 'AWB-710-VERDAGING',
    source: 'Awb art. 7:10 lid 3',
    atMost: weeks(6),
    rules: ['AWB-710-BOB', 'AWB-710-COMMISSIE'],
  },
  { code: 'AVG-12-3-VERLENGING', source: 'AVG art. 12 lid 3', atMost: months(2), rules: ['AVG-12-3'] },
];
