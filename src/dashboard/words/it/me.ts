// Italian for My page: what is due, the month in three figures, and the parts of it that open one by one.

import type { me as meEn } from '../en/me.ts';
import { icuIn } from '../icu.ts';

const icu = icuIn('it');

const refusals: typeof meEn.refusals = {
  'erase-stale': {
    title: 'Questo non si può annullare, e sei entrato da più di quindici minuti.',
    detail: 'Esci, entra di nuovo e ripeti.',
  },
  'erase-handle-wrong': { title: 'Questo non è il tuo nome breve.', detail: 'Scrivilo come quando entri.' },
  'erase-owing': {
    title: 'Una fattura è aperta, o qualcosa che hai usato non è ancora fatturato.',
    detail: 'Paga prima, o chiedi a un responsabile, che può cancellarti comunque.',
  },
};

export const me: typeof meEn = {
  due: {
    title: 'Che cosa ti aspetta',
    nothing: 'Ora niente ha bisogno di te.',
    come: 'Vengo',
    pass: { offer: 'Passo', keep: 'Tengo il mio turno', confirm: 'Passo il mio turno', working: 'Passo …' },
    running: icu('Tieni {machine} dalle {time}.'),
    soFar: icu('{amount} finora'),
    look: 'Guarda',
    vote: icu('Votazione «{title}»: {left}.'),
    read: 'Leggi',
    offered: icu('Ti offrono una prenotazione: {machine}, {time}.'),
    answer: 'Rispondi',
    invoice: icu('La fattura {number} di {amount} scadeva il {day}.'),
    ends: icu('La tua abilitazione {name} finisce il {day}.'),
  },
  month: {
    title: 'Questo mese in tre cifre',
    hours: 'alle macchine',
    share: 'della mia parte',
    noShare: 'ancora nessun turno',
    toPay: 'da pagare',
    wallet: 'saldo',
    soFar: 'usato finora',
    how: 'Come nascono',
    howHours: icu(
      '{count, plural, one {Da # sessione finita questo mese.} many {Da # sessioni finite questo mese.} other {Da # sessioni finite questo mese.}}',
    ),
    howShare: icu(
      '{pool}: {used} di turni usati; {part} sarebbe la tua parte. L’uso più vecchio conta meno.',
    ),
    howPart:
      'La tua parte è ciò che tutti hanno usato, diviso fra chi ha usato qualcosa. Chi ha usato meno passa prima.',
    howMonth: icu('Usato questo mese: {amount}.'),
    howPay: icu('Aperto sulle fatture: {amount}.'),
    howWallet: icu('Nel tuo portafoglio: {amount}.'),
    rules: 'Come si dividono i turni',
  },
  lines: {
    all: 'Tutto l’estratto',
    none: 'In questo mese non è stato usato niente.',
    time: icu('{time} × {rate}'),
    paid: 'Pagato da',
    code: icu('Centro di costo {code}'),
    private: 'Nessun centro di costo: solo tuo',
    price: 'Il prezzo di questa macchina',
    tariff: icu('Tariffa {tariff}'),
    byHand: 'Inserito o corretto a mano; l’estratto dice da chi.',
  },
  all: icu('Tutti: {count}'),
  parts: {
    turns: 'Biglietti e prenotazioni',
    certificates: 'Abilitazioni',
    shown: 'Come vengo mostrato',
    paying: 'Chi paga, e fatture',
    signing: 'Accesso',
    votes: 'Votazioni',
    data: 'I miei dati',
  },
  brief: {
    tickets: icu(
      '{count, plural, =0 {nessun biglietto} one {# biglietto} many {# biglietti} other {# biglietti}}',
    ),
    open: icu(
      '{count, plural, =0 {nessuna macchina aperta} one {apre # macchina} many {aprono # macchine} other {aprono # macchine}}',
    ),
    lost: 'segnala uno smarrito',
    named: 'con nome',
    unnamed: 'senza nome',
    invoices: icu(
      '{count, plural, =0 {nessuna fattura aperta} one {# fattura aperta} many {# fatture aperte} other {# fatture aperte}}',
    ),
    places: 'passkey, e dove sei entrato',
    votes: icu('{count, plural, =0 {nessuna aperta} one {# aperta} many {# aperte} other {# aperte}}'),
    data: 'prendi una copia, o fatti cancellare',
  },
  noTickets:
    'Nessun biglietto. Quando una macchina è occupata, puoi metterti in coda dalla sua pagina e ti chiamiamo.',
  certificates: {
    none: 'Non hai ancora abilitazioni.',
    opens: icu('Vale per {machines}.'),
    opensNone: 'Nessuna macchina la chiede da sola.',
    lapsed: 'Non in vigore.',
    free: icu('Aperte per te: {machines}.'),
    more: 'Che cosa aprirebbe di più',
    missing: icu('{machine} chiede {certificates}.'),
    ask: 'Chiedi a un formatore un posto in un corso.',
  },
  shown: {
    said: 'Il tabellone, la parete e la coda mostrano il tuo nome solo se vuoi. Responsabili e formatori lo vedono sempre.',
    done: 'Salvato: il tuo nome si vede.',
    gone: 'Salvato: il tuo nome non si vede.',
    undo: 'Annulla',
  },
  paying: {
    self: 'Senza centro di costo paghi tu.',
    sources: icu('In questo ordine: {sources}.'),
    code: icu('Con il centro di costo {name}: {payers}.'),
    me: 'tu',
    team: 'la tua squadra',
    parts: icu('{payer} {percent}'),
    choose: 'Scegli un centro di costo per ogni sessione al chiosco, o sulla pagina della macchina.',
  },
  votes: { none: 'Ancora nessuna votazione.', all: 'Tutte le votazioni' },
  erase: {
    title: 'Essere cancellato',
    said: 'Nome, badge, PIN, passkey e parole vanno via per sempre. Usi e conti restano sotto una chiave che non nomina nessuno.',
    look: 'Guarda che cosa andrebbe via',
    looking: 'Guardo …',
    goes: 'Che cosa va via',
    goesList: icu(
      '{badges, plural, =0 {{name}, il nome breve e l’e-mail, password e PIN, nessun badge, passkey e token.} one {{name}, il nome breve e l’e-mail, password e PIN, # badge, passkey e token.} many {{name}, il nome breve e l’e-mail, password e PIN, # badge, passkey e token.} other {{name}, il nome breve e l’e-mail, password e PIN, # badge, passkey e token.}}',
    ),
    stays: 'Che cosa resta, e perché',
    staysNone: 'Niente di tuo sta nei libri.',
    kept: {
      sessions: icu('{count, plural, one {# sessione} many {# sessioni} other {# sessioni}}'),
      charges: icu('{count, plural, one {# addebito} many {# addebiti} other {# addebiti}}'),
      postings: icu('{count, plural, one {# registrazione} many {# registrazioni} other {# registrazioni}}'),
      disputes: icu(
        '{count, plural, one {# addebito contestato} many {# addebiti contestati} other {# addebiti contestati}}',
      ),
      invoices: icu(
        '{count, plural, one {# fattura, con il nome e l’indirizzo a cui fu emessa} other {# fatture, con il nome e l’indirizzo a cui furono emesse}}',
      ),
      payments: icu('{count, plural, one {# pagamento o sollecito} other {# pagamenti e solleciti}}'),
    },
    why: { bills: 'perché i conti tornino', law: 'perché la legge chiede di tenere i libri' },
    line: icu('{what}, {why}.'),
    lineUntil: icu('{what}, {why}, fino al {day}.'),
    type: 'Il tuo nome breve',
    typeHint: icu('Scrivi {handle}. Non si torna indietro; una nuova iscrizione comincia da zero.'),
    act: {
      offer: 'Cancellami',
      keep: 'Resto membro',
      confirm: 'Cancellami per sempre',
      working: 'Cancello …',
    },
  },
  refusals,
};
