// XML out of a tree of names, attributes and texts: every text and attribute is escaped here and nowhere else, elements stand in
// the order in which they are given.

/** Content of null leaves the element out. */
export type XmlNode = readonly [name: string, content: XmlContent, attributes?: XmlAttributes];
type XmlContent = string | readonly (XmlNode | null)[] | null;
type XmlAttributes = Readonly<Record<string, string>>;

/** With its declaration, UTF-8. */
export const writeXml = (root: XmlNode): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${nodeText(root, '')}`;

function nodeText([name, content, attributes = {}]: XmlNode, indent: string): string {
  if (content === null) return '';
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`);
  const open = `${indent}<${name}${written.join('')}>`;
  if (typeof content === 'string') return `${open}${escaped(content)}</${name}>\n`;
  const inside = content.map((child) => (child ? nodeText(child, `${indent} `) : '')).join('');
  return `${open}\n${inside}${indent}</${name}>\n`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
