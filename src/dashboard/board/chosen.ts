// Which machine is marked on the plan and in the list beside it: choosing it in one marks it in the other.

import { signal } from '@preact/signals';

export const chosen = signal<string | null>(null);
