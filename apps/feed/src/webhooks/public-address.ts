import { BlockList, isIP, isIPv6 } from 'node:net';

const closed = new BlockList();
const CLOSED_4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.0.2.0/24', '192.88.99.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24', '203.0.113.0/24'],
  ...['224.0.0.0/4', '240.0.0.0/4'],
];
/** Within what is given out to the public at all. */
const CLOSED_6 = ['2001::/23', '2001:db8::/32', '2002::/16', '3fff::/20'];
for (const range of [...CLOSED_4, ...CLOSED_6]) {
  const [net = '', bits] = range.split('/');
  closed.addSubnet(net, Number(bits), isIPv6(net) ? 'ipv6' : 'ipv4');
}
const given6 = new BlockList();
given6.addSubnet('2000::', 3, 'ipv6');

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

const within = (list: BlockList, address: string): boolean => list.check(address, isIPv6(address) ? 'ipv6' : 'ipv4');

/** Whether an IP address can be that of someone outside: not this machine, its network, or a range with another meaning. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 0 || within(closed, address)) return false;
  return !isIPv6(address) || within(given6, address);
}

export const isLoopback = (address: string): boolean => isIP(address) !== 0 && within(loopback, address);
