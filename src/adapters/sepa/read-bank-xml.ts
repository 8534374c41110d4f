// XML from a bank as a tree of names and texts. Bounded in size and depth; no document type, no entity but the five of XML itself,
// nothing fetched, and no object that is keyed by a word from outside.

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXml } from '../../edge/decode-xml.ts';

export type BankXml = {
  /** Without its prefix: banks choose their own. */
  readonly name: string;
  readonly currency: string;
  readonly text: string;
  readonly children: readonly BankXml[];
};

export const mostBytes = 10 * 1024 * 1024;
const mostDepth = 32;

/** Null for what is no well-formed document within the bounds. */
export function readBankXml(text: string): BankXml | null {
  if (text.length > mostBytes || /<!(DOCTYPE|ENTITY)/i.test(text)) return null;
  try {
    if (XMLValidator.validate(text) !== true) return null;
    const roots = (parser.parse(text) as readonly Parsed[]).flatMap((node) => elementOf(node) ?? []);
    return roots.length === 1 ? (roots[0] ?? null) : null;
  } catch {
    // The library throws where a document nests too deeply or names what no object may have.
    return null;
  }
}

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', maxNestedTags: mostDepth },
  ...{ parseTagValue: false, parseAttributeValue: false, processEntities: false },
  ...{ ignoreDeclaration: true, ignorePiTags: true },
});

/** As the library gives it: one key is the name, `:@` holds the attributes, `#text` is a text. */
type Parsed = Readonly<Record<string, unknown>>;

function elementOf(node: Parsed): BankXml | null {
  const tag = Object.keys(node).find((key) => key !== ':@');
  if (tag === undefined || tag.startsWith('#') || tag.startsWith('?')) return null;
  const inside = (node[tag] ?? []) as readonly Parsed[];
  const texts = inside.flatMap((child) => (typeof child['#text'] === 'string' ? [child['#text']] : []));
  const attributes = (node[':@'] ?? {}) as Readonly<Record<string, unknown>>;
  return {
    name: tag.slice(tag.indexOf(':') + 1),
    currency: typeof attributes.Ccy === 'string' ? attributes.Ccy : '',
    text: decode(texts.join('')).trim(),
    children: inside.flatMap((child) => elementOf(child) ?? []),
  };
}

/** What cannot be printed becomes a space. */
const decode = (text: string): string =>
  decodeXml(text, (code) =>
    code > 31 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : ' ',
  );
