// Italian for what the gateway refuses of the bank and of the post.

type Refusal = { readonly title: string; readonly detail: string };

export const bankRefusals: Readonly<Record<string, Refusal>> = {
  'statement-unfit': {
    title: 'Questo non è un estratto conto della banca che si possa leggere.',
    detail: 'Chiedi alla banca il formato camt.053, un file di 10 MiB al massimo, e mandalo intero.',
  },
  'address-missing': {
    title: 'Di chi paga non è scritto nessun indirizzo.',
    detail: 'Prima scrivi l’indirizzo: il mandato sta accanto.',
  },
  'mandate-unreadable': {
    title: 'Nessuna banca può usare questo mandato.',
    detail:
      'Correggi il campo indicato: l’id con al massimo 35 lettere e cifre, un giorno passato, un IBAN senza spazi.',
  },
  'mandate-none': { title: 'Chi paga non ha firmato nessun mandato.', detail: 'Prima scrivine uno.' },
  'collection-unfit': {
    title: 'Queste fatture non si possono incassare così; niente è stato scritto.',
    detail: 'Correggi quello che è indicato, poi riprova.',
  },
  'collection-none': {
    title: 'Niente del genere è in corso di incasso.',
    detail: 'L’elenco dice che cosa lo è.',
  },
  'posting-key-used': {
    title: 'Con questa chiave è già stato mosso un altro importo.',
    detail: 'Scegli una chiave nuova per un nuovo pagamento; la stessa vale una volta.',
  },
  'posting-unknown': { title: 'Questa registrazione non esiste.', detail: 'Scegline una dell’elenco.' },
  'mail-none': {
    title: 'Qui non è descritto nessun server di posta.',
    detail: 'Scrivi "mail:" in officina.yaml e riavvia; manual/money.md mostra come.',
  },
  'mail-full': { title: 'Troppi messaggi aspettano il server.', detail: 'Aspetta che ne partano alcuni.' },
  'mail-unfit': {
    title: 'Questo non si può spedire per posta.',
    detail: 'Correggi quello che è indicato: un solo indirizzo, un testo corto, dieci megabyte al massimo.',
  },
  'mail-failed': {
    title: 'Il server di posta non lo ha accettato.',
    detail:
      'Confronta host, port, secure, user e password di "mail:" in officina.yaml con quello che dice il tuo fornitore.',
  },
};
