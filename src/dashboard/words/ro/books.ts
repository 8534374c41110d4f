// Romanian for invoices: the treasurer's page, and one's own.

import { icuIn } from '../icu.ts';
import type { Words } from '../words.ts';

const icu = icuIn('ro');

export const books: Words['books'] = {
  title: 'Contabilitate',
  refused: 'Contabilitatea este pentru trezorier.',
  drafts: 'Ciorne',
  noDrafts: 'În această lună nu este nimic de facturat.',
  uses: icu('{count, plural, one {# folosire} few {# folosiri} other {# de folosiri}}'),
  lines: 'Rânduri',
  net: 'Fără TVA',
  vat: 'TVA',
  warnings: {
    'dark-machine': 'S-a facturat timp în care mașina nu avea curent',
    gap: 'O parte nu a fost văzută; nu se facturează',
    'meter-drift': 'Un contor a numărat mai mult decât a trecut, sau nu a fost citit tot timpul',
    'rate-missing': 'Niciun tarif nu era în vigoare, deci nu costă nimic',
    'not-positive': 'Nu este nimic de plătit; trece în luna următoare',
    late: 'S-a aflat târziu, sau a fost corectat',
    'address-missing': 'Lipsește adresa, deci nu poate pleca nicio factură',
    'open-session': 'Cineva are o mașină; folosirea aceea vine în luna următoare',
  },
  stays: 'Nu se emite',
  grace: icu('Ce vine târziu mai poate intra: finalizează din {day}.'),
  closed: icu('Închis până la {month} inclusiv.'),
  finalise: {
    offer: 'Finalizează luna',
    keep: 'Las-o deschisă',
    confirm: 'Emite facturile',
    working: 'Se emit …',
  },
  finaliseAsk: icu(
    '{count, plural, one {# factură, {amount} în total. Ce s-a emis nu se mai schimbă, doar se stornează.} few {# facturi, {amount} în total. Ce s-a emis nu se mai schimbă, doar se stornează.} other {# de facturi, {amount} în total. Ce s-a emis nu se mai schimbă, doar se stornează.}}',
  ),
  progress: icu('{done} din {total} emise'),
  done: icu(
    '{count, plural, one {S-a emis # factură.} few {S-au emis # facturi.} other {S-au emis # de facturi.}}',
  ),
  issued: 'Emise',
  noneIssued: 'Încă nu s-a emis nicio factură.',
  due: 'Scadentă',
  open: 'Rest de plată',
  paid: 'plătită',
  creditOf: icu('notă de credit pentru {number}'),
  reminded: icu(
    '{level, plural, one {reamintită o dată} few {reamintită de # ori} other {reamintită de # de ori}}',
  ),
  file: 'Descarcă',
  pay: { offer: 'Plată', keep: 'Înapoi', confirm: 'Înregistreaz-o', working: 'Se înregistrează …' },
  payOf: icu('Înregistrează o plată pentru {number}'),
  payAmount: 'Sumă',
  payDay: 'Plătită pe',
  payHow: 'Prin',
  bank: 'bancă',
  cash: 'numerar',
  payReference: 'Id-ul de la bancă, dacă există',
  own: 'Facturile tale',
  ownNone: 'Încă nu ți s-a emis nicio factură.',
  refusals: {
    'billing-none': {
      title: 'Aici nu se facturează.',
      detail: 'Scrie „billing:” în officina.yaml; manual/money.md arată cum.',
    },
    'month-before-billing': {
      title: 'Facturarea începe după această lună.',
      detail: 'Vezi billing.from în officina.yaml.',
    },
    'grace-runs': {
      title: 'În această lună mai poate intra ce vine târziu.',
      detail: 'Finalizează începând cu ziua indicată.',
    },
    'invoice-paid': {
      title: 'La această factură nu mai este nimic de plătit.',
      detail: 'Înregistreaz-o fără factură, ca plată în avans.',
    },
    'payment-repeated': {
      title: 'Această mișcare a băncii a fost deja înregistrată.',
      detail: 'Nu mai este nimic de făcut.',
    },
    'period-closed': { title: 'Această lună este închisă.', detail: 'Alege o zi dintr-o lună deschisă.' },
    'posting-in-future': {
      title: 'Ziua aceea încă nu a venit.',
      detail: 'Înregistreaz-o în ziua respectivă.',
    },
  },
};
