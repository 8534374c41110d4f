// French for what a steward should know, by code.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';
import { webhookNotices } from './webhook-notices.ts';

const icu = icuIn('fr');

export const notices: Words['notices'] = {
  'journal-full': icu(
    'Le disque du journal est plein : on ne peut plus badger, les machines en marche continuent. Faites de la place sur le disque.',
  ),
  'journal-behind': icu(
    'Le journal n’a pas pu écrire : on ne peut pas badger tant que cela dure. Regardez le disque et le journal technique.',
  ),
  'journal-broken': icu(
    'Le journal ne peut pas écrire : on ne peut plus badger, les machines en marche continuent. Regardez le disque et le journal technique.',
  ),
  'clock-unset': icu(
    'L’horloge de la passerelle n’est pas réglée, donc les habilitations à durée limitée ne peuvent pas être vérifiées. Reliez-la à un serveur de temps ; elle reprend ensuite d’elle-même.',
  ),
  'influx-behind': icu(
    'InfluxDB a plus d’une minute de retard : ce qui s’y trace ou s’y additionne est ancien. Rien n’est perdu et les machines continuent. Démarrez-la, ou regardez son disque et le journal technique.',
  ),
  'tls-expires': icu(
    'Le certificat pour les navigateurs ou les appareils expire dans moins de 14 jours ou est hors de ses dates ; alors ils se détournent. Renouvelez-le ; le journal technique nomme le fichier et le jour.',
  ),
  'tls-not-renewed': icu(
    'Les fichiers d’un certificat ont changé et sont inutilisables, donc le précédent reste en service. Le journal technique dit ce qui ne va pas.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} peut donner du courant pendant l’absence de la passerelle, car son {setting} vaut {value}. Corrigez-le sur la page Appareils.} other {{device} peut donner du courant pendant l’absence de la passerelle, car son {setting} vaut {value} ; d’autres aussi. Corrigez-le sur la page Appareils.}}',
  ),
  'command-retained': icu(
    '{client} a envoyé un ordre de commutation conservé pour plus tard (topic {topic}) ; il n’a pas été transmis. Désactivez ce qui le conserve, et cherchez de qui venait l’ordre.',
  ),
  'meter-start-kept': icu(
    'Les heures de départ d’un compteur ont été changées dans officina.yaml ({machines}) ; les premières comptent. Remettez-les, ou notez une pièce remplacée dans le carnet.',
  ),
  'policy-not-in-file': icu(
    'Les membres ont décidé autre chose que ce que dit officina.yaml sous « policy: ». Leur décision compte, et rien ne casse si le fichier reste ainsi. Pour qu’il dise la même chose : {lines}.',
  ),
  'budget-nearly-spent': icu(
    'Les budgets de {codes} sont dépensés aux quatre cinquièmes ou plus. Prévenez qui répond des projets.',
  ),
  'budget-spent': icu(
    'Les budgets de {codes} sont dépensés : ce qui est utilisé pour eux désormais est dû par les projets. De plus grands s’inscrivent sous « costCodes: » dans officina.yaml.',
  ),
  ...webhookNotices,
};
