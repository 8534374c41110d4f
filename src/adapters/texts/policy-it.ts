// In Italian: a policy as members read it, one sentence for each thing that is decided.

export const policyIt: ReadonlyMap<string, string> = new Map([
  [
    'policy-turn',
    'Nel gruppo {pool} un turno dura {length}, dal badge sulla macchina alla fine della sessione.',
  ],
  ['policy-cap', 'Nessun turno dura più di {length}, qualunque cosa si chieda.'],
  ['policy-peak', 'È ora di punta {days} dalle {from} alle {to}.'],
  [
    'policy-peak-turn',
    'Un turno che comincia nell’ora di punta dura {length}. Al massimo si può chiedere {most} nell’ora di punta e {otherwise} negli altri orari.',
  ],
  [
    'policy-order',
    'Va prima chi ha usato meno queste macchine. Quanto si è usato conta la metà dopo {halflife}, e la metà di quella dopo altrettanto.',
  ],
  [
    'policy-overtake',
    'Chi aspetta può essere superato per un tempo macchina limitato: il {percent} di quanto spetta per la sua parte, almeno {least}, al massimo {most}.',
  ],
  ['policy-overtake-fixed', 'Chi aspetta può essere superato per {least} di tempo macchina, non di più.'],
  ['policy-overtake-none', 'Nessuno viene superato: va prima chi è arrivato prima.'],
  [
    'policy-promise',
    'A chi aspetta si dice entro quando tocca a lui, e lo si mantiene. Lo annullano un guasto, un turno che va molto oltre o una nuova regola; allora se ne dice un altro, con il motivo.',
  ],
  ['policy-idle', 'L’uso mentre nessuno aspettava conta il {percent}.'],
  [
    'policy-claim',
    'Chi è chiamato appoggia il badge sulla macchina entro {length}; poi si chiama il prossimo. Chi manca una seconda chiamata perde il posto.',
  ],
  [
    'policy-claim-once',
    'Chi è chiamato appoggia il badge sulla macchina entro {length}; poi si chiama il prossimo.',
  ],
  ['policy-renew', 'Finché nessuno aspetta, il turno continua di {length} per volta.'],
  ['policy-turnover', 'Se qualcuno aspetta, tra due turni passano {length}, per liberare la macchina.'],
  ['policy-turnover-none', 'Il turno seguente comincia appena la macchina è libera.'],
  [
    'policy-overrun',
    'Quanto promesso tollera {length} oltre la fine del turno. Il tempo oltre la fine conta il {percent} in più se qualcuno aspetta. Nessun lavoro in corso viene interrotto.',
  ],
  [
    'policy-away',
    'Chi aspetta può uscire per {length} e tenere il posto, e presentarsi con lo stesso ritardo dopo una chiamata mancata.',
  ],
  ['policy-away-none', 'Chi esce mentre aspetta, o manca una chiamata, perde il posto.'],
  [
    'policy-short',
    '{machine} è per turni brevi: il badge lì chiede {length}, e turni più lunghi lì non si danno.',
  ],
  ['policy-bookings-none', 'Queste macchine non si possono prenotare.'],
  [
    'policy-bookings',
    'Queste macchine si prenotano con un anticipo fino a {horizon}, da {least} a {most} per volta.',
  ],
  ['policy-bookings-future', 'Ogni membro ha al massimo {length} di prenotazioni future.'],
  [
    'policy-bookings-peak',
    'Prenotazioni di un membro che toccano l’ora di punta di un giorno: {count}. Macchine che nell’ora di punta nessuno può prenotare: {free}.',
  ],
  ['policy-bookings-away', 'Una prenotazione a cui nessuno si presenta passa alla coda dopo {length}.'],
  [
    'policy-bookings-late',
    'Una prenotazione disdetta a meno di {length} dall’inizio conta come usata, a meno che qualcun altro usi quel tempo.',
  ],
  ['policy-bookings-any-time', 'Una prenotazione si può disdire finché non comincia, e allora non conta.'],
  [
    'policy-bookings-draft',
    'I desideri per la settimana seguente si assegnano {days} alle {at}, a giro, prima chi ha usato meno. Quel che resta va a chi prenota prima.',
  ],
  ['policy-bookings-first', 'La prenotazione è di chi la fa per primo.'],
  [
    'policy-no-pools',
    'Nessuna macchina si usa a turno: chi appoggia il badge su una macchina libera comincia.',
  ],
  [
    'policy-teams',
    'Le parti si danno prima alle squadre, ciascuna per quanti membri ha, poi dentro la squadra. Chi non ha squadra conta per uno.',
  ],
  ['policy-team', 'Un membro della squadra {team} pesa il {percent} del solito.'],
  [
    'policy-care',
    'Il lavoro di cura alza il proprio peso: {full} nell’arco di {within} danno il {percent} del solito, e meno dà meno in proporzione.',
  ],
  ['policy-care-none', 'Il lavoro di cura non alza il peso di nessuno.'],
  [
    'policy-votes',
    'I membri cambiano questa regola con un voto. Resta aperto {open}, deve votare il {quorum} dei membri attivi, e tra sì e no più del {majority} devono essere sì.',
  ],
  [
    'policy-votes-secret',
    'Il voto è segreto: si conserva solo il conteggio, con una ricevuta per ogni scheda.',
  ],
  ['policy-votes-named', 'Il voto è palese: il giornale conserva chi ha votato che cosa.'],
  ['policy-votes-notice', 'Quel che è deciso vale al più presto {notice} dopo il voto.'],
  ['policy-votes-at-once', 'Quel che è deciso vale dalla fine del voto.'],
  ['policy-votes-none', 'Questa regola si cambia nel file dell’officina, e non con un voto.'],
]);
