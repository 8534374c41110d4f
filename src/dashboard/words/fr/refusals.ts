// French for what the gateway refuses and no room says better; in English these are the gateway's own sentences.

type Refusal = { readonly title: string; readonly detail: string };

/** Of requests that a page does not send by itself, of people and of devices. */
const ofPeople: Readonly<Record<string, Refusal>> = {
  'request-invalid': {
    title: 'La requête n’a pas la forme attendue.',
    detail: 'Comparez les champs indiqués avec /api/docs.',
  },
  'json-broken': {
    title: 'Le contenu n’est pas du JSON lisible.',
    detail: 'Envoyez un objet JSON, sans clés __proto__.',
  },
  'url-broken': { title: 'L’adresse est illisible.', detail: 'Vérifiez comment elle est écrite.' },
  'range-wrong': {
    title: 'Cette période ne peut pas être montrée.',
    detail: 'Choisissez un début avant la fin, 400 jours au plus.',
  },
  'reading-unknown': {
    title: 'Aucune mesure n’a ce nom.',
    detail: 'Utilisez un nom du vocabulaire, par exemple spindle.speed.',
  },
  'sign-in-needed': { title: 'Personne n’est connecté.', detail: 'Connectez-vous, ou utilisez un jeton.' },
  'sign-in-failed': {
    title: 'Identifiant et mot de passe ne vont pas ensemble.',
    detail: 'Réessayez, ou demandez un nouveau mot de passe à un responsable.',
  },
  'token-unknown': {
    title: 'Ce jeton est inconnu ici, a expiré, ou son membre ne peut pas se connecter.',
    detail: 'Créez-en un nouveau.',
  },
  'token-by-token': {
    title: 'Un jeton ne peut pas en créer un autre.',
    detail: 'Connectez-vous avec un mot de passe pour en créer un.',
  },
  'cross-site': { title: 'La requête vient d’un autre site.', detail: 'Ouvrez la page de cette passerelle.' },
  'member-suspended': { title: 'Cette adhésion est suspendue.', detail: 'Adressez-vous à un responsable.' },
  'member-none': {
    title: 'Ce jeton ne représente aucun membre.',
    detail: 'Pour cela, connectez-vous comme membre.',
  },
  'not-found': { title: 'Il n’y a rien à cette adresse.', detail: 'Revenez au tableau.' },
  'token-none': { title: 'Vous n’avez pas de jeton avec cet id.', detail: 'Voyez la liste des vôtres.' },
  'unassigned-unknown': {
    title: 'Aucun appareil avec cet id n’attend d’être attribué.',
    detail: 'Rechargez la page ; quelqu’un l’a peut-être attribué entre-temps.',
  },
  'box-unknown': {
    title: 'Aucun boîtier décrit ne se connecte avec cet id.',
    detail: 'Choisissez-en un de la liste ; un appareil natif n’a qu’une partie.',
  },
  'pairing-full': {
    title: 'Seize codes d’appairage sont déjà ouverts.',
    detail: 'Utilisez-en un, ou attendez que l’un d’eux ait dix minutes.',
  },
  'answers-missing': {
    title: 'Un interrupteur ne donne du courant à une machine que si les deux réponses sont oui.',
    detail:
      'Une machine qui redémarre seule au retour du courant demande un contacteur à manque de tension ; et ceci n’est pas un arrêt d’urgence.',
  },
  'assignment-wrong': {
    title: 'L’appareil ne peut pas être écrit ainsi dans officina.yaml ; rien n’a changé.',
    detail: 'Corrigez les erreurs indiquées, puis réessayez.',
  },
  'config-none': {
    title: 'Il n’y a pas d’officina.yaml : c’est la démo.',
    detail: 'Écrivez-en un avec `npx officina init` et démarrez la passerelle avec lui.',
  },
  'config-wrong': {
    title: 'Le fichier officina.yaml contient des erreurs ; rien n’a changé.',
    detail: 'Corrigez les erreurs indiquées, puis faites-le relire.',
  },
  'config-not-writable': {
    title: 'La passerelle ne peut pas écrire officina.yaml ou un mot de passe à côté ; rien n’a changé.',
    detail:
      'Ajoutez à la main les lignes indiquées, écrivez le mot de passe dans le fichier qu’elles nomment, et faites relire le fichier.',
  },
  'badge-unlisted': { title: 'La démo n’a pas ce badge.', detail: 'Choisissez-en un de la liste.' },
  'member-in-session': {
    title: 'Ce membre occupe une machine.',
    detail: 'Terminez d’abord sa session, et attendez que le courant soit coupé.',
  },
  'token-limit': { title: 'Il y a trop de jetons.', detail: 'Supprimez-en un qui ne sert plus.' },
  'body-too-large': {
    title: 'Le contenu est trop grand.',
    detail: 'Envoyez-en moins à la fois : 64 ko, 2 Mo avec une photo, ou 6 Mo pour une liste.',
  },
  'media-type-wrong': {
    title: 'Ici, seul JSON est accepté.',
    detail: 'Envoyez content-type: application/json.',
  },
  'host-unknown': {
    title: 'Cette passerelle ne répond qu’aux noms de l’ordinateur où elle tourne.',
    detail: 'Utilisez http://localhost, ou indiquez http.host dans officina.yaml.',
  },
  'import-refused': {
    title: 'La liste contient des erreurs ; rien n’a été repris.',
    detail: 'Corrigez les lignes indiquées et renvoyez-les toutes.',
  },
  'request-refused': {
    title: 'La requête ne peut pas être traitée telle quelle.',
    detail: 'Comparez-la avec /api/docs.',
  },
  fault: {
    title: 'Quelque chose a failli dans la passerelle.',
    detail: 'Donnez l’id à un responsable ; la cause est à côté dans le journal technique.',
  },
  'workshop-missing': { title: 'L’atelier n’est pas encore décrit.', detail: 'Réessayez dans un instant.' },
  'streams-full': {
    title: 'Trop d’écrans sont déjà connectés.',
    detail: 'Fermez-en un que personne ne regarde.',
  },
  'dashboard-missing': {
    title: 'Les pages n’ont pas été construites.',
    detail: 'Lancez une fois `npm ci` dans le dossier du programme.',
  },
};

