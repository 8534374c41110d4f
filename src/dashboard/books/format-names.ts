// What the formats of an invoice are called, the same in every language.

export const formatNames: ReadonlyMap<string, string> = new Map([
  ['pdf', 'PDF'],
  ['ubl', 'UBL'],
  ['factur-x', 'Factur-X'],
  ['fatturapa', 'FatturaPA'],
  ['json', 'JSON'],
]);
