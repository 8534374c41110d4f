// French for what is missing so that browsers trust the gateway.

import type { setup as setupEn } from '../en/setup.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const setup: typeof setupEn = {
  said: 'Ce qu’il faut aux navigateurs pour proposer des clés d’accès, installer la page ou apporter des messages.',
  refused: 'Cette page est réservée aux administrateurs.',
  address: 'Adresse de cette passerelle',
  from: {
    file: 'Elle figure dans officina.yaml.',
    certificate: 'C’est le premier nom du certificat.',
    local: 'Seul cet ordinateur y accède.',
    none: 'La passerelle ne connaît encore aucune adresse à elle.',
  },
  openedElsewhere: icu('Vous avez ouvert cette page comme {opened}. Ce qui suit ne vaut qu’à'),
  notSecure: 'Ce navigateur ne fait pas confiance à la connexion que vous utilisez maintenant.',
  parts: 'Ce qui y marche',
  part: { passkeys: 'Clés d’accès', install: 'Installer la page', push: 'Messages push' },
  partSaid: {
    passkeys: 'Se connecter avec un doigt, un visage ou une clé.',
    install: 'La page comme application sur téléphones et écrans.',
    push: 'Des messages quand la page est fermée. Il leur faut aussi un chemin vers internet.',
  },
  ready: 'prêt',
  readyHere: 'seulement sur cet ordinateur',
  notReady: 'pas encore',
  missing: 'Ce qui manque',
  lacks: {
    https: 'HTTPS. Les navigateurs ne proposent cela que sur une connexion que personne ne peut écouter.',
    name: 'Un nom. Les clés d’accès sont liées à un nom d’hôte ; une adresse en chiffres n’en est pas un.',
    certificate:
      'Un certificat d’un émetteur que les navigateurs connaissent. Celui-ci s’est émis lui-même, donc ils avertissent.',
    local: 'Une adresse que d’autres ordinateurs et téléphones atteignent. Ici, seul cet ordinateur entre.',
  },
  lines: 'Ajoutez ces lignes à officina.yaml, avec votre nom et vos fichiers :',
  restart: 'Elles valent dès le prochain démarrage de la passerelle.',
  provider: 'Service de connexion',
  hasProvider: icu('Les membres peuvent se connecter avec {label}, en plus de leur mot de passe.'),
  noProvider:
    'Aucun n’est décrit. Avec un tel service, les membres se connectent avec le compte qu’ils ont ailleurs (OpenID Connect) ; les mots de passe restent.',
  providerLines: 'Pour en avoir un, ajoutez ces lignes à officina.yaml :',
  back: 'Le chemin du retour, à indiquer au service :',
};
