// What the links to controllers are measured against: a bare program that polls the same links at the same pace and reads
// their lines with the same libraries, and parses nothing. Nothing of the gateway runs here.

import { connect } from 'node:net';
import type { Duplex } from 'node:stream';
import { ReadlineParser } from '@serialport/parser-readline';
import { SerialPort } from 'serialport';
import { answer } from './child.ts';

/** Ports on loopback, or paths of terminals. */
export type LinesSettings = { readonly links: readonly (number | string)[]; readonly everyMs: number };

const { links, everyMs }: LinesSettings = JSON.parse(process.argv[2] ?? '');
const poll = Buffer.from('?');
let lines = 0;

for (const link of links) {
  const stream: Duplex =
    typeof link === 'number'
      ? connect({ host: '127.0.0.1', port: link, noDelay: true })
      : new SerialPort({ path: link, baudRate: 115_200 });
  stream.pipe(new ReadlineParser({ delimiter: '\n', encoding: 'latin1' })).on('data', () => {
    lines += 1;
  });
  setInterval(() => stream.write(poll), everyMs);
}
answer(() => lines);
process.stdout.write('ready\n');
