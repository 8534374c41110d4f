// German for the four facts of a machine, what each rests on, and the hour meters of its controller.

import type { facts as factsEn } from '../en/facts.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('de');

export const facts: typeof factsEn = {
  activities: {
    unknown: 'unbekannt',
    starting: 'fährt hoch',
    idle: 'steht bereit',
    running: 'arbeitet einen Auftrag ab',
    heating: 'heizt auf',
    homing: 'fährt zum Nullpunkt',
    jogging: 'von Hand verfahren',
    pausing: 'hält an',
    paused: 'angehalten',
    resuming: 'läuft wieder an',
    toolChange: 'Werkzeugwechsel',
    door: 'Tür offen',
    busy: 'beschäftigt',
    check: 'prüft ein Programm, ohne sich zu bewegen',
    cancelling: 'bricht ab',
    alarm: 'Alarm',
    estop: 'Not-Halt',
    sleeping: 'schläft',
  },
  by: {
    link: {
      serial: 'über ihr Kabel',
      tcp: 'über das Netz',
      opcua: 'über OPC UA',
      mqtt: 'über MQTT',
      'current-sense': 'an dem, was sie verbraucht',
      none: 'sie hat keine Steuerung, die wir hören können',
      moonraker: 'über Moonraker',
      octoprint: 'über OctoPrint',
      prusalink: 'über PrusaLink',
      duet: 'über das Netz',
      bambu: 'über das Netz',
      ruida: 'über das Netz',
      mtconnect: 'über MTConnect',
    },
    activity: {
      status: 'die Steuerung meldet es',
      event: 'die Steuerung hat es angekündigt',
      sensor: 'ein Sensor misst es',
      silence: 'nichts ist zu hören',
      inferred: 'aus dem geschlossen, was sie tut',
    },
    mode: { person: 'von der Aufsicht gesetzt', nobody: 'wie üblich' },
    interlock: {
      session: 'für die Sitzung',
      'session-end': 'die Sitzung ist zu Ende',
      nobody: 'niemand hat sie',
      'switch-off': 'der Schalter sagt aus',
      'switch-on': 'es ist Strom da, obwohl niemand sie hat',
      'switch-silent': 'der Schalter ist nicht zu hören',
    },
  },
  since: icu('seit {time}, {by}'),
  named: icu('{by}: {name}'),
  meter: {
    title: 'Laut ihrer Steuerung',
    operation: 'in Betrieb',
    powerOn: 'eingeschaltet',
    cycles: 'Zyklen',
    drift: 'Abweichung von unserem',
    compared: icu('Verglichen seit {time}.'),
    isOff: icu(
      '{who, select, ours {Wir haben {apart} mehr gezählt als die Steuerung. Die Aufsicht sollte nachsehen, wer recht hat.} other {Die Steuerung hat {apart} mehr gezählt als wir. Sie hat gearbeitet, während sie nicht zu hören war, oder die Aufsicht sollte nachsehen, wer recht hat.}}',
    ),
    restarted: icu('Der Zähler der Steuerung ist zurückgesprungen ({time}); von da an wird neu verglichen.'),
  },
};
