import type { RecordedEvent } from '#event-sourcing/event';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { BEGINNING } from '#event-sourcing/position';
import type { CasusHistory } from '#casus/history';
import { at, casusAfter, recordedEvent, step, type Brief } from '#casus/specification';
import { partnersKnown } from '#partners/partners-known';
import type { Language } from '#read-models/why/language';
import { explain } from '#read-models/why/query';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { playBoth } from '#tests/integration/read-session';

const NOON = at('2026-11-20T12:00');

describe('why a step of the demo is red', () => {
  const store = memoryStore(sha256);
  const casusIds = new Map<string, string>();
  beforeAll(async () => {
    await playBoth(store);
    const { events } = await store.readAll({ after: BEGINNING, limit: 1000, types: ['CasusOpened'] });
    for (const { stream, data } of events) {
      if (categoryOf(stream) === 'casus') casusIds.set((data as { reference: string }).reference, idOf(stream));
    }
  });

  const told = async (casus: string, id: string, language: Language = 'nl') =>
    (
      await explain(store, partnersKnown(store), {
        casusId: casusIds.get(casus) ?? '',
        step: id,
        at: NOON,
        language,
      })
    )?.text;

  it('reads as if a person wrote it: E4', async () => {
    expect(await told('eva', 'E4')).toBe(
      '“Beslissen op briefadres” (E4) kwam ruim zes dagen te laat klaar: op donderdag 19 november, terwijl donderdag 12 november de laatste dag was (Awb art. 4:13 lid 2). ' +
        'Het sociaal team plande de stap op donderdag 10 september en bood die een kwartier later warm aan de gemeente (Burgerzaken) aan (O1). ' +
        'De gemeente (Burgerzaken) las het aanbod op donderdag 17 september en nam het op vrijdag 18 september aan, na bijna zes werkdagen; de norm liep tot en met dinsdag 15 september. ' +
        'Daarna was de gemeente (Burgerzaken) vijf werkdagen aan zet. ' +
        'Van vrijdag 25 september tot en met donderdag 1 oktober stond de termijn stil in afwachting van de inwoner (Awb art. 4:15 lid 1 jo. 4:5); die dagen kwamen er aan het einde bij. ' +
        'Daarna was de gemeente (Burgerzaken) weer ruim 34 werkdagen aan zet en rondde de stap op donderdag 19 november af. ' +
        'Het sociaal team noemde als oorzaak achtereenvolgens “te druk” en “eigen wet- en regelgeving”. ' +
        'Had de gemeente (Burgerzaken) uiterlijk op dinsdag 15 september op het aanbod O1 geantwoord, dan had dat ruim twee dagen gescheeld, en dat was niet genoeg. ' +
        'Had de gemeente (Burgerzaken) de stap uiterlijk op donderdag 12 november afgerond, dan was de stap op tijd geweest.',
    );
  });

  it('reads as if a person wrote it: K8', async () => {
    expect(await told('kees-marianne', 'K8')).toBe(
      '“Eigenaar horen over woningaanpassing (Wmo 2.3.7)” (K8) is nu bijna zeven dagen te laat: vrijdag 13 november was de laatste dag (afspraak tussen partners). ' +
        'De gemeente (Wmo) plande de stap op vrijdag 30 oktober en legde vijf minuten later een vraag voor aan de woningcorporatie (A1). ' +
        'De woningcorporatie had uiterlijk op woensdag 4 november moeten antwoorden en heeft dat nog niet gedaan: de vraag ligt er nu ruim 15 werkdagen. ' +
        'Had de woningcorporatie uiterlijk op woensdag 4 november op de vraag A1 geantwoord, dan had de gemeente (Wmo) nog zeven werkdagen gehad om de stap op tijd af te ronden.',
    );
  });

  it('tells in English too', async () => {
    expect(await told('kees-marianne', 'K8', 'en')).toBe(
      '“Eigenaar horen over woningaanpassing (Wmo 2.3.7)” (K8) is nearly seven days late by now: Friday 13 November was its last day (Afspraak tussen partners). ' +
        'The municipality (Wmo) planned the step on Friday 30 October and five minutes later put a question to the housing association (A1). ' +
        'The housing association should have answered by Wednesday 4 November and has not done so yet: the question has been there for just over 15 working days now. ' +
        'Had the housing association answered question A1 by Wednesday 4 November, the municipality (Wmo) would have had seven working days left to finish the step in time.',
    );
    for (const id of ['E4', 'E5', 'E9', 'E14', 'E12', 'E8']) {
      expect(await told('eva', id, 'en')).toMatch(/^“[^”]+” \(E\d+\) [^“]*\. The .*\.$/);
    }
  });

  it('follows what a step waited for, and says so when no single thing would have helped', async () => {
    const text = await told('eva', 'E5');
    expect(text).toContain('had een streefdatum die niet gehaald kon worden, want de stap ervoor was nog niet klaar');
    expect(text).toContain(
      'Daarna was het wachten op “Beslissen op briefadres” (E4). De gemeente (Burgerzaken) las het aanbod O1',
    );
    expect(text).toContain(
      'Geen schakel alleen had hier genoeg geholpen. Het meest had dit gescheeld: had de gemeente (Burgerzaken) “Beslissen op briefadres” (E4) uiterlijk op donderdag 12 november afgerond',
    );
  });

  it('tells of an offer that nobody answered, of ping-pong and of a standstill', async () => {
    expect(await told('eva', 'E14')).toContain(
      'Het jongerenpunt antwoordde niet, en na ruim tien werkdagen was het aanbod op dinsdag 27 oktober verlopen; de norm liep tot en met donderdag 15 oktober. Het duurde 16 werkdagen voordat het sociaal team een andere weg had.',
    );
    const pingpong = await told('kees-marianne', 'K10');
    expect(pingpong).toContain('wees het aanbod op maandag 19 oktober af (verkeerd loket), na ruim één werkdag.');
    expect(pingpong).toMatch(/Niemand ging over zijn eigen norm heen\.$/);
    expect(await told('eva', 'E12')).toBe(
      '“Tijdelijke kamer bij een hospita” (E12) staat stil, sinds donderdag 5 november. ' +
        'Het sociaal team plande de stap op dinsdag 20 oktober, voor de welzijnsorganisatie. ' +
        'Nu is de welzijnsorganisatie aan zet, al ruim 23 werkdagen. ' +
        'Had de welzijnsorganisatie uiterlijk op woensdag 4 november iets aan de stap gedaan, dan was de stap niet vastgelopen.',
    );
  });

  it('says of a step that never was red that it was not', async () => {
    expect(await told('eva', 'E11')).toMatch(/\(E11\) is niet te laat en staat niet stil, en was dat ook niet\.$/);
    expect(await told('eva', 'E99')).toBeUndefined();
  });
});

