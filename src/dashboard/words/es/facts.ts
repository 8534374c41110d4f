// Spanish for the four facts of a machine, what each rests on, and the hour meters of its controller.

import type { facts as factsEn } from '../en/facts.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('es');

export const facts: typeof factsEn = {
  activities: {
    unknown: 'sin datos',
    starting: 'arrancando',
    idle: 'en reposo',
    running: 'con un trabajo en marcha',
    heating: 'calentando',
    homing: 'buscando el origen',
    jogging: 'movida a mano',
    pausing: 'pasando a pausa',
    paused: 'en pausa',
    resuming: 'reanudando',
    toolChange: 'cambio de herramienta',
    door: 'puerta abierta',
    busy: 'ocupada',
    check: 'comprobando un programa, sin moverse',
    cancelling: 'cancelando',
    alarm: 'alarma',
    estop: 'parada de emergencia',
    sleeping: 'dormida',
  },
  by: {
    link: {
      serial: 'por su cable',
      tcp: 'por la red',
      opcua: 'por OPC UA',
      mqtt: 'por MQTT',
      'current-sense': 'por lo que consume',
      none: 'no tiene un controlador que podamos oír',
      moonraker: 'por Moonraker',
      octoprint: 'por OctoPrint',
      prusalink: 'por PrusaLink',
      duet: 'por la red',
      bambu: 'por la red',
      ruida: 'por la red',
      mtconnect: 'por MTConnect',
    },
    activity: {
      status: 'lo dice el controlador',
      event: 'lo anunció el controlador',
      sensor: 'lo mide un sensor',
      silence: 'no se oye nada',
      inferred: 'deducido de lo que hace',
    },
    mode: { person: 'lo puso un responsable', nobody: 'como siempre' },
    interlock: {
      session: 'por la sesión',
      'session-end': 'la sesión ha terminado',
      nobody: 'nadie la ocupa',
      'switch-off': 'el interruptor dice apagado',
      'switch-on': 'hay corriente aunque nadie la ocupa',
      'switch-silent': 'el interruptor no da señales',
    },
  },
  since: icu('desde {time}, {by}'),
  named: icu('{by}: {name}'),
  meter: {
    title: 'Según su controlador',
    operation: 'en funcionamiento',
    powerOn: 'encendida',
    cycles: 'Ciclos',
    drift: 'Diferencia con la nuestra',
    compared: icu('Se compara desde {time}.'),
    isOff: icu(
      '{who, select, ours {Hemos contado {apart} más que el controlador. Un responsable debería mirar cuál de los dos acierta.} other {El controlador ha contado {apart} más que nosotros. Trabajó sin que se le oyera, o un responsable debería mirar cuál de los dos acierta.}}',
    ),
    restarted: icu('El contador del controlador dio un paso atrás ({time}); desde ahí se compara de nuevo.'),
  },
};
