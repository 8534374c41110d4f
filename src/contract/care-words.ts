// The words of care: kinds, severities, limits, and the sentences of every refusal; one table for the API, the command and
// its help.

export const problemSeverities = ['note', 'flag', 'lock'] as const;
export const problemClosings = ['mended', 'no-fault', 'duplicate'] as const;

/** What can be written down; `replaced` begins a part's meter anew. */
export const careDeeds = ['cleaned', 'checked', 'repaired', 'serviced', 'replaced'] as const;

/** What any member may write down; the others need `care:write`. */
export const memberDeeds: readonly (typeof careDeeds)[number][] = ['cleaned', 'checked'];

/** Characters of what a person writes. */
export const careTextLimit = 500;

/** A day. */
export const mostMinutes = 1_440;

/** Code → what is so, what to do. */
export const careRefusals = {
  'problem-unknown': [
    'No open problem of this machine has this id.',
    'Somebody may have closed it: GET /api/machines/{machine}/care lists the open ones.',
  ],
  'problems-full': [
    'This machine has 64 open problems already.',
    'Tell a steward in person; some of them have to be closed first.',
  ],
  'text-unreadable': [
    'The text is missing, too long, or holds characters that cannot be printed.',
    `Write at most ${careTextLimit} characters.`,
  ],
  'part-unknown': [
    'This machine has no part of this name.',
    'Use the id of a part under `parts` of the machine in officina.yaml.',
  ],
  'part-missing': ['It does not say which part was replaced.', 'Name the part.'],
} as const satisfies Readonly<Record<string, readonly [title: string, detail: string]>>;
