// Why the desk refuses about people and the journal, in words: code → what happened, what to do.

export const peopleRefusals = {
  'certificate-unknown': [
    'The workshop knows no such certificate.',
    'GET /api/certificates lists them; officina.yaml describes them.',
  ],
  'certificate-day': ['This is not a day.', 'Write the last day as yyyy-mm-dd.'],
  'certificate-own': ['Nobody certifies themselves.', 'Ask another trainer.'],
  'entry-unknown': ['The journal has no entry at this position.', 'GET /api/journal lists the newest.'],
  'journal-away': ['The journal cannot be leafed through here.', 'Ask the gateway that writes it.'],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
