// Italian for the four facts of a machine, what each rests on, and the hour meters of its controller.

import type { facts as factsEn } from '../en/facts.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const facts: typeof factsEn = {
  activities: {
    unknown: 'sconosciuta',
    starting: 'in avvio',
    idle: 'ferma',
    running: 'esegue un lavoro',
    heating: 'si scalda',
    homing: 'cerca lo zero',
    jogging: 'mossa a mano',
    pausing: 'va in pausa',
    paused: 'in pausa',
    resuming: 'riprende',
    toolChange: 'cambio utensile',
    door: 'sportello aperto',
    busy: 'occupata',
    check: 'prova un programma, senza muoversi',
    cancelling: 'annulla',
    alarm: 'allarme',
    estop: 'arresto di emergenza',
    sleeping: 'a riposo',
  },
  by: {
    link: {
      serial: 'via cavo',
      tcp: 'via rete',
      opcua: 'via OPC UA',
      mqtt: 'via MQTT',
      'current-sense': 'dal suo consumo',
      none: 'non ha un controllore che possiamo sentire',
      moonraker: 'via Moonraker',
      octoprint: 'via OctoPrint',
      prusalink: 'via PrusaLink',
      duet: 'via rete',
      bambu: 'via rete',
      ruida: 'via rete',
      mtconnect: 'via MTConnect',
    },
    activity: {
      status: 'lo riferisce il controllore',
      event: 'lo ha annunciato il controllore',
      sensor: 'lo misura un sensore',
      silence: 'non si sente niente',
      inferred: 'dedotto da ciò che fa',
    },
    mode: { person: 'lo ha deciso un responsabile', nobody: 'come di solito' },
    interlock: {
      session: 'per la sessione',
      'session-end': 'la sessione è finita',
      nobody: 'nessuno tiene la macchina',
      'switch-off': 'l’interruttore dice spento',
      'switch-on': 'c’è corrente anche se nessuno tiene la macchina',
      'switch-silent': 'l’interruttore non si sente',
    },
  },
  since: icu('da {time}, {by}'),
  named: icu('{by}: {name}'),
  meter: {
    title: 'Secondo il suo controllore',
    operation: 'in funzione',
    powerOn: 'acceso',
    cycles: 'Cicli',
    drift: 'Differenza dal nostro',
    compared: icu('Confronto da {time}.'),
    isOff: icu(
      '{who, select, ours {Abbiamo contato {apart} più del controllore. Un responsabile dovrebbe vedere quale dei due ha ragione.} other {Il controllore ha contato {apart} più di noi. Ha lavorato mentre non si sentiva, oppure un responsabile dovrebbe vedere quale dei due ha ragione.}}',
    ),
    restarted: icu('Il contatore del controllore è tornato indietro ({time}); il confronto riparte da lì.'),
  },
};
