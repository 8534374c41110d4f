// French for what a member has left, and for selling packs and topping up at the desk.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const allowances: Words['allowances'] = {
  title: 'Ce qui vous reste',
  wallet: 'Porte-monnaie',
  held: icu('Dont {amount} réservés à une session en cours.'),
  leftOf: icu('{left} sur {amount}, jusqu’au {day}'),
  hours: icu('{figure} h'),
  pools: icu('pour {names}'),
  none: 'Ni heures ni forfaits.',
  uses: 'Ce qui a payé quoi',
  noUses: 'Rien ces deux derniers mois.',
  paidBy: icu('{source} : {amount}'),
  worth: icu('{amount} pour {price}'),
  kinds: {
    plan: 'Heures de la formule',
    pack: 'Forfait',
    grant: 'Budget du projet',
    wallet: 'Porte-monnaie',
    below: 'Porte-monnaie, sous zéro',
    invoice: 'Dû',
    free: 'Leçon gratuite',
  },
  desk: {
    title: 'Au comptoir',
    pack: 'Forfait',
    packFor: icu('{name}, {price}'),
    paid: 'Payé',
    ways: { cash: 'en espèces', bank: 'par la banque', account: 'à facturer' },
    sell: 'Vendre le forfait',
    sold: 'Vendu.',
    amount: 'Montant',
    amountWrong: 'Tapez un montant au-dessus de zéro, par exemple 25,00.',
    topUp: 'Recharger',
    refund: 'Rembourser',
    done: 'C’est fait.',
    noPacks: 'Aucun forfait n’est décrit dans officina.yaml.',
  },
  refusals: {
    'account-short': {
      title: 'Le porte-monnaie ne contient pas autant, ou c’est réservé à une session en cours.',
      detail: 'Remboursez au plus ce qui est disponible maintenant.',
    },
    'pack-unknown': {
      title: 'Ce forfait n’existe plus.',
      detail: 'Rechargez la page pour voir ceux qui se vendent.',
    },
  },
};
