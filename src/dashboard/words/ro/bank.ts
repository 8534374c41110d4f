// Romanian for the bank on the treasurer's page: statements that come in, direct debits that go out.

import type { bank as bankEn } from '../en/bank.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const bank: typeof bankEn = {
  title: 'Extras de cont',
  file: 'Fișierul băncii (camt.053)',
  tooBig: 'Fișierul are peste 10 MiB. Exportă mai puține luni.',
  read: { offer: 'Vezi ce plătește', keep: 'Înapoi', confirm: 'Înregistrează', working: 'Se citește …' },
  sums: icu('{sure} de înregistrat, {unsure} de ales, {before} înregistrate deja.'),
  outgoing: icu(
    '{count, plural, one {# ieșire lăsată în pace.} few {# ieșiri lăsate în pace.} other {# de ieșiri lăsate în pace.}}',
  ),
  outcomes: { sure: 'de înregistrat', unsure: 'alege', before: 'înregistrat deja' },
  returned: 's-a întors',
  reasons: {
    chosen: 'cum ai ales',
    collection: 'un fișier de debite directe',
    'end-to-end-id': 'după referință',
    remittance: 'după text',
    'number-in-text': 'după numărul din text',
    'several-numbers-in-text': 'după numerele din text, care dau suma',
    'unclear-shares': 'mai multe numere și altă sumă decât datorează împreună',
    'amount-and-account': 'se potrivesc doar suma și contul',
    'already-paid': 'din factura aceea nu e nimic deschis',
    'other-currency': 'altă monedă',
    returned: 'întors de bancă',
    'nothing-fits': 'nu se potrivește nimic',
    'paid-less': 's-a întors mai mult decât venise; înregistrează întâi ce a venit',
    'period-closed': 'luna lui este închisă',
    'posting-in-future': 'ziua lui abia vine',
  },
  stays: icu('{amount} rămân deschise'),
  ahead: icu('{amount} plătite în avans'),
  choose: icu('Ce factură plătesc {amount} de la {name}?'),
  nobody: 'cineva necunoscut',
  none: 'niciuna, las-o',
  recorded: icu(
    '{count, plural, one {# mișcare este înregistrată.} few {# mișcări sunt înregistrate.} other {# de mișcări sunt înregistrate.}}',
  ),
  collectTitle: 'Debite directe',
  collectDay: 'Încasează cel mai devreme la',
  collect: {
    offer: 'Vezi ce se poate încasa',
    keep: 'Înapoi',
    confirm: 'Fă fișierul',
    working: 'Un moment …',
  },
  collectSum: icu(
    '{count, plural, one {# debit direct} few {# debite directe} other {# de debite directe}} de {amount} cu totul.',
  ),
  collectNone: 'Din luna aceasta nu se poate încasa nimic.',
  left: {
    'mandate-missing': 'nu are mandat',
    'mandate-used': 'mandatul era pentru o dată',
    'collected-before': 'a fost încasată deja',
  },
  made: 'Fișierul este gata. Du-l la bancă:',
  download: 'pain.008',
  files: 'Fișiere făcute',
  states: {
    open: 'la bancă',
    paid: 'plătită',
    returned: 's-a întors',
    released: 'eliberată',
  },
  release: { offer: 'Respins', keep: 'Înapoi', confirm: 'Eliberează', working: 'Un moment …' },
  releaseAsk: 'Banca l-a respins înainte să ia ceva: se poate încasa din nou.',
};
