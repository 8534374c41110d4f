// A serial port as the way to a controller.

import { openSerial, type SerialFault } from '../../edge/open-serial.ts';
import { type LinkFault, type OpenTransport, unsentBytesLimit } from './transport.ts';

/** Opens `path`; everything that can be wrong with it comes as a fault with a code. */
export function serialTransport(port: {
  path: string;
  baud: number;
  unsentBytes?: number;
  fullBytes?: number;
}): OpenTransport {
  return (events) =>
    openSerial(
      { unsentBytes: unsentBytesLimit, ...port },
      { ...events, closed: (fault) => events.closed(linkFault(fault)) },
    );
}

const linkFault = ({ code, detail }: SerialFault): LinkFault | null =>
  detail === null ? null : { code: `port-${code}`, detail };
