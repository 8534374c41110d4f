// French for the bank on the treasurer's page: statements that come in, direct debits that go out.

import type { bank as bankEn } from '../en/bank.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const bank: typeof bankEn = {
  title: 'Relevé bancaire',
  file: 'Fichier de la banque (camt.053)',
  tooBig: 'Le fichier dépasse 10 MiB. Exportez moins de mois.',
  read: { offer: 'Voir ce qu’il paie', keep: 'Retour', confirm: 'Inscrire', working: 'Lecture …' },
  sums: icu('{sure} à inscrire, {unsure} à choisir, {before} déjà inscrits.'),
  outgoing: icu('{count, plural, one {# sortie laissée de côté.} other {# sorties laissées de côté.}}'),
  outcomes: { sure: 'à inscrire', unsure: 'à choisir', before: 'déjà inscrit' },
  returned: 'revenu',
  reasons: {
    chosen: 'comme vous avez choisi',
    collection: 'un fichier de prélèvements',
    'end-to-end-id': 'par sa référence',
    remittance: 'par son texte',
    'number-in-text': 'par le numéro dans son texte',
    'several-numbers-in-text': 'par les numéros dans son texte, dont la somme convient',
    'unclear-shares': 'plusieurs numéros, et un autre montant que leur somme due',
    'amount-and-account': 'seuls le montant et le compte conviennent',
    'already-paid': 'rien de cette facture n’est ouvert',
    'other-currency': 'une autre monnaie',
    returned: 'revenu de la banque',
    'nothing-fits': 'rien ne convient',
    'paid-less': 'il est revenu plus qu’il n’était venu ; inscrivez d’abord ce qui est venu',
    'period-closed': 'son mois est clôturé',
    'posting-in-future': 'son jour est à venir',
  },
  stays: icu('{amount} restent ouverts'),
  ahead: icu('{amount} payés d’avance'),
  choose: icu('Quelle facture paient {amount} de {name} ?'),
  nobody: 'un payeur inconnu',
  none: 'aucune, laisser',
  recorded: icu('{count, plural, one {# mouvement est inscrit.} other {# mouvements sont inscrits.}}'),
  collectTitle: 'Prélèvements',
  collectDay: 'Encaisser au plus tôt le',
  collect: {
    offer: 'Voir ce qui peut être encaissé',
    keep: 'Retour',
    confirm: 'Créer le fichier',
    working: 'Un instant …',
  },
  collectSum: icu('{count, plural, one {# prélèvement} other {# prélèvements}} pour {amount} en tout.'),
  collectNone: 'Rien de ce mois ne peut être encaissé.',
  left: {
    'mandate-missing': 'n’a pas de mandat',
    'mandate-used': 'son mandat valait une fois',
    'collected-before': 'a déjà été encaissée',
  },
  made: 'Le fichier est prêt. Portez-le à la banque :',
  download: 'pain.008',
  files: 'Fichiers créés',
  states: {
    open: 'à la banque',
    paid: 'payée',
    returned: 'revenue',
    released: 'libérée',
  },
  release: { offer: 'Rejeté', keep: 'Retour', confirm: 'Le libérer', working: 'Un instant …' },
  releaseAsk: 'La banque l’a rejeté avant de prendre quoi que ce soit : on peut l’encaisser de nouveau.',
};
