// In German: the mails that the space writes by itself.

export const mailDe: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Rechnung {number} von {space}.'],
  ['mail-invoice-text', 'Hier ist deine Rechnung {number} von {space}, als PDF und für Programme.'],
  ['mail-credit-note-subject', 'Gutschrift {number} von {space}.'],
  ['mail-credit-note-text', 'Hier ist deine Gutschrift {number} von {space}. Es ist nichts zu zahlen.'],
  ['mail-reminder-subject', 'Erinnerung an die Rechnung {number} von {space}.'],
  ['mail-end', 'Wenn etwas daran nicht stimmt, antworte auf diese Mail.'],
  ['mail-test-subject', 'Eine Probe von {space}.'],
  ['mail-test-text', 'Das Gateway von {space} kann über seinen Server Mails senden.'],
]);
