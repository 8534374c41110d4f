// A serial port: 8N1, locked against other programs that lock, and left without dropping DTR, so that opening it again
// does not reset a board a second time. It is opened once; `closed` comes exactly once unless we close it ourselves.

import { constants } from 'node:fs';
import { access } from 'node:fs/promises';
import type { SerialPort } from 'serialport';

export type SerialPlace = {
  readonly path: string;
  readonly baud: number;
  /** So many bytes may wait to be written; what is more is refused, never queued. */
  readonly unsentBytes: number;
  /** From so many on it is full until they have gone out. */
  readonly fullBytes?: number;
};

export type OpenedSerial = {
  /** False when it does not take them. */
  write(bytes: Uint8Array): boolean;
  isFull(): boolean;
  /** Resolves when it is closed; never rejects. */
  close(): Promise<void>;
};

export type SerialEvents = {
  readonly opened: () => void;
  readonly bytes: (chunk: Buffer) => void;
  readonly closed: (fault: SerialFault) => void;
  /** It was full and is not any more. */
  readonly drained?: () => void;
};

/** Why there is no port. `detail` is for the log only; null when it closed without a word. */
export type SerialFault = {
  readonly code: 'missing' | 'forbidden' | 'busy' | 'gone';
  readonly detail: string | null;
};

/** Everything that can be wrong with it comes as a fault with a code. */
export function openSerial(place: SerialPlace, events: SerialEvents): OpenedSerial {
  let serial: SerialPort | null = null;
  let isOver = false;
  const finish = (fault: SerialFault): void => {
    if (isOver) return;
    isOver = true;
    events.closed(fault);
  };
  const opening = (async () => {
    const made = await make(place);
    serial = made;
    made.on('data', events.bytes);
    made.on('drain', () => events.drained?.());
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
    write(bytes) {
      if (!serial?.isOpen || serial.writableLength + bytes.length > place.unsentBytes) return false;
      serial.write(bytes);
      return true;
    },
    isFull: () => serial?.writableNeedDrain ?? false,
    async close() {
      isOver = true;
      await opening;
      if (serial?.isOpen) await new Promise<void>((resolve) => serial?.close(() => resolve()));
    },
  };
}

type WordedEvents = Omit<SerialEvents, 'closed'> & {
  readonly closed: (fault: { readonly code: SerialFault['code']; readonly detail: string }) => void;
};

/** The same for those who always log a reason. */
export const serialOpener =
  (place: SerialPlace) =>
  (events: WordedEvents): OpenedSerial =>
    openSerial(place, {
      ...events,
      closed: ({ code, detail }) => events.closed({ code, detail: detail ?? 'the port was closed' }),
    });

/** The library is loaded only where something has a serial port: it takes some ten megabytes. */
async function make({ path, baud: baudRate, fullBytes }: SerialPlace): Promise<SerialPort> {
  const library = await import('serialport');
  const flow = fullBytes === undefined ? {} : { highWaterMark: fullBytes };
  return new library.SerialPort({ path, baudRate, autoOpen: false, hupcl: false, lock: true, ...flow });
}

/** Asks the file system first: the library tells its reasons only as text. */
async function open(serial: SerialPort): Promise<SerialFault | null> {
  try {
    await access(serial.path, constants.R_OK | constants.W_OK);
  } catch (fault) {
    const { code, message: detail } = fault as NodeJS.ErrnoException;
    return { code: code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'missing', detail };
  }
  return new Promise((resolve) =>
    serial.open((fault) => resolve(fault ? { code: 'busy', detail: fault.message } : null)),
  );
}

const gone = (fault: Error | null): SerialFault => ({ code: 'gone', detail: fault?.message ?? null });
