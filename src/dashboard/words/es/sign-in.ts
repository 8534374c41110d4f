// Spanish for signing in.

import type { signIn as signInEn } from '../en/sign-in.ts';

export const signIn: typeof signInEn = {
  title: 'Entrar',
  handle: 'Alias',
  password: 'Contraseña',
  submit: 'Entrar',
  wallScreen: 'Es una pantalla de pared: usar un token',
  person: 'Usar alias y contraseña',
  token: 'Token',
  tokenHint: 'Lo crea un responsable con el permiso board:read.',
  submitToken: 'Usar este token',
};
