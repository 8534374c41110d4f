// In French: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsFr: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Alarme à {where} : {code}. Allez voir ; la page Alarmes en dit plus.'],
  ['granted-turn', 'C’est votre tour : {machine} est à vous. Badgez de nouveau quand vous avez fini.'],
  [
    'queued',
    '{machine} est prise. Vous êtes numéro {place} dans la file, et votre tour vient à {at} au plus tard.',
  ],
  [
    'queued-open',
    '{machine} est prise. Vous êtes numéro {place} dans la file ; aucun début au plus tard ne peut être promis maintenant.',
  ],
  [
    'queued-sooner-now',
    '{machine} est prise. Vous êtes numéro {place}, au plus tard {at}. Pour {minutes} minutes, vous pourriez commencer maintenant : dites-le sur votre page.',
  ],
  [
    'queued-sooner-next',
    '{machine} est prise. Vous êtes numéro {place}, au plus tard {at}. Pour {minutes} minutes, votre tour viendrait ensuite : dites-le sur votre page.',
  ],
  [
    'presence-kept',
    'Au revoir. Votre place dans la file est gardée jusqu’à {at} ; badgez ici à votre retour.',
  ],
  ['presence-back', 'Vous voilà de retour. Vous êtes de nouveau dans la file.'],
  ['queued-called', 'C’est votre tour sur {machine} : badgez-y avant {at}.'],
  [
    'queued-again',
    'Vous avez une place dans la file pour {machine}. Badgez de nouveau pour savoir où vous en êtes.',
  ],
  [
    'machine-called',
    '{machine} est gardée pour le membre dont c’est le tour. Vous êtes numéro {place}, et votre tour vient à {at} au plus tard.',
  ],
  [
    'machine-called-open',
    '{machine} est gardée pour le membre dont c’est le tour. Vous êtes numéro {place} ; aucun début au plus tard ne peut être promis maintenant.',
  ],
  [
    'turn-held',
    'Vous occupez déjà {machine}, et vous avez droit à un tour à la fois. Terminez d’abord là-bas.',
  ],
  [
    'ticket-elsewhere',
    'D’autres attendent {machine}, et vous occupez une machine d’un autre type. Terminez d’abord là-bas, puis badgez de nouveau.',
  ],
  ['queue-full', 'La file pour {machine} est pleine. Revenez plus tard.'],
  ['ticket-skipped-absent', 'Un responsable vous a retiré de la file : vous n’étiez pas là.'],
  ['ticket-skipped-asked', 'Un responsable vous a retiré de la file, à votre demande.'],
  ['ticket-skipped-rules', 'Un responsable vous a retiré de la file en raison des règles de l’espace.'],
  ['ticket-skipped-mistake', 'Un responsable vous a retiré de la file : votre ticket était une erreur.'],
  ['turn-called', 'C’est votre tour sur {machine} : badgez-y avant {at}.'],
  ['turn-called-here', '{machine} est gardée jusqu’à {at} pour le prochain de la file.'],
  ['turn-renewed', 'Personne n’attend {machine} : votre tour continue jusqu’à {at}.'],
  ['turn-renewed-here', 'Personne n’attend {machine} : le tour continue jusqu’à {at}.'],
  ['rule.in-turn', 'C’est votre tour, ou personne ne l’attend.'],
  [
    'machine-booked',
    '{machine} est réservée de {at} à {until}, et un tour ne serait pas fini avant. Choisissez une autre machine, ou revenez après.',
  ],
  [
    'booking-busy',
    'Votre réservation a commencé, et {machine} n’est pas encore libre : qui l’occupe termine. Elle vous est gardée ; badgez quand elle est libre.',
  ],
  [
    'booking-soon',
    '{machine} vous est gardée pour votre réservation à partir de {at}. Badgez-y pour commencer.',
  ],
  [
    'booking-waits',
    'Votre réservation de {machine} a commencé, mais elle n’est pas encore libre. C’est vous qui l’aurez ensuite.',
  ],
  [
    'booking-missed',
    'Personne n’est venu pour votre réservation de {machine} ; elle est maintenant libre pour d’autres.',
  ],
  [
    'booking-lost',
    '{machine} est inutilisable pour l’instant ; votre réservation a été annulée et ne coûte rien.',
  ],
  ['booking-drawn', 'Votre souhait a été retenu : {machine} est à vous à partir de {at}.'],
  [
    'booking-offered',
    'Une réservation de {machine} à partir de {at} vous est proposée. Votre page permet de l’accepter.',
  ],
  ['ends-booking', '{machine} est réservée par un autre membre. Votre session s’y termine à {at}.'],
  ['remedy.machine-booked', 'Choisissez une autre machine, ou revenez après la réservation.'],
  ['remedy.booking-busy', 'Badgez de nouveau quand {machine} est libre.'],
  ['remedy.machine-called', 'Attendez votre tour ; votre page et le lecteur vous le disent.'],
  ['remedy.turn-held', 'Terminez sur {machine}, puis badgez ici de nouveau.'],
  ['remedy.ticket-elsewhere', 'Terminez sur l’autre machine, puis badgez ici de nouveau.'],
  ['remedy.queue-full', 'Attendez que moins de personnes soient dans la file.'],
]);
