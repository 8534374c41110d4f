// Romanian for what people decide about machines, locks and modes, and for people in the space.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const decisions: Words['decisions'] = {
  locked: 'Cineva a blocat-o. Un responsabil o verifică și o deblochează.',
  lockedAfter: 'Se blochează după această sesiune.',
  outOfOrder: 'Nu funcționează. Un responsabil se ocupă de ea.',
  noted: icu('„{note}”'),
  retired: 'Nu se mai folosește.',
  peopleShort: icu(
    '{needed, plural, one {Îi trebuie # persoană și sunt {present}: se încheie într-un minut.} few {Îi trebuie # persoane și sunt {present}: se încheie într-un minut.} other {Îi trebuie # de persoane și sunt {present}: se încheie într-un minut.}}',
  ),

  lockedBy: icu('Blocată de {who}, {time}'),
  lockedSince: icu('Blocată de la {time}'),
  modeSince: icu('În modul {mode} de la {time}'),
  photo: icu('Fotografie cu {machine}, făcută pentru acest mod'),

  lock: {
    title: 'Este ceva în neregulă cu ea?',
    offer: 'Blochează mașina',
    keep: 'Nu o bloca',
    confirm: 'Blocheaz-o',
    working: 'Se blochează',
    warning:
      'Aceasta nu este o oprire de urgență. Dacă cineva este în pericol, apasă întâi butonul roșu de pe mașină.',
    what: 'Nimeni nu o poate porni până nu o verifică un responsabil. Nimeni nu este certat pentru o blocare.',
    when: 'Sesiunea celui care o are',
    stop: 'se încheie imediat',
    after: 'poate merge până la capăt',
  },
  unlock: {
    offer: 'Deblochează',
    keep: 'Las-o blocată',
    confirm: 'Deblocheaz-o',
    working: 'Se deblochează',
    what: 'Membrii o pot porni din nou. Fă asta după ce te-ai uitat la ea.',
  },
  mode: {
    offer: 'Schimbă modul',
    keep: 'Las-o așa',
    confirm: 'Schimbă-l',
    working: 'Se schimbă',
    mode: 'Mod',
    note: 'Notă',
    noteHint: 'Cel mult 500 de caractere, pe care le citește oricine. Se șterge odată cu contul tău.',
    photo: 'Fotografie',
    photoHint: 'JPEG sau PNG, cel mult 1 MB. Locul și ora din ea se scot.',
    ends: 'Cine are mașina termină, apoi o pot porni doar cei cărora modul acesta le permite.',
  },

  people: {
    inside: icu('{inside} înăuntru'),
    insideOf: icu('{inside} din {capacity} înăuntru'),
    free: 'Acum este loc pentru tine',
    waiting: 'Este plin; aici vezi când se face loc',
  },
};
