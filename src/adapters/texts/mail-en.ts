// In English: the mails that the space writes by itself.

export const mailEn: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Invoice {number} of {space}.'],
  ['mail-invoice-text', 'Here is your invoice {number} of {space}, as a PDF and for programs.'],
  ['mail-credit-note-subject', 'Credit note {number} of {space}.'],
  ['mail-credit-note-text', 'Here is your credit note {number} of {space}. There is nothing to pay.'],
  ['mail-reminder-subject', 'Reminder of invoice {number} of {space}.'],
  ['mail-end', 'If something is wrong with it, answer to this mail.'],
  ['mail-test-subject', 'A test of {space}.'],
  ['mail-test-text', 'The gateway of {space} can send mail through its server.'],
]);
