// Italian for what the gateway refuses and no room says better; in English these are the gateway's own sentences.

import { bankRefusals } from './bank-refusals.ts';
import { neighbourRefusals } from './neighbour-refusals.ts';

type Refusal = { readonly title: string; readonly detail: string };

/** Of requests that a page does not send by itself, of people and of devices. */
const ofPeople: Readonly<Record<string, Refusal>> = {
  'request-invalid': {
    title: 'La richiesta non ha la forma giusta.',
    detail: 'Confronta i campi indicati con /api/docs.',
  },
  'json-broken': {
    title: 'Il contenuto non è JSON leggibile.',
    detail: 'Manda un oggetto JSON, senza chiavi __proto__.',
  },
  'url-broken': { title: 'L’indirizzo non si legge.', detail: 'Controlla come è scritto.' },
  'request-refused': { title: 'La richiesta così non si può servire.', detail: 'Confrontala con /api/docs.' },
  'body-too-large': {
    title: 'Il contenuto è troppo grande.',
    detail: 'Manda di meno per volta: 64 kB, 2 MB con una foto, o 6 MB per un elenco.',
  },
  'media-type-wrong': { title: 'Qui si accetta solo JSON.', detail: 'Manda content-type: application/json.' },
  'host-unknown': {
    title: 'Questo gateway risponde solo ai nomi del suo computer.',
    detail: 'Usa http://localhost, o scrivi http.host in officina.yaml.',
  },
  'cross-site': {
    title: 'La richiesta viene da un altro sito.',
    detail: 'Apri la pagina di questo gateway.',
  },
  'not-found': { title: 'A questo indirizzo non c’è niente.', detail: 'Torna al tabellone.' },
  'range-wrong': {
    title: 'Questo periodo non si può mostrare.',
    detail: 'Scegli un inizio prima della fine, al massimo 400 giorni.',
  },
  'reading-unknown': {
    title: 'Nessuna lettura ha questo nome.',
    detail: 'Usa un nome dell’elenco, per esempio spindle.speed.',
  },
  'sign-in-needed': { title: 'Nessuno è entrato.', detail: 'Entra, o usa un token.' },
  'sign-in-failed': {
    title: 'Nome breve e password non vanno insieme.',
    detail: 'Riprova, o chiedi a un responsabile una password nuova.',
  },
  'token-unknown': {
    title: 'Questo token non è noto, è scaduto, o il suo membro non può entrare.',
    detail: 'Fanne uno nuovo.',
  },
  'token-by-token': {
    title: 'Un token non può crearne un altro.',
    detail: 'Entra con la password per farne uno.',
  },
  'token-none': { title: 'Non hai un token con questo id.', detail: 'Controlla l’elenco dei tuoi.' },
  'token-limit': { title: 'Ci sono troppi token.', detail: 'Togline uno che non serve più.' },
  'member-suspended': { title: 'Questa iscrizione è sospesa.', detail: 'Chiedi a un responsabile.' },
  'member-none': {
    title: 'Questo token non sta per nessun membro.',
    detail: 'Per questo entra come membro.',
  },
  'member-in-session': {
    title: 'Questo membro tiene una macchina.',
    detail: 'Prima termina la sua sessione, e aspetta che la corrente sia spenta.',
  },
  'import-refused': {
    title: 'L’elenco ha errori; niente è stato preso.',
    detail: 'Correggi le righe indicate e manda di nuovo tutto.',
  },
  'unassigned-unknown': {
    title: 'Nessun dispositivo con questo id aspetta di essere assegnato.',
    detail: 'Ricarica la pagina; forse qualcuno lo ha già assegnato.',
  },
  'box-unknown': {
    title: 'Nessun apparecchio descritto si presenta con questo id.',
    detail: 'Scegline uno dell’elenco; un dispositivo nativo ha una parte sola.',
  },
  'pairing-full': {
    title: 'Sono già aperti sedici codici.',
    detail: 'Usane uno, o aspetta che uno abbia dieci minuti.',
  },
  'answers-missing': {
    title: 'Un interruttore dà corrente a una macchina solo quando le due risposte sono sì.',
    detail:
      'Una macchina che riparte da sola quando torna la corrente vuole un contattore con sgancio di minima tensione; e questo non è un arresto di emergenza.',
  },
  'assignment-wrong': {
    title: 'Così il dispositivo non si può scrivere in officina.yaml; niente è cambiato.',
    detail: 'Correggi gli errori indicati, poi riprova.',
  },
  'config-none': {
    title: 'Non c’è officina.yaml: questa è la demo.',
    detail: 'Scrivine uno con `npx officina init` e avvia con quello il gateway.',
  },
  'config-wrong': {
    title: 'Il file officina.yaml ha errori; niente è cambiato.',
    detail: 'Correggi gli errori indicati, poi fallo rileggere.',
  },
  'config-not-writable': {
    title: 'Il gateway non può scrivere officina.yaml o una password accanto; niente è cambiato.',
    detail: 'Aggiungi a mano le righe indicate, scrivi la password nel file che nominano, e fallo rileggere.',
  },
  'badge-unlisted': { title: 'La demo non ha questo badge.', detail: 'Scegline uno dell’elenco.' },
  'workshop-missing': { title: 'L’officina non è ancora descritta.', detail: 'Riprova fra un momento.' },
  'streams-full': { title: 'Troppi schermi sono già collegati.', detail: 'Chiudine uno che nessuno guarda.' },
  'dashboard-missing': {
    title: 'Le pagine non sono state costruite.',
    detail: 'Esegui una volta `npm ci` nella cartella del programma.',
  },
  fault: {
    title: 'Qualcosa si è guastato dentro il gateway.',
    detail: 'Dai l’id a un responsabile; nel registro la causa sta accanto.',
  },
};

