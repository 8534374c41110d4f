// Whether what came over HTTP is the policy. A file of its own, because checking costs an import that only the command
// needs.

import { Check } from 'typebox/value';
import { PolicyView } from './policy-view.ts';

export const isPolicyView = (said: unknown): said is PolicyView => Check(PolicyView, said);
