// In Italian: the mails that the space writes by itself.

export const mailIt: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Fattura {number} di {space}.'],
  ['mail-invoice-text', 'Ecco la fattura {number} di {space}, in PDF e per i programmi.'],
  ['mail-credit-note-subject', 'Nota di credito {number} di {space}.'],
  ['mail-credit-note-text', 'Ecco la nota di credito {number} di {space}. Non c’è nulla da pagare.'],
  ['mail-reminder-subject', 'Sollecito della fattura {number} di {space}.'],
  ['mail-end', 'Se qualcosa non va, rispondete a questo messaggio.'],
  ['mail-test-subject', 'Una prova di {space}.'],
  ['mail-test-text', 'Il gateway di {space} riesce a spedire posta con il suo server.'],
]);