/** Of machines, bookings and policies. */
const ofMachines: Readonly<Record<string, Refusal>> = {
  'machine-unknown': { title: 'Nessuna macchina ha questo id.', detail: 'Sceglila dal tabellone.' },
  'alarm-unknown': {
    title: 'Nessun allarme aperto ha questo id.',
    detail: 'Forse è già finito: guarda sul tabellone.',
  },
  'alarm-answered': {
    title: 'Qualcuno ha già risposto a questo allarme.',
    detail: 'Sul tabellone leggi chi e che cosa.',
  },
  'latch-none': {
    title: 'Questa macchina non è bloccata da un sensore.',
    detail: 'Non c’è niente da sbloccare.',
  },
  'latch-holds': {
    title: 'Quello che ha bloccato questa macchina è ancora fuori dai limiti.',
    detail: 'Prima sistemalo; la scheda della macchina dice quale sensore.',
  },
  'machine-locked-already': {
    title: 'Questa macchina è già bloccata.',
    detail: 'Un responsabile la guarda e la sblocca.',
  },
  'machine-not-locked': {
    title: 'Nessuno ha bloccato questa macchina.',
    detail: 'Non c’è niente da sbloccare.',
  },
  'lock-limit': {
    title: 'Hai bloccato cinque macchine in un’ora.',
    detail: 'Chiedi a un responsabile di guardarle; lui può bloccarne altre.',
  },
  'note-too-long': {
    title: 'Questa nota ha più di 500 caratteri, o alcuni che non si mostrano.',
    detail: 'Scrivila più breve, su una riga.',
  },
  'photo-too-large': {
    title: 'Questa foto supera un mebibyte.',
    detail: 'Rimpiccioliscila, poi mandala di nuovo.',
  },
  'photo-unreadable': {
    title: 'Questa foto non è un JPEG né un PNG intero.',
    detail: 'Mandala in uno dei due; forse un altro programma l’ha tagliata.',
  },
  'photo-none': {
    title: 'Di questa macchina non c’è una foto.',
    detail: 'La aggiunge un responsabile insieme al modo.',
  },
  'policy-unknown': { title: 'Nessuna regola ha questo numero.', detail: 'Scegline una di quelle adottate.' },
  'effect-early': {
    title: 'Varrebbe prima che finisca il preavviso dopo il voto.',
    detail: 'Indica un momento più tardi, o lascialo vuoto.',
  },
  'effect-late': {
    title: 'Varrebbe troppo tardi perché qualcuno se ne ricordi.',
    detail: 'Indica un momento entro 400 giorni.',
  },
  'machine-not-booked': {
    title: 'Questa macchina non è in quel gruppo, o non si apre con un badge.',
    detail: 'Scegli una delle macchine del gruppo.',
  },
  'booking-times': {
    title: 'Questi orari non si possono prenotare.',
    detail: 'Indica un inizio che deve ancora venire e una fine dopo, a cinque minuti interi.',
  },
  'booking-length': {
    title: 'Una prenotazione qui non può essere così breve o così lunga.',
    detail: 'Scegli un’altra durata.',
  },
  'booking-horizon': { title: 'È più avanti di quanto si possa prenotare.', detail: 'Torna più avanti.' },
  'booking-closed': {
    title: 'In tutto quel tempo la macchina non è aperta.',
    detail: 'Scegli un orario di apertura.',
  },
  'bookings-full': {
    title: 'Ci sono tante prenotazioni quante ne tiene questo gateway.',
    detail: 'Chiedi a un responsabile di guardarle.',
  },
  'booking-unknown': {
    title: 'Nessuna prenotazione da venire ha questo id.',
    detail: 'Guarda fra le tue prenotazioni.',
  },
  'booking-not-yours': {
    title: 'Questa prenotazione è di un altro membro.',
    detail: 'Chiedi che te la ceda.',
  },
  'booking-not-offered': {
    title: 'Questa prenotazione non è offerta a te.',
    detail: 'Chiedi al suo membro di offrirtela.',
  },
  'gift-to-self': { title: 'Questa prenotazione è già tua.', detail: 'Indica un altro membro.' },
  'draft-none': {
    title: 'Qui non c’è un sorteggio: chi prenota prima ha il posto.',
    detail: 'Prenota.',
  },
  'wish-twice': { title: 'Hai già espresso questo desiderio.', detail: 'Non c’è niente da fare.' },
  'wish-unknown': { title: 'Non hai un desiderio con questo id.', detail: 'Guarda fra i tuoi.' },
  'calendar-unknown': {
    title: 'A questo indirizzo non c’è un calendario.',
    detail: 'Creane uno nuovo sulla tua pagina; quelli vecchi non valgono più.',
  },
};

