// The five entities of XML, and characters by number; what is none of these stays as it is written. Declared entities are
// never expanded: a document of a few lines could fill the memory by them.

const entities: ReadonlyMap<string, string> = new Map([
  ...([['amp', '&'] as const, ['lt', '<'] as const, ['gt', '>'] as const] as const),
  ...([['quot', '"'] as const, ['apos', "'"] as const] as const),
]);

/** @param characterOf the character of a number; null: it stays as it is written */
export function decodeXml(text: string, characterOf: (code: number) => string | null): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:([a-z]{2,4})|#([0-9]{1,7})|#x([0-9a-fA-F]{1,6}));/g,
    (whole, name, decimal, hex) => {
      if (name !== undefined) return entities.get(name) ?? whole;
      return characterOf(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal)) ?? whole;
    },
  );
}
