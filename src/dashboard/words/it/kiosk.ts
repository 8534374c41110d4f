// Italian for the kiosk beside a machine.

import type { KioskWords } from '../en/kiosk.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

export const kiosk: KioskWords = {
  language: 'it',
  danger: 'Pericolo? Premi il pulsante rosso sulla macchina.',
  clock: 'Orologio del gateway',
  settings: 'Impostazioni',
  causes: {
    idle: 'nulla si muove',
    longest: 'la sessione più lunga',
    hours: 'la chiusura',
    turn: 'la fine del turno',
    booking: 'la prenotazione di un altro membro',
    ceiling: 'il tetto',
    certificate: 'il certificato scade',
    trainer: 'dopo, il formatore non può insegnare',
  },
  refusals: {
    'gateway-away': { title: 'Il gateway non risponde.', detail: 'Non è cambiato nulla.' },
    'kiosk-pin-wrong': {
      title: 'Nome breve e PIN non vanno insieme.',
      detail: 'Riprova. Non hai un PIN? Sceglilo sulla pagina dell’officina, in Il mio badge e PIN.',
    },
    'kiosk-badge-unknown': {
      title: 'Non conosciamo questo badge.',
      detail: 'Se è tuo, chiedi a un responsabile di aggiungerlo: bastano dieci secondi.',
    },
    'kiosk-locked': {
      title: 'Lo schermo si è bloccato.',
      detail: 'Avvicina il badge o scrivi di nuovo il PIN.',
    },
    'pin-locked': {
      title: 'Questo PIN è bloccato dopo cinque errori.',
      detail: 'Aspetta un giorno, o chiedine uno nuovo a un responsabile.',
    },
    'member-suspended': { title: 'Questa iscrizione è sospesa.', detail: 'Chiedi a un responsabile.' },
    'too-many-attempts': { title: 'Troppi tentativi.', detail: 'Aspetta un poco, poi riprova.' },
    'secrets-busy': { title: 'Molte persone entrano proprio ora.', detail: 'Riprova fra un momento.' },
    'session-held': { title: 'Questa macchina è già tua.', detail: 'Continua a lavorare, o finisci.' },
    'session-none': {
      title: 'Nessuno tiene più questa macchina.',
      detail: 'Avvicina il badge per iniziare.',
    },
    'session-not-yours': { title: 'Un altro tiene questa macchina.', detail: 'Aspetta che sia libera.' },
    'session-ending': { title: 'Questa sessione sta già finendo.', detail: 'Aspetta che si spenga.' },
    'ceiling-passed': { title: 'È già costata di più.', detail: 'Scegli un tetto più alto.' },
    'problems-full': { title: 'Qui sono già segnalati molti problemi.', detail: 'Dillo a un responsabile.' },
    'sign-in-failed': { title: 'Nome breve e password non vanno insieme.', detail: 'Riprova.' },
    'scope-missing': {
      title: 'Non puoi abbinare schermi.',
      detail: 'Lo fa chi si occupa dei dispositivi: un responsabile.',
    },
  },
  code: icu<{ code: string }>('Codice {code}'),
  back: 'Indietro',
  close: 'Chiudi',

  away: {
    title: icu<{ time: string }>('Non raggiungiamo il gateway dalle {time}.'),
    never: 'Non raggiungiamo il gateway.',
    detail:
      'Quello che vedi è di allora. Le macchine accese seguono le loro regole; le sessioni nuove aspettano.',
    last: icu<{ state: string }>('Ultimo stato noto: {state}'),
    connecting: 'Collegamento al gateway.',
  },

  choose: { title: 'Quale macchina?', all: 'Tutte le macchine' },

  idle: {
    tap: 'Avvicina il badge al lettore',
    tapHere: 'Avvicina il badge al lettore dello schermo, o scrivi il PIN',
    pin: 'Scrivi il PIN',
    report: 'Segnala un problema',
    waiting: icu<{ count: number }>(
      '{count, plural, =0 {Nessuno aspetta} one {# persona aspetta} other {# persone aspettano}}',
    ),
    why: 'Perché non ora?',
    notNow: 'Ora qui nessuno può iniziare.',
    booked: icu<{ time: string }>('Prenotata dalle {time}'),
  },

  unlock: {
    handle: 'Il tuo nome breve',
    pin: 'Il tuo PIN',
    typed: icu<{ count: number }>(
      '{count, plural, =0 {Niente scritto} one {# cifra scritta} other {# cifre scritte}}',
    ),
    erase: 'Cancella',
    next: 'Avanti',
    enter: 'Entra',
    cancel: 'Annulla',
    checking: 'Controllo',
    locksIn: icu<{ seconds: number }>('si blocca fra {seconds} s'),
    lock: 'Blocca ora',
    locked: 'Bloccato · lo apre il tuo badge o PIN',
  },

  start: {
    hello: icu<{ name: string }>('Ciao {name}'),
    costCode: 'Paga',
    own: 'io',
    change: 'Cambia',
    ceiling: 'Tetto',
    less: 'Tetto più basso',
    more: 'Tetto più alto',
    none: 'nessuno',
    buys: icu<{ time: string; price: string }>('circa {time} a {price} l’ora'),
    open: icu<{ price: string }>('{price} l’ora, senza limite'),
    free: 'Non costa nulla.',
    takeOver: 'Prendi questa macchina, con il suo lavoro. Da qui in poi paghi tu.',
    power: 'Questo dà corrente. La macchina la avvii tu, a mano.',
    notNow: 'Non ora',
    go: 'Inizia la sessione',
    going: 'Inizio',
    pinToo: 'Questa macchina vuole anche il PIN.',
  },

  running: {
    yours: 'La tua sessione',
    somebody: 'In uso',
    by: icu<{ name: string }>('La tiene {name}'),
    time: 'Tempo',
    cost: 'Costo',
    ceiling: icu<{ amount: string }>('tetto {amount}'),
    ceilingAt: icu<{ amount: string; time: string }>('tetto {amount}, verso le {time}'),
    ends: icu<{ time: string; cause: string }>('Finisce alle {time}: {cause}'),
    left: icu<{ time: string }>('ancora circa {time}'),
    near: 'Il tetto è quasi raggiunto. Prolunga, o la sessione finisce lì. Un lavoro in corso può finire.',
    extend: 'Prolunga',
    handOver: 'Passa ad altri',
    report: 'Segnala',
    finish: 'Finisci',
    keep: 'Sono ancora qui',
    keepWhy: 'Da un poco nulla si muove.',
    queue: 'Coda',
  },

  extend: {
    title: 'Prolunga',
    by: icu<{ minutes: number }>('+{minutes} min'),
    to: icu<{ amount: string; time: string }>('fino alle {time}, tetto {amount}'),
    toAmount: icu<{ amount: string }>('tetto {amount}'),
    noCeiling: 'Non ha un tetto. Continua finché non finisci.',
    endsBefore: icu<{ time: string; cause: string }>('Non si può: finisce alle {time} per {cause}.'),
    unpriced: 'Non costa nulla, quindi non c’è niente da prolungare.',
    done: 'Prolungata.',
  },

  handOver: {
    title: 'Passa ad altri',
    ask: 'Chi arriva entro un minuto prende questa macchina, con il suo lavoro. La corrente resta; tu paghi fino a quel momento.',
    go: 'Offrila ora',
    wait: icu<{ seconds: number }>('Ora l’altra persona: badge o PIN. Ancora {seconds} s.'),
    mine: 'La tengo',
  },

  finish: {
    title: 'Finire?',
    job: 'Un lavoro è in corso. La macchina può finirlo; non lo paghi. Poi si spegne.',
    idle: 'La tua sessione finisce ora, e la macchina si spegne.',
    confirm: 'Sì, finisci',
    keep: 'Continua a lavorare',
    working: 'Sto finendo',
  },

  receipt: {
    title: 'Finito.',
    line: icu<{ time: string; machine: string; amount: string }>('{time} su {machine}, {amount}.'),
    free: icu<{ time: string; machine: string }>('{time} su {machine}.'),
    off: 'La corrente è spenta.',
    ending: 'La macchina può finire il lavoro; non si paga altro.',
  },

  ending: {
    title: 'Questa sessione è finita.',
    job: 'La macchina può finire il suo lavoro. Non si paga altro.',
    cooling: 'Si raffredda, poi si spegne. Non si paga altro.',
  },

  report: {
    title: 'Che cosa non va?',
    safe: 'Si può usare in sicurezza?',
    yes: 'Sì, funziona',
    no: 'No, bloccala',
    noWhy: 'Nessuno inizia finché un responsabile non ha risposto. Chi la tiene ora può continuare.',
    done: 'Grazie. Un responsabile è avvisato.',
    choices: {
      noise: 'Rumore strano',
      smell: 'Odore o fumo',
      broken: 'Qualcosa è rotto',
      dirty: 'È sporca',
      air: 'Aspirazione o raffreddamento',
      other: 'Altro',
    },
  },

  refused: {
    title: 'Non ancora',
    conditions: 'Che cosa si chiede, in quest’ordine',
    passed: 'va bene',
    failed: 'non va bene',
    unreached: 'non ancora chiesto',
    past: 'non va bene; un responsabile passa lo stesso',
    ticket: 'Prendi un numero',
    report: 'Segnala un problema',
    place: icu<{ place: number }>('Sei il numero {place}.'),
    latest: icu<{ time: string }>('Il tuo turno arriva al più tardi alle {time}.'),
  },

  care: {
    volume: 'Suoni',
    volumes: ['spenti', 'bassi', 'normali', 'forti'],
    theme: 'Luce',
    themes: { system: 'come lo schermo', light: 'chiara', dark: 'scura' },
    clean: 'Pulisci lo schermo',
    cleaning: icu<{ seconds: number }>('Pulisci ora. Il tocco è ignorato per {seconds} s.'),
  },

  pair: {
    title: 'Abbina questo schermo',
    why: 'Un responsabile lo abbina una volta alle macchine accanto. Poi non è di nessuno, e i responsabili possono toglierlo fra i kiosk.',
    handle: 'Nome breve',
    password: 'Password',
    signIn: 'Entra',
    machines: 'Macchine accanto a questo schermo',
    label: 'Dove sta',
    go: 'Abbina',
    none: 'Nessuna delle sue macchine è più descritta. Togli questo kiosk e abbinalo di nuovo.',
  },
};
