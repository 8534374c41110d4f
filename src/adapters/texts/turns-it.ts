// In Italian: what members are told of queues and turns, at readers and on their pages, and what mends a no.

export const turnsIt: ReadonlyMap<string, string> = new Map([
  ['alarm-told', 'Allarme a {where}: {code}. Va’ a vedere; la pagina Allarmi dice di più.'],
  ['granted-turn', 'È il tuo turno: {machine} è tua. Appoggia di nuovo il badge quando hai finito.'],
  ['queued', '{machine} è occupata. Sei al posto {place} della coda, e tocca a te al più tardi: {at}.'],
  [
    'queued-open',
    '{machine} è occupata. Sei al posto {place} della coda; per ora non si può promettere un’ora.',
  ],
  [
    'queued-sooner-now',
    '{machine} è occupata. Sei al posto {place}, al più tardi: {at}. Per {minutes} minuti cominceresti subito: dillo sulla tua pagina.',
  ],
  [
    'queued-sooner-next',
    '{machine} è occupata. Sei al posto {place}, al più tardi: {at}. Per {minutes} minuti verresti subito dopo: dillo sulla tua pagina.',
  ],
  [
    'presence-kept',
    'Arrivederci. Il tuo posto in coda resta fino alle {at}; appoggia il badge qui quando torni.',
  ],
  ['presence-back', 'Bello rivederti. Sei di nuovo in coda.'],
  ['queued-called', 'È il tuo turno su {machine}: appoggia lì il badge prima delle {at}.'],
  ['queued-again', 'Hai un posto nella coda per {machine}. Appoggia di nuovo il badge per sapere dove sei.'],
  [
    'machine-called',
    '{machine} è riservata a chi è di turno. Sei al posto {place}, e tocca a te al più tardi: {at}.',
  ],
  [
    'machine-called-open',
    '{machine} è riservata a chi è di turno. Sei al posto {place}; per ora non si può promettere un’ora.',
  ],
  ['turn-held', 'Occupi già {machine}, e si ha un turno alla volta. Prima finisci lì.'],
  [
    'ticket-elsewhere',
    'Altri aspettano {machine}, e tu occupi una macchina di un altro tipo. Prima finisci lì, poi riprova.',
  ],
  ['queue-full', 'La coda per {machine} è piena. Torna più tardi.'],
  ['ticket-skipped-absent', 'Chi gestisce ti ha tolto dalla coda: non c’eri.'],
  ['ticket-skipped-asked', 'Chi gestisce ti ha tolto dalla coda, come hai chiesto.'],
  ['ticket-skipped-rules', 'Chi gestisce ti ha tolto dalla coda per le regole dello spazio.'],
  ['ticket-skipped-mistake', 'Chi gestisce ti ha tolto dalla coda: il tuo posto era un errore.'],
  ['turn-called', 'È il tuo turno su {machine}: appoggia lì il badge prima delle {at}.'],
  ['turn-called-here', '{machine} è riservata fino alle {at} a chi viene dopo nella coda.'],
  ['turn-renewed', 'Nessuno aspetta {machine}: il tuo turno continua fino alle {at}.'],
  ['turn-renewed-here', 'Nessuno aspetta {machine}: il turno continua fino alle {at}.'],
  ['rule.in-turn', 'È il tuo turno, o nessuno la aspetta.'],
  [
    'machine-booked',
    '{machine} è prenotata dalle {at} alle {until}, e un turno non finirebbe prima. Scegli un’altra macchina, o torna dopo.',
  ],
  [
    'booking-busy',
    'La tua prenotazione è iniziata, ma {machine} non è ancora libera: chi la occupa finisce. È tenuta per te; appoggia il badge quando è libera.',
  ],
  [
    'booking-soon',
    '{machine} è tenuta per la tua prenotazione dalle {at}. Appoggia lì il badge per iniziare.',
  ],
  [
    'booking-waits',
    'La tua prenotazione di {machine} è iniziata, ma la macchina non è ancora libera. Tocca a te subito dopo.',
  ],
  ['booking-missed', 'Nessuno è venuto per la tua prenotazione di {machine}: ora è libera per altri.'],
  [
    'booking-lost',
    'Ora {machine} non si può usare: la tua prenotazione è stata annullata e non costa nulla.',
  ],
  ['booking-drawn', 'Il tuo desiderio è stato esaudito: {machine} è tua dalle {at}.'],
  [
    'booking-offered',
    'Ti è offerta una prenotazione di {machine} dalle {at}. Puoi accettarla nella tua pagina.',
  ],
  ['ends-booking', '{machine} è prenotata da un’altra persona. La tua sessione lì finisce alle {at}.'],
  ['remedy.machine-booked', 'Scegli un’altra macchina, o torna dopo la prenotazione.'],
  ['remedy.booking-busy', 'Appoggia di nuovo il badge quando {machine} è libera.'],
  ['remedy.machine-called', 'Aspetta il tuo turno; te lo dicono la tua pagina e il lettore.'],
  ['remedy.turn-held', 'Finisci su {machine}, poi appoggia di nuovo il badge qui.'],
  ['remedy.ticket-elsewhere', 'Finisci sull’altra macchina, poi appoggia di nuovo il badge qui.'],
  ['remedy.queue-full', 'Aspetta che in coda ci siano meno persone.'],
]);
