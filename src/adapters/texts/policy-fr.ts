// In French: a policy as members read it, one sentence for each thing that is decided.

export const policyFr: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'Dans le groupe {pool}, un tour dure {length}, du badge présenté à la machine à la fin de la session.',
  ],
  ['policy-cap', 'Aucun tour ne dépasse {length}, quoi qu’on ait demandé.'],
  ['policy-peak', 'Heures de pointe : {days}, de {from} à {to}.'],
  [
    'policy-peak-turn',
    'Un tour qui commence en heure de pointe dure {length}. On peut demander au plus {most} en pointe et {otherwise} le reste du temps.',
  ],
  [
    'policy-order',
    'Qui a le moins utilisé ces machines passe en premier. Une utilisation compte pour moitié après {halflife}, puis pour la moitié de cela après autant de temps.',
  ],
  [
    'policy-overtake',
    'Qui attend peut être dépassé pour ce temps de machine et pas plus : {percent} de ce que demande sa part, au moins {least}, au plus {most}.',
  ],
  ['policy-overtake-fixed', 'Qui attend peut être dépassé pour {least} de temps de machine et pas plus.'],
  ['policy-overtake-none', 'Personne n’est dépassé : qui est venu en premier passe en premier.'],
  [
    'policy-promise',
    'Qui attend apprend un début au plus tard, qui est tenu. Une panne, un tour qui déborde trop ou un nouveau règlement l’annule ; on en indique alors un autre, avec la raison.',
  ],
  ['policy-idle', 'L’utilisation pendant que personne n’attendait compte {percent}.'],
  [
    'policy-claim',
    'Qui est appelé badge à la machine en {length} au plus ; sinon le suivant est appelé. Qui manque un second appel perd sa place.',
  ],
  [
    'policy-claim-once',
    'Qui est appelé badge à la machine en {length} au plus ; sinon le suivant est appelé.',
  ],
  ['policy-renew', 'Tant que personne n’attend, un tour se prolonge de {length} à la fois.'],
  ['policy-turnover', 'Quand quelqu’un attend, {length} séparent deux tours, pour dégager la machine.'],
  ['policy-turnover-none', 'Le tour suivant commence dès que la machine est libre.'],
  [
    'policy-overrun',
    'Les promesses laissent à un tour {length} au-delà de sa fin. Ce temps compte {percent} en plus si quelqu’un attend. Aucun travail en cours n’est coupé.',
  ],
  [
    'policy-away',
    'Qui attend peut sortir pendant {length} sans perdre sa place, et venir avec autant de retard après un appel manqué.',
  ],
  ['policy-away-none', 'Qui sort pendant l’attente, ou manque un appel, perd sa place.'],
  [
    'policy-short',
    '{machine} est pour les tours courts : y badger demande {length}, et aucun tour plus long n’y est donné.',
  ],
  ['policy-bookings-none', 'Ces machines ne se réservent pas.'],
  [
    'policy-bookings',
    'Ces machines se réservent jusqu’à {horizon} à l’avance, de {least} à {most} chaque fois.',
  ],
  ['policy-bookings-future', 'Un membre a au plus {length} de réservations à venir.'],
  [
    'policy-bookings-peak',
    'Réservations d’un membre qui touchent les heures de pointe d’un jour : {count}. Machines que personne ne peut réserver en pointe : {free}.',
  ],
  [
    'policy-bookings-away',
    'Une réservation où personne n’est venu passe à la file d’attente après {length}.',
  ],
  [
    'policy-bookings-late',
    'Une réservation annulée moins de {length} avant son début compte comme utilisée, sauf si quelqu’un d’autre a utilisé ce temps.',
  ],
  [
    'policy-bookings-any-time',
    'Une réservation peut être annulée jusqu’à son début, et ne compte alors pas.',
  ],
  [
    'policy-bookings-draft',
    'Les souhaits pour la semaine suivante sont répartis {days} à {at}, par manches, à commencer par qui a le moins utilisé. Le reste va à qui réserve en premier.',
  ],
  ['policy-bookings-first', 'Qui réserve en premier l’obtient.'],
  ['policy-no-pools', 'Aucune machine ne s’utilise à tour de rôle : qui badge à une machine libre commence.'],
  [
    'policy-teams',
    'Les parts vont d’abord aux équipes, chacune selon le nombre de ses membres, puis se divisent dans l’équipe. Qui n’a pas d’équipe compte pour une.',
  ],
  ['policy-team', 'Un membre de l’équipe {team} pèse {percent} du poids habituel.'],
  [
    'policy-care',
    'L’entretien augmente le poids : {full} en {within} donnent {percent} du poids habituel, et moins donne moins, en proportion.',
  ],
  ['policy-care-none', 'L’entretien n’augmente le poids de personne.'],
  [
    'policy-votes',
    'Les membres changent ce règlement par un vote. Il est ouvert {open}, {quorum} des membres actifs doivent voter, et plus de {majority} des oui et des non doivent être des oui.',
  ],
  [
    'policy-votes-secret',
    'Les votes sont secrets : seul le décompte est conservé, avec un reçu par bulletin.',
  ],
  ['policy-votes-named', 'Les votes sont publics : le journal garde qui a voté quoi.'],
  ['policy-votes-notice', 'Ce qui est décidé prend effet au plus tôt {notice} après le vote.'],
  ['policy-votes-at-once', 'Ce qui est décidé prend effet à la fin du vote.'],
  ['policy-votes-none', 'Ce règlement se change dans le fichier de l’atelier, et par aucun vote.'],
]);
