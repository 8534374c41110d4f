// Italian for why the interlock permits no more: a monitor that is not good, a latch, a machine that runs already.

import type { interlock as interlockEn } from '../en/interlock.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const interlock: typeof interlockEn = {
  monitor: 'Un sensore',
  stays: icu(
    '{why, select, limit {{name} è fuori dai limiti: {value}. Resta bloccata finché non torna a posto.} other {{name} non si sente. Resta bloccata finché non torna a posto.}}',
  ),
  finishes: icu(
    '{why, select, limit {{name} è fuori dai limiti: {value}. Ciò che è in corso può finire; non inizia niente di nuovo.} other {{name} non si sente. Ciò che è in corso può finire; non inizia niente di nuovo.}}',
  ),
  unheard: icu('{name} non si è ancora sentito. Fino ad allora non inizia niente.'),
  stopped: icu('Fermata a causa di {name}. Resta bloccata finché un responsabile non la sblocca.'),
  runs: 'È in funzione anche se nessuno la occupa. Avvisa un responsabile.',
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
