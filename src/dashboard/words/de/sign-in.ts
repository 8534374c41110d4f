// German for signing in.

import type { signIn as signInEn } from '../en/sign-in.ts';

export const signIn: typeof signInEn = {
  title: 'Anmelden',
  handle: 'Anmeldename',
  password: 'Passwort',
  submit: 'Anmelden',
  wallScreen: 'Das ist ein Wandbildschirm: Token benutzen',
  person: 'Anmeldename und Passwort benutzen',
  token: 'Token',
  tokenHint: 'Die Aufsicht erzeugt eines mit dem Recht board:read.',
  submitToken: 'Dieses Token benutzen',
};
