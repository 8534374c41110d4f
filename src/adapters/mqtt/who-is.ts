// Who signs in, or the reason why nobody comes in so. The certificate is judged before the password, so that nobody learns
// without one whether a password or a code is right.

import { type Devices, type SignIn, signedIn } from './credentials.ts';
import { type Newcomers, pairingUser } from './newcomers.ts';
import type { Guard } from './packet-guard.ts';

export type WhoIs = {
  readonly devices: () => Devices;
  readonly newcomers: Pick<Newcomers, 'signIn'>;
};

export function whoIs({ devices, newcomers }: WhoIs, guard: Guard, attempt: SignIn) {
  const described = devices();
  const device = signedIn(described, attempt);
  const { name, isRequired } = guard.certificate;
  // Whoever is not on this computer is not the gateway itself, whatever password it knows.
  const isProbe = device?.kind === 'probe' && guard.isLocal;
  if (name !== null && name !== attempt.clientId) return 'certificate-name';
  if (isRequired && name === null && !isProbe) return 'certificate-missing';
  if (device) return device.kind === 'probe' && !isProbe ? 'credentials' : device;
  const newcomer = newcomers.signIn({ ...attempt, devices: described, guard });
  return newcomer ?? (attempt.userName === pairingUser ? 'pairing-refused' : 'credentials');
}
