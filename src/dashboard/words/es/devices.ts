// Spanish for readers and switches.

import type { devices as devicesEn } from '../en/devices.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const devices: typeof devicesEn = {
  title: 'Dispositivos',
  notYours: 'Los dispositivos son cosa de responsables y administradores. Pregunta a uno de ellos.',
  readers: 'Lectores',
  switches: 'Interruptores',
  none: 'En officina.yaml no hay ninguno.',
  there: 'Presente',
  away: icu('Sin noticias desde {time}'),
  never: 'Sin noticias desde que arrancó la pasarela',
  kind: 'Tipo',
  firmware: 'Firmware',
  signal: 'Señal',
  signalGood: icu('buena, {dbm} dBm'),
  signalWeak: icu('débil, {dbm} dBm'),
  address: 'Dirección',
  seen: 'Últimas noticias',
  serves: 'Máquina',
  servesNone: 'ninguna',
  lease: 'Plazo de corriente',
  leaseS: icu('se apaga {idle} después de nuestra última orden'),
  leaseJob: icu('se apaga {idle} después de nuestra última orden; durante un trabajo, {job}'),
  unsafe: 'Inseguro',
  unsafeWhy: icu(
    '{setting} es {value}: puede dar corriente mientras falta la pasarela. Escribe esto en el dispositivo:',
  ),
  unsafeBare: icu(
    '{setting} es {value}: puede dar corriente mientras falta la pasarela. Cámbialo en el dispositivo.',
  ),
  copy: 'Copiar',
  copyOf: icu('Copiar {command}'),
  copied: 'Copiado',
  selected: 'Seleccionado: cópialo con Ctrl C',
  learn: 'Aprender escritura',
  learnWhy:
    'Si un lector no reconoce credenciales que abren en otro sitio, es que escribe sus números a su manera.',
  learnBadge: 'Una credencial tuya',
  learnNone:
    'Para aprender hace falta una credencial tuya, y no tienes ninguna. Otra manera: npx officina reader learn',
  learnStart: 'Empezar',
  learnCancel: 'Cancelar',
  learnHold: icu('Pasa tu credencial que termina en {tail} por {reader}.'),
  learnt: icu('Aprendido. Escribe esto en officina.yaml, dentro de readers, en {reader}:'),
};
