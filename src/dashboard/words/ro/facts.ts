// Romanian for the four facts of a machine, what each rests on, and the hour meters of its controller.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const facts: Words['factsOf'] = {
  activities: {
    unknown: 'necunoscută',
    starting: 'pornește',
    idle: 'în repaus',
    running: 'rulează o lucrare',
    heating: 'se încălzește',
    homing: 'caută referința',
    jogging: 'mișcată manual',
    pausing: 'intră în pauză',
    paused: 'în pauză',
    resuming: 'reia lucrul',
    toolChange: 'schimbare de sculă',
    door: 'ușă deschisă',
    busy: 'ocupată',
    check: 'verifică un program, fără mișcare',
    cancelling: 'anulează',
    alarm: 'alarmă',
    estop: 'oprire de urgență',
    sleeping: 'în repaus adânc',
  },
  by: {
    link: {
      serial: 'prin cablul ei',
      tcp: 'prin rețea',
      opcua: 'prin OPC UA',
      mqtt: 'prin MQTT',
      'current-sense': 'după cât consumă',
      none: 'nu are un controler pe care să-l auzim',
      moonraker: 'prin Moonraker',
      octoprint: 'prin OctoPrint',
      prusalink: 'prin PrusaLink',
      duet: 'prin rețea',
      bambu: 'prin rețea',
      ruida: 'prin rețea',
      mtconnect: 'prin MTConnect',
    },
    activity: {
      status: 'o raportează controlerul',
      event: 'a anunțat-o controlerul',
      sensor: 'o măsoară un senzor',
      silence: 'nu se aude nimic',
      inferred: 'dedusă din ce face',
    },
    mode: { person: 'stabilit de un responsabil', nobody: 'ca de obicei' },
    interlock: {
      session: 'pentru sesiune',
      'session-end': 'sesiunea s-a încheiat',
      nobody: 'nu o are nimeni',
      'switch-off': 'întrerupătorul spune oprit',
      'switch-on': 'are curent deși nu o are nimeni',
      'switch-silent': 'întrerupătorul nu se aude',
    },
  },
  since: icu('de la {time}, {by}'),
  named: icu('{by}: {name}'),
  meter: {
    title: 'După controlerul ei',
    operation: 'în funcțiune',
    powerOn: 'pornită',
    cycles: 'Cicluri',
    drift: 'Diferența față de noi',
    compared: icu('Comparate de la {time}.'),
    isOff: icu(
      '{who, select, ours {Noi am numărat cu {apart} mai mult decât controlerul. Un responsabil ar trebui să vadă care dintre cele două are dreptate.} other {Controlerul a numărat cu {apart} mai mult decât noi. A lucrat cât nu s-a auzit, sau un responsabil ar trebui să vadă care dintre cele două are dreptate.}}',
    ),
    restarted: icu('Contorul controlerului a dat înapoi ({time}); de acolo se compară din nou.'),
  },
};
