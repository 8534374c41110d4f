// Italian for the page that says how machines are shared. The sentences themselves come from the gateway.

import type { policy as policyEn } from '../en/policy.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const policy: typeof policyEn = {
  title: 'Come dividiamo le macchine',
  link: 'Come si danno i turni',
  none: 'Non è mai stato deciso niente: nessuna macchina si usa a turno, e chi appoggia il badge su una libera comincia.',
  refused: 'Accedi per leggere questa pagina.',
  everybody: 'Per tutti',
  pool: icu('Gruppo {pool}'),
  since: icu('in vigore da {time}'),
  version: icu('Versione {version}'),
  by: { file: 'scritta nel file dell’officina', vote: 'decisa con un voto' },
  coming: icu('Da {time}'),
  comingHint: 'Che cosa cambia allora. Il resto rimane come qui sotto.',
  comingSame: 'Non cambia niente di quel che dicono le frasi qui sotto.',
  gone: 'Non più',
  fresh: 'Nuovo',
  past: 'Prima',
  table: { version: 'Versione', from: 'In vigore da', by: 'Decisa', hash: 'Impronta' },
  never: 'mai',
  hashHint: 'Le decisioni della coda nominano con queste cifre la regola con cui sono state prese.',
};