/** A log of one casus. */
const logOf = ({ facts }: CasusHistory) => ({
  readStream: () =>
    Promise.resolve(
      facts.map((fact): RecordedEvent =>
        recordedEvent(fact, { ...fact, partner: fact.actor.partner, revision: fact.revision }),
      ),
    ),
});

const nobody = partnersKnown({ readAll: () => Promise.resolve({ events: [], position: BEGINNING, end: true }) });

const textAt = async (time: string, ...given: readonly Brief[]) => {
  const query = { casusId: 'eva', step: 'E1', at: at(time), language: 'nl' as const };
  return (await explain(logOf(casusAfter(...given)), nobody, query))?.text;
};

const E1 = (more: Partial<Brief<'plan-step'>> = {}) => step('E1', 'welzijn', { target: '2026-09-18', ...more });
const by = (partner: string, time: string, brief: Brief): Brief => ({ ...brief, by: partner, at: time });

describe('why a step is red, stretch by stretch', () => {
  it('was waited for', async () => {
    const waiting: Brief = { do: 'wait-for', step: 'E1', waitingFor: { kind: 'external', name: 'CIZ' }, reason: 'x' };
    const text = await textAt(
      '2026-10-05T12:00',
      E1(),
      by('welzijn', '2026-09-15T09:00', { ...waiting, until: '2026-09-25' }),
    );
    expect(text).toContain('was de laatste dag (streefdatum)');
    expect(text).toContain('Daarna was het negen werkdagen wachten op CIZ.');
    expect(text).toContain('Nu is welzijn aan zet, al ruim vijf werkdagen.');
  });

  it('was reported, and nobody confirmed it', async () => {
    const text = await textAt(
      '2026-09-30T12:00',
      E1({ confirmedBy: 'corporatie' }),
      by('welzijn', '2026-09-15T09:00', { do: 'complete-step', step: 'E1' }),
    );
    expect(text).toContain('Nu moet corporatie bevestigen dat de stap gereed is, al ruim elf werkdagen.');
    expect(text).toContain('Had corporatie de gereedmelding uiterlijk op vrijdag 18 september bevestigd');
  });

  it('was asked about, late and then answered', async () => {
    const asked: Brief = { do: 'ask', ask: 'A1', step: 'E1', to: 'corporatie', what: 'Is er een woning?' };
    const text = await textAt(
      '2026-09-30T12:00',
      E1(),
      by('welzijn', '2026-09-15T09:00', asked),
      by('corporatie', '2026-09-25T12:00', { do: 'answer-ask', ask: 'A1', answer: 'Ja' }),
      by('welzijn', '2026-09-28T09:00', { do: 'complete-step', step: 'E1' }),
    );
    expect(text).toContain(
      'Corporatie antwoordde op vrijdag 25 september, na ruim acht werkdagen; de norm liep tot en met vrijdag 18 september.',
    );
    expect(text).not.toContain('woning');
  });
});
