// What a replay says in sentences, in Spanish.

import type { ReplayWords } from './replay-words.ts';
import { percentOf, signed } from './signed.ts';

export const replayWordsEs: ReplayWords = {
  groups: {
    everybody: 'Todos',
    'light-half': 'La mitad que menos usa',
    middle: 'La franja media',
    'heavy-tenth': 'La décima parte que más usa',
    individuals: 'Personas sin equipo',
    others: 'Los demás',
  },
  team: (team) => `Equipo ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `nueve de cada diez esperas en ${after.waitP90} minutos en vez de ${before.waitP90} (${signed(change.waitP90)}), la mitad en ${after.waitP50} en vez de ${before.waitP50}`;
    const who = `${name} (${people} personas)`;
    if (waits === 'same')
      return `${who}: la espera queda igual, nueve de cada diez en ${before.waitP90} minutos.`;
    return `${who}: la espera ${waits === 'less' ? 'baja' : 'sube'}, ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order =
      sameOrderPercent === null ? '' : `; el ${sameOrderPercent} % de los turnos en el mismo orden`;
    const off =
      offMinutes === null ? '' : `; la mitad de las esperas se desvía ${offMinutes} minutos o menos`;
    const found = `Frente a lo que pasó de verdad (turnos: ${turns})${order}${off}.`;
    return isReproduced ? found : `ESTA PRUEBA NO LLEGA A LO QUE PASÓ: no te fíes de lo que sigue. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'Nadie vino a una máquina de estos grupos en este periodo. Elige otro, o describe una cola para los grupos que se comparten.',
    'too-few': () =>
      'En este periodo vinieron menos de cinco personas: no se dice nada de ellas. Elige uno más largo.',
    'groups-merged': () =>
      'Los conjuntos de menos de cinco personas, y lo que delataría a uno, se cuentan en «los demás».',
    'pool-had-no-queue': (pool) =>
      `${pool} no tenía cola: cada sesión cuenta como alguien que vino entonces; no se sabe quién vino, la encontró ocupada y se fue.`,
    'pool-left-out': (pool) =>
      `${pool} no tendría cola: nadie sabe a quién le tocaría una máquina, así que queda fuera.`,
    'bookings-not-replayed': (pool) => `Las reservas de ${pool} no entran en la prueba.`,
    'care-not-replayed': () => 'Los pesos por trabajo de cuidado no entran en la prueba.',
  },
  pool: ({ pool, before, after }) =>
    `${pool}: uso ${percentOf(before?.usedPerMille ?? null)} antes, ${percentOf(after?.usedPerMille ?? null)} después; turnos ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} minutos; adelanto ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, como mucho ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} minutos`,
  headings: [
    ...['conjunto', 'personas', 'pedidos', 'atendidos', 'P50', 'P90', 'máxima', 'hora límite'],
    'más adelantado',
    'sin atender',
  ],
  picture: { title: 'Nueve de cada diez esperas, minutos', before: 'antes', after: 'después' },
  unit: 'Todo en minutos, salvo personas, pedidos y atendidos; antes → después (diferencia).',
};
