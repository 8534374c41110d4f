// Romanian for the kiosk beside a machine.

import type { KioskWords } from '../en/kiosk.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('ro');

export const kiosk: KioskWords = {
  language: 'ro',
  danger: 'Pericol? Apasă butonul roșu de pe mașină.',
  clock: 'Ceasul gateway-ului',
  settings: 'Setări',
  causes: {
    idle: 'nu se mișcă nimic',
    longest: 'cea mai lungă sesiune permisă',
    hours: 'se închide',
    turn: 'sfârșitul turei',
    booking: 'rezervarea altui membru',
    ceiling: 'plafonul',
    certificate: 'certificatul expiră',
    trainer: 'instructorul nu mai poate preda după aceea',
  },
  refusals: {
    'gateway-away': { title: 'Gateway-ul nu răspunde.', detail: 'Nu s-a schimbat nimic.' },
    'kiosk-pin-wrong': {
      title: 'Numele scurt și PIN-ul nu se potrivesc.',
      detail: 'Încearcă din nou. Nu ai PIN? Alege unul pe pagina atelierului, la Cartela și PIN-ul meu.',
    },
    'kiosk-badge-unknown': {
      title: 'Nu cunoaștem această cartelă.',
      detail: 'Dacă este a ta, cere-i unui responsabil să o adauge: durează zece secunde.',
    },
    'kiosk-locked': {
      title: 'Chioșcul s-a blocat singur.',
      detail: 'Apropie cartela sau tastează din nou PIN-ul.',
    },
    'pin-locked': {
      title: 'Acest PIN este blocat după cinci greșeli.',
      detail: 'Așteaptă o zi, sau cere-i unui responsabil unul nou.',
    },
    'member-suspended': {
      title: 'Această calitate de membru este suspendată.',
      detail: 'Întreabă un responsabil.',
    },
    'too-many-attempts': { title: 'Prea multe încercări.', detail: 'Așteaptă puțin, apoi încearcă din nou.' },
    'secrets-busy': { title: 'Mulți se autentifică chiar acum.', detail: 'Încearcă din nou peste o clipă.' },
    'session-held': { title: 'Ai deja această mașină.', detail: 'Lucrează mai departe, sau încheie.' },
    'session-none': { title: 'Nimeni nu mai are această mașină.', detail: 'Apropie cartela ca să începi.' },
    'session-not-yours': { title: 'Altcineva are această mașină.', detail: 'Așteaptă până este liberă.' },
    'session-ending': {
      title: 'Această sesiune este deja pe cale să se încheie.',
      detail: 'Așteaptă până se oprește curentul.',
    },
    'ceiling-passed': { title: 'A costat deja mai mult de atât.', detail: 'Alege un plafon mai mare.' },
    'problems-full': {
      title: 'Aici sunt deja raportate multe probleme.',
      detail: 'Spune-i unui responsabil.',
    },
    'sign-in-failed': { title: 'Numele scurt și parola nu se potrivesc.', detail: 'Încearcă din nou.' },
    'scope-missing': {
      title: 'Nu poți asocia ecrane.',
      detail: 'Poate cine are grijă de dispozitive: un responsabil.',
    },
  },
  code: icu('Cod {code}'),
  back: 'Înapoi',
  close: 'Închide',

  away: {
    title: icu('Nu putem ajunge la gateway de la {time}.'),
    never: 'Nu putem ajunge la gateway.',
    detail: 'Ce vezi este de atunci. Mașinile pornite își urmează regulile; sesiunile noi așteaptă.',
    last: icu('Ultima stare știută: {state}'),
    connecting: 'Ne conectăm la gateway.',
  },

  choose: { title: 'Care mașină?', all: 'Toate mașinile' },

  idle: {
    tap: 'Apropie cartela de cititor',
    tapHere: 'Apropie cartela de cititorul ecranului, sau tastează PIN-ul',
    pin: 'Tastează PIN-ul',
    report: 'Raportează o problemă',
    waiting: icu(
      '{count, plural, =0 {Nu așteaptă nimeni} one {Așteaptă # persoană} few {Așteaptă # persoane} other {Așteaptă # de persoane}}',
    ),
    why: 'De ce nu acum?',
    notNow: 'Acum nimeni nu poate începe aici.',
    booked: icu('Rezervată de la {time}'),
  },

  unlock: {
    handle: 'Numele tău scurt',
    pin: 'PIN-ul tău',
    typed: icu(
      '{count, plural, =0 {Nimic tastat} one {# cifră tastată} few {# cifre tastate} other {# de cifre tastate}}',
    ),
    erase: 'Șterge',
    next: 'Înainte',
    enter: 'Intră',
    cancel: 'Renunță',
    checking: 'Se verifică',
    locksIn: icu('se blochează în {seconds} s'),
    lock: 'Blochează acum',
    locked: 'Blocat · îl deschide cartela sau PIN-ul tău',
  },

  start: {
    hello: icu('Salut, {name}'),
    costCode: 'Pe contul',
    own: 'meu',
    change: 'Schimbă',
    ceiling: 'Plafon',
    less: 'Plafon mai mic',
    more: 'Plafon mai mare',
    none: 'fără',
    buys: icu('cam {time} la {price} pe oră'),
    open: icu('{price} pe oră, fără limită'),
    free: 'Nu costă nimic.',
    takeOver: 'Preiei această mașină, cu tot cu lucrare. De aici plătești tu.',
    power: 'Asta dă curent. Mașina o pornești tu, cu mâna.',
    notNow: 'Nu acum',
    go: 'Începe sesiunea',
    going: 'Se începe',
    pinToo: 'Această mașină cere și PIN-ul, pe lângă cartelă.',
  },

  running: {
    yours: 'Sesiunea ta',
    somebody: 'În folosință',
    by: icu('O are {name}'),
    time: 'Timp',
    cost: 'Cost',
    ceiling: icu('plafon {amount}'),
    ceilingAt: icu('plafon {amount}, pe la {time}'),
    ends: icu('Se încheie {time}: {cause}'),
    left: icu('mai sunt cam {time}'),
    near: 'Plafonul este aproape atins. Prelungește, altfel sesiunea se încheie acolo. O lucrare în curs poate termina.',
    extend: 'Prelungește',
    handOver: 'Predă',
    report: 'Raportează',
    finish: 'Încheie',
    keep: 'Sunt încă aici',
    keepWhy: 'De o vreme nu s-a mișcat nimic.',
    queue: 'Coadă',
  },

  extend: {
    title: 'Prelungește',
    by: icu('+{minutes} min'),
    to: icu('până la {time}, plafon {amount}'),
    toAmount: icu('plafon {amount}'),
    noCeiling: 'Nu are plafon. Merge până închei tu.',
    endsBefore: icu('Nu se poate: se încheie {time}, din cauză: {cause}.'),
    unpriced: 'Nu costă nimic, deci nu este nimic de prelungit.',
    done: 'Prelungită.',
  },

  handOver: {
    title: 'Predă',
    ask: 'Cine vine în cel mult un minut preia această mașină, cu tot cu lucrare. Curentul rămâne pornit; plătești până în acel moment.',
    go: 'Ofer-o acum',
    wait: icu('Acum cealaltă persoană: cartelă sau PIN. Mai sunt {seconds} s.'),
    mine: 'Păstreaz-o',
  },

  finish: {
    title: 'Închei?',
    job: 'Rulează o lucrare. Mașina o poate termina; nu ți se facturează. Apoi curentul se oprește.',
    idle: 'Sesiunea ta se încheie acum, iar curentul se oprește.',
    confirm: 'Da, încheie',
    keep: 'Lucrez mai departe',
    working: 'Se încheie',
  },

  receipt: {
    title: 'Încheiat.',
    line: icu('{time} la {machine}, {amount}.'),
    free: icu('{time} la {machine}.'),
    off: 'Curentul este oprit.',
    ending: 'Mașina își poate termina lucrarea; nu se mai facturează nimic.',
  },

  ending: {
    title: 'Această sesiune s-a încheiat.',
    job: 'Mașina își poate termina lucrarea. Nu se mai facturează nimic.',
    cooling: 'Se răcește, apoi i se ia curentul. Nu se mai facturează nimic.',
  },

  report: {
    title: 'Ce nu merge?',
    safe: 'Se poate folosi în siguranță?',
    yes: 'Da, funcționează',
    no: 'Nu, blocheaz-o',
    noWhy: 'Nimeni nu începe până nu răspunde un responsabil. Cine o are acum poate continua.',
    done: 'Mulțumim. Un responsabil este anunțat.',
    choices: {
      noise: 'Zgomot ciudat',
      smell: 'Miros sau fum',
      broken: 'Ceva s-a stricat',
      dirty: 'Este murdară',
      air: 'Exhaustare sau răcire',
      other: 'Altceva',
    },
  },

  refused: {
    title: 'Încă nu',
    conditions: 'Ce se cere, în această ordine',
    passed: 'îndeplinit',
    failed: 'neîndeplinit',
    unreached: 'încă neverificat',
    past: 'neîndeplinit; responsabilii trec peste',
    ticket: 'Ia un bon',
    report: 'Raportează o problemă',
    place: icu('Ești pe locul {place}.'),
    latest: icu('Îți vine rândul cel târziu la {time}.'),
  },

  care: {
    volume: 'Sunete',
    volumes: ['oprite', 'încete', 'obișnuite', 'tari'],
    theme: 'Lumină',
    themes: { system: 'ca ecranul', light: 'luminos', dark: 'întunecat' },
    clean: 'Curăță ecranul',
    cleaning: icu('Curăță acum. Atingerile nu contează {seconds} s.'),
  },

  pair: {
    title: 'Asociază acest ecran',
    why: 'Un responsabil îl asociază o dată cu mașinile de lângă el. Apoi nu este al nimănui, iar responsabilii îl pot șterge dintre chioșcuri.',
    handle: 'Nume scurt',
    password: 'Parolă',
    signIn: 'Intră în cont',
    machines: 'Mașinile de lângă acest ecran',
    label: 'Unde stă',
    go: 'Asociază',
    none: 'Niciuna dintre mașinile lui nu mai este descrisă. Șterge acest chioșc și asociază-l din nou.',
  },
};