/** Of machines, bookings and policies. */
const ofMachines: Readonly<Record<string, Refusal>> = {
  'machine-unknown': { title: 'Aucune machine n’a cet id.', detail: 'Choisissez-la au tableau.' },
  'alarm-unknown': {
    title: 'Aucune alarme ouverte n’a cet id.',
    detail: 'Elle est peut-être déjà finie : voyez au tableau.',
  },
  'alarm-answered': {
    title: 'Quelqu’un a déjà répondu à cette alarme.',
    detail: 'Le tableau dit qui et quoi.',
  },
  'latch-none': {
    title: 'Cette machine n’est pas bloquée par un capteur.',
    detail: 'Il n’y a rien à réarmer.',
  },
  'latch-holds': {
    title: 'Ce qui a bloqué cette machine est encore hors de ses limites.',
    detail: 'Réparez-le d’abord ; la carte de la machine nomme le capteur.',
  },
  'machine-locked-already': {
    title: 'Cette machine est déjà bloquée.',
    detail: 'Un responsable l’examine et la débloque.',
  },
  'machine-not-locked': { title: 'Personne n’a bloqué cette machine.', detail: 'Il n’y a rien à débloquer.' },
  'lock-limit': {
    title: 'Vous avez bloqué cinq machines en une heure.',
    detail: 'Demandez à un responsable de les examiner ; lui peut en bloquer d’autres.',
  },
  'note-too-long': {
    title: 'Cette note a plus de 500 caractères, ou certains qui ne s’affichent pas.',
    detail: 'Écrivez-la plus courte, sur une ligne.',
  },
  'photo-too-large': { title: 'Cette photo dépasse un mébioctet.', detail: 'Réduisez-la, puis renvoyez-la.' },
  'photo-unreadable': {
    title: 'Cette photo n’est ni un JPEG ni un PNG entier.',
    detail: 'Envoyez-la dans l’un des deux ; un autre programme l’a peut-être coupée.',
  },
  'photo-none': {
    title: 'Il n’y a pas de photo de cette machine.',
    detail: 'Un responsable en ajoute une avec son mode.',
  },
  'policy-unknown': {
    title: 'Aucun règlement n’a ce numéro.',
    detail: 'Choisissez l’un de ceux qui ont été adoptés.',
  },
  'effect-early': {
    title: 'Cela prendrait effet avant la fin du préavis qui suit le vote.',
    detail: 'Indiquez un moment plus tardif, ou laissez vide.',
  },
  'effect-late': {
    title: 'Cela prendrait effet trop tard pour que quelqu’un s’en souvienne.',
    detail: 'Indiquez un moment dans les 400 jours.',
  },
  'machine-not-booked': {
    title: 'Cette machine n’est pas dans ce groupe, ou ne s’ouvre pas avec un badge.',
    detail: 'Choisissez l’une des machines du groupe.',
  },
  'booking-times': {
    title: 'Ces horaires ne peuvent pas être réservés.',
    detail: 'Indiquez un début à venir et une fin après lui, à cinq minutes rondes.',
  },
  'booking-length': {
    title: 'Une réservation ne peut pas être aussi courte ou aussi longue ici.',
    detail: 'Choisissez une autre durée.',
  },
  'booking-horizon': { title: 'C’est plus loin qu’on ne peut réserver.', detail: 'Revenez plus tard.' },
  'booking-closed': {
    title: 'La machine n’est pas ouverte pendant tout ce temps.',
    detail: 'Choisissez un horaire d’ouverture.',
  },
  'bookings-full': {
    title: 'Il y a autant de réservations que cette passerelle en garde.',
    detail: 'Demandez à un responsable de les voir.',
  },
  'booking-unknown': {
    title: 'Aucune réservation à venir n’a cet id.',
    detail: 'Voyez parmi vos réservations.',
  },
  'booking-not-yours': {
    title: 'Cette réservation est à un autre membre.',
    detail: 'Demandez-lui de vous la céder.',
  },
  'booking-not-offered': {
    title: 'Cette réservation ne vous est pas proposée.',
    detail: 'Demandez à son membre de vous la proposer.',
  },
  'gift-to-self': { title: 'Cette réservation est déjà à vous.', detail: 'Indiquez un autre membre.' },
  'draft-none': {
    title: 'Ce groupe n’a pas de répartition : qui réserve en premier l’obtient.',
    detail: 'Réservez.',
  },
  'wish-twice': { title: 'Vous avez déjà fait ce souhait.', detail: 'Il n’y a rien à faire.' },
  'wish-unknown': { title: 'Vous n’avez pas de souhait avec cet id.', detail: 'Voyez parmi les vôtres.' },
  'calendar-unknown': {
    title: 'Il n’y a pas d’agenda à cette adresse.',
    detail: 'Créez une nouvelle adresse sur votre page ; les anciennes ne valent plus.',
  },
};

