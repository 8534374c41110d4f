// The sentences in Italian, informal: what happened, why, what to do. Whole sentences only; a value stands in braces.

export const it: ReadonlyMap<string, string> = new Map([
  ['granted', '{machine} è tua. Appoggia di nuovo il badge quando hai finito.'],
  [
    'granted-bypassed',
    '{machine} è tua perché sei un responsabile. Agli altri sarebbe negata ({codes}); resta scritto.',
  ],
  [
    'granted-lesson',
    '{machine} è aperta per una lezione. Per finire, chi impara o chi insegna appoggia di nuovo il badge.',
  ],
  [
    'certificate-earned',
    'Hai finito con {machine}. Hai ottenuto il certificato {certificate} e ora puoi usarla da solo.',
  ],
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
    'lesson-offered',
    'Per {machine} serve il certificato {certificate}. Non lo hai ancora; un istruttore può appoggiare qui il badge entro 60 secondi.',
  ],
  [
    'certificate-unused',
    'Per {machine} serve il certificato {certificate}. Il tuo è decaduto il {until}, dopo {days} giorni senza uso; chiedi un ripasso a un istruttore.',
  ],
  [
    'certificate-level',
    'Per {machine} serve il certificato {certificate} al livello {level}, e il tuo è più basso. Chiedi a un istruttore.',
  ],
  ['membership-not-begun', 'La tua iscrizione inizia il {from}. Torna allora, o chiedi a un responsabile.'],
  ['membership-ended', 'La tua iscrizione è finita il {until}. Chiedi a un responsabile di prolungarla.'],
  ['nothing-left', 'Il credito è finito. Ricarica al banco: almeno {missing}.'],
  ['plan-hours', 'Il tuo piano {plan} non vale a quest’ora. Vale di nuovo da: {from}.'],
  ['plan-unknown', 'Il tuo piano {plan} qui non è più descritto. Avvisa un responsabile.'],
  [
    'clock-unset',
    "L'orologio del gateway non è impostato, quindi non possiamo controllare le date. Avvisa un responsabile; le macchine accese continuano.",
  ],
  [
    'machine-locked',
    'Qualcuno ha bloccato {machine} perché qualcosa non va. Un responsabile la guarda e la sblocca.',
  ],
  ['machine-out-of-order', '{machine} è guasta. Un responsabile sa dirti quando sarà riparata.'],
  ['machine-out-of-order-note', '{machine} è guasta: {note}. Un responsabile sa dirti di più.'],
  ['machine-retired', '{machine} non si usa più. Scegli un’altra macchina, o chiedi a un responsabile.'],
  [
    'machine-in-maintenance',
    '{machine} è in manutenzione: possono avviarla solo i responsabili. Torna quando è di nuovo in uso.',
  ],
  ['space-closed', '{space} adesso è chiuso. Apre il {until}.'],
  ['machine-closed', 'A quest’ora {machine} non si può usare. Si può di nuovo dal {until}.'],
  ['closed-for-long', 'È chiuso per almeno due settimane. Chiedi a un responsabile quando riapre.'],
  ['quiet-hours', '{machine} fa troppo rumore per le ore di silenzio. Si può usare di nuovo dal {until}.'],
  [
    'space-full',
    '{space} è al completo: dentro ci sono {present} persone. La tua pagina ti dice quando si libera un posto.',
  ],
  [
    'people-missing',
    '{machine} richiede {needed} persone e sareste {present}. Chiedi a qualcuno di registrarsi all’ingresso.',
  ],
  [
    'people-asked',
    '{machine} richiede una seconda persona. Un altro membro passi qui il badge entro un minuto.',
  ],
  [
    'people-short',
    '{machine} richiede {needed} persone e ce ne sono {present}. Si ferma tra un minuto se nessuno torna.',
  ],
  [
    'granted-witness',
    '{machine} parte per chi ha passato il badge prima di te, e tu assisti. Resta finché lavora.',
  ],
  ['presence-entered', 'Benvenuto. Adesso risulti dentro; passa di nuovo il badge quando esci.'],
  [
    'presence-bypassed',
    'Benvenuto, perché sei un responsabile. Agli altri sarebbe negato ({codes}); resta scritto. Passa di nuovo il badge quando esci.',
  ],
  ['presence-left', 'Arrivederci. Adesso risulti fuori.'],
  [
    'entrance-leave-only',
    'Questo lettore serve per uscire, e tu non risulti dentro. Registrati all’ingresso.',
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
    'machine-latched',
    '{machine} è stata fermata a causa di {monitor} e resta bloccata. Chiedi a un responsabile di guardarla e sbloccarla.',
  ],
  [
    'monitor-bad',
    '{machine} resta bloccata: {monitor} è fuori dai limiti ({value}). Si apre quando torna a posto; se dura, avvisa un responsabile.',
  ],
  [
    'monitor-silent',
    '{machine} resta bloccata: {monitor} non si sente. Aspetta un momento e riprova; se dura, avvisa un responsabile.',
  ],
  [
    'self-check-failed',
    '{machine} è già in funzione anche se nessuno la occupa. Stanne lontano e avvisa un responsabile.',
  ],
  [
    'machine-problem',
    'Qualcuno ha segnalato che {machine} non è sicura, quindi nessuno può cominciare. Prima la guarda un responsabile: chiedi a lui.',
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
  [
    'ends-trainer-certificate',
    'La tua lezione su {machine} finisce alle {at}: allora scade ciò che serve a chi ti insegna.',
  ],
  [
    'ends-trainer-membership',
    'La tua lezione su {machine} finisce alle {at}: allora scade l’iscrizione di chi ti insegna.',
  ],
  [
    'lesson-over',
    'La tua lezione su {machine} è finita: chi ti insegna non può più farlo. Continua con un altro istruttore, o chiedi a un responsabile.',
  ],
  ['ends-turn', 'Il tuo turno su {machine} finisce alle {at}.'],
  ['other', 'Ora non è possibile. Di’ a un responsabile il codice {code}.'],
]);
