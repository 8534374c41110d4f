// What carries the bytes of a reader: a serial port or an event device. It is opened once; `closed` comes exactly once
// unless we close it ourselves, also when opening failed; after that it is thrown away and a new one is made.

export type ReaderPort = {
  /** False when the reader does not take it; the bytes are then dropped, never queued. */
  write(bytes: Uint8Array): boolean;
  /** Resolves when it is closed; never rejects. */
  close(): Promise<void>;
};

export type PortEvents = {
  readonly opened: () => void;
  readonly bytes: (chunk: Uint8Array) => void;
  readonly closed: (fault: PortFault) => void;
};

export type OpenPort = (events: PortEvents) => ReaderPort;

/** Why there is no port; `detail` is for the log only. */
export type PortFault = {
  readonly code: 'missing' | 'forbidden' | 'busy' | 'gone';
  readonly detail: string;
};

/** The fault that an error of the file system stands for. */
export function faultOf(fault: unknown): PortFault {
  const { code, message: detail } = fault as NodeJS.ErrnoException;
  if (code === 'EACCES' || code === 'EPERM') return { code: 'forbidden', detail };
  if (code === 'EBUSY') return { code: 'busy', detail };
  return { code: code === 'ENOENT' || code === 'ENXIO' ? 'missing' : 'gone', detail };
}
