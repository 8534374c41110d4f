// Spanish for the journal at the desk: its pages, one entry, and the proof.

import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const journal = {
  title: 'Registro',
  notYours: 'El registro es para responsables, tesoreros y administradores. Pregunta a uno de ellos.',
  filter: 'Buscar entradas',
  member: 'Miembro',
  machine: 'Máquina',
  type: 'Tipo',
  from: 'Desde',
  to: 'Hasta',
  any: 'cualquiera',
  find: 'Buscar',
  clear: 'Todas las entradas',
  position: 'Posición',
  none: 'No hay entradas así. Quita un filtro.',
  older: 'Entradas más antiguas',
  newest: 'Las más nuevas',
  caption: 'Entradas, las más nuevas primero',
  when: 'Cuándo',
  about: 'Sobre',
  doer: 'Por',
  forgotten: 'Lo que decía se olvidó por su edad; su huella queda.',
  recorded: 'Esta mirada queda anotada.',
  nameless: 'alguien',
  back: 'Todas las entradas',
  entry: icu<{ seq: string }>('Entrada {seq}'),
  ofLast: icu<{ last: string }>('de {last}'),
  text: 'Como texto',
  hash: 'Huella',
  hashBefore: 'Huella de la entrada anterior',
  hashAfter: 'Huella de la entrada siguiente',
  before: 'Entrada anterior',
  after: 'Entrada siguiente',
  proof: 'Prueba',
  proofWhat:
    'Cada entrada se lee desde la primera, su huella se calcula de nuevo, y cada una debe nombrar a la anterior.',
  prove: 'Probar el registro',
  proving: icu<{ done: string; total: string }>('{done} de {total} entradas comprobadas'),
  holds: icu<{ count: string; time: string }>('La cadena aguanta: {count} entradas, comprobadas {time}.'),
  head: 'Huella de la última entrada. Quien la guarda en otro sitio puede decir después que no se cortó nada.',
  broken: icu<{ seq: string }>(
    'La entrada {seq} está mal. Deja los archivos como están y restaura una copia que aguante.',
  ),
  failed: 'No se pudo hacer la prueba. El log del gateway dice por qué; inténtalo de nuevo.',
};
