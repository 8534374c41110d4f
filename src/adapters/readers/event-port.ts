// The event device of a USB reader, read without waiting in it: a blocking read would hold one of the four threads on
// which this process opens files and looks names up, for as long as nobody taps.

import { close, constants, open, read } from 'node:fs';
import { promisify } from 'node:util';
import { type CallOff, noTimer, type Timers } from '../../edge/timers.ts';
import { faultOf, type OpenPort, type PortFault } from './reader-port.ts';

/**
 * Asked again after so long when it had nothing, sooner while it types. A reader types up to a hundred keys a second, and the
 * kernel keeps ten: 64 events.
 */
const askAgainMs = { idle: 50, typing: 10 } as const;
/** So many questions in vain, half a second, and it has stopped typing. */
const typingQuestions = 50;
/** A hundred and seventy events. */
const chunkBytes = 4080;

const openFile = promisify(open);
const closeFile = promisify(close);

/** Opens `path` for reading; its end or ENODEV means that the reader was unplugged. */
export function eventPort({ path, timers }: { path: string; timers: Timers }): OpenPort {
  return (events) => {
    let isOver = false;
    let callOff: CallOff = noTimer;
    let inVain = typingQuestions;
    let reading: Promise<void> = Promise.resolve();
    const buffer = Buffer.alloc(chunkBytes);
    const file = openFile(path, constants.O_RDONLY | constants.O_NONBLOCK);
    const finish = (fault: PortFault): void => {
      if (isOver) return;
      isOver = true;
      void release(file).then(() => events.closed(fault));
    };
    const ask = async (fd: number): Promise<void> => {
      const found = await readSome(fd, buffer);
      if (isOver) return;
      if (found === 'nothing') {
        inVain = Math.min(inVain + 1, typingQuestions);
        const waitMs = inVain < typingQuestions ? askAgainMs.typing : askAgainMs.idle;
        callOff = timers.after(waitMs, () => again(fd));
        return;
      }
      if ('code' in found) return finish(found);
      inVain = 0;
      events.bytes(Uint8Array.from(found.bytes));
      callOff = timers.after(0, () => again(fd));
    };
    const again = (fd: number): void => {
      reading = ask(fd);
    };
    file.then(
      (fd) => {
        if (isOver) return;
        events.opened();
        again(fd);
      },
      (fault: unknown) => finish(faultOf(fault)),
    );
    return {
      write: () => false,
      close: async () => {
        const wasOver = isOver;
        isOver = true;
        callOff();
        await reading;
        if (!wasOver) await release(file);
      },
    };
  };
}

/** The end of the file is a fault too: a device that is there never ends. */
function readSome(fd: number, buffer: Buffer): Promise<'nothing' | PortFault | { bytes: Uint8Array }> {
  return new Promise((resolve) =>
    read(fd, buffer, 0, buffer.length, null, (fault, count) => {
      if (fault?.code === 'EAGAIN') resolve('nothing');
      else if (fault) resolve(faultOf(fault));
      else if (count === 0) resolve({ code: 'gone', detail: 'the device has ended' });
      else resolve({ bytes: buffer.subarray(0, count) });
    }),
  );
}

/** Never rejects: what was not opened has nothing to close, and what has gone closes itself. */
async function release(file: Promise<number>): Promise<void> {
  try {
    await closeFile(await file);
  } catch {
    return;
  }
}
