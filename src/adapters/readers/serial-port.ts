// The serial port of a reader.

import { serialOpener } from '../../edge/open-serial.ts';
import type { OpenPort } from './reader-port.ts';

/** So many bytes may wait to be written: a few questions to a chip. */
const unsentBytes = 256;

/** Opens `path`; everything that can be wrong with it comes as a fault with a code. */
export const serialReaderPort = (port: { path: string; baud: number }): OpenPort =>
  serialOpener({ ...port, unsentBytes });
