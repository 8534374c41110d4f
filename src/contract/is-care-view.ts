// Whether what came over HTTP is the care of a machine. A file of its own, because checking costs an import that only the
// command needs.

import { Check } from 'typebox/value';
import { CareView } from './care.ts';

export const isCareView = (said: unknown): said is CareView => Check(CareView, said);
