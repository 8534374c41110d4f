// French for the four facts of a machine, what each rests on, and the hour meters of its controller.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const facts: Words['factsOf'] = {
  activities: {
    unknown: 'inconnue',
    starting: 'démarrage',
    idle: 'au repos',
    running: 'travail en cours',
    heating: 'en chauffe',
    homing: 'prise d’origine',
    jogging: 'déplacée à la main',
    pausing: 'se met en pause',
    paused: 'en pause',
    resuming: 'reprend',
    toolChange: 'changement d’outil',
    door: 'porte ouverte',
    busy: 'affairée',
    check: 'vérifie un programme, sans bouger',
    cancelling: 'annulation',
    alarm: 'alarme',
    estop: 'arrêt d’urgence',
    sleeping: 'en veille',
  },
  by: {
    link: {
      serial: 'par son câble',
      tcp: 'par le réseau',
      opcua: 'par OPC UA',
      mqtt: 'par MQTT',
      'current-sense': 'd’après ce qu’elle consomme',
      none: 'elle n’a pas de contrôleur que nous puissions entendre',
      moonraker: 'par Moonraker',
      octoprint: 'par OctoPrint',
      prusalink: 'par PrusaLink',
      duet: 'par le réseau',
      bambu: 'par le réseau',
      ruida: 'par le réseau',
      mtconnect: 'par MTConnect',
    },
    activity: {
      status: 'le contrôleur l’indique',
      event: 'le contrôleur l’a annoncé',
      sensor: 'un capteur le mesure',
      silence: 'on n’entend rien',
      inferred: 'déduit de ce qu’elle fait',
    },
    mode: { person: 'choisi par un responsable', nobody: 'comme d’habitude' },
    interlock: {
      session: 'pour la session',
      'session-end': 'la session est terminée',
      nobody: 'personne ne l’occupe',
      'switch-off': 'l’interrupteur se dit coupé',
      'switch-on': 'il y a du courant alors que personne ne l’occupe',
      'switch-silent': 'l’interrupteur ne donne pas signe',
    },
  },
  since: icu('depuis {time}, {by}'),
  named: icu('{by} : {name}'),
  meter: {
    title: 'D’après son contrôleur',
    operation: 'en marche',
    powerOn: 'allumée',
    cycles: 'Cycles',
    drift: 'Écart avec les nôtres',
    compared: icu('Comparé depuis {time}.'),
    isOff: icu(
      '{who, select, ours {Nous avons compté {apart} de plus que le contrôleur. Un responsable devrait voir lequel des deux a raison.} other {Le contrôleur a compté {apart} de plus que nous. La machine a travaillé sans être entendue, ou un responsable devrait voir lequel des deux a raison.}}',
    ),
    restarted: icu('Le compteur du contrôleur est revenu en arrière ({time}) ; la comparaison repart de là.'),
  },
};
