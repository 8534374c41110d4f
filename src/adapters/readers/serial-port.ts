// The serial port of a reader: 8N1, locked against other programs that lock.

import type { SerialPort } from 'serialport';
import { askPath, type OpenPort, type PortFault } from './reader-port.ts';

/** So many bytes may wait to be written: a few questions to a chip. */
const unsentLimitBytes = 256;

/** Opens `path`; everything that can be wrong with it comes as a fault with a code. */
export function serialReaderPort(port: { path: string; baud: number }): OpenPort {
  return (events) => {
    let serial: SerialPort | null = null;
    let isOver = false;
    const finish = (fault: PortFault): void => {
      if (isOver) return;
      isOver = true;
      events.closed(fault);
    };
    const opening = (async () => {
      const made = await make(port);
      serial = made;
      made.on('data', events.bytes);
      made.on('error', (fault) => {
        if (made.isOpen) made.close(() => finish(gone(fault)));
        else finish(gone(fault));
      });
      made.on('close', (fault: Error | null) => finish(gone(fault)));
      const fault = isOver ? null : await open(made);
      if (fault) finish(fault);
      else if (!isOver) events.opened();
    })().catch((fault: unknown) => finish(gone(fault as Error)));
    return {
      write: (bytes) => {
        if (!serial?.isOpen || serial.writableLength + bytes.length > unsentLimitBytes) return false;
        serial.write(bytes);
        return true;
      },
      close: async () => {
        isOver = true;
        await opening;
        if (serial?.isOpen) await new Promise<void>((resolve) => serial?.close(() => resolve()));
      },
    };
  };
}

/** The library is loaded only where a reader has a serial port: it takes some ten megabytes. */
async function make({ path, baud: baudRate }: { path: string; baud: number }): Promise<SerialPort> {
  const library = await import('serialport');
  return new library.SerialPort({ path, baudRate, autoOpen: false, hupcl: false, lock: true });
}

/** Asks the file system first: the library tells its reasons only as text. */
async function open(serial: SerialPort): Promise<PortFault | null> {
  const fault = await askPath(serial.path, 'read-write');
  if (fault) return fault;
  return new Promise((resolve) =>
    serial.open((error) => resolve(error ? { code: 'busy', detail: error.message } : null)),
  );
}

const gone = (fault: Error | null): PortFault => ({
  code: 'gone',
  detail: fault?.message ?? 'the port was closed',
});
