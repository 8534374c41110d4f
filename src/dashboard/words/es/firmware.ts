// Spanish for what the firmware of a machine tells people: what the end of access has left, and what is wrong with its profile.

import type { firmware as firmwareEn, profileTroubles as profileTroublesEn } from '../en/firmware.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const firmware: typeof firmwareEn = {
  left: 'Después del fin del acceso',
  says: {
    'spindle.off': 'El husillo está apagado.',
    'spindle.on': 'El husillo puede seguir girando.',
    'spindle.unknown': 'Nadie ha apagado el husillo.',
    'laser.off': 'El láser está apagado.',
    'laser.on': 'El láser puede seguir quemando.',
    'laser.unknown': 'Nadie ha apagado ningún láser.',
    'heat.off': 'Los calentadores están apagados, y se enfrían.',
    'heat.on': 'Los calentadores siguen encendidos.',
    'heat.unknown': 'Nadie ha apagado los calentadores.',
    'position.kept': 'Su posición se conserva.',
    'position.lost': 'Su posición se ha perdido: llévala otra vez al origen.',
    'position.unknown': 'Su posición puede haberse perdido: llévala otra vez al origen.',
  },
};

export const profileTroubles: typeof profileTroublesEn = {
  'profile-broken': icu(
    'Su perfil de firmware «{profile}» no se puede usar, así que nadie la escucha. Ejecuta: npx officina check.',
  ),
  'profile-draft': icu(
    'El perfil {profile} es un borrador: se observa la máquina, y no se le dice cuándo acaba el acceso. Solo su interruptor impide que se use.',
  ),
};