/** Of uses, materials and books. */
const ofMoney: Readonly<Record<string, Refusal>> = {
  'usage-not-entered': {
    title: 'Aucune utilisation n’a été saisie à la main pour cette session.',
    detail: 'Seule une telle utilisation peut être retirée ; le relevé les marque toutes.',
  },
  'material-in-future': {
    title: 'Le matériau serait utilisé dans le futur.',
    detail: 'Saisissez-le quand il est remis.',
  },
  'material-too-old': {
    title: 'Le matériau a été utilisé il y a plus de 92 jours.',
    detail: 'Il ne peut plus être saisi ; réglez cela avec le membre hors du relevé.',
  },
  'material-session-unknown': {
    title: 'Ce membre n’a pas eu cette session sur cette machine.',
    detail: 'Laissez la session vide, ou prenez-la sur le relevé.',
  },
  'material-not-entered': {
    title: 'Aucun matériau n’a été saisi sous cet id.',
    detail: 'Le relevé montre l’id de chacun.',
  },
  'month-unreadable': { title: 'Ce n’est pas un mois.', detail: 'Écrivez-le comme 2026-11.' },
  'draft-unknown': {
    title: 'Ce payeur n’a pas de brouillon pour ce mois.',
    detail: 'Choisissez-en un de la liste.',
  },
  'invoice-unknown': {
    title: 'Aucune facture n’a cet id ou ce numéro.',
    detail: 'Choisissez-en une de la liste.',
  },
  'lines-unknown': {
    title: 'Ces lignes ne peuvent pas faire ainsi l’objet d’un avoir.',
    detail: 'Indiquez des lignes de la facture ; on ne refacture qu’une facture entière.',
  },
  'credited-already': { title: 'Un avoir a déjà été émis pour cela.', detail: 'La liste montre les avoirs.' },
  'payer-unknown': {
    title: 'Personne n’est facturé sous cette clé.',
    detail: 'Utilisez member:CLÉ, team:ID ou un identifiant.',
  },
  'payers-wrong': {
    title: 'Un de ces payeurs est inconnu ici, ou nommé deux fois.',
    detail: 'Utilisez member:CLÉ, team:ID ou cost-code:CODE, chacun une fois, avec des parts entières.',
  },
  'day-wrong': { title: 'Ce jour n’existe pas.', detail: 'Écrivez-le comme 2026-11-20.' },
  'buyer-unreadable': {
    title: 'Cette adresse ne peut pas être imprimée.',
    detail: 'Corrigez le champ indiqué : imprimable, pas trop long, le pays comme FR.',
  },
  'format-none': {
    title: 'Ici, les factures ne se font pas dans ce format.',
    detail: 'Choisissez-en un de la liste.',
  },
  'posting-unreadable': { title: 'Cela ne peut pas être enregistré.', detail: 'Corrigez sa référence.' },
  'posting-unbalanced': { title: 'La somme de ses lignes n’est pas zéro.', detail: 'Corrigez les montants.' },
  'posting-key-used': {
    title: 'Un autre montant a déjà été déplacé sous cette clé.',
    detail: 'Choisissez une nouvelle clé pour un nouveau paiement ; la même ne compte qu’une fois.',
  },
  'posting-refused': {
    title: 'Les comptes n’acceptent pas ce paiement.',
    detail: 'Vérifiez le montant et la date.',
  },
  'account-unknown': { title: 'Aucun compte n’a ce nom.', detail: 'Choisissez-en un de la liste.' },
  'unit-unknown': { title: 'Cela ne se compte pas ici.', detail: 'Utilisez la monnaie de l’espace.' },
  'amount-wrong': {
    title: 'Ce montant ne peut pas être enregistré.',
    detail: 'Indiquez des unités mineures entières au-dessus de zéro, dix milliards au plus.',
  },
  'line-repeated': { title: 'Un compte y figure deux fois.', detail: 'Additionnez les parties.' },
  'period-runs': { title: 'Ce mois n’est pas terminé.', detail: 'Clôturez-le quand il le sera.' },
  'sale-repeated': {
    title: 'Autre chose a déjà été vendu sous cet id.',
    detail: 'Choisissez un nouvel id pour une nouvelle vente ; le même ne vend qu’une fois.',
  },
};

export const refusals: Readonly<Record<string, Refusal>> = { ...ofPeople, ...ofMachines, ...ofMoney };
