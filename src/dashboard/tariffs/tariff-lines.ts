// A tariff as text, one key a line: the form reads and writes single lines of it, and whatever else stands there stays.

const fieldOf = (key: string): RegExp => new RegExp(`^${key}:[ \\t]*(.*?)[ \\t]*$`, 'm');

/** What stands behind a key, without its quotes; empty where the key is not there. */
export function readLine(text: string, key: string): string {
  const found = fieldOf(key).exec(text)?.[1] ?? '';
  return found.replace(/^(["'])(.*)\1$/, '$2');
}

/** An empty value takes the line away. */
export function writeLine(text: string, [key, value]: readonly [string, string]): string {
  const plain = /^([a-z][a-zA-Z0-9-]*|\d{4}-\d{2}-\d{2}|\d+)$/.test(value);
  const line = `${key}: ${plain ? value : JSON.stringify(value)}`;
  if (!fieldOf(key).test(text)) return value === '' ? text : `${text.replace(/\n*$/, '')}\n${line}`;
  if (value !== '') return text.replace(fieldOf(key), () => line);
  return text.replace(new RegExp(`^${key}:.*\\n?`, 'm'), '').replace(/\n$/, '');
}

/** One of the keys within `caps`, which stand on one line. */
export function readCap(text: string, key: string): string {
  return capsOf(text)[key] ?? '';
}

export function writeCap(text: string, [key, value]: readonly [string, string]): string {
  const { [key]: _, ...others } = capsOf(text);
  const caps = value === '' ? others : { ...others, [key]: value };
  const bare = writeLine(text, ['caps', '']);
  return Object.keys(caps).length === 0 ? bare : `${bare}\ncaps: ${JSON.stringify(caps)}`;
}

function capsOf(text: string): Record<string, string> {
  const pairs = (fieldOf('caps').exec(text)?.[1] ?? '').matchAll(/(session|day|month)"?\s*:\s*"?([\d.]+)/g);
  return Object.fromEntries([...pairs].map(([, key = '', price = '']) => [key, price]));
}
