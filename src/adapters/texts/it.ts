// The sentences in Italian, informal: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const it: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} è tua. Appoggia di nuovo il badge quando hai finito.'],
  ['ended', 'Hai finito con {machine}. Ora si spegne.'],
  [
    'ending-job',
    'La tua sessione su {machine} è chiusa. La lavorazione può finire; non ti viene addebitata.',
  ],
  ['tap-late', 'Questo tocco è arrivato troppo tardi. Appoggia di nuovo il badge se sei alla macchina.'],
  ['badge-unknown', 'Non conosciamo questo badge. Se è tuo, chiedi a un responsabile di registrarlo.'],
  [
    'badge-ambiguous',
    'Questo lettore non distingue il tuo badge da un altro. Usa un altro lettore, o chiedi un altro badge a un responsabile.',
  ],
  ['badge-enrolled', 'Ora questo badge è tuo. Da adesso apre le macchine che puoi usare.'],
  ['spelling-learnt', 'Grazie. Ora il gateway sa come questo lettore scrive i badge.'],
  ['badge-random', 'Questa tessera mostra un numero nuovo ogni volta, come i telefoni. Portane un’altra.'],
  ['badge-partial', 'Questo lettore vede troppo poco della tessera per registrarla. Usa un altro lettore.'],
  [
    'badge-taken',
    'Questa tessera è già il badge di qualcuno. Portane un’altra, o chiedi prima a un responsabile di toglierla.',
  ],
  ['badge-limit', 'Hai già otto badge. Chiedi prima a un responsabile di toglierne uno.'],
  ['badge-strange', 'Questo non è il badge richiesto. Appoggia quello sul lettore.'],
  ['pin-missing', '{machine} chiede anche il tuo PIN. Digitalo, poi appoggia di nuovo il badge.'],
  ['pin-wrong', 'Questo PIN non è giusto. Dopo cinque errori si blocca per un giorno.'],
  [
    'pin-locked',
    'Il tuo PIN è bloccato dopo cinque errori. Si sblocca dopo un giorno, o chiedine uno nuovo a un responsabile.',
  ],
  [
    'pin-unset',
    '{machine} chiede un PIN e tu non ne hai ancora uno. Impostalo sulla tua pagina, o chiedi a un responsabile.',
  ],
  [
    'pin-unchecked',
    'Si stanno controllando troppi PIN insieme. Aspetta un momento e appoggia di nuovo il badge.',
  ],
  [
    'badge-unproven',
    'Questo badge non ha potuto provare di essere uno dei nostri. Tienilo fermo sul lettore, o chiedi a un responsabile.',
  ],
  ['tap-replayed', 'Questa lettura è già stata usata. Appoggia il badge ancora una volta.'],
  ['badge-replayed', 'Questa lettura del tuo badge è già stata usata. Appoggia il badge ancora una volta.'],
  ['badge-weak', '{machine} chiede un badge che non si può copiare. Chiedine uno a un responsabile.'],
  ['badge-unreadable', 'Non si riesce a leggere questo badge. Tienilo fermo sul lettore per un secondo.'],
  [
    'member-suspended',
    'La tua iscrizione è sospesa, quindi le macchine restano bloccate per te. Un responsabile può dirti di più.',
  ],
  [
    'certificate-missing',
    'Per {machine} serve il certificato {certificate}. Non lo hai ancora; chiedi un corso a un istruttore.',
  ],
  [
    'certificate-expired',
    'Per {machine} serve il certificato {certificate}. Il tuo è scaduto il {until}; chiedi un ripasso a un istruttore.',
  ],
  [
    'clock-unset',
    "L'orologio del gateway non è impostato, quindi non possiamo controllare le date. Avvisa un responsabile; le macchine accese continuano.",
  ],
  ['machine-in-use', 'Un altro membro occupa {machine} dalle {since}. Torna quando è libera.'],
  [
    'machine-ending',
    '{machine} sta ancora chiudendo la sessione precedente. Appoggia di nuovo il badge quando è spenta.',
  ],
  [
    'machine-unknown',
    'Questo lettore ha chiesto una macchina che qui non è descritta. Avvisa un responsabile.',
  ],
  ['reader-unassigned', 'Questo lettore non è ancora collegato a nessuna macchina. Avvisa un responsabile.'],
  ['machine-ambiguous', 'Questo lettore serve più macchine. Scegli prima la tua, poi appoggia il badge.'],
  [
    'job-held',
    'Su {machine} è ancora ferma la lavorazione di un altro membro. Chiedi a un responsabile di toglierla prima di cominciare.',
  ],
  [
    'journal-full',
    'Il disco del gateway è pieno, quindi non può iniziare niente di nuovo. Avvisa un responsabile; le macchine accese continuano.',
  ],
  [
    'journal-behind',
    'Il gateway non ha potuto registrare ciò che è venuto prima. Aspetta un momento e appoggia di nuovo il badge.',
  ],
  [
    'journal-broken',
    'Il gateway non riesce a scrivere il suo giornale, quindi non può iniziare niente di nuovo. Avvisa un responsabile; le macchine accese continuano.',
  ],
  [
    'tap-invalid',
    'Il lettore ha inviato qualcosa che non capiamo. Appoggia di nuovo il badge; se continua, avvisa un responsabile.',
  ],
  [
    'cost-code-unknown',
    'Il centro di costo {code} non esiste qui, o non è per te. Scegline un altro, o appoggia il badge senza.',
  ],
  ['handed-over', 'Da questo momento {machine} è tua. Appoggia di nuovo il badge quando hai finito.'],
  ['handed-over-job', 'Da questo momento {machine} è tua, con la lavorazione in corso. Da ora paghi tu.'],
  ['handed-over-from', '{machine} è passata a un’altra persona. Paghi fino a questo momento.'],
  [
    'hand-over-opened',
    'Chi appoggia il badge a {machine} entro un minuto la prende. Appoggia di nuovo il tuo se preferisci finire.',
  ],
  ['kept', '{machine} resta tua. Appoggia di nuovo il badge quando hai finito.'],
  [
    'ends-idle',
    'Su {machine} non si muove niente da un po’. La tua sessione finisce alle {at}; appoggia il badge per tenerla.',
  ],
  ['ends-longest', 'La tua sessione su {machine} finisce alle {at}: ha raggiunto la durata massima.'],
  ['ends-hours', 'Il laboratorio chiude. La tua sessione su {machine} finisce alle {at}.'],
  [
    'ends-ceiling',
    'La tua sessione su {machine} finisce verso le {at}: allora costa quanto volevi spendere.',
  ],
  [
    'ends-certificate',
    'La tua sessione su {machine} finisce alle {at}: allora scade un certificato che serve.',
  ],
  ['ends-turn', 'Il tuo turno su {machine} finisce alle {at}.'],
  ['other', 'Ora non è possibile. Di’ a un responsabile il codice {code}.'],
]);