/** Of uses, materials and books. */
const ofMoney: Readonly<Record<string, Refusal>> = {
  'usage-not-entered': {
    title: 'Per questa sessione nessun uso è stato inserito a mano.',
    detail: 'Si ritira solo un uso così; l’estratto li segna tutti.',
  },
  'material-in-future': {
    title: 'Il materiale sarebbe usato nel futuro.',
    detail: 'Inseriscilo quando è consegnato.',
  },
  'material-too-old': {
    title: 'Il materiale è stato usato più di 92 giorni fa.',
    detail: 'Non si può più inserire; accordati col membro fuori dall’estratto.',
  },
  'material-session-unknown': {
    title: 'Questo membro non ha avuto questa sessione su questa macchina.',
    detail: 'Lascia vuota la sessione, o prendila dall’estratto.',
  },
  'material-not-entered': {
    title: 'Nessun materiale è stato inserito con questo id.',
    detail: 'L’estratto mostra l’id di ognuno.',
  },
  'month-unreadable': { title: 'Questo non è un mese.', detail: 'Scrivilo come 2026-11.' },
  'draft-unknown': {
    title: 'In questo mese chi paga non ha una bozza.',
    detail: 'Scegline una dell’elenco.',
  },
  'invoice-unknown': {
    title: 'Nessuna fattura ha questo id o numero.',
    detail: 'Scegline una dell’elenco.',
  },
  'lines-unknown': {
    title: 'Queste righe non si possono stornare così.',
    detail: 'Indica righe della fattura; si rifattura solo una intera.',
  },
  'credited-already': { title: 'È già stato stornato.', detail: 'L’elenco mostra le note di credito.' },
  'payer-unknown': {
    title: 'Con questa chiave non si fattura a nessuno.',
    detail: 'Usa member:CHIAVE, team:ID o un nome breve.',
  },
  'payers-wrong': {
    title: 'Uno di questi pagatori non è noto, o è nominato due volte.',
    detail: 'Usa member:CHIAVE, team:ID o cost-code:CODICE, ognuno una volta, con parti intere.',
  },
  'day-wrong': { title: 'Questo giorno non esiste.', detail: 'Scrivilo come 2026-11-20.' },
  'buyer-unreadable': {
    title: 'Questo indirizzo non si può stampare.',
    detail: 'Correggi il campo indicato: stampabile, non troppo lungo, il paese come IT.',
  },
  'format-none': {
    title: 'Qui le fatture non si fanno in questo formato.',
    detail: 'Scegline uno dell’elenco.',
  },
  'posting-unreadable': { title: 'Questo non si può registrare.', detail: 'Correggi il suo riferimento.' },
  'posting-unbalanced': { title: 'Le sue righe non danno zero.', detail: 'Correggi gli importi.' },
  'posting-refused': {
    title: 'La contabilità non accetta questo pagamento.',
    detail: 'Guarda l’importo e la data.',
  },
  'account-unknown': { title: 'Nessun conto ha questo nome.', detail: 'Scegline uno dell’elenco.' },
  'unit-unknown': { title: 'Qui questo non si conta.', detail: 'Usa la moneta dello spazio.' },
  'amount-wrong': {
    title: 'Questo importo non si può registrare.',
    detail: 'Indica unità minime intere sopra lo zero, al massimo dieci miliardi.',
  },
  'line-repeated': { title: 'Un conto vi sta due volte.', detail: 'Somma le parti.' },
  'period-runs': { title: 'Questo mese non è finito.', detail: 'Chiudilo quando lo è.' },
  'sale-repeated': {
    title: 'Con questo id è già stato venduto altro.',
    detail: 'Scegli un id nuovo per una nuova vendita; lo stesso vende una volta.',
  },
};

export const refusals: Readonly<Record<string, Refusal>> = {
  ...ofPeople,
  ...ofMachines,
  ...ofMoney,
  ...bankRefusals,
  ...neighbourRefusals,
};
