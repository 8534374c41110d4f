// In Spanish: the mails that the space writes by itself.

export const mailEs: ReadonlyMap<string, string> = new Map([
  ['mail-invoice-subject', 'Factura {number} de {space}.'],
  ['mail-invoice-text', 'Aquí tienes tu factura {number} de {space}, en PDF y para programas.'],
  ['mail-credit-note-subject', 'Factura rectificativa {number} de {space}.'],
  [
    'mail-credit-note-text',
    'Aquí tienes tu factura rectificativa {number} de {space}. No hay nada que pagar.',
  ],
  ['mail-reminder-subject', 'Recordatorio de la factura {number} de {space}.'],
  ['mail-end', 'Si algo no está bien, responde a este correo.'],
  ['mail-test-subject', 'Una prueba de {space}.'],
  ['mail-test-text', 'La pasarela de {space} puede enviar correo por su servidor.'],
]);
