// French for invoices: the treasurer’s page, and one’s own.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const books: Words['books'] = {
  title: 'Comptes',
  refused: 'Les comptes sont réservés à la trésorerie.',
  drafts: 'Brouillons',
  noDrafts: 'Il n’y a rien à facturer pour ce mois.',
  uses: icu('{count, plural, one {# utilisation} other {# utilisations}}'),
  lines: 'Lignes',
  net: 'Hors TVA',
  vat: 'TVA',
  warnings: {
    'dark-machine': 'Du temps a été compté alors que la machine était sans courant',
    gap: 'Une partie n’a pas été vue ; elle n’est pas facturée',
    'meter-drift': 'Un compteur a compté plus que le temps écoulé, ou n’a pas été lu tout le temps',
    'rate-missing': 'Aucun tarif ne s’appliquait, donc cela ne coûte rien',
    'not-positive': 'Rien n’est à payer ; c’est reporté au mois suivant',
    late: 'Connu tardivement, ou corrigé',
    'address-missing': 'Pas d’adresse, donc aucune facture ne peut partir',
    'open-session': 'Quelqu’un occupe une machine ; cette utilisation viendra le mois suivant',
  },
  stays: 'Pas émise',
  grace: icu('Des retardataires peuvent encore entrer : clôturez à partir du {day}.'),
  closed: icu('Clôturé jusqu’à {month}.'),
  finalise: {
    offer: 'Clôturer le mois',
    keep: 'Le laisser ouvert',
    confirm: 'Émettre les factures',
    working: 'Émission …',
  },
  finaliseAsk: icu(
    '{count, plural, one {# facture pour {amount} en tout. Ce qui est émis ne change plus, cela ne peut que faire l’objet d’un avoir.} other {# factures pour {amount} en tout. Ce qui est émis ne change plus, cela ne peut que faire l’objet d’un avoir.}}',
  ),
  progress: icu('{done} sur {total} émises'),
  done: icu('{count, plural, one {# facture a été émise.} other {# factures ont été émises.}}'),
  issued: 'Émises',
  noneIssued: 'Aucune facture n’a encore été émise.',
  due: 'Échéance',
  open: 'Reste dû',
  paid: 'payée',
  creditOf: icu('avoir pour {number}'),
  reminded: icu('{level, plural, one {relancée une fois} other {relancée # fois}}'),
  file: 'Télécharger',
  pay: { offer: 'Paiement', keep: 'Retour', confirm: 'L’enregistrer', working: 'Enregistrement …' },
  payOf: icu('Enregistrer un paiement de {number}'),
  payAmount: 'Montant',
  payDay: 'Payé le',
  payHow: 'Par',
  bank: 'banque',
  cash: 'espèces',
  payReference: 'Référence bancaire, s’il y en a une',
  own: 'Vos factures',
  ownNone: 'Aucune facture ne vous a encore été adressée.',
  refusals: {
    'billing-none': {
      title: 'Ici, rien n’est facturé.',
      detail: 'Écrivez « billing: » dans officina.yaml ; manual/money.md montre comment.',
    },
    'month-before-billing': {
      title: 'La facturation commence après ce mois.',
      detail: 'Voyez billing.from dans officina.yaml.',
    },
    'grace-runs': {
      title: 'Des retardataires peuvent encore entrer dans ce mois.',
      detail: 'Clôturez à partir du jour indiqué.',
    },
    'invoice-paid': {
      title: 'Rien n’est plus dû sur cette facture.',
      detail: 'Enregistrez-le sans facture, comme payé d’avance.',
    },
    'payment-repeated': {
      title: 'Ce mouvement bancaire est déjà enregistré.',
      detail: 'Il n’y a plus rien à faire.',
    },
    'posting-in-future': { title: 'Ce jour est encore à venir.', detail: 'Enregistrez-le ce jour-là.' },
    'period-closed': { title: 'Ce mois est clôturé.', detail: 'Indiquez un jour d’un mois ouvert.' },
  },
};
