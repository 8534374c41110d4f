// Italian for signing in.

import type { signIn as signInEn } from '../en/sign-in.ts';

export const signIn: typeof signInEn = {
  title: 'Entra',
  handle: 'Nome breve',
  password: 'Password',
  submit: 'Entra',
  wallScreen: 'Questo è uno schermo a parete: usa un token',
  person: 'Usa nome breve e password',
  token: 'Token',
  tokenHint: 'Lo crea un responsabile, con lo scope board:read.',
  submitToken: 'Usa questo token',
};
