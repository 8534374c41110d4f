// Reads the text format 0.0.4 as strictly as it is written down in
// https://prometheus.io/docs/instrumenting/exposition_formats/, and by the conventions for names. Throws at the first line
// that Prometheus would not take, or that is named against them.

type Sample = {
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
};
export type Family = { readonly kind: string; readonly help: string; readonly samples: Sample[] };

export function readExposition(text: string): ReadonlyMap<string, Family> {
  if (!text.endsWith('\n')) throw new Error('the last line must end with a line feed');
  const families = new Map<string, Family>();
  let open: { name: string; family: Family } | null = null;
  let help: { name: string; text: string } | null = null;
  for (const line of text.slice(0, -1).split('\n')) {
    const told = /^# HELP (\S+) (.+)$/.exec(line);
    const typed = /^# TYPE (\S+) (counter|gauge|histogram)$/.exec(line);
    if (told) {
      help = { name: told[1] ?? '', text: told[2] ?? '' };
      if (/\\(?![\\n])/.test(help.text)) throw new Error(`${line}: a backslash that is not escaped`);
    } else if (typed) {
      const [, name = '', kind = ''] = typed;
      if (families.has(name)) throw new Error(`${name} stands twice`);
      if (help?.name !== name) throw new Error(`${name} has no HELP before its TYPE`);
      checkName(name, kind);
      open = { name, family: { kind, help: help.text, samples: [] } };
      families.set(name, open.family);
    } else {
      if (!open) throw new Error(`${line}: no TYPE before it`);
      const sample = readSample(line);
      if (!belongs(sample.name, open)) throw new Error(`${line}: stands among ${open.name}`);
      open.family.samples.push(sample);
    }
  }
  for (const [name, family] of families) checkFamily(name, family);
  return families;
}

function checkName(name: string, kind: string): void {
  if (!/^(officina|process)_[a-z][a-z0-9_]*$/.test(name)) throw new Error(`${name} is no name of ours`);
  if (name.endsWith('_total') !== (kind === 'counter')) throw new Error(`${name} is a ${kind}`);
  if (/_(ms|millis|minutes|kilobytes|mb|percent)(_total)?$/.test(name))
    throw new Error(`${name} has no base unit`);
  if (kind === 'histogram' && !name.endsWith('_seconds')) throw new Error(`${name} is told in no base unit`);
}

const belongs = (
  name: string,
  { name: family, family: { kind } }: { name: string; family: Family },
): boolean =>
  kind === 'histogram'
    ? [`${family}_bucket`, `${family}_sum`, `${family}_count`].includes(name)
    : name === family;

function readSample(line: string): Sample {
  const found = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\{(.*)\})? (\S+)$/s.exec(line);
  if (!found) throw new Error(`${line}: no sample`);
  const [, name = '', inner, number = ''] = found;
  const value = number === '+Inf' ? Number.POSITIVE_INFINITY : Number(number);
  if (Number.isNaN(value)) throw new Error(`${line}: no number`);
  return { name, labels: readLabels(inner ?? '', line), value };
}

function readLabels(text: string, line: string): ReadonlyMap<string, string> {
  const labels = new Map<string, string>();
  let rest = text;
  while (rest !== '') {
    const found = /^([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\\n]|\\["\\n])*)"(?:,|$)/.exec(rest);
    if (!found) throw new Error(`${line}: labels that cannot be read`);
    const [whole, name = '', escaped = ''] = found;
    if (labels.has(name)) throw new Error(`${line}: ${name} stands twice`);
    labels.set(
      name,
      escaped.replace(/\\(.)/g, (_, one: string) => (one === 'n' ? '\n' : one)),
    );
    rest = rest.slice(whole.length);
  }
  return labels;
}

function checkFamily(name: string, { kind, samples }: Family): void {
  const keys = samples.map((one) => JSON.stringify([one.name, [...one.labels].sort()]));
  if (new Set(keys).size !== keys.length) throw new Error(`${name} has a series twice`);
  if (kind !== 'histogram') return;
  const buckets = samples.filter((one) => one.name === `${name}_bucket`);
  const count = samples.find((one) => one.name === `${name}_count`)?.value;
  let before = 0;
  for (const { value } of buckets) {
    if (value < before) throw new Error(`${name} has a bucket that holds less than the one before it`);
    before = value;
  }
  const last = buckets.at(-1);
  if (last?.labels.get('le') !== '+Inf' || last.value !== count)
    throw new Error(`${name} does not end with a bucket that holds all`);
}
