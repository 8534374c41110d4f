// Asks the gateway about ways to sign in and places where one is. Kept apart from the other questions: a page that is only
// looked at needs none of it.

import type { Self } from '../../contract/people.ts';
import type { SetupView } from '../../contract/setup.ts';
import type {
  PasskeyBegun,
  PasskeyList,
  PasskeyRequest,
  PasskeySignIn,
  PlaceList,
  ProviderBegun,
  SignInWays,
} from '../../contract/sign-in.ts';
import { ask } from '../ask.ts';
import { api } from '../paths.ts';

export const signInClient = {
  ways: () => ask<SignInWays>('GET', api.signInWays),
  beginSignIn: () => ask<PasskeyBegun>('POST', api.passkeyChallenge),
  signIn: (body: PasskeySignIn) => ask<Self>('POST', api.passkeySignIn, { body }),
  beginProvider: () => ask<ProviderBegun>('POST', api.provider),
  passkeys: () => ask<PasskeyList>('GET', api.passkeys),
  beginNew: () => ask<PasskeyBegun>('POST', api.newPasskey),
  add: (body: PasskeyRequest) => ask<PasskeyList>('POST', api.passkeys, { body }),
  remove: (passkey: string) => ask<PasskeyList>('DELETE', api.passkey(passkey)),
  places: () => ask<PlaceList>('GET', api.places),
  leave: (place: string) => ask<null>('DELETE', api.signedInAt(place)),
  leaveAll: () => ask<null>('DELETE', api.places),
  setup: () => ask<SetupView>('GET', api.setup),
};
