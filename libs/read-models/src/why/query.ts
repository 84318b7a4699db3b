import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import type { Casus } from '#casus/casus';
import { evolve } from '#casus/evolve/evolve';
import { readFact, type Fact } from '#casus/fact';
import { inOrderOfHappening } from '#casus/history';
import { whyRed, type Why } from '#casus/why';
import type { AsOf } from '#read-models/as-of';
import type { PartnersKnown } from '#partners/partners-known';
import { DUTCH } from '#read-models/why/dutch';
import { ENGLISH } from '#read-models/why/english';
import type { Language } from '#read-models/why/language';
import { partyNames } from '#read-models/why/parties';
import { spansIn } from '#read-models/why/spans';
import { storyOf } from '#read-models/why/story';
import { tell } from '#read-models/why/tell';
import { titled, type Voice } from '#read-models/why/voice';

/** Why a step is red, or that it is not: in one paragraph, and link by link. */
export interface Explanation extends Partial<Omit<Why, 'step'>> {
  readonly step: string;
  readonly red: boolean;
  readonly text: string;
}

/** Which step is explained. `casusId`: the id, not the reference. */
export interface WhyQuery extends AsOf {
  readonly casusId: string;
  readonly step: string;
  readonly language: Language;
}

const PHRASES = { nl: DUTCH, en: ENGLISH } as const;

const PAGE = 500;

async function factsOf(log: Pick<EventStore, 'readStream'>, { casusId, at, knownAt }: WhyQuery): Promise<Fact[]> {
  const facts: Fact[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await log.readStream(streamName('casus', casusId), { from, limit: PAGE });
    facts.push(...page.map(readFact));
    if (page.length < PAGE) break;
  }
  const isKnown = ({ recordedAt }: { recordedAt: Instant }) => knownAt === undefined || recordedAt <= knownAt;
  return facts.filter((fact) => fact.occurredAt <= at && isKnown(fact)).sort(inOrderOfHappening);
}

/** Explains a step from the events of its casus; undefined when there was no such step then. Domain, "Why is this red?". */
export async function explain(
  log: Pick<EventStore, 'readStream'>,
  known: PartnersKnown,
  query: WhyQuery,
): Promise<Explanation | undefined> {
  const { step, at, knownAt, language } = query;
  const facts = await factsOf(log, query);
  const casus = facts.reduce<Casus | undefined>((state, fact) => evolve(state, fact), undefined);
  const found = casus?.steps.get(step);
  if (!casus || !found) return undefined;
  const partners = await known.by(knownAt);
  const phrases = PHRASES[language];
  const voice: Voice = { phrases, spans: spansIn(language), named: partyNames(partners.at(at), language) };
  const why = whyRed(facts, partners, step, at);
  const story = why && storyOf(casus, facts, why);
  if (!why || !story) return { step, red: false, text: `${phrases.neverRed(titled(found.title, step))}.` };
  return { ...why, step, red: true, text: tell(story, voice) };
}
