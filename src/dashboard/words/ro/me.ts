// Romanian for My page: what is due, the month in three figures, and the parts of it that open one by one.

import type { me as meEn } from '../en/me.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

const refusals: typeof meEn.refusals = {
  'erase-stale': {
    title: 'Asta nu se poate desface, iar autentificarea ta e mai veche de cincisprezece minute.',
    detail: 'Ieși, intră din nou și repetă.',
  },
  'erase-handle-wrong': { title: 'Acesta nu e numele tău scurt.', detail: 'Scrie-l ca atunci când intri.' },
  'erase-owing': {
    title: 'O factură e deschisă, sau ceva ce ai folosit nu e încă facturat.',
    detail: 'Plătește întâi, sau cere ajutorul unui responsabil, care te poate șterge oricum.',
  },
};

export const me: typeof meEn = {
  due: {
    title: 'Ce te așteaptă',
    nothing: 'Acum nimic nu are nevoie de tine.',
    come: 'Vin',
    pass: {
      offer: 'Cedez',
      keep: 'Îmi păstrez rândul',
      confirm: 'Îmi cedez rândul',
      working: 'Se cedează …',
    },
    running: icu('Ții {machine} din {time}.'),
    soFar: icu('{amount} până acum'),
    look: 'Vezi',
    vote: icu('Votul „{title}”: {left}.'),
    read: 'Citește',
    offered: icu('Ți se oferă o rezervare: {machine}, {time}.'),
    answer: 'Răspunde',
    invoice: icu('Factura {number} de {amount} era scadentă pe {day}.'),
    ends: icu('Certificatul tău {name} se termină pe {day}.'),
  },
  month: {
    title: 'Luna aceasta în trei cifre',
    hours: 'la mașini',
    share: 'din partea mea',
    noShare: 'încă nicio tură',
    toPay: 'de plată',
    wallet: 'sold',
    soFar: 'folosit până acum',
    how: 'Cum se ajunge la ele',
    howHours: icu(
      '{count, plural, one {Dintr-o sesiune (#) încheiată luna aceasta.} few {Din # sesiuni încheiate luna aceasta.} other {Din # de sesiuni încheiate luna aceasta.}}',
    ),
    howShare: icu(
      '{pool}: {used} de ture folosite; {part} ar fi partea ta. Ce e mai vechi contează mai puțin.',
    ),
    howPart:
      'Partea ta este ce au folosit toți, împărțit între cei care au folosit ceva. Cine a folosit mai puțin trece primul.',
    howMonth: icu('Folosit luna aceasta: {amount}.'),
    howPay: icu('Deschis pe facturi: {amount}.'),
    howWallet: icu('În portofelul tău: {amount}.'),
    rules: 'Cum se împart turele',
  },
  lines: {
    all: 'Tot extrasul',
    none: 'Luna aceasta nu s-a folosit nimic.',
    time: icu('{time} × {rate}'),
    paid: 'Plătit din',
    code: icu('Cod de cost {code}'),
    private: 'Fără cod de cost: doar al tău',
    price: 'Prețul acestei mașini',
    tariff: icu('Tarif {tariff}'),
    byHand: 'Introdus sau corectat de mână; extrasul spune de cine.',
  },
  all: icu('Toate: {count}'),
  parts: {
    turns: 'Tichete și rezervări',
    certificates: 'Certificate',
    shown: 'Cum sunt arătat',
    paying: 'Cine plătește, și facturi',
    signing: 'Autentificare',
    votes: 'Voturi',
    data: 'Datele mele',
  },
  brief: {
    tickets: icu('{count, plural, =0 {niciun tichet} one {# tichet} few {# tichete} other {# de tichete}}'),
    open: icu(
      '{count, plural, =0 {nicio mașină deschisă} one {deschid # mașină} few {deschid # mașini} other {deschid # de mașini}}',
    ),
    lost: 'anunță unul pierdut',
    named: 'cu nume',
    unnamed: 'fără nume',
    invoices: icu(
      '{count, plural, =0 {nicio factură deschisă} one {# factură deschisă} few {# facturi deschise} other {# de facturi deschise}}',
    ),
    places: 'passkey-uri, și unde ești autentificat',
    votes: icu(
      '{count, plural, =0 {niciunul deschis} one {# deschis} few {# deschise} other {# de deschise}}',
    ),
    data: 'ia o copie, sau cere ștergerea',
  },
  noTickets: 'Niciun tichet. Când o mașină e ocupată, te poți așeza la rând de pe pagina ei și te chemăm.',
  certificates: {
    none: 'Nu ai încă niciun certificat.',
    opens: icu('Contează pentru {machines}.'),
    opensNone: 'Nicio mașină nu îl cere singur.',
    lapsed: 'Nu e în vigoare.',
    free: icu('Deschise pentru tine: {machines}.'),
    more: 'Ce ar deschide mai mult',
    missing: icu('{machine} cere {certificates}.'),
    ask: 'Cere unui formator un loc la curs.',
  },
  shown: {
    said: 'Panoul, peretele și coada îți arată numele doar dacă vrei. Responsabilii și formatorii îl văd mereu.',
    done: 'Salvat: numele tău se vede.',
    gone: 'Salvat: numele tău nu se vede.',
    undo: 'Anulează',
  },
  paying: {
    self: 'Fără cod de cost plătești tu.',
    sources: icu('În această ordine: {sources}.'),
    code: icu('Cu codul de cost {name}: {payers}.'),
    me: 'tu',
    team: 'echipa ta',
    parts: icu('{payer} {percent}'),
    choose: 'Alegi un cod de cost pentru fiecare sesiune la chioșc, sau pe pagina mașinii.',
  },
  votes: { none: 'Încă niciun vot.', all: 'Toate voturile' },
  erase: {
    title: 'Să fiu șters',
    said: 'Numele, badge-urile, PIN-ul, passkey-urile și cuvintele tale dispar pentru totdeauna. Folosirile și conturile rămân sub o cheie care nu numește pe nimeni.',
    look: 'Vezi ce ar dispărea',
    looking: 'Se caută …',
    goes: 'Ce dispare',
    goesList: icu(
      '{badges, plural, =0 {{name}, numele scurt și e-mailul, parola și PIN-ul, niciun badge, passkey-uri și tokenuri.} one {{name}, numele scurt și e-mailul, parola și PIN-ul, # badge, passkey-uri și tokenuri.} few {{name}, numele scurt și e-mailul, parola și PIN-ul, # badge-uri, passkey-uri și tokenuri.} other {{name}, numele scurt și e-mailul, parola și PIN-ul, # de badge-uri, passkey-uri și tokenuri.}}',
    ),
    stays: 'Ce rămâne, și de ce',
    staysNone: 'Nimic al tău nu stă în registre.',
    kept: {
      sessions: icu('{count, plural, one {# sesiune} few {# sesiuni} other {# de sesiuni}}'),
      charges: icu('{count, plural, one {# taxare} few {# taxări} other {# de taxări}}'),
      postings: icu('{count, plural, one {# înregistrare} few {# înregistrări} other {# de înregistrări}}'),
      disputes: icu(
        '{count, plural, one {# taxare contestată} few {# taxări contestate} other {# de taxări contestate}}',
      ),
      invoices: icu(
        '{count, plural, one {# factură, cu numele și adresa pe care a fost emisă} few {# facturi, cu numele și adresa pe care au fost emise} other {# de facturi, cu numele și adresa pe care au fost emise}}',
      ),
      payments: icu(
        '{count, plural, one {# plată sau somație} few {# plăți și somații} other {# de plăți și somații}}',
      ),
    },
    why: { bills: 'ca facturile să rămână corecte', law: 'pentru că legea cere păstrarea registrelor' },
    line: icu('{what}, {why}.'),
    lineUntil: icu('{what}, {why}, până la {day}.'),
    type: 'Numele tău scurt',
    typeHint: icu('Scrie {handle}. Nu există cale înapoi; o nouă înscriere începe de la zero.'),
    act: {
      offer: 'Șterge-mă',
      keep: 'Rămân membru',
      confirm: 'Șterge-mă pentru totdeauna',
      working: 'Se șterge …',
    },
  },
  refusals,
};
