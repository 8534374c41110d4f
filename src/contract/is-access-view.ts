// Whether what came over HTTP says who may use a machine. A file of its own, because checking costs an import that only the
// command needs.

import { Check } from 'typebox/value';
import { AccessView } from './access.ts';

export const isAccessView = (said: unknown): said is AccessView => Check(AccessView, said);
