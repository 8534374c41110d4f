// How a value is said in a language where it is no plain text: a quantity such as `60 minute`, and a list of weekdays such
// as `mo tu`. Whatever else it is, it is said as it stands.

const units = ['minute', 'hour', 'day', 'percent'] as const;
const quantity = new RegExp(`^(\\d{1,9}(?:\\.\\d{1,2})?) (${units.join('|')})$`);

/** 2024-01-01 was a Monday. */
const mondayMs = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;
const weekdays = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];

/** Of all seven, and how a day is put before it. */
const everyDay: Readonly<Record<string, string>> = {
  en: 'every day',
  it: 'tutti i giorni',
  es: 'todos los días',
  ro: 'în fiecare zi',
  de: 'jeden Tag',
  fr: 'tous les jours',
};

/** @param name of the placeholder: `days` names weekdays */
export function sayValue(
  value: string | number,
  { name, language }: { name: string; language: string },
): string {
  if (typeof value === 'number') return String(value);
  if (name === 'days') return sayDays(value, language);
  const [, count, unit] = quantity.exec(value) ?? [];
  if (count === undefined || unit === undefined) return value;
  const unitDisplay = unit === 'percent' ? 'short' : 'long';
  return new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay }).format(Number(count));
}

function sayDays(text: string, language: string): string {
  const days = text.split(' ');
  if (days.length === weekdays.length) return everyDay[language] ?? text;
  const names = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const name = (day: string): string => {
    const index = weekdays.indexOf(day);
    return index < 0 ? day : names.format(mondayMs + index * dayMs);
  };
  const said = runsOf(days).flatMap((run) =>
    run.length < 3 ? run.map(name) : [(span[language] ?? fromTo)(name(run[0] ?? ''), name(run.at(-1) ?? ''))],
  );
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(said);
}

const fromTo = (first: string, last: string): string => `${first} to ${last}`;
const span: Readonly<Record<string, typeof fromTo>> = {
  it: (first, last) => `da ${first} a ${last}`,
  es: (first, last) => `de ${first} a ${last}`,
  ro: (first, last) => `de ${first} până ${last}`,
  de: (first, last) => `${first} bis ${last}`,
  fr: (first, last) => `du ${first} au ${last}`,
};

/** Days that follow each other in the week. */
function runsOf(days: readonly string[]): readonly (readonly string[])[] {
  const runs: string[][] = [];
  for (const day of days) {
    const run = runs.at(-1);
    const before = run?.at(-1);
    if (run && before !== undefined && weekdays.indexOf(day) === weekdays.indexOf(before) + 1) run.push(day);
    else runs.push([day]);
  }
  return runs;
}
