import type { FigureDefinition } from '#read-models/figures/definition';
import { QUANTILE_TERMS } from '#read-models/figures/quantile-terms';
import { FEWEST_CASUS } from '#read-models/figures/small-cells';

export const STALLS_DEFINITION: FigureDefinition = {
  name: 'stalls',
  version: 1,
  title: { nl: 'Stagnaties', en: 'Stalls' },
  text: {
    nl: `De stagnaties die op enig moment in de periode duurden. Geteld wordt de stap waar het vastzit (\`roots\`): een stap die alleen op een andere wacht (BLOCKED) telt bij die andere en staat alleen onder \`byPattern\` apart. Wijken en aandachtsgroepen met minder dan ${FEWEST_CASUS} casus staan samen onder \`few\`, zo nodig met de eerstvolgende erbij, zodat niemand te herkennen is en niets wegvalt.`,
    en: `The stalls that lasted at some time in the period. Counted is the step where it sticks (\`roots\`): a step that only waits for another (BLOCKED) counts at that other one, and stands apart under \`byPattern\` alone. Neighbourhoods and attention groups with fewer than ${FEWEST_CASUS} casus stand together under \`few\`, with the next one where needed, so that nobody can be told and nothing is left out.`,
  },
  terms: {
    stalls: { nl: 'Stagnaties.', en: 'Stalls.' },
    roots: {
      nl: 'Stappen waar het vastzit; een stagnatie die over geen stap gaat, telt voor zichzelf.',
      en: 'Steps where it sticks; a stall that is about no step counts for itself.',
    },
    lasting: {
      nl: 'Daarvan nog vast op het moment van het cijfer.',
      en: 'Of these still stalled at the moment of the figure.',
    },
    time: {
      nl: 'De tijd binnen de periode waarin een stap vastzat, opgeteld over de stappen; wat tegelijk duurde telt één keer. Werkminuten van wie aan zet is.',
      en: 'The time within the period in which a step stalled, added up over the steps; what lasted at once counts once. Working minutes of whoever is on the move.',
    },
    duration: {
      nl: 'Hoe lang een stap vastzat, van de stappen waar het in de periode begon, tot het moment van het cijfer.',
      en: 'How long a step stalled, of the steps where it began in the period, up to the moment of the figure.',
    },
    byCause: { nl: 'Naar de laatst genoemde oorzaak.', en: 'By the cause that was named last.' },
    byNamedCause: {
      nl: 'Naar elke genoemde oorzaak: een stagnatie kan meermaals voorkomen.',
      en: 'By every cause that was named: a stall may stand under several.',
    },
    own: {
      nl: 'Genoemd door wie zelf aan zet is; apart van wat anderen noemden.',
      en: 'Named by whoever is on the move; kept apart from what others named.',
    },
    byBuildingBlock: {
      nl: 'Naar de bouwsteen van samenwerking waar de laatst genoemde oorzaak bij hoort; `none` als die bij geen bouwsteen hoort.',
      en: 'By the building block of collaboration of the cause that was named last; `none` where it belongs to no block.',
    },
    key: { nl: 'Leeg: niet vastgelegd of niet genoemd.', en: 'Null: not recorded, or not named.' },
    few: {
      nl: 'Samengenomen omdat er per naam te weinig casus zijn.',
      en: 'Taken together because there are too few casus under each name.',
    },
    ...QUANTILE_TERMS,
  },
};
