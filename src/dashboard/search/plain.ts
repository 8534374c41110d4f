// Text as it is searched: `Weiß` is found by `weiss`, `Nicolò` by `nicolo`.

export const plain = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss').trim();
