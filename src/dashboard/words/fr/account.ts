// French for how one signs in, with what and where.

import type { account as accountEn } from '../en/account.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const account: typeof accountEn = {
  withPasskey: 'Se connecter avec une clé d’accès',
  withProvider: icu('Se connecter avec {label}'),
  elsewhere: 'Les clés d’accès valent à une autre adresse :',
  passkeys: 'Clés d’accès',
  passkeysSaid:
    'Une clé d’accès ouvre cette page avec votre doigt, votre visage ou une clé au lieu d’un mot de passe. On ne peut ni la deviner ni la voler avec une fausse page.',
  noPasskeys: 'Vous n’en avez pas encore.',
  noAddress:
    'Il leur faut HTTPS et un nom pour cette passerelle. Un administrateur trouve ce qui manque sous Configuration.',
  unsupported: 'Ce navigateur ne connaît pas les clés d’accès. Essayez-en un autre.',
  stale:
    'Pour en ajouter une, déconnectez-vous puis reconnectez-vous : cela change votre façon de vous connecter.',
  added: icu('Ajoutée : {time}.'),
  lastUsed: icu('Dernière utilisation : {time}.'),
  neverUsed: 'Jamais utilisée.',
  name: 'Comment l’appelez-vous ?',
  nameExample: 'Mon téléphone',
  add: 'Ajouter une clé d’accès',
  adding: 'À vous …',
  remove: 'Retirer',
  removeOf: icu('Retirer la clé d’accès {name}'),
  removeAsk:
    'Elle ne connecte plus personne. Là où elle l’a fait, vous êtes déconnecté. Supprimez-la aussi de votre appareil.',
  removeKeep: 'La garder',
  removeConfirm: 'La retirer',
  removing: 'Retrait …',
  places: 'Où vous êtes connecté',
  placesSaid: 'Une connexion se termine d’elle-même après douze heures, et quand la passerelle redémarre.',
  here: 'ici',
  someBrowser: 'Un navigateur',
  how: { password: 'Par mot de passe', passkey: 'Par clé d’accès', provider: 'Par le service de connexion' },
  seen: icu('vu pour la dernière fois : {time}'),
  until: icu('fin : {time}'),
  leave: 'Se déconnecter là-bas',
  leaveOf: icu('Se déconnecter là-bas : {browser}'),
  leaveAll: 'Se déconnecter partout',
  leaveAllAsk: 'Chaque navigateur où vous êtes connecté revient à la page de connexion, celui-ci aussi.',
  leaveAllKeep: 'Rester connecté',
  leaveAllConfirm: 'Se déconnecter partout maintenant',
  leaving: 'Déconnexion …',
  setup: 'Configuration',
  refusals: {
    'passkey-cancelled': {
      title: 'Aucune clé d’accès n’a été utilisée.',
      detail:
        'Vous avez fermé la question, ou cela a duré trop longtemps. Réessayez, ou utilisez votre mot de passe.',
    },
    'passkey-failed': {
      title: 'Ce navigateur n’a pas pu utiliser la clé d’accès.',
      detail: 'Réessayez, ou utilisez votre mot de passe.',
    },
    'passkey-elsewhere': {
      title: 'Une clé d’accès ne vaut qu’à une adresse, et celle-ci en est une autre.',
      detail: 'Ouvrez la page à l’adresse où la clé a été ajoutée.',
    },
    'passkey-unsupported': {
      title: 'Cet appareil n’a pas de clés d’accès de la sorte qu’il faut.',
      detail: 'Utilisez un autre appareil ou votre mot de passe.',
    },
    'passkey-known': {
      title: 'Cette clé d’accès est déjà là.',
      detail: 'Utilisez-la, ou retirez-la d’abord.',
    },
    'passkey-limit': {
      title: 'Vous avez dix clés d’accès, ce qui est le maximum.',
      detail: 'Retirez-en une que vous n’utilisez plus.',
    },
    'passkey-none': {
      title: 'Vous n’avez plus cette clé d’accès.',
      detail: 'Rechargez la page pour voir les vôtres.',
    },
    'passkey-unknown': {
      title: 'Cette clé d’accès n’ouvre pas cette page.',
      detail: 'Connectez-vous avec votre mot de passe, ou ajoutez-la de nouveau sur votre page.',
    },
    'passkey-copied': {
      title: 'Cette clé d’accès compte à rebours, comme le ferait une copie.',
      detail: 'Connectez-vous avec votre mot de passe, retirez-la sur votre page et ajoutez-la de nouveau.',
    },
    'passkey-unproven': {
      title: 'Ce que le navigateur a envoyé ne prouve pas qu’il a cette clé d’accès.',
      detail: 'Réessayez ; si cela persiste, regardez l’adresse : une clé d’accès ne vaut qu’à une seule.',
    },
    'passkeys-away': {
      title: 'La passerelle ne connaît aucune adresse où des clés d’accès pourraient valoir.',
      detail: 'Demandez à un administrateur : la page Configuration dit ce qui manque.',
    },
    'sign-in-stale': {
      title: 'Cela change votre façon de vous connecter, et votre connexion a plus de quinze minutes.',
      detail: 'Déconnectez-vous, reconnectez-vous et recommencez.',
    },
    'place-none': { title: 'Vous n’êtes plus connecté là-bas.', detail: 'Il n’y a rien à faire.' },
    'provider-none': {
      title: 'Aucun service de connexion n’est décrit.',
      detail: 'Utilisez votre mot de passe ou une clé d’accès.',
    },
    'provider-away': {
      title: 'Le service de connexion ne répond pas.',
      detail: 'Mot de passe et clés d’accès marchent comme toujours. Ou réessayez dans un instant.',
    },
    'provider-refused': {
      title: 'Le service de connexion ne vous a pas laissé entrer.',
      detail: 'Réessayez, ou demandez à qui s’en occupe.',
    },
    'provider-answer': {
      title: 'Ce que le service de connexion a renvoyé ne prouve rien.',
      detail:
        'Réessayez. Si cela persiste, un administrateur trouve la raison dans le journal technique de la passerelle.',
    },
    'vouched-unknown': {
      title: 'Le service de connexion vous connaît, cet atelier non.',
      detail: 'Demandez à un responsable de vous ajouter, avec l’identifiant que vous avez là-bas.',
    },
    'attempt-over': {
      title: 'Cela a duré plus de cinq minutes, ou a déjà été utilisé.',
      detail: 'Recommencez.',
    },
  },
};
