// French for bookings: choosing a start, one’s own bookings, wishes for a draft, and what stands against one.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('fr');

export const booking: Words['booking'] = {
  refusals: {
    'pool-not-booked': {
      title: 'Ces machines ne se réservent pas.',
      detail: 'Badgez à l’une d’elles pour commencer.',
    },
    'booking-draft': {
      title: 'Cette semaine-là n’est pas encore répartie.',
      detail: 'Faites un souhait pour elle.',
    },
    'booking-taken': { title: 'Quelqu’un a été plus rapide.', detail: 'Choisissez un autre horaire.' },
    'booking-own-overlap': {
      title: 'Vous avez une autre réservation à ce moment-là.',
      detail: 'Annulez-la ou déplacez-la d’abord.',
    },
    'booking-future': {
      title: 'Vous avez réservé à l’avance autant qu’un membre le peut.',
      detail: 'Utilisez ou annulez d’abord une réservation.',
    },
    'booking-peak-day': {
      title: 'Vous avez déjà réservé aux heures de pointe de ce jour.',
      detail: 'Choisissez un autre jour.',
    },
    'booking-peak-free': {
      title: 'Aux heures de pointe, des machines restent libres pour qui vient sans réserver.',
      detail: 'Choisissez une autre heure, ou venez à ce moment-là.',
    },
    'booking-promised': {
      title: 'Jusque-là, cette machine est promise à d’autres.',
      detail: 'Choisissez un horaire plus tardif.',
    },
    'booking-rights': {
      title: 'Vous ne pouvez pas utiliser cette machine à ce moment-là.',
      detail: 'Demandez à un formateur ou à un responsable.',
    },
    'booking-runs': {
      title: 'Elle est trop proche pour être modifiée sans frais.',
      detail: 'Vous pouvez encore l’annuler.',
    },
    'member-unknown': {
      title: 'Personne n’a cet identifiant.',
      detail: 'Demandez au membre comment il se connecte.',
    },
    'draft-over': { title: 'Cette semaine-là est déjà répartie.', detail: 'Réservez ce qui reste.' },
    'wishes-full': {
      title: 'Vous avez fait autant de souhaits qu’un membre le peut.',
      detail: 'Retirez-en un d’abord.',
    },
  },
  title: icu('Réserver : {pool}'),
  open: 'Réserver',
  length: 'Pour combien de temps',
  machine: 'Machine',
  anyMachine: 'N’importe laquelle',
  earlier: 'Semaine précédente',
  later: 'Semaine suivante',
  week: 'Jours',
  noStart: 'Rien de libre',
  freeStarts: icu('Débuts libres, {day}'),
  startAt: icu('{time}, {machine}'),
  taken: 'réservée',
  mine: 'à vous',
  loading: 'Recherche des horaires libres …',
  chosen: icu('{machine}, {day}, de {from} à {to}.'),
  latestCancel: icu('Annulation sans frais au plus tard : {time}.'),
  noFreeCancel: 'Si proche, elle ne peut plus être annulée sans frais.',
  hint: 'La machine vous est gardée. Badgez sur place à partir de dix minutes avant ; qui ne vient pas à temps la laisse aux autres.',
  book: 'Réserver',
  booking: 'Réservation …',
  booked: 'C’est réservé. Vous la trouvez parmi vos réservations.',
  other: 'Choisir un autre horaire',
  nextFree: icu('Prochain début libre : {time}.'),
  nextAt: icu('réservée dès {time}'),
  nextMine: icu('à vous dès {time}'),
  own: 'Mes réservations',
  none: 'Vous n’avez aucune réservation.',
  runs: 'en cours',
  offeredToMe: icu('{member} vous propose cette réservation.'),
  offeredByMe: 'Proposée à un autre membre.',
  drawn: icu('De la répartition : manche {round}, rang {place} ; c’est votre souhait n° {rank}.'),
  cancel: { offer: 'Annuler', keep: 'La garder', confirm: 'L’annuler', working: 'Annulation …' },
  cancelFree: 'Cela ne coûte rien maintenant.',
  cancelLate: 'C’est tard : elle compte comme utilisée, moins ce que d’autres en utiliseront.',
  give: { offer: 'Céder', keep: 'La garder', confirm: 'La proposer', working: 'Envoi …' },
  giveTo: 'Identifiant du membre',
  giveAsk: 'Le membre doit accepter sur sa propre page ; d’ici là elle reste à vous.',
  accept: { offer: 'Accepter', keep: 'Pas maintenant', confirm: 'L’accepter', working: 'Acceptation …' },
  acceptAsk: 'Elle compte ensuite comme la vôtre, selon les mêmes règles.',
  wishes: 'Mes souhaits',
  draft: icu(
    'La semaine du {week} est répartie le {time}. Les souhaits passent par manches, à commencer par qui a le moins utilisé ; dites le meilleur en premier.',
  ),
  wishDay: 'Jour',
  wishTime: 'À partir de',
  wish: 'Faire ce souhait',
  wished: 'Votre souhait est noté.',
  wishRank: icu('Souhait {rank}'),
  withdraw: { offer: 'Retirer', keep: 'Le garder', confirm: 'Le retirer', working: 'Retrait …' },
  withdrawAsk: 'Les souhaits suivants remontent d’un rang.',
  calendar: 'Agenda',
  calendarHint: 'Une adresse pour votre logiciel d’agenda. Qui la connaît voit vos réservations.',
  calendarOn: 'Une adresse est en service. Une nouvelle prend sa place.',
  calendarMake: 'Créer une adresse',
  calendarDrop: 'Supprimer l’adresse',
};
