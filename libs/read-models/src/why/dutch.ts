import type { Act } from '#casus/move';
import type { RefusalReason, StallPattern } from '#casus/vocabulary';
import type { Phrases } from '#read-models/why/phrases';

const REASONS: Readonly<Record<RefusalReason, string>> = {
  'at-capacity': 'geen plek',
  'wrong-desk': 'verkeerd loket',
  'missing-information': 'er ontbraken gegevens',
  'not-eligible': 'voldoet niet aan de voorwaarden',
  'no-legal-basis': 'geen grondslag',
  'resident-declined': 'de inwoner wilde het niet',
  other: 'een andere reden',
};

/** What a stall does or did, now and in the past. */
const STALLS: Readonly<Record<StallPattern, readonly [string, string]>> = {
  UNANSWERED: ['wacht langer dan de norm op antwoord', 'wachtte langer dan de norm op antwoord'],
  NOT_REROUTED: ['ligt stil na een aanbod dat niets werd', 'lag stil na een aanbod dat niets werd'],
  TERM_EXCEEDED: ['is over zijn laatste dag heen', 'was over zijn laatste dag heen'],
  BLOCKED: ['zit vast achter een stap die zelf stokt', 'zat vast achter een stap die zelf stokte'],
  PLAN_OVERTAKEN: [
    'heeft een streefdatum die niet gehaald kan worden, want de stap ervoor is nog niet klaar',
    'had een streefdatum die niet gehaald kon worden, want de stap ervoor was nog niet klaar',
  ],
  STANDSTILL: ['staat stil', 'stond stil'],
  PINGPONG: ['gaat heen en weer tussen partners', 'ging heen en weer tussen partners'],
  REVOLVING_DOOR: ['is opnieuw afgewezen', 'was opnieuw afgewezen'],
  BASIS_LAPSED: ['heeft geen geldige grondslag meer', 'had geen geldige grondslag meer'],
  PROMISE_BROKEN: ['wacht op een toezegging die niet is nagekomen', 'wachtte op een toezegging die niet was nagekomen'],
  OWNER_ABSENT: ['ligt bij iemand die er niet is', 'lag bij iemand die er niet was'],
  NOTHING_PLANNED: ['heeft geen vervolg', 'had geen vervolg'],
  START_INCOMPLETE: ['is niet goed van start gegaan', 'was niet goed van start gegaan'],
};

const norm = (due: string | null): string => (due === null ? '' : `; de norm liep tot en met ${due}`);

