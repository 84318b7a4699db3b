import * as v from 'valibot';
import { sourceOf, type Sender } from '#messaging/contract/cloud-event';
import { variable, type SettingsOf } from '#platform/settings';

/** The environment variables of whatever sends public events. */
export const SENDER_VARIABLES = {
  AANZET_SOURCE_OIN: variable(
    v.optional(v.pipe(v.string(), v.regex(/^\d{20}$/)), '00000000000000000000'),
    'The OIN of the organisation that runs this installation; it names the source of public events. Without it, twenty zeros: no organisation.',
    'twenty digits',
  ),
  AANZET_PUBLIC_URL: variable(
    v.optional(v.pipe(v.string(), v.regex(/^https?:\/\/[^\s/]+(\/[^\s/]+)*$/)), 'http://127.0.0.1:3000'),
    'Where partners reach the API; public events point there.',
    'an address such as https://aanzet.example.nl, without a slash at the end',
  ),
} as const;

/** Who sends, by these settings. */
export const senderOf = (settings: SettingsOf<typeof SENDER_VARIABLES>): Sender => ({
  source: sourceOf(settings.AANZET_SOURCE_OIN),
  api: settings.AANZET_PUBLIC_URL,
});
