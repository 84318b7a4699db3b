/** Everything about casus, for the services of the installation itself. */
export const INTERNAL_TOPIC = 'aanzet.casus.v1';

/** What housing corporations tell of homes, to the services of the installation: apart, for their accounts write it. */
export const HOMES_TOPIC = 'aanzet.homes.v1';

/** What one partner may know. A topic of its own, so that the access rules of the broker can guard it. */
export const partnerTopic = (partner: string): string => `aanzet.partner.${partner}.v1`;
