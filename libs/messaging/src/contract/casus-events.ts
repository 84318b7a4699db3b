import { partner, publicType, reference } from '#messaging/contract/form';

/** The casus as a whole, and the home that is sought. */
export const casusEvents = {
  'casus.opened': publicType(1, 'A casus was opened.', { director: partner }),
  'casus.closed': publicType(
    1,
    'A casus was closed. With what outcome, only those may know who may ask: `dataref`.',
    {},
  ),
  'casus.reopened': publicType(1, 'A closed casus was opened again.', {}),
  'casus.director-appointed': publicType(1, 'Another partner or person became director.', { director: partner }),
  'casus.housing-need-described': publicType(
    1,
    'The home that is sought was described, or described anew. What is sought, `dataref` tells whoever may know.',
    {},
  ),
  'casus.housing-need-ready': publicType(
    1,
    'A home can be offered: what is sought is described and a housing step of a housing corporation is open.',
    { step: reference, owner: partner },
  ),
};
