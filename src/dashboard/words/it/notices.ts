// Italian for what a steward should know, by code.

import type { notices as noticesEn } from '../en/notices.ts';
import { webhookNotices } from './webhook-notices.ts';

export const notices: typeof noticesEn = {
  'journal-full': () =>
    'Il disco del giornale è pieno: i badge sono rifiutati, le macchine in moto continuano. Fai posto sul disco.',
  'journal-behind': () =>
    'Il giornale non è riuscito a scrivere: i badge sono rifiutati finché ci riesce. Guarda il disco e il registro.',
  'journal-broken': () =>
    'Il giornale non può scrivere: i badge sono rifiutati, le macchine in moto continuano. Guarda il disco e il registro.',
  'clock-unset': () =>
    'L’orologio del gateway non è regolato, quindi i certificati con una scadenza non si possono controllare. Collegalo a un server dell’ora; poi continua da solo.',
  'influx-behind': () =>
    'InfluxDB è in ritardo di più di un minuto: quello che vi si disegna o si somma è vecchio. Niente è perso e le macchine continuano. Avvialo, o guarda il suo disco e il registro.',
  'tls-expires': () =>
    'Il certificato per browser o dispositivi scade entro 14 giorni o è fuori dalle sue date; poi non si collegano più. Rinnovalo; il registro dice quale file e quale giorno.',
  'tls-not-renewed': () =>
    'I file di un certificato sono cambiati e non si possono usare, quindi resta in uso quello di prima. Il registro dice che cosa non va.',
  'switch-unsafe': (of) =>
    Number(of('more')) > 0
      ? `${of('device')} può dare corrente mentre il gateway non c’è, perché il suo ${of('setting')} è ${of('value')}; e non è il solo. Correggilo nella pagina Dispositivi.`
      : `${of('device')} può dare corrente mentre il gateway non c’è, perché il suo ${of('setting')} è ${of('value')}. Correggilo nella pagina Dispositivi.`,
  'command-retained': (of) =>
    `${of('client')} ha mandato un ordine di accensione da conservare (topic ${of('topic')}); non è stato inoltrato. Disattiva l’opzione “retain” che lo causa e scopri di chi era l’ordine.`,
  'meter-start-kept': (of) =>
    `Le ore con cui un contatore è partito sono cambiate in officina.yaml (${of('machines')}); contano le prime. Rimettile, o annota la parte sostituita.`,
  'policy-not-in-file': (of) =>
    `I membri hanno deciso altro da quel che officina.yaml dice sotto "policy:". Vale la loro decisione, e il file può restare com’è senza danni. Perché dica lo stesso: ${of('lines')}.`,
  ...webhookNotices,
  'budget-nearly-spent': (of) =>
    `I fondi di ${of('codes')} sono spesi per almeno quattro quinti. Avvisa chi risponde dei progetti.`,
  'budget-spent': (of) =>
    `I fondi di ${of('codes')} sono esauriti: l’uso da ora in poi è da pagare dai progetti. Fondi maggiori si scrivono sotto "costCodes:" in officina.yaml.`,
};
