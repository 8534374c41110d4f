// Romanian for a running session: what ends it, what it costs, and what its holder may do with it.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const session: Words['held'] = {
  title: 'Sesiunea ta',
  ends: icu('Se încheie {time}: {cause}'),
  causes: {
    idle: 'nu se mișcă nimic',
    longest: 'cea mai lungă sesiune permisă',
    hours: 'se închide',
    turn: 'sfârșitul turei',
    booking: 'rezervarea altui membru',
    ceiling: 'plafonul tău',
    certificate: 'certificatul tău expiră',
    trainer: 'instructorul tău nu mai poate preda după aceea',
  },
  refusals: {
    'session-not-idle': {
      title: 'Nu este pe cale să se încheie.',
      detail: 'Nu este nimic de făcut; merge mai departe.',
    },
    'cost-code-unknown': { title: 'Acest centru de cost nu este pentru tine.', detail: 'Alege altul.' },
    'ceiling-passed': {
      title: 'A costat deja mai mult de atât.',
      detail: 'Scrie un plafon mai mare, sau încheie sesiunea.',
    },
    'session-none': {
      title: 'Nimeni nu mai are această mașină.',
      detail: 'Apropie cartela de mașină ca să începi.',
    },
    'session-not-yours': {
      title: 'Altcineva are acum această mașină.',
      detail: 'Așteaptă până este liberă.',
    },
    'session-ending': {
      title: 'Această sesiune este deja pe cale să se încheie.',
      detail: 'Așteaptă până se oprește curentul.',
    },
  },
  cost: 'Cost până acum',
  costNow: icu('{perHour} pe oră acum'),
  costStands: 'acum nu se facturează nimic',
  costStep: icu('încă {amount} de la {time}'),
  costCapDay: 's-a atins maximul zilei',
  costCapMonth: 's-a atins maximul lunii',
  ceiling: 'Oprește la',
  ceilingHint: icu(
    'De exemplu {amount}. Se încheie înainte să coste mai mult; lasă gol pentru niciun plafon.',
  ),
  ceilingWrong: 'Aceasta nu este o sumă.',
  costCode: 'Pe contul',
  noCostCode: 'meu, fără centru de cost',
  save: 'Salvează',
  saving: 'Se salvează',
  saved: 'Salvat. Este valabil de acum.',
  keep: 'Sunt încă aici',
  keepWhy: 'De o vreme nu s-a mișcat nimic. Spune că ești aici, altfel sesiunea se încheie.',
  keeping: 'Se păstrează',
  handOver: 'Predă mașina',
  handOverAsk:
    'Cine apropie cartela de mașină în cel mult un minut o preia, cu tot cu lucrare. Curentul rămâne pornit; plătești până în acel moment.',
  handOverConfirm: 'Așteaptă cartela',
  handOverKeep: 'Păstreaz-o',
  handOverWorking: 'Întrebăm gateway-ul',
  offered: icu('Acum cealaltă cartelă: mai sunt {seconds} s.'),
};
