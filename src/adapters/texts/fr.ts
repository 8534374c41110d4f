// The sentences in French, with vous: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const fr: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} est à vous. Badgez de nouveau quand vous avez fini.'],
  [
    'granted-bypassed',
    '{machine} est à vous, en tant que responsable. À d’autres elle serait refusée ({codes}) ; le journal en garde trace.',
  ],
  [
    'granted-lesson',
    '{machine} est ouverte pour une leçon. L’élève ou le formateur badge de nouveau pour terminer.',
  ],
  [
    'certificate-earned',
    'Terminé sur {machine}. Vous avez acquis l’habilitation {certificate} et pouvez désormais vous en servir sans formateur.',
  ],
  ['ended', 'Terminé sur {machine}. Le courant se coupe maintenant.'],
  [
    'ending-job',
    'Votre session sur {machine} est finie. Le travail peut s’achever ; il ne vous est pas facturé.',
  ],
  [
    'tap-late',
    'Ce passage de badge est arrivé trop tard pour être encore le vôtre. Badgez de nouveau si vous êtes à la machine.',
  ],
  [
    'badge-unknown',
    'Nous ne connaissons pas ce badge. S’il est à vous, demandez à un responsable de l’ajouter.',
  ],
  [
    'badge-ambiguous',
    'Ce lecteur ne distingue pas votre badge d’un autre. Prenez un autre lecteur, ou demandez un autre badge à un responsable.',
  ],
  ['badge-enrolled', 'Ce badge est maintenant à vous. Désormais il ouvre ce que vous pouvez utiliser.'],
  ['spelling-learnt', 'Merci. La passerelle sait maintenant comment ce lecteur écrit les badges.'],
  [
    'badge-random',
    'Cette carte montre un nouveau numéro à chaque fois, comme le font les téléphones. Apportez une autre carte.',
  ],
  [
    'badge-partial',
    'Ce lecteur voit trop peu de la carte pour l’enregistrer. Enregistrez-la à un autre lecteur.',
  ],
  [
    'badge-taken',
    'Cette carte est déjà le badge de quelqu’un. Apportez-en une autre, ou demandez d’abord à un responsable de la retirer.',
  ],
  ['badge-limit', 'Vous avez déjà huit badges. Demandez d’abord à un responsable d’en retirer un.'],
  ['badge-strange', 'Ce n’est pas le badge demandé. Présentez l’autre au lecteur.'],
  ['pin-missing', '{machine} demande aussi votre PIN. Tapez-le, puis badgez de nouveau.'],
  ['pin-wrong', 'Ce PIN n’est pas le bon. Après cinq erreurs, il est bloqué pour un jour.'],
  [
    'pin-locked',
    'Votre PIN est bloqué après cinq erreurs. Il se débloque après un jour, ou demandez-en un nouveau à un responsable.',
  ],
  [
    'pin-unset',
    '{machine} demande un PIN, et vous n’en avez pas encore. Définissez-en un sur votre page, ou adressez-vous à un responsable.',
  ],
  ['pin-unchecked', 'Trop de PIN sont vérifiés en même temps. Attendez un instant et badgez de nouveau.'],
  [
    'badge-unproven',
    'Ce badge n’a pas pu prouver qu’il est des nôtres. Tenez-le immobile sur le lecteur, ou adressez-vous à un responsable.',
  ],
  ['tap-replayed', 'Ce passage de badge a déjà servi. Présentez encore une fois le badge au lecteur.'],
  [
    'badge-replayed',
    'Cette lecture de votre badge a déjà servi. Présentez encore une fois le badge au lecteur.',
  ],
  ['badge-weak', '{machine} demande un badge qui ne se copie pas. Demandez-en un à un responsable.'],
  ['badge-unreadable', 'Ce badge n’a pas pu être lu. Tenez-le immobile sur le lecteur une seconde.'],
  [
    'member-suspended',
    'Votre adhésion est suspendue, donc les machines vous restent fermées. Un responsable peut vous en dire plus.',
  ],
  [
    'certificate-missing',
    '{machine} demande l’habilitation {certificate}. Vous ne l’avez pas encore ; demandez une formation à un formateur.',
  ],
  [
    'certificate-expired',
    '{machine} demande l’habilitation {certificate}. La vôtre a pris fin le {until} ; demandez un rappel à un formateur.',
  ],
  [
    'lesson-offered',
    '{machine} demande l’habilitation {certificate}. Vous ne l’avez pas encore ; un formateur peut badger ici dans les 60 secondes pour vous former.',
  ],
  [
    'certificate-unused',
    '{machine} demande l’habilitation {certificate}. La vôtre est échue le {until}, après {days} jours sans usage ; demandez un rappel à un formateur.',
  ],
  [
    'certificate-level',
    '{machine} demande l’habilitation {certificate} au niveau {level}, et le vôtre est plus bas. Adressez-vous à un formateur.',
  ],
  [
    'membership-not-begun',
    'Votre adhésion commence le {from}. Revenez alors, ou adressez-vous à un responsable.',
  ],
  ['membership-ended', 'Votre adhésion a pris fin le {until}. Demandez à un responsable de la prolonger.'],
  ['nothing-left', 'Il ne reste rien qui puisse payer. Rechargez au comptoir : au moins {missing}.'],
  ['plan-hours', 'Votre formule {plan} ne vaut pas à cette heure. Elle vaut de nouveau à partir de {from}.'],
  ['plan-unknown', 'Votre formule {plan} n’est plus décrite ici. Prévenez un responsable.'],
  [
    'clock-unset',
    'L’horloge de la passerelle n’est pas réglée, donc nous ne pouvons pas vérifier les dates. Prévenez un responsable ; les machines en marche continuent.',
  ],
  [
    'machine-locked',
    'Quelqu’un a bloqué {machine} parce que quelque chose ne va pas. Un responsable l’examine et la débloque.',
  ],
  [
    'machine-out-of-order',
    '{machine} est hors service. Un responsable peut vous dire quand elle sera réparée.',
  ],
  [
    'machine-out-of-order-note',
    '{machine} est hors service : {note}. Un responsable peut vous en dire plus.',
  ],
  [
    'machine-retired',
    '{machine} ne s’utilise plus. Choisissez une autre machine, ou adressez-vous à un responsable.',
  ],
  [
    'machine-in-maintenance',
    '{machine} est en maintenance ; seuls les responsables peuvent la démarrer. Revenez quand elle sera de nouveau en production.',
  ],
  ['space-closed', '{space} est fermé maintenant. Ouverture : {until}.'],
  [
    'machine-closed',
    '{machine} ne peut pas s’utiliser à cette heure. Elle le peut de nouveau à partir de {until}.',
  ],
  [
    'closed-for-long',
    'C’est fermé pour au moins deux semaines. Demandez à un responsable quand cela rouvre.',
  ],
  [
    'quiet-hours',
    '{machine} est trop bruyante pour les heures calmes. Elle peut tourner de nouveau à partir de {until}.',
  ],
  [
    'space-full',
    '{space} est complet : {present} personnes sont à l’intérieur. Votre page vous dit quand il y a de la place.',
  ],
  [
    'people-missing',
    '{machine} demande {needed} personnes, et il y en aurait {present}. Demandez à quelqu’un de badger à l’entrée.',
  ],
  ['people-asked', '{machine} demande une seconde personne. Qu’un autre membre badge ici dans la minute.'],
  [
    'people-short',
    '{machine} demande {needed} personnes, et il y en a {present}. Elle s’arrête dans une minute, à moins que quelqu’un revienne.',
  ],
  [
    'granted-witness',
    '{machine} démarre pour le membre qui a badgé avant vous, et vous l’assistez. Restez tant qu’elle tourne.',
  ],
  [
    'presence-entered',
    'Bienvenue. Vous comptez maintenant comme à l’intérieur ; badgez de nouveau en partant.',
  ],
  [
    'presence-bypassed',
    'Bienvenue, en tant que responsable. À d’autres l’entrée serait refusée ({codes}) ; le journal en garde trace. Badgez de nouveau en partant.',
  ],
  ['presence-left', 'Au revoir. Vous comptez maintenant comme à l’extérieur.'],
  ['entrance-leave-only', 'Ce lecteur sert à sortir, et vous n’êtes pas à l’intérieur. Badgez à l’entrée.'],
  ['machine-in-use', 'Un autre membre occupe {machine} depuis {since}. Revenez quand elle sera libre.'],
  [
    'machine-ending',
    '{machine} finit encore la session d’avant la vôtre. Badgez de nouveau quand son courant est coupé.',
  ],
  ['machine-unknown', 'Ce lecteur a demandé une machine qui n’est pas décrite ici. Prévenez un responsable.'],
  ['reader-unassigned', 'Ce lecteur n’appartient encore à aucune machine. Prévenez un responsable.'],
  ['machine-ambiguous', 'Ce lecteur sert plusieurs machines. Choisissez d’abord la vôtre, puis badgez.'],
  [
    'job-held',
    'Un travail d’un autre membre est encore en attente sur {machine}. Demandez à un responsable de le retirer avant de commencer.',
  ],
  [
    'machine-latched',
    '{machine} s’est arrêtée à cause de {monitor} et reste bloquée. Demandez à un responsable de l’examiner et de la réarmer.',
  ],
  [
    'monitor-bad',
    '{machine} reste bloquée : {monitor} est hors limites ({value}). Elle s’ouvre au retour à la normale ; si cela dure, prévenez un responsable.',
  ],
  [
    'monitor-silent',
    '{machine} reste bloquée : pas de signal de {monitor}. Attendez un instant et badgez de nouveau ; si cela dure, prévenez un responsable.',
  ],
  [
    'self-check-failed',
    '{machine} tourne déjà alors que personne ne l’occupe. Restez à distance et prévenez un responsable.',
  ],
  [
    'machine-problem',
    'Quelqu’un a jugé {machine} dangereuse, donc personne ne peut y commencer. Un responsable doit d’abord l’examiner ; parlez-lui.',
  ],
  [
    'journal-full',
    'Le disque de la passerelle est plein, donc rien de nouveau ne peut démarrer. Prévenez un responsable ; les machines en marche continuent.',
  ],
  [
    'journal-behind',
    'La passerelle n’a pas pu écrire ce qui précède. Attendez un instant et badgez de nouveau.',
  ],
  [
    'journal-broken',
    'La passerelle ne peut pas écrire son journal, donc rien de nouveau ne peut démarrer. Prévenez un responsable ; les machines en marche continuent.',
  ],
  [
    'tap-invalid',
    'Le lecteur a envoyé quelque chose que nous ne comprenons pas. Badgez de nouveau ; si cela continue, prévenez un responsable.',
  ],
  [
    'cost-code-unknown',
    'Le centre de coût {code} n’existe pas ici, ou n’est pas pour vous. Choisissez-en un autre, ou badgez sans lui.',
  ],
  ['handed-over', '{machine} est à vous, à partir de cet instant. Badgez de nouveau quand vous avez fini.'],
  [
    'handed-over-job',
    '{machine} est à vous, avec le travail qui s’y trouve. Vous payez à partir de cet instant.',
  ],
  ['handed-over-from', '{machine} est passée en d’autres mains. Vous la payez jusqu’à cet instant.'],
  [
    'hand-over-opened',
    'Qui badge à {machine} dans la minute la reprend. Badgez de nouveau si vous préférez terminer.',
  ],
  ['kept', '{machine} reste à vous. Badgez de nouveau quand vous avez fini.'],
  [
    'ends-idle',
    'Rien n’a bougé sur {machine} depuis un moment. Votre session se termine à {at} ; badgez pour la garder.',
  ],
  [
    'ends-longest',
    'Votre session sur {machine} se termine à {at} : elle a atteint la durée maximale permise.',
  ],
  ['ends-hours', 'L’atelier ferme. Votre session sur {machine} se termine à {at}.'],
  [
    'ends-ceiling',
    'Votre session sur {machine} se termine vers {at} : elle coûte alors ce que vous vouliez dépenser.',
  ],
  [
    'ends-certificate',
    'Votre session sur {machine} se termine à {at} : une habilitation qu’elle demande prend alors fin.',
  ],
  [
    'ends-trainer-certificate',
    'Votre leçon sur {machine} se termine à {at} : ce qu’il faut à votre formateur pour enseigner prend alors fin.',
  ],
  [
    'ends-trainer-membership',
    'Votre leçon sur {machine} se termine à {at} : l’adhésion de votre formateur prend alors fin.',
  ],
  [
    'lesson-over',
    'Votre leçon sur {machine} est finie : votre formateur ne peut plus l’enseigner. Continuez avec un autre formateur, ou adressez-vous à un responsable.',
  ],
  ['ends-turn', 'Votre tour sur {machine} se termine à {at}.'],
  ['other', 'Ce n’est pas possible maintenant. Donnez à un responsable le code {code}.'],
]);
