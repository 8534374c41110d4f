// Italian for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import type { interlock as interlockEn } from '../en/interlock.ts';

export const interlock: typeof interlockEn = {
  why({ word, reason, monitor }) {
    const name = monitor?.name ?? 'Un sensore';
    const what =
      monitor?.why === 'limit' ? `${name} è fuori dai limiti: ${monitor.value}.` : `${name} non si sente.`;
    switch (reason) {
      case 'monitor-warning':
        if (word === 'denied') return `${what} Resta bloccata finché non torna a posto.`;
        return `${what} Ciò che è in corso può finire; non inizia niente di nuovo.`;
      case 'monitor-critical':
        return `${what} Resta bloccata finché non torna a posto.`;
      case 'monitor-unheard':
        return `${name} non si è ancora sentito. Fino ad allora non inizia niente.`;
      case 'monitor-fatal':
      case 'latched':
        return `Fermata a causa di ${name}. Resta bloccata finché un responsabile non la sblocca.`;
      case 'self-check':
        return 'È in funzione anche se nessuno la occupa. Avvisa un responsabile.';
      default:
        return null;
    }
  },
  release: 'Sblocca',
  releaseHint: 'Solo dopo aver guardato la macchina. Non avvia niente.',
};

export const sensors: Readonly<Record<string, string>> = {
  'temperature.coolant.actual': 'Refrigerante',
  'flow.coolant': 'Flusso del refrigerante',
  'flow.extraction': 'Aspirazione',
  'input.door': 'Sportello',
  'input.smoke': 'Fumo',
};
