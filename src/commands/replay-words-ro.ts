// What a replay says in sentences, in Romanian.

import type { ReplayWords } from './replay-words.ts';
import { percentOf, signed } from './signed.ts';

export const replayWordsRo: ReplayWords = {
  groups: {
    everybody: 'Toți',
    'light-half': 'Jumătatea care folosește puțin',
    middle: 'Mijlocul',
    'heavy-tenth': 'Zecimea care folosește cel mai mult',
    individuals: 'Oameni fără echipă',
    others: 'Ceilalți',
  },
  team: (team) => `Echipa ${team}`,
  waits: ({ waits, before, after, change, people }, name) => {
    const from = `nouă din zece așteptări sub ${after.waitP90} min în loc de ${before.waitP90} (${signed(change.waitP90)}), jumătate sub ${after.waitP50} în loc de ${before.waitP50}`;
    const who = `${name} (oameni: ${people})`;
    if (waits === 'same')
      return `${who}: așteptarea ar rămâne la fel, nouă din zece sub ${before.waitP90} min.`;
    return `${who}: așteptarea ar fi mai ${waits === 'less' ? 'scurtă' : 'lungă'}, ${from}.`;
  },
  past: ({ isReproduced, turns, sameOrderPercent, offMinutes }) => {
    const order = sameOrderPercent === null ? '' : `; ${sameOrderPercent} % dintre ture în aceeași ordine`;
    const off = offMinutes === null ? '' : `; jumătate dintre așteptări diferă cu cel mult ${offMinutes} min`;
    const found = `Față de ce s-a întâmplat cu adevărat (ture: ${turns})${order}${off}.`;
    return isReproduced ? found : `ACEASTĂ RELUARE NU AJUNGE LA TRECUT: nu te baza pe ce urmează. ${found}`;
  },
  notes: {
    'nobody-came': () =>
      'În acest timp nu a venit nimeni la mașinile acestor grupuri. Alege alt timp, sau descrie o coadă pentru grupurile pe care oamenii le împart.',
    'too-few': () =>
      'În acest timp au venit mai puțin de cinci oameni: despre ei nu se spune nimic. Alege un timp mai lung.',
    'groups-merged': () => 'Grupurile sub cinci oameni, și ce ar da pe cineva de gol, apar la ceilalți.',
    'pool-had-no-queue': (pool) =>
      `${pool} nu avea coadă: fiecare sesiune contează ca cineva venit atunci; cine a venit, a găsit ocupat și a plecat nu se știe.`,
    'pool-left-out': (pool) =>
      `${pool} nu ar avea coadă: nimeni nu știe cine ar primi o mașină, deci este lăsat deoparte.`,
    'bookings-not-replayed': (pool) => `Rezervările din ${pool} nu se reiau.`,
    'care-not-replayed': () => 'Ponderile prin îngrijire nu se reiau.',
  },
  pool: ({ pool, before, after }) =>
    `${pool}: folosit ${percentOf(before?.usedPerMille ?? null)} înainte, ${percentOf(after?.usedPerMille ?? null)} după; ture ${before?.turnMinutes ?? '–'} → ${after?.turnMinutes ?? '–'} min; depășire ${before?.overtakePercent ?? '–'} → ${after?.overtakePercent ?? '–'} %, cel mult ${before?.overtakeMostMinutes ?? '–'} → ${after?.overtakeMostMinutes ?? '–'} min`,
  headings: [
    ...['grup', 'oameni', 'au cerut', 'au primit', 'P50', 'P90', 'cea mai lungă', 'început promis'],
    'depășit cel mult',
    'trimiși înapoi',
  ],
  picture: { title: 'Nouă din zece așteptări, minute', before: 'înainte', after: 'după' },
  unit: 'Totul în minute, în afară de oameni, au cerut și au primit; înainte → după (diferență).',
};
