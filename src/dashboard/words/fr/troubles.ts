// What is wrong with the link to a machine, in French; every code of `domain/machine/trouble.ts` has its sentence.

import type { troubles as troublesEn } from '../en/troubles.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('fr');

export const troubles: typeof troublesEn = {
  'host-unknown': icu('Le nom de son serveur est inconnu ici. Corrigez son adresse dans officina.yaml.'),
  'host-refused': icu('Son ordinateur est là, mais son serveur ne tourne pas. Démarrez le serveur.'),
  'host-unreachable': icu('Son ordinateur ne répond pas. Vérifiez qu’il est allumé et dans le réseau.'),
  'server-silent': icu('Son serveur ne dit rien. Regardez son écran ; redémarrez-le s’il est figé.'),
  'link-lost': icu('La connexion s’est interrompue. Nous réessayons jusqu’à ce qu’elle revienne.'),
  'link-broken': icu('Notre propre partie qui lui parle a failli, et redémarre.'),
  'controller-away': icu(
    '{state, select, none {Son serveur répond, mais pas le contrôleur derrière lui. Allumez la machine, ou regardez son écran.} other {Son serveur répond, mais pas le contrôleur derrière lui ({state}). Allumez la machine, ou regardez son écran.}}',
  ),
  'wrong-device': icu(
    'À son adresse se trouve un autre appareil : {found}. Corrigez sa liaison dans officina.yaml.',
  ),
  'no-free-session': icu(
    'Elle n’admet pas d’autre programme. Fermez-en un qui l’observe ; nous réessayons jusqu’à ce qu’une place se libère.',
  ),
  'answer-unfit': icu(
    'Elle répond d’une façon que nous ne comprenons pas. Vérifiez que le type de sa liaison est le bon, et sa version.',
  ),
  'security-missing': icu(
    'Son serveur n’offre pas la connexion protégée que le fichier demande ({wanted}), seulement : {offered}. Activez-la sur le serveur, ou écrivez ce que vous acceptez comme security dans officina.yaml.',
  ),
  'certificate-unknown': icu(
    '{sha1, select, none {Personne n’a encore approuvé son certificat : SHA-256 {sha256}. Si vous avez la certitude que cette machine le présente, écrivez-le comme fingerprint dans sa liaison dans officina.yaml.} other {Personne n’a encore approuvé son serveur. Comparez l’empreinte avec celle qu’il affiche lui-même : SHA-1 {sha1}, SHA-256 {sha256}. Si elles sont identiques, lancez : npx officina trust {sha1}}}',
  ),
  'certificate-expired': icu('Le certificat de son serveur a expiré le {since}. Renouvelez-le à la machine.'),
  'certificate-early': icu(
    'Le certificat de son serveur n’est valable qu’à partir du {from}. Une horloge est fausse : réglez celle de la machine, ou celle de la passerelle.',
  ),
  'certificate-unfit': icu(
    'Le certificat de son serveur est inutilisable. Créez-en un nouveau là-bas, RSA de 2048 bits ou plus.',
  ),
  'gateway-untrusted': icu(
    'Son serveur n’accepte pas cette passerelle. Approuvez-y notre certificat : SHA-1 {sha1}.',
  ),
  'sign-in-refused': icu(
    'Son serveur ne nous laisse pas entrer. Corrigez la clé, ou le nom et le mot de passe, dans officina.yaml, ou autorisez-y la lecture anonyme.',
  ),
  'not-machinery': icu(
    'Son serveur ne parle pas OPC UA for Machinery. Activez-le, ou reliez la machine autrement.',
  ),
  'machine-missing': icu(
    '{wanted, select, none {Son serveur ne montre aucune machine. Configurez-en une là-bas.} other {Son serveur ne montre aucune machine « {wanted} ». Écrivez une de celles-ci dans officina.yaml : {found}.}}',
  ),
  'machine-ambiguous': icu(
    'Son serveur montre plusieurs machines. Écrivez dans officina.yaml laquelle c’est : {found}.',
  ),
  'state-missing': icu(
    'Son serveur n’indique pas son état (OPC UA : MachineryItemState ; MTConnect : EXECUTION). Activez cela là-bas.',
  ),
  'nodes-missing': icu(
    'Son serveur n’indique pas : {nodes}. Cherchez-y les nœuds et corrigez-les dans officina.yaml.',
  ),
  'certificate-ending': icu(
    'Le certificat de son serveur expire le {on}, dans {days} jours. Renouvelez-le à la machine.',
  ),
  'clock-off': icu(
    '{way, select, ahead {L’horloge de son contrôleur avance de {minutes} minutes. Réglez-la ; ses heures ne servent pas ici.} other {L’horloge de son contrôleur retarde de {minutes} minutes. Réglez-la ; ses heures ne servent pas ici.}}',
  ),
  unprotected: icu(
    'Sa connexion n’est pas protégée : ce qu’elle indique peut être lu et modifié en chemin. Activez la protection sur le serveur.',
  ),
  'read-only': icu(
    'Nous ne faisons que la lire : la fin de l’accès ne peut pas arrêter son travail ; son interrupteur et les personnes présentes doivent le faire.',
  ),
  'orders-locked': icu(
    'Son firmware ne prend d’ordres que des programmes de son fabricant, donc nous ne faisons que la lire. Activez son mode développeur pour changer cela.',
  ),
  'readings-lost': icu(
    'Elle a dit plus que nous ne pouvions entendre ; {count} valeurs manquent et font une lacune.',
  ),
  'host-letters': icu(
    'Son hôte a envoyé {count} octets qui ne sont pas de simples lettres ; ils ont été ôtés, car le contrôleur les prend pour des commandes. Écrivez les commentaires sans accents.',
  ),
  'controller-warns': icu(
    'Elle avertit ({severity}) : {what}. Son écran, et la liste de son fabricant, en disent plus : {warning}.',
  ),
};
