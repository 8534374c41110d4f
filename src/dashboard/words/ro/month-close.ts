// Romanian for the month on the treasurer's page: what stands in the way of closing it, files, reminders, credit notes, exports.

import type { monthClose as monthCloseEn } from '../en/month-close.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const monthClose: typeof monthCloseEn = {
  gatesTitle: 'Ce stă în cale',
  inTheWay: icu(
    '{count, plural, =0 {Nimic nu stă în cale} one {# lucru stă în cale} few {# lucruri stau în cale} other {# de lucruri stau în cale}}',
  ),
  marks: { fine: 'gata', look: 'de privit', stops: 'în cale' },
  gates: {
    sessions: 'Sesiuni fără sfârșit',
    disputes: 'Contestații de hotărât',
    gaps: 'Folosiri cu goluri, nefacturate',
    drafts: 'Ciorne care pot fi emise',
    addresses: 'Clienți fără adresă',
    sum: 'Conturi care nu se închid',
  },
  goTo: 'Arată',
  close: icu('Închide {month}'),
  closeAsk: icu(
    'În {month} nu se mai înregistrează nimic, niciodată. Ce se dovedește greșit mai târziu se îndreaptă cu note de credit și înregistrări în luna atunci deschisă.',
  ),
  closeType: icu('Scrie „{month}” ca să o închizi'),
  keep: 'Nu acum',
  closing: 'Se închide …',
  closedBy: icu('Închisă de {who}, {when}, intrarea {entry}'),
  someone: 'cineva care nu mai e aici',
  runs: 'Luna aceasta nu s-a încheiat încă.',
  issueOne: 'Emite doar pe aceasta',
  issueOneAsk: 'Ce este emis nu se mai schimbă, doar se creditează.',
  address: {
    offer: 'Adresă și mandat',
    keep: 'Înapoi',
    confirm: 'Salvează adresa',
    working: 'Se salvează …',
    saved: 'Salvat.',
  },
  fields: {
    name: 'Nume',
    street: 'Stradă și număr',
    zip: 'Cod poștal',
    city: 'Localitate',
    country: 'Țară, două majuscule',
    email: 'E-mail',
    vatId: 'Cod de TVA',
    taxCode: 'Cod fiscal',
    sdiCode: 'Cod SDI',
    pec: 'PEC',
  },
  mandate: {
    offer: 'Debit direct',
    keep: 'Înapoi',
    confirm: 'Salvează mandatul',
    working: 'Se salvează …',
    id: 'Codul mandatului',
    signedOn: 'Semnat la',
    iban: 'IBAN',
  },
  credit: { offer: 'Notă de credit', keep: 'Înapoi', confirm: 'Emite nota de credit', working: 'Se emite …' },
  creditLines: 'Rânduri de creditat',
  creditWhy: 'Motiv',
  creditWhys: {
    mistake: 'factura era greșită',
    disputed: 'clientul a contestat-o',
    agreed: 'convenit cu clientul',
    returned: 'ce s-a livrat s-a întors',
    other: 'alt motiv',
  },
  creditAgain: 'Facturează din nou folosirile cu următoarele ciorne',
  creditSum: icu('Nota de credit este de {amount}.'),
  credited: icu('Nota de credit {number} este emisă.'),
  send: 'Trimitere',
  format: 'Format',
  zip: icu('{count, plural, one {# fișier ca ZIP} few {# fișiere ca ZIP} other {# de fișiere ca ZIP}}'),
  zipping: icu('{done} din {total} aduse'),
  zipFailed: icu('{number} nu a putut fi adusă, deci nu există ZIP. Încearcă din nou.'),
  mail: {
    offer: 'Prin e-mail: vezi cui',
    keep: 'Înapoi',
    confirm: 'Trimite mesajele',
    working: 'Un moment …',
  },
  mailed: icu(
    '{count, plural, one {# mesaj este pe drum.} few {# mesaje sunt pe drum.} other {# de mesaje sunt pe drum.}}',
  ),
  mailTo: 'pleacă',
  stays: {
    'email-missing': 'nu are adresă de e-mail',
    'mailed-before': 'a fost trimisă deja',
    'mail-none': 'nu e descris niciun server de poștă',
    'mail-unfit': 'la adresa aceasta nu se poate scrie',
    'mail-failed': 'serverul de poștă a refuzat',
    'mail-full': 'cutia de trimitere este plină',
  },
  remindTitle: 'Somații',
  remind: {
    offer: 'Vezi cine întârzie',
    keep: 'Înapoi',
    confirm: 'Înregistrează-le',
    working: 'Un moment …',
  },
  remindByMail: 'Trimite-le prin e-mail',
  remindNone: 'Nimeni nu trebuie somat.',
  level: icu('somația {level}'),
  reminded: icu(
    '{count, plural, one {# somație este înregistrată.} few {# somații sunt înregistrate.} other {# de somații sunt înregistrate.}}',
  ),
  exports: 'Ia cifrele cu tine',
  exportsSaid:
    'Din luna aceasta, pentru alte programe. O celulă care începe ca o formulă este făcută inofensivă.',
  rows: { sessions: 'Sesiuni', charges: 'Taxări', postings: 'Înregistrări', members: 'Membri' },
  ledgerSaid:
    'Tot registrul pentru hledger sau Beancount, și raportul unui cod de cost pentru finanțatori, se fac lângă gateway:',
};
