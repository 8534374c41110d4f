// Devices that nobody has described yet: what they say is looked at by people and reaches nothing, until one of them
// says what the device is. Shapes only; the broker keeps the list, the composition writes the file.

/** A device that connected with a pairing code, or from an address that `mqtt.attachFrom` allows. In memory only. */
export type Unassigned = {
  /** The client id that it calls itself. */
  readonly client: string;
  readonly user: string | null;
  readonly address: string;
  readonly how: 'code' | 'address';
  readonly there: boolean;
  /** Wall clock, milliseconds since 1970. */
  readonly firstSeenMs: number;
  readonly lastSeenMs: number;
  /** Newest last, bounded. */
  readonly messages: readonly UnassignedMessage[];
  readonly guesses: readonly DeviceGuess[];
};

export type UnassignedMessage = {
  readonly atMs: number;
  readonly topic: string;
  /** As text, bounded; what cannot be shown is written as `\xNN`. */
  readonly text: string;
  readonly retained: boolean;
};

/** What stands in `officina.yaml` of a device, without its sign-in. */
export type DeviceEntry = { readonly kind: string } & Readonly<Record<string, string | number | boolean>>;

/** What a device may be, by what it said. */
export type DeviceGuess = {
  readonly role: 'reader' | 'switch';
  readonly entry: DeviceEntry;
  /** In one sentence. */
  readonly because: string;
};

/** A described box with the firmware that it came with, and what else of it could be described. In memory only. */
export type KnownBox = {
  readonly client: string;
  readonly there: boolean;
  readonly parts: readonly { readonly role: 'reader' | 'switch'; readonly id: string }[];
  readonly guesses: readonly DeviceGuess[];
};

export type NewDevice = {
  readonly role: 'reader' | 'switch';
  readonly id: string;
  readonly entry: DeviceEntry;
  /** How a stock device signs in; null for a native one, whose id says it. */
  readonly account: { readonly client: string; readonly user: string } | null;
  /** Path of the file with its password, as it is to stand in the file. */
  readonly passwordFile: string;
  /** The machine that it is for from now on; null leaves all machines as they are. */
  readonly machine: string | null;
};

/** Puts a device into the text of `officina.yaml`; all else stays as it is, to the byte. */
export type AddDevice = (text: string, device: NewDevice) => DeviceAdded;

export type DeviceAdded =
  | { readonly ok: true; readonly text: string; readonly lines: readonly AddedLine[] }
  | { readonly ok: false; readonly mistakes: readonly FileMistake[] };

/** A line of the new text that is not in the old one; `line` from 1. */
export type AddedLine = { readonly line: number; readonly text: string };

/** Line and column from 1; null when it is about no place in the file. */
export type FileMistake = {
  readonly line: number | null;
  readonly column: number | null;
  readonly text: string;
  /** What of the wish it is about, where that is known. */
  readonly field?: 'id' | 'entry' | 'machine';
};
