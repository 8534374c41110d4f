// Who is who: a device signs in with its own password, and with its client id as user name; stock firmware with the user
// name that stands in its entry. The comparison takes as long for an unknown name as for a wrong password, and the id is
// bound to the password, so nobody can take another's place.

import { createHash, timingSafeEqual } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import type { SpellingName } from '../../domain/access/spelling.ts';
import type { StockPart } from './dialects/speech-of.ts';
import type { DeviceKind } from './permit.ts';

export type NativeDevice = {
  readonly kind: DeviceKind;
  readonly id: string;
  readonly password: string;
  /** Of a reader that does not write hexadecimal. */
  readonly spelling?: SpellingName;
  /** Of a machine whose controller gives the permission to run: the switch that it is. */
  readonly switch?: string;
};

/** One box with the firmware that it came with; it may be several devices, as a reader with a relay. */
export type StockAccount = {
  readonly kind: 'stock';
  readonly client: string;
  readonly user: string;
  readonly password: string;
  readonly parts: readonly StockPart[];
};

/** A program that only listens; see `listener.ts`. */
export type ListenerAccount = {
  readonly kind: 'listener';
  readonly client: string;
  readonly password: string;
  /** The first level of the topics that describe our machines to it. */
  readonly prefix: string;
};

export type Device = NativeDevice | StockAccount | ListenerAccount;

/** A device that nobody has described: it may speak, and what it says reaches nothing. See `newcomers.ts`. */
export type Newcomer = {
  readonly kind: 'unassigned';
  readonly client: string;
  /** What it signed in with; null where that says nothing of the device. */
  readonly user: string | null;
  readonly address: string;
  readonly how: 'code' | 'address';
};

/** By client id, as `reader-front`, or whatever the firmware of a stock device calls itself. */
export type Devices = ReadonlyMap<string, Device>;

export type SignIn = {
  readonly clientId: string;
  readonly userName: string | undefined;
  readonly password: Uint8Array | undefined;
};

/** The device that signs in so, or null. An empty password never opens. */
export function signedIn(devices: Devices, attempt: SignIn): Device | null {
  const device = devices.get(attempt.clientId);
  const expected = digest(device?.password ?? '');
  const same = timingSafeEqual(expected, digest(attempt.password ?? ''));
  const named = attempt.userName === (device?.kind === 'stock' ? device.user : attempt.clientId);
  return device && device.password !== '' && same && named ? device : null;
}

/** Whether a device is still described as it was. */
export function isSameDevice(one: Device | undefined, other: Device): boolean {
  return isDeepStrictEqual(one, other);
}

const digest = (secret: string | Uint8Array): Buffer => createHash('sha256').update(secret).digest();
