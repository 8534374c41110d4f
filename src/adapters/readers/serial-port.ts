// The serial port of a reader.

import { openSerial } from '../../edge/open-serial.ts';
import type { OpenPort } from './reader-port.ts';

/** So many bytes may wait to be written: a few questions to a chip. */
const unsentBytes = 256;

/** Opens `path`; everything that can be wrong with it comes as a fault with a code. */
export function serialReaderPort(port: { path: string; baud: number }): OpenPort {
  return (events) =>
    openSerial(
      { ...port, unsentBytes },
      {
        ...events,
        closed: ({ code, detail }) => events.closed({ code, detail: detail ?? 'the port was closed' }),
      },
    );
}
