// Romanian for signing in.

import type { Words } from '../words.ts';

export const signIn: Words['signIn'] = {
  title: 'Autentificare',
  handle: 'Nume scurt',
  password: 'Parolă',
  submit: 'Intră în cont',
  wallScreen: 'Acesta este un ecran de perete: folosește un token',
  person: 'Folosește numele scurt și parola',
  token: 'Token',
  tokenHint: 'Un responsabil face unul cu dreptul board:read.',
  submitToken: 'Folosește tokenul',
};
