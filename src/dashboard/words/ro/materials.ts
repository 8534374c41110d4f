// Romanian for materials that the desk hands out, and for charges that are corrected by hand.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const materials: Words['materials'] = {
  open: 'Dă material',
  title: icu('Material pentru {machine}'),
  intro: 'Se facturează după lista de prețuri a zilei, pe un rând separat.',
  member: 'Cine îl primește',
  choose: 'Alege un membru',
  handle: 'Numele scurt al membrului',
  material: 'Material',
  chooseMaterial: 'Alege un material',
  materialId: 'Materialul, ca în lista de prețuri',
  none: 'Lista de prețuri a acestui membru nu are materiale pentru această mașină.',
  option: icu('{name}, {price} pe {unit}'),
  amount: icu('Cantitate în {unit}'),
  amountPlain: 'Cantitate',
  amountHint: 'De exemplu 12,5; cel mult trei zecimale.',
  of: icu('{amount} {name}'),
  done: icu('Înregistrat. Apare pe extrasul din {month}.'),
  another: 'Dă și alt material',
  corrected: icu('Corectat de {who} la {time}: {reason}.'),
  correctionReasons: {
    waived: 's-a renunțat la sumă',
    price: 'prețul era greșit',
    'cost-code': 'ține de alt centru de cost',
    agreed: 'așa s-a convenit',
  },
  correct: 'Corectează',
  correctAsk: 'Corectezi ce s-a taxat? Rândul rămâne, iar altul spune cu cât.',
  correctTo: 'Să coste',
  correctCode: 'Centru de cost',
  correctCodeHint: 'Lasă gol ca să rămână; „none” doar pentru membru.',
  correctWhy: 'De ce',
  correctConfirm: 'Corectează',
  correcting: 'Se corectează',
  keep: 'Las-o așa',
  refusals: {
    'material-unknown': {
      title: 'Lista de prețuri a acelei zile nu are acest material pentru membru și mașină.',
      detail: 'Alege unul din listă, sau adaugă-l la „materials” în tarif, în officina.yaml.',
    },
    'material-amount-wrong': {
      title: 'Aceasta nu este o cantitate de material.',
      detail: 'Scrie un număr peste zero cu cel mult trei zecimale, de exemplu 12,5.',
    },
    'material-entered-already': {
      title: 'Acest material a fost deja înregistrat, și nu s-a schimbat nimic.',
      detail: 'Nu mai este nimic de făcut; dacă s-a dat de două ori, scrie alt minut pentru al doilea.',
    },
    'material-withdrawn-already': {
      title: 'Acest material a fost deja retras, și nu s-a schimbat nimic.',
      detail: 'Nu mai este nimic de făcut.',
    },
    'charge-withdrawn': {
      title: 'Aceasta a fost retrasă, deci nu costă nimic.',
      detail: 'Nu este nimic de corectat.',
    },
    'charge-unchanged': {
      title: 'Este deja taxat așa, și nu s-a schimbat nimic.',
      detail: 'Nu mai este nimic de făcut.',
    },
    'correction-empty': {
      title: 'Corectura nu spune nici altă sumă, nici alt centru de cost.',
      detail: 'Scrie cel puțin una dintre ele.',
    },
  },
};
