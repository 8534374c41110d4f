// French for My page: what is due, the month in three figures, and the parts of it that open one by one.

import type { me as meEn } from '../en/me.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

const refusals: typeof meEn.refusals = {
  'erase-stale': {
    title: 'Cela ne peut pas être annulé, et votre connexion a plus de quinze minutes.',
    detail: 'Déconnectez-vous, reconnectez-vous et recommencez.',
  },
  'erase-handle-wrong': {
    title: 'Ce n’est pas votre identifiant.',
    detail: 'Écrivez-le comme pour vous connecter.',
  },
  'erase-owing': {
    title: 'Une facture est ouverte, ou un usage n’est pas encore facturé.',
    detail: 'Payez d’abord, ou demandez à un responsable, qui peut vous effacer quand même.',
  },
};

export const me: typeof meEn = {
  due: {
    title: 'Ce qui vous attend',
    nothing: 'Rien n’a besoin de vous maintenant.',
    come: 'Je viens',
    pass: { offer: 'Je passe', keep: 'Garder mon tour', confirm: 'Céder mon tour', working: 'En cours …' },
    running: icu('Vous tenez {machine} depuis {time}.'),
    soFar: icu('{amount} jusqu’ici'),
    look: 'Voir',
    vote: icu('Vote « {title} » : {left}.'),
    read: 'Lire',
    offered: icu('Une réservation vous est offerte : {machine}, {time}.'),
    answer: 'Répondre',
    invoice: icu('La facture {number} de {amount} était due le {day}.'),
    ends: icu('Votre certificat {name} se termine le {day}.'),
  },
  month: {
    title: 'Ce mois en trois chiffres',
    hours: 'aux machines',
    share: 'de ma part',
    noShare: 'pas encore de tour',
    toPay: 'à payer',
    wallet: 'solde',
    soFar: 'utilisé jusqu’ici',
    how: 'D’où ils viennent',
    howHours: icu(
      '{count, plural, one {De # session terminée ce mois-ci.} many {De # sessions terminées ce mois-ci.} other {De # sessions terminées ce mois-ci.}}',
    ),
    howShare: icu(
      '{pool} : {used} de tours utilisés ; {part} serait votre part. Le plus ancien compte moins.',
    ),
    howPart:
      'Votre part est ce que tous ont utilisé, partagé entre ceux qui ont utilisé quelque chose. Qui a moins utilisé passe d’abord.',
    howMonth: icu('Utilisé ce mois-ci : {amount}.'),
    howPay: icu('Ouvert sur factures : {amount}.'),
    howWallet: icu('Dans votre porte-monnaie : {amount}.'),
    rules: 'Comment les tours sont partagés',
  },
  lines: {
    all: 'Tout le relevé',
    none: 'Rien n’a été utilisé ce mois-ci.',
    time: icu('{time} × {rate}'),
    paid: 'Payé par',
    code: icu('Code de coût {code}'),
    private: 'Sans code de coût : à vous seul',
    price: 'Le prix de cette machine',
    tariff: icu('Tarif {tariff}'),
    byHand: 'Saisi ou corrigé à la main ; le relevé dit par qui.',
  },
  all: icu('Tous : {count}'),
  parts: {
    turns: 'Tickets et réservations',
    certificates: 'Certificats',
    shown: 'Comment je suis montré',
    paying: 'Qui paie, et factures',
    signing: 'Connexion',
    votes: 'Votes',
    data: 'Mes données',
  },
  brief: {
    tickets: icu('{count, plural, =0 {aucun ticket} one {# ticket} many {# tickets} other {# tickets}}'),
    open: icu(
      '{count, plural, =0 {aucune machine ouverte} one {ouvre # machine} many {ouvrent # machines} other {ouvrent # machines}}',
    ),
    lost: 'en signaler un perdu',
    named: 'avec nom',
    unnamed: 'sans nom',
    invoices: icu(
      '{count, plural, =0 {aucune facture ouverte} one {# facture ouverte} many {# factures ouvertes} other {# factures ouvertes}}',
    ),
    places: 'clés d’accès, et où vous êtes connecté',
    votes: icu('{count, plural, =0 {aucun ouvert} one {# ouvert} many {# ouverts} other {# ouverts}}'),
    data: 'prendre une copie, ou être effacé',
  },
  noTickets:
    'Aucun ticket. Quand une machine est prise, vous pouvez faire la file depuis sa page et nous vous appelons.',
  certificates: {
    none: 'Vous n’avez encore aucun certificat.',
    opens: icu('Compte pour {machines}.'),
    opensNone: 'Aucune machine ne le demande seul.',
    lapsed: 'Pas en vigueur.',
    free: icu('Ouvertes pour vous : {machines}.'),
    more: 'Ce qui ouvrirait davantage',
    missing: icu('{machine} demande {certificates}.'),
    ask: 'Demandez à un formateur une place dans un cours.',
  },
  shown: {
    said: 'Le tableau, le mur et la file ne montrent votre nom que si vous le voulez. Responsables et formateurs le voient toujours.',
    done: 'Enregistré : votre nom est montré.',
    gone: 'Enregistré : votre nom n’est pas montré.',
    undo: 'Annuler',
  },
  paying: {
    self: 'Sans code de coût, vous payez vous-même.',
    sources: icu('Dans cet ordre : {sources}.'),
    code: icu('Avec le code de coût {name} : {payers}.'),
    me: 'vous',
    team: 'votre équipe',
    parts: icu('{payer} {percent}'),
    choose: 'Vous choisissez un code de coût pour chaque session à la borne, ou sur la page de la machine.',
  },
  votes: { none: 'Aucun vote encore.', all: 'Tous les votes' },
  erase: {
    title: 'Être effacé',
    said: 'Votre nom, badges, PIN, clés d’accès et mots disparaissent pour toujours. Usages et comptes restent sous une clé qui ne nomme personne.',
    look: 'Voir ce qui disparaîtrait',
    looking: 'Recherche …',
    goes: 'Ce qui disparaît',
    goesList: icu(
      '{badges, plural, =0 {{name}, votre identifiant et e-mail, mot de passe et PIN, aucun badge, clés d’accès et jetons.} one {{name}, votre identifiant et e-mail, mot de passe et PIN, # badge, clés d’accès et jetons.} many {{name}, votre identifiant et e-mail, mot de passe et PIN, # badges, clés d’accès et jetons.} other {{name}, votre identifiant et e-mail, mot de passe et PIN, # badges, clés d’accès et jetons.}}',
    ),
    stays: 'Ce qui reste, et pourquoi',
    staysNone: 'Rien de vous n’est dans les livres.',
    kept: {
      sessions: icu('{count, plural, one {# session} many {# sessions} other {# sessions}}'),
      charges: icu('{count, plural, one {# débit} many {# débits} other {# débits}}'),
      postings: icu('{count, plural, one {# écriture} many {# écritures} other {# écritures}}'),
      disputes: icu(
        '{count, plural, one {# débit contesté} many {# débits contestés} other {# débits contestés}}',
      ),
      invoices: icu(
        '{count, plural, one {# facture, avec le nom et l’adresse de son destinataire} other {# factures, avec le nom et l’adresse de leur destinataire}}',
      ),
      payments: icu('{count, plural, one {# paiement ou rappel} other {# paiements et rappels}}'),
    },
    why: {
      bills: 'pour que les comptes soient justes',
      law: 'parce que la loi demande de garder les livres',
    },
    line: icu('{what}, {why}.'),
    lineUntil: icu('{what}, {why}, jusqu’au {day}.'),
    type: 'Votre identifiant',
    typeHint: icu('Tapez {handle}. Il n’y a pas de retour ; une nouvelle adhésion repart de zéro.'),
    act: {
      offer: 'M’effacer',
      keep: 'Rester membre',
      confirm: 'M’effacer pour toujours',
      working: 'Effacement …',
    },
  },
  refusals,
};
