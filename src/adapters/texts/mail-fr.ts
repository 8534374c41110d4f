// In French: the mails that the space writes by itself.

export const mailFr: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Facture {number} de {space}.'],
  ['mail-invoice-text', 'Voici votre facture {number} de {space}, en PDF et lisible par les logiciels.'],
  ['mail-credit-note-subject', 'Avoir {number} de {space}.'],
  ['mail-credit-note-text', 'Voici votre avoir {number} de {space}. Il n’y a rien à payer.'],
  ['mail-reminder-subject', 'Rappel de la facture {number} de {space}.'],
  ['mail-end', 'Si quelque chose est inexact, répondez à ce message.'],
  ['mail-test-subject', 'Un essai de {space}.'],
  ['mail-test-text', 'La passerelle de {space} peut envoyer des messages par son serveur.'],
]);
