import { Optional, Required } from '#commands/form/field';
import { listOf, oneOf, text } from '#commands/form/forms';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import { place } from '#messaging/feed-http/feed-parameters';

const LONGEST_URL = 2000;
/** Of what the log of the casus tells; homes are told by the service of their landlord. */
const TYPES = PUBLIC_NAMES.filter((name) => name.startsWith('casus.')).map(publicTypeOf);

export class ReplayBody {
  @Optional(place, 'Sends anew what lies behind this place; everything when left out')
  after?: string;
}

export class WebhookBody extends ReplayBody {
  @Required(
    text(LONGEST_URL),
    'Where events are sent: an https address of a server on the internet',
    'https://partner.example/aanzet',
  )
  url!: string;

  @Optional(
    listOf(oneOf(TYPES), TYPES.length),
    'Only events of these types; all that the partner may have when left out',
  )
  types?: string[];
}
