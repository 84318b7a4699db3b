/** The version of the API; its first figure stands in the address. */
export const API_VERSION = '1.0.0';

/** What every answer says, problems included. Nothing is stored on the way, framed, guessed or fetched from elsewhere. */
export const HEADERS = {
  'API-Version': API_VERSION,
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
} as const;

/** The page that shows the OpenAPI document runs its own scripts and styles, and nobody else's. */
export const DOCS_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";
