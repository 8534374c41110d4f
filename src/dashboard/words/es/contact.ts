// Spanish for whether the gateway is reached.

import type { contact as contactEn } from '../en/contact.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const contact: typeof contactEn = {
  connecting: 'Conectando con la pasarela.',
  never: 'No llegamos a la pasarela. Seguimos intentándolo; aquí no hay nada que hacer.',
  away: icu(
    'No llegamos a la pasarela desde {time}. Lo que ves es de entonces. Las máquinas en marcha siguen sus propias reglas; las sesiones nuevas esperan.',
  ),
  back: icu('De vuelta a las {time}, al día.'),
};
