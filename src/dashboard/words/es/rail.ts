// Spanish for the frame of the desk: its rail, its keys, and the search everywhere.

import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const rail = {
  label: 'Mostrador',
  rooms: {
    today: 'Hoy',
    members: 'Miembros',
    devices: 'Dispositivos',
    care: 'Cuidado',
    tariffs: 'Tarifas',
    policy: 'Reglas',
    books: 'Cuentas',
    journal: 'Registro',
    tokens: 'Tokens',
  } as Readonly<Record<string, string>>,
  search: 'Buscar',
  keys: 'Teclas',
  close: 'Cerrar',
  keysOn: 'Usar teclas sueltas en el mostrador',
  keysHint: 'Nunca actúan dentro de campos, y ninguna hace nada definitivo.',
  keyMap: {
    search: 'Buscar en todas partes',
    map: 'Este mapa',
    next: 'Siguiente de la lista',
    previous: 'Anterior de la lista',
    open: 'Abrir',
    back: 'Atrás, cerrar',
    fresh: 'Nuevo',
    answer: 'Responder a una alarma',
  },
  goTo: icu<{ room: string }>('Ir a {room}'),
  searchLabel: 'Buscar máquinas, miembros, salas, códigos y posiciones del registro',
  groups: {
    rooms: 'Salas',
    machines: 'Máquinas',
    members: 'Miembros',
    journal: 'Registro',
    codes: 'Rechazos',
  },
  position: icu<{ seq: string }>('Entrada {seq}'),
  nothing: 'Nada aquí se llama así. Prueba con menos letras.',
  found: icu<{ count: number }>(
    '{count, plural, one {# encontrado} many {# encontrados} other {# encontrados}}',
  ),
};
