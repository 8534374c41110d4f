// French for signing in.

import type { Words } from '../words.ts';

export const signIn: Words['signIn'] = {
  title: 'Se connecter',
  handle: 'Identifiant',
  password: 'Mot de passe',
  submit: 'Se connecter',
  wallScreen: 'C’est un écran mural : utiliser un jeton',
  person: 'Utiliser identifiant et mot de passe',
  token: 'Jeton',
  tokenHint: 'Un responsable en crée un avec le droit board:read.',
  submitToken: 'Utiliser ce jeton',
};
