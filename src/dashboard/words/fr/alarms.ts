// French for alarms about switches and for the four truths of a switch.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const alarms: Words['alarms'] = {
  codes: {
    'relay-welded': {
      title: 'L’interrupteur ne coupe pas',
      sentence:
        'Son interrupteur se dit coupé, et le courant passe toujours. Débranchez la prise ou ouvrez le disjoncteur, puis remplacez l’interrupteur.',
    },
    'power-without-session': {
      title: 'Courant sans session',
      sentence:
        'Personne ne l’occupe, et elle tourne ou reçoit du courant malgré tout. Allez voir qui l’utilise, puis coupez-la.',
    },
    'switch-by-hand': {
      title: 'Actionné à la main',
      sentence:
        'Son interrupteur a été actionné par son bouton ou par sa propre page. Allez voir, et verrouillez le bouton si vous pouvez.',
    },
    'session-on-dead-machine': {
      title: 'Session sans courant',
      sentence:
        'Quelqu’un l’occupe, et elle semble sans courant. Vérifiez sa prise et son fusible ; retirez ce qui n’a pas été utilisé.',
    },
    'lease-lost': {
      title: 'Courant coupé avec la liaison',
      sentence:
        'Son interrupteur s’est coupé de lui-même, car aucun ordre ne lui est parvenu à temps. Vérifiez sa place dans le réseau.',
    },
    'meter-silent': {
      title: 'Le compteur se tait',
      sentence:
        'Son interrupteur ne mesure plus rien depuis dix minutes. Vérifiez que la machine y est encore branchée.',
    },
  },
  answers: { seen: 'Vu', mended: 'Réparé', 'false-alarm': 'Fausse alarme' },
  answerRow: icu('Votre réponse à : {title}, {machine}'),
  switchName: icu('Interrupteur {id}'),
  seenBy: icu('Vu par {who}, {time}'),
  seen: icu('Vu, {time}'),
  needsSteward: 'Demande un responsable',
  needsStewardNow: 'Un responsable doit la voir avant qu’on l’utilise.',

  truths: {
    title: icu('Son interrupteur, {id}'),
    ordered: 'Ordre donné',
    says: 'Il dit',
    measured: 'Il mesure',
    controller: 'Le contrôleur',
    on: 'allumé',
    off: 'coupé',
    unknown: 'inconnu',
    notOrdered: 'rien encore',
    noMeter: 'rien',
    noMeterWhy: 'pas de compteur, ou il se tait',
    confirmed: {
      powered: 'est sous tension',
      dark: 'ne donne aucun signe',
      unknown: 'inconnu',
      none: 'il n’y en a pas',
    },
  },
};
