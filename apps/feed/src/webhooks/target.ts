import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isLoopback, isPublicAddress } from '#apps/feed/src/webhooks/public-address';

/** The addresses of a host name. Rejects when there are none. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveByDns: Resolve = async (host) => (await lookup(host, { all: true })).map(({ address }) => address);

/** What a webhook may reach. `loopback`: this machine too, also without TLS: for development. */
export interface Reach {
  readonly resolve: Resolve;
  readonly loopback: boolean;
}

/** Why an address is none to which anything is sent. */
export type UnfitTarget = 'no-https-address' | 'credentials-in-address' | 'host-unknown' | 'address-not-public';

/** Where to connect: an address that was looked at, for the host that was named. */
export type Target =
  | { readonly fit: true; readonly url: URL; readonly address: string }
  | { readonly fit: false; readonly why: UnfitTarget };

const unfit = (why: UnfitTarget): Target => ({ fit: false, why });

async function addressesOf(host: string, resolve: Resolve): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host];
  try {
    return await resolve(host);
  } catch {
    return [];
  }
}

/**
 * Looks up where an address leads now, and refuses what leads inside. Whoever connects uses `address` and looks nothing
 * up again, so that a name cannot mean something else by then.
 */
export async function targetOf(text: string, { resolve, loopback }: Reach): Promise<Target> {
  const url = URL.parse(text);
  if (!url || !['https:', 'http:'].includes(url.protocol)) return unfit('no-https-address');
  if (url.username !== '' || url.password !== '') return unfit('credentials-in-address');
  if (url.protocol === 'http:' && !loopback) return unfit('no-https-address');
  const addresses = await addressesOf(url.hostname.replace(/^\[|\]$/g, ''), resolve);
  const [address] = addresses;
  if (address === undefined) return unfit('host-unknown');
  const isOwn = loopback && addresses.every(isLoopback);
  if (!isOwn && !addresses.every(isPublicAddress)) return unfit('address-not-public');
  return url.protocol === 'http:' && !isOwn ? unfit('no-https-address') : { fit: true, url, address };
}
