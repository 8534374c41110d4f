// In Romanian: the mails that the space writes by itself.

export const mailRo: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Factura {number} de la {space}.'],
  ['mail-invoice-text', 'Iată factura ta {number} de la {space}, ca PDF și pentru programe.'],
  ['mail-credit-note-subject', 'Nota de credit {number} de la {space}.'],
  ['mail-credit-note-text', 'Iată nota ta de credit {number} de la {space}. Nu este nimic de plătit.'],
  ['mail-reminder-subject', 'Reamintire pentru factura {number} de la {space}.'],
  ['mail-end', 'Dacă ceva nu este în regulă, răspunde la acest e-mail.'],
  ['mail-test-subject', 'O probă de la {space}.'],
  ['mail-test-text', 'Gateway-ul din {space} poate trimite e-mailuri prin serverul lui.'],
]);
