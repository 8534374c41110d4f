// The way to a controller that its link names: a serial port, or the network. Beside a host both hold what a host may stream.

import type { LinkOptions } from './open-link.ts';
import { serialTransport } from './serial-transport.ts';
import { tcpTransport } from './tcp-transport.ts';
import { type OpenTransport, streamLimits } from './transport.ts';

export function transportFor({
  link,
  profile,
  beside,
}: Pick<LinkOptions, 'link' | 'profile' | 'beside'>): OpenTransport {
  const flow = beside?.owner === 'passThrough' ? streamLimits : {};
  return link.kind === 'serial'
    ? serialTransport({ path: link.path, baud: link.baud ?? profile.baud, ...flow })
    : tcpTransport({ ...link, ...flow });
}
