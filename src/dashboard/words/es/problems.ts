// Spanish for what went wrong with a request, where the gateway could not say it.

import type { problems as problemsEn } from '../en/problems.ts';
import { icuIn } from '../icu.ts';
import { refusals } from './refusals.ts';

const icu = icuIn('es');

export const problems: typeof problemsEn = {
  away: 'La pasarela no responde. Nada ha cambiado; prueba otra vez cuando vuelva.',
  unreadable: 'No se puede leer la respuesta de la pasarela. Recarga esta página.',
  code: icu('Código {code}'),
  refusals,
};
