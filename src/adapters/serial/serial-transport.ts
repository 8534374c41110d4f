// A serial port: 8N1, locked against other programs that lock, and left without dropping DTR, so that opening it
// again does not reset the board a second time.

import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import type { SerialPort } from 'serialport';
import { type LinkFault, type OpenTransport, unsentBytesLimit } from './transport.ts';

/** Opens `path`; everything that can be wrong with it comes as a fault with a code. */
export function serialTransport(port: { path: string; baud: number }): OpenTransport {
  return (events) => {
    let serial: SerialPort | null = null;
    let over = false;
    const finish = (fault: LinkFault | null) => {
      if (over) return;
      over = true;
      events.closed(fault);
    };
    const opening = (async () => {
      const made = await make(port);
      serial = made;
      listen(made, { bytes: events.bytes, finish });
      const fault = over ? null : await open(made);
      if (fault) finish(fault);
      else if (!over) events.opened();
    })();
    return {
      write: (bytes) => {
        if (!serial?.isOpen || serial.writableLength + bytes.length > unsentBytesLimit) return false;
        serial.write(bytes);
        return true;
      },
      close: async () => {
        over = true;
        await opening;
        if (serial?.isOpen) await new Promise<void>((resolve) => serial?.close(() => resolve()));
      },
    };
  };
}

/** The library is loaded only where a machine has a serial port: it takes some ten megabytes. */
async function make(port: { path: string; baud: number }): Promise<SerialPort> {
  const library = await import('serialport');
  return new library.SerialPort({
    path: port.path,
    baudRate: port.baud,
    autoOpen: false,
    hupcl: false,
    lock: true,
  });
}

type Heard = {
  readonly bytes: (bytes: Buffer) => void;
  readonly finish: (fault: LinkFault | null) => void;
};

function listen(serial: SerialPort, { bytes, finish }: Heard): void {
  const gone = (fault: Error): LinkFault => ({ code: 'port-gone', detail: fault.message });
  serial.on('data', bytes);
  serial.on('error', (fault) => {
    if (serial.isOpen) serial.close(() => finish(gone(fault)));
    else finish(gone(fault));
  });
  serial.on('close', (fault: Error | null) => finish(fault ? gone(fault) : null));
}

/** Asks the file system first: the library tells its reasons only as text. */
async function open(serial: SerialPort): Promise<LinkFault | null> {
  try {
    await stat(serial.path);
    await access(serial.path, constants.R_OK | constants.W_OK);
  } catch (fault) {
    const code = (fault as NodeJS.ErrnoException).code;
    const detail = (fault as Error).message;
    return { code: code === 'EACCES' || code === 'EPERM' ? 'port-forbidden' : 'port-missing', detail };
  }
  return new Promise((resolve) =>
    serial.open((fault) => resolve(fault ? { code: 'port-busy', detail: fault.message } : null)),
  );
}
