// Spanish for alarms about switches and for the four truths of a switch.

import type { alarms as alarmsEn } from '../en/alarms.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const alarms: typeof alarmsEn = {
  codes: {
    'relay-welded': {
      title: 'El interruptor no abre',
      sentence:
        'Su interruptor dice que está apagado y sigue pasando corriente. Desenchúfala o corta el automático; luego cambia el interruptor.',
    },
    'power-without-session': {
      title: 'Corriente sin sesión',
      sentence:
        'Nadie la ocupa y aun así funciona o tiene corriente. Ve a mirar quién la usa y luego apágala.',
    },
    'switch-by-hand': {
      title: 'Accionado a mano',
      sentence:
        'Alguien accionó su interruptor con su propio botón o su página. Ve a mirar y, si puedes, bloquea el botón.',
    },
    'session-on-dead-machine': {
      title: 'Sesión sin corriente',
      sentence:
        'Alguien la ocupa y parece que no tiene corriente. Revisa el enchufe y el fusible; anula lo que no se usó.',
    },
    'lease-lost': {
      title: 'Corriente perdida con la conexión',
      sentence:
        'Su interruptor se apagó solo, porque ninguna orden le llegó a tiempo. Revisa su sitio en la red.',
    },
    'meter-silent': {
      title: 'El contador calla',
      sentence:
        'Su interruptor no mide desde hace diez minutos. Comprueba que la máquina sigue enchufada a él.',
    },
  },
  answers: { seen: 'Vista', mended: 'Reparado', 'false-alarm': 'Falsa alarma' },
  answerRow: icu('Tu respuesta a: {title}, {machine}'),
  switchName: icu('Interruptor {id}'),
  seenBy: icu('Vista por {who}, {time}'),
  seen: icu('Vista, {time}'),
  needsSteward: 'Necesita a un responsable',
  needsStewardNow: 'Necesita a un responsable antes de usarse.',

  truths: {
    title: icu('Su interruptor, {id}'),
    ordered: 'Ordenado',
    says: 'Dice',
    measured: 'Mide',
    controller: 'El controlador',
    on: 'encendido',
    off: 'apagado',
    unknown: 'no se sabe',
    notOrdered: 'aún nada',
    noMeter: 'nada',
    noMeterWhy: 'no hay contador, o calla',
    confirmed: {
      powered: 'tiene corriente',
      dark: 'no da señales',
      unknown: 'no se sabe',
      none: 'no hay',
    },
  },
};
