// What a machine costs, before it is used and on the statement, in Spanish.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('es');

export const price: Words['price'] = {
  title: 'Precio',
  free: 'No cuesta nada.',
  hour: icu('{amount} por hora {when}.'),
  hourAtLeast: icu('{amount} por hora {when}, como mínimo {least}.'),
  minimum: icu('Como mínimo {amount}.'),
  start: icu('{amount} una vez por sesión.'),
  freeMinutes: icu('Una sesión de menos de {minutes} min no cuesta nada.'),
  step: icu('Se cobra por tramos empezados de {minutes} min.'),
  peakNow: icu('Es hora punta: ahora la hora cuesta el {percent} % de eso.'),
  peak: icu('En horas punta ({hours}) la hora cuesta el {percent} % de eso.'),
  mostPerSession: icu('Nunca más de {amount} por sesión.'),
  mostPerDay: icu('Nunca más de {amount} al día en estas máquinas.'),
  mostPerMonth: icu('Nunca más de {amount} al mes en estas máquinas.'),
  units: { g: 'g', ml: 'ml', piece: 'pieza' },
  perUnit: icu('{name}: {amount} por {unit}.'),
  perKwh: icu('{amount} por kilovatio hora, donde se mide.'),
  whens: {
    loaded: 'mientras la ocupas',
    powered: 'mientras está encendida',
    working: 'mientras se mueve',
    operating: 'mientras está en marcha',
    laserOn: 'de haz láser',
    spindleOn: 'de husillo',
  },
  days: { mo: 'lun', tu: 'mar', we: 'mié', th: 'jue', fr: 'vie', sa: 'sáb', su: 'dom' },
  part: {
    time: icu('{time} {when}: {amount}'),
    peakTime: icu('{time} {when} al {percent} %: {amount}'),
    material: icu('{amount}: {minor}'),
    correction: icu('a mano: {amount}'),
    energy: icu('{kwh} kWh: {amount}'),
    start: icu('inicio: {amount}'),
    minimum: icu('hasta el mínimo: {amount}'),
    'cap-session': icu('por encima del máximo por sesión: {amount}'),
    'cap-day': icu('por encima del máximo al día: {amount}'),
    'cap-month': icu('por encima del máximo al mes: {amount}'),
    ceiling: icu('por encima de tu tope: {amount}'),
    credit: icu('descontado tras una reclamación: {amount}'),
  },
};
