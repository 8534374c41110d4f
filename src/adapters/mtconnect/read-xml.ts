// XML from an agent as a tree of names, attributes and texts. Bounded in size and depth; no document type, no entity but
// the five of XML itself, nothing fetched, and no object that is keyed by a word from outside.

import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { decodeXml } from '../../edge/decode-xml.ts';
import { LinkFault } from '../../edge/link-fault.ts';

export type XmlElement = {
  /** Without its prefix. */
  readonly name: string;
  /** Its namespace; empty without one. */
  readonly space: string;
  /** By name as written, namespace declarations left out. */
  readonly attributes: ReadonlyMap<string, string>;
  /** Its own text, without the spaces around it. */
  readonly text: string;
  readonly children: readonly XmlElement[];
};

/** A probe of a large machine has some hundred KiB; two MiB keep everybody else waiting for half a second at most. */
export const mostXmlBytes = 2 * 1024 * 1024;
/** Devices > Device > Components nest by two for each level of the machine. */
const mostDepth = 48;

/** Rejects with `answer-unfit` what is no well-formed document within the bounds. */
export function readXml(text: string): XmlElement {
  if (text.length > mostXmlBytes) throw unfit('the document is too long');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw unfit('the document has a document type');
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw unfit(verdict.err.msg);
  const roots = parsed(text).flatMap((node) => elementOf(node, noSpaces) ?? []);
  const [root, another] = roots;
  if (!root || another) throw unfit('the document has not one root');
  return root;
}

export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.children.filter((child) => child.name === name && child.space === element.space);

const unfit = (why: string): LinkFault =>
  new LinkFault('answer-unfit', {}, { cause: new Error(`XML: ${why.slice(0, 200)}`) });

const parser = new XMLParser({
  ...{ preserveOrder: true, ignoreAttributes: false, attributeNamePrefix: '', maxNestedTags: mostDepth },
  ...{ parseTagValue: false, parseAttributeValue: false, processEntities: false },
  ...{ ignoreDeclaration: true, ignorePiTags: true },
});

/** As the library gives it: one key is the name, `:@` holds the attributes, `#text` is a text. */
type Parsed = Readonly<Record<string, unknown>>;

function parsed(text: string): readonly Parsed[] {
  try {
    return parser.parse(text) as readonly Parsed[];
  } catch (cause) {
    throw new LinkFault('answer-unfit', {}, { cause });
  }
}

type Spaces = ReadonlyMap<string, string>;
const noSpaces: Spaces = new Map();

/** Null for what is no element. */
function elementOf(node: Parsed, around: Spaces): XmlElement | null {
  const tag = Object.keys(node).find((key) => key !== ':@');
  if (tag === undefined || tag.startsWith('#') || tag.startsWith('?')) return null;
  const written = Object.entries(node[':@'] ?? {}).map(
    ([key, value]) => [key, decode(String(value))] as const,
  );
  const spaces = spacesOf(written, around);
  const [name = '', prefix = ''] = tag.split(':').reverse();
  const inside = (node[tag] ?? []) as readonly Parsed[];
  const texts = inside.flatMap((child) => (typeof child['#text'] === 'string' ? [child['#text']] : []));
  return {
    name,
    space: spaces.get(prefix) ?? '',
    attributes: new Map(written.filter(([key]) => !isDeclaration(key))),
    text: decode(texts.join('')).trim(),
    children: inside.flatMap((child) => elementOf(child, spaces) ?? []),
  };
}

const isDeclaration = (key: string): boolean => key === 'xmlns' || key.startsWith('xmlns:');

/** The namespaces that hold inside of an element, by prefix; the empty one is the default. */
function spacesOf(written: readonly (readonly [string, string])[], around: Spaces): Spaces {
  const declared = written.filter(([key]) => isDeclaration(key));
  if (declared.length === 0) return around;
  return new Map([...around, ...declared.map(([key, uri]) => [key.slice('xmlns:'.length), uri] as const)]);
}

const decode = (text: string): string =>
  decodeXml(text, (code) => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null));
