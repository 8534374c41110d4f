// Labels as the text format has them: backslash, quote and line feed are escaped, and a value is cut to 64 characters.

export type Labels = Readonly<Record<string, string>>;

export function labelText(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

const escaped = (value: string): string =>
  value.slice(0, 64).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
