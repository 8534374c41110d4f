// Who is who: a device signs in with its client id as user name and its own password. The comparison takes as long for
// an unknown name as for a wrong password, and the id is bound to the password, so nobody can take another's place.

import { createHash, timingSafeEqual } from 'node:crypto';
import type { DeviceKind } from './permit.ts';

export type Device = { readonly kind: DeviceKind; readonly id: string; readonly password: string };

/** By client id, as `reader-front`. */
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
  const named = attempt.userName === attempt.clientId;
  return device && device.password !== '' && same && named ? device : null;
}

/** Whether a device is still described as it was. */
export function isSameDevice(one: Device | undefined, other: Device): boolean {
  return one?.kind === other.kind && one.id === other.id && one.password === other.password;
}

const digest = (secret: string | Uint8Array): Buffer => createHash('sha256').update(secret).digest();
