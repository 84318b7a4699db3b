import type { PartnerDirectory } from '#partners/partner-directory';
import type { Language } from '#read-models/why/language';

/** What people call a partner that bears the usual name of its kind. */
const USUAL: ReadonlyMap<string, Readonly<Record<Language, string>>> = new Map([
  ['Sociaal team', { nl: 'het sociaal team', en: 'the social team' }],
  ['Jongerenpunt', { nl: 'het jongerenpunt', en: 'the youth desk' }],
  ['Woningcorporatie', { nl: 'de woningcorporatie', en: 'the housing association' }],
  ['Zorgaanbieder', { nl: 'de zorgaanbieder', en: 'the care provider' }],
  ['Huisartsenpraktijk', { nl: 'de huisartsenpraktijk', en: 'the GP practice' }],
  ['Welzijn', { nl: 'de welzijnsorganisatie', en: 'the welfare organisation' }],
  ['Mbo-school', { nl: 'de mbo-school', en: 'the school' }],
  ['Onafhankelijke cliëntondersteuning', { nl: 'de cliëntondersteuning', en: 'the client support' }],
]);

const WORDS = {
  nl: { resident: 'de inwoner', municipality: 'de gemeente', supply: 'aanbod' },
  en: { resident: 'the resident', municipality: 'the municipality', supply: 'supply' },
} as const;

const MUNICIPALITY = /^Gemeente, (.+?)( \(.*\))?$/;

/** What a party is called in the middle of a sentence; a partner that is called its own way keeps its name. */
export const partyNames =
  (directory: PartnerDirectory, language: Language) =>
  (party: string): string => {
    const words = WORDS[language];
    if (party === 'resident') return words.resident;
    const [kind, name] = [party.slice(0, party.indexOf(':')), party.slice(party.indexOf(':') + 1)];
    if (kind === 'external') return name;
    if (kind === 'supply') return `${words.supply} (${name})`;
    const registered = directory.get(party)?.name ?? party;
    const desk = MUNICIPALITY.exec(registered)?.[1];
    if (desk !== undefined) return `${words.municipality} (${desk})`;
    return USUAL.get(registered)?.[language] ?? registered;
  };