const listed = (items: readonly string[]): string =>
  items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} en ${items.at(-1) ?? ''}`;

const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);

const HAD: Readonly<Record<Act, (party: string, day: string, ref: string, step: string) => string>> = {
  'answer-offer': (party, day, ref) => `had ${party} uiterlijk op ${day} op het aanbod ${ref} geantwoord`,
  'answer-ask': (party, day, ref) => `had ${party} uiterlijk op ${day} op de vraag ${ref} geantwoord`,
  'answer-takeover': (party, day) => `had ${party} uiterlijk op ${day} op het verzoek om overname geantwoord`,
  provide: (party, day) => `was het wachten op ${party} uiterlijk op ${day} voorbij geweest`,
  confirm: (party, day) => `had ${party} de gereedmelding uiterlijk op ${day} bevestigd`,
  reroute: (party, day) => `had ${party} uiterlijk op ${day} een andere weg gevonden`,
  replan: (party, day) => `had ${party} uiterlijk op ${day} opnieuw gepland`,
  chase: (party, day, _, step) => `had ${party} ${step} uiterlijk op ${day} afgerond`,
  do: (party, day, _, step) => `had ${party} ${step} uiterlijk op ${day} afgerond`,
};

/** Explanations in Dutch. */
export const DUTCH: Phrases = {
  lateDone: ({ title, by, done, lastDay, source }) =>
    `${title} kwam ${by} te laat klaar: op ${done}, terwijl ${lastDay} de laatste dag was (${source})`,
  lateOpen: ({ title, by, lastDay, source }) =>
    `${title} is nu ${by} te laat: ${lastDay} was de laatste dag (${source})`,
  stalled: ({ title, pattern, since, until }) =>
    until === null
      ? `${title} ${STALLS[pattern][0]}, sinds ${since}`
      : `${title} ${STALLS[pattern][1]}, van ${since} tot ${until}`,
  neverRed: (title) => `${title} is niet te laat en staat niet stil, en was dat ook niet`,
  source: (rule) => (rule === null ? 'streefdatum' : rule.nature === 'agreement' ? lower(rule.text) : rule.text),

  planned: ({ by, owner, day }) =>
    owner === null ? `${by} plande de stap op ${day}` : `${by} plande de stap op ${day}, voor ${owner}`,
  plannedAndOffered: ({ by, day, later, to, warm, ref }) =>
    `${by} plande de stap op ${day} en bood die ${later} later ${warm ? 'warm' : 'schriftelijk'} aan ${to} aan (${ref})`,
  plannedAndAsked: ({ by, day, later, to, ref }) =>
    `${by} plande de stap op ${day} en legde ${later} later een vraag voor aan ${to} (${ref})`,
  elsewhere: (title) => `daarna was het wachten op ${title}`,

  theOffer: (ref) => (ref === null ? 'het aanbod' : `het aanbod ${ref}`),
  theAsk: (ref) => (ref === null ? 'de vraag' : `de vraag ${ref}`),
  offered: ({ from, day, to, warm, ref }) =>
    `op ${day} bood ${from} de stap ${warm ? 'warm' : 'schriftelijk'} aan ${to} aan (${ref})`,
  offerAccepted: ({ offer, to, read, day, span, due }) =>
    read === null
      ? `${to} nam ${offer} op ${day} aan, na ${span}${norm(due)}`
      : `${to} las ${offer} op ${read} en nam het op ${day} aan, na ${span}${norm(due)}`,
  offerDeclined: ({ offer, to, day, reason, span, due }) =>
    `${to} wees ${offer} op ${day} af (${REASONS[reason]}), na ${span}${norm(due)}`,
  offerWithdrawn: ({ offer, from, day, span, due }) => `${from} trok ${offer} op ${day} in, na ${span}${norm(due)}`,
  offerExpired: ({ offer, to, day, span, due }) =>
    `${to} antwoordde niet, en na ${span} was ${offer} op ${day} verlopen${norm(due)}`,
  offerOpen: ({ offer, to, span, due }) =>
    due === null
      ? `${offer} ligt nu ${span} bij ${to}`
      : `${to} had uiterlijk op ${due} moeten antwoorden en heeft dat nog niet gedaan: ${offer} ligt er nu ${span}`,
  offerLay: ({ offer, to, span, due }) => `${offer} lag ${span} bij ${to}${norm(due)}`,

  asked: ({ from, day, to, ref }) => `op ${day} legde ${from} een vraag voor aan ${to} (${ref})`,
  askEnded: ({ ask, to, answered, day, span, due }) =>
    answered
      ? `${to} antwoordde op ${day}, na ${span}${norm(due)}`
      : `${ask} lag ${span} bij ${to} en bleef zonder antwoord${norm(due)}`,
  askOpen: ({ ask, to, span, due }) =>
    due === null
      ? `${ask} ligt nu ${span} bij ${to}`
      : `${to} had uiterlijk op ${due} moeten antwoorden en heeft dat nog niet gedaan: ${ask} ligt er nu ${span}`,

  worked: ({ party, span, again, completed, lasts }) => {
    if (lasts) return `nu is ${party} ${again ? 'weer ' : ''}aan zet, al ${span}`;
    const end = completed === null ? '' : ` en rondde de stap op ${completed} af`;
    return `daarna was ${party} ${again ? 'weer ' : ''}${span} aan zet${end}`;
  },
  suspended: ({ party, first, last, source, span }) =>
    last === null
      ? `sinds ${first} staat de termijn stil in afwachting van ${party} (${source}), nu ${span}`
      : `van ${first} tot en met ${last} stond de termijn stil in afwachting van ${party} (${source}); die dagen kwamen er aan het einde bij`,
  waited: ({ party, span, lasts }) =>
    lasts ? `nu is het wachten op ${party}, al ${span}` : `daarna was het ${span} wachten op ${party}`,
  rerouted: ({ party, span, lasts }) =>
    lasts
      ? `nu moet ${party} een andere weg zoeken, al ${span}`
      : `het duurde ${span} voordat ${party} een andere weg had`,
  replanned: ({ party, span, lasts }) =>
    lasts ? `nu moet ${party} opnieuw plannen, al ${span}` : `het duurde ${span} voordat ${party} opnieuw had gepland`,
  confirmed: ({ party, span, lasts }) =>
    lasts
      ? `nu moet ${party} bevestigen dat de stap gereed is, al ${span}`
      : `${party} deed ${span} over de bevestiging dat de stap gereed was`,
  requested: ({ party, span, lasts }) =>
    lasts
      ? `nu moet ${party} op een verzoek om overname antwoorden, al ${span}`
      : `${party} deed ${span} over een verzoek om overname`,
  nobody: ({ span, lasts }) => (lasts ? `nu is niemand aan zet, al ${span}` : `daarna was ${span} niemand aan zet`),

  causes: (named) =>
    listed(
      named.map(
        ({ by, labels }, index) =>
          `${by} noemde ${index > 0 ? '' : `als oorzaak${labels.length > 1 ? ' achtereenvolgens' : ''} `}${listed(labels.map((label) => `“${lower(label)}”`))}`,
      ),
    ),
  had: ({ act, party, day, ref, title, rhythm }) =>
    rhythm && act === 'do'
      ? `had ${party} uiterlijk op ${day} iets aan de stap gedaan`
      : HAD[act](party, day, ref, title ?? 'de stap'),
  thenOnTime: (had, { late }) => `${had}, dan was de stap ${late ? 'op tijd geweest' : 'niet vastgelopen'}`,
  thenTimeLeft: (had, { owner, days }) => `${had}, dan had ${owner} nog ${days} gehad om de stap op tijd af te ronden`,
  notEnough: (had, gain) => `${had}, dan had dat ${gain} gescheeld, en dat was niet genoeg`,
  noneAlone: (had, gain) =>
    `geen schakel alleen had hier genoeg geholpen. Het meest had dit gescheeld: ${had}, dan was het ${gain} sneller gegaan`,
  nothingToGain: (late) =>
    late
      ? 'niemand ging over zijn eigen norm heen: de stap kreeg te weinig tijd'
      : 'niemand ging over zijn eigen norm heen',
};
