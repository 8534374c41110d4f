// Italian for what a steward should know, by code.

import type { notices as noticesEn } from '../en/notices.ts';
import { icuIn } from '../icu.ts';
import { webhookNotices } from './webhook-notices.ts';

const icu = icuIn('it');

export const notices: typeof noticesEn = {
  'journal-full': icu(
    'Il disco del giornale è pieno: i badge sono rifiutati, le macchine in moto continuano. Fai posto sul disco.',
  ),
  'journal-behind': icu(
    'Il giornale non è riuscito a scrivere: i badge sono rifiutati finché ci riesce. Guarda il disco e il registro.',
  ),
  'journal-broken': icu(
    'Il giornale non può scrivere: i badge sono rifiutati, le macchine in moto continuano. Guarda il disco e il registro.',
  ),
  'clock-unset': icu(
    'L’orologio del gateway non è regolato, quindi i certificati con una scadenza non si possono controllare. Collegalo a un server dell’ora; poi continua da solo.',
  ),
  'influx-behind': icu(
    'InfluxDB è in ritardo di più di un minuto: quello che vi si disegna o si somma è vecchio. Niente è perso e le macchine continuano. Avvialo, o guarda il suo disco e il registro.',
  ),
  'tls-expires': icu(
    'Il certificato per browser o dispositivi scade entro 14 giorni o è fuori dalle sue date; poi non si collegano più. Rinnovalo; il registro dice quale file e quale giorno.',
  ),
  'tls-not-renewed': icu(
    'I file di un certificato sono cambiati e non si possono usare, quindi resta in uso quello di prima. Il registro dice che cosa non va.',
  ),
  'switch-unsafe': icu(
    '{more, plural, =0 {{device} può dare corrente mentre il gateway non c’è, perché il suo {setting} è {value}. Correggilo nella pagina Dispositivi.} other {{device} può dare corrente mentre il gateway non c’è, perché il suo {setting} è {value}; e non è il solo. Correggilo nella pagina Dispositivi.}}',
  ),
  'command-retained': icu(
    '{client} ha mandato un ordine di accensione da conservare (topic {topic}); non è stato inoltrato. Disattiva l’opzione “retain” che lo causa e scopri di chi era l’ordine.',
  ),
  'meter-start-kept': icu(
    'Le ore con cui un contatore è partito sono cambiate in officina.yaml ({machines}); contano le prime. Rimettile, o annota la parte sostituita.',
  ),
  'policy-not-in-file': icu(
    'I membri hanno deciso altro da quel che officina.yaml dice sotto "policy:". Vale la loro decisione, e il file può restare com’è senza danni. Perché dica lo stesso: {lines}.',
  ),
  'budget-nearly-spent': icu(
    'I fondi di {codes} sono spesi per almeno quattro quinti. Avvisa chi risponde dei progetti.',
  ),
  'budget-spent': icu(
    'I fondi di {codes} sono esauriti: l’uso da ora in poi è da pagare dai progetti. Fondi maggiori si scrivono sotto "costCodes:" in officina.yaml.',
  ),
  ...webhookNotices,
};
