// French for whether the gateway is reached.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const contact: Words['contact'] = {
  connecting: 'Connexion à la passerelle.',
  never: 'Nous ne joignons pas la passerelle. Nouvel essai en cours ; vous n’avez rien à faire.',
  away: icu(
    'Nous ne joignons plus la passerelle depuis {time}. Ce que vous voyez date de là. Les machines en marche suivent leurs propres règles ; les nouvelles sessions attendent.',
  ),
  back: icu('De retour à {time}, à jour.'),
};
