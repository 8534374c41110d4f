// French for materials that the desk hands out, and for charges that are corrected by hand.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const materials: Words['materials'] = {
  open: 'Remettre du matériau',
  title: icu('Matériau pour {machine}'),
  intro: 'Il est facturé selon le tarif du jour, sur une ligne à part.',
  member: 'Qui le reçoit',
  choose: 'Choisissez un membre',
  handle: 'Identifiant du membre',
  material: 'Matériau',
  chooseMaterial: 'Choisissez un matériau',
  materialId: 'Matériau, comme dans le tarif',
  none: 'Le tarif de ce membre n’a aucun matériau pour cette machine.',
  option: icu('{name}, {price} par {unit}'),
  amount: icu('Quantité en {unit}'),
  amountPlain: 'Quantité',
  amountHint: 'Par exemple 12,5 ; trois décimales au plus.',
  of: icu('{amount} {name}'),
  done: icu('C’est saisi. Cela figure au relevé de {month}.'),
  another: 'Remettre autre chose',
  corrected: icu('Corrigé par {who} le {time} : {reason}.'),
  correctionReasons: {
    waived: 'remise accordée',
    price: 'le prix était faux',
    'cost-code': 'cela relève d’un autre centre de coût',
    agreed: 'il en a été convenu ainsi',
  },
  correct: 'Corriger',
  correctAsk: 'Corriger ce débit ? La ligne reste, et une autre dit de combien.',
  correctTo: 'Doit coûter',
  correctCode: 'Centre de coût',
  correctCodeHint: 'Laissez vide pour le garder ; « none » pour le membre seul.',
  correctWhy: 'Pourquoi',
  correctConfirm: 'Le corriger',
  correcting: 'Correction',
  keep: 'Laisser tel quel',
  refusals: {
    'material-unknown': {
      title: 'Le tarif de ce jour n’a pas ce matériau pour ce membre et cette machine.',
      detail: 'Choisissez-en un de la liste, ou ajoutez-le sous « materials » du tarif dans officina.yaml.',
    },
    'material-amount-wrong': {
      title: 'Ce n’est pas une quantité.',
      detail:
        'Écrivez un nombre au-dessus de 0, avec trois décimales au plus, par exemple 12,5, dans l’unité du matériau.',
    },
    'material-entered-already': {
      title: 'Ce matériau était déjà saisi, et rien n’a changé.',
      detail:
        'Il n’y a plus rien à faire ; si autant a été remis deux fois dans la minute, donnez à l’autre une autre minute.',
    },
    'material-withdrawn-already': {
      title: 'Ce matériau était déjà retiré, et rien n’a changé.',
      detail: 'Il n’y a plus rien à faire.',
    },
    'charge-withdrawn': {
      title: 'Cela a été retiré, et ne coûte donc rien.',
      detail: 'Il n’y a rien à corriger.',
    },
    'charge-unchanged': {
      title: 'C’est déjà débité ainsi, et rien n’a changé.',
      detail: 'Il n’y a plus rien à faire.',
    },
    'correction-empty': {
      title: 'La correction n’indique ni autre montant ni autre centre de coût.',
      detail: 'Indiquez au moins l’un des deux.',
    },
  },
};
