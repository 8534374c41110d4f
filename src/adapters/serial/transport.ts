// What carries bytes to a controller: a serial port or a TCP connection. It is opened once; `closed` comes exactly
// once, also when opening failed; after that it is thrown away and a new one is made.

export type Transport = {
  /** False when the other side does not take what was written before; the bytes are then dropped, never queued. */
  write(bytes: Uint8Array): boolean;
  /** It should not be given more before `drained` comes; only where that was asked for. */
  isFull?(): boolean;
  /** Resolves when it is closed; never rejects. */
  close(): Promise<void>;
};

export type TransportEvents = {
  readonly opened: () => void;
  /** The chunk is there only for the call: the next one may come in the same memory. */
  readonly bytes: (chunk: Buffer) => void;
  readonly closed: (fault: LinkFault | null) => void;
  /** What waited has gone out. */
  readonly drained?: () => void;
};

export type OpenTransport = (events: TransportEvents) => Transport;

/** Why there is no connection; `detail` is for the log only. */
export type LinkFault = {
  readonly code:
    | 'port-missing'
    | 'port-forbidden'
    | 'port-busy'
    | 'port-gone'
    | 'host-unknown'
    | 'host-refused'
    | 'host-unreachable'
    | 'host-gone';
  readonly detail: string;
};

/** So many bytes may wait to be written; we send single bytes and short lines. */
export const unsentBytesLimit = 256;

/** Where a host streams through: how much may wait, and from where on the host is made to wait. */
export const streamLimits = { unsentBytes: 4096, fullBytes: 1024 } as const;
