// Romanian for the page that says how machines are shared. The sentences themselves come from the gateway.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const policy: Words['policy'] = {
  title: 'Cum împărțim mașinile',
  link: 'Cum se dau turele',
  none: 'Nu s-a hotărât nimic până acum: nicio mașină nu se folosește pe rând, iar cine apropie cartela de una liberă începe.',
  refused: 'Autentifică-te ca să citești asta.',
  everybody: 'Pentru toți',
  pool: icu('Grupul {pool}'),
  since: icu('în vigoare de la {time}'),
  version: icu('Versiunea {version}'),
  by: { file: 'scris în fișierul atelierului', vote: 'hotărât prin vot' },
  coming: icu('Din {time}'),
  comingHint: 'Ce se schimbă atunci. Restul rămâne ca mai jos.',
  comingSame: 'Nimic din ce spune o propoziție de mai jos nu se schimbă.',
  gone: 'Nu mai este',
  fresh: 'Nou',
  past: 'Înainte',
  table: { version: 'Versiune', from: 'În vigoare din', by: 'Hotărât', hash: 'Hash' },
  never: 'niciodată',
  hashHint: 'Deciziile cozii numesc prin aceste cifre regulamentul după care s-au luat.',
};
