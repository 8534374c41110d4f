// Whether the gateway may speak of its own accord to an address: what a name leads to is judged when the connection is made,
// so that a name that is made to point inwards leads nowhere.

import { BlockList, isIPv6 } from 'node:net';

export type AddressRules = {
  /** As it stands in the URL, without brackets. */
  readonly host: string;
  readonly isSecure: boolean;
  /** Whether a person has allowed addresses of their own network. */
  readonly lan: boolean;
};

const subnets = (...ranges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[]): BlockList => {
  const list = new BlockList();
  for (const [net, bits, family] of ranges) list.addSubnet(net, bits, family);
  return list;
};

const loopback = subnets(['127.0.0.0', 8, 'ipv4'], ['::1', 128, 'ipv6']);
/** RFC 1918, 3927, 6598, 4193 and 4291. */
const own = subnets(
  ['10.0.0.0', 8, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['fc00::', 7, 'ipv6'],
  ['fe80::', 10, 'ipv6'],
);
/** Nobody, everybody, or many at once. */
const noHost = subnets(
  ['0.0.0.0', 8, 'ipv4'],
  ['224.0.0.0', 3, 'ipv4'],
  ['::', 128, 'ipv6'],
  ['ff00::', 8, 'ipv6'],
);

export function mayReach(address: string, { host, isSecure, lan }: AddressRules): boolean {
  const family = isIPv6(address) ? 'ipv6' : 'ipv4';
  if (noHost.check(address, family)) return false;
  if (loopback.check(address, family)) return lan || /^(?:localhost|127\.[0-9.]+|::1)$/.test(host);
  if (own.check(address, family)) return lan;
  return isSecure;
}
