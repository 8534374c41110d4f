// Whether what came over HTTP is a list of packs or what a member has left. A file of its own, because checking costs an import
// that only the commands need.

import { Check } from 'typebox/value';
import { AllowancesView, PackList } from './allowances.ts';

export const isAllowancesView = (said: unknown): said is AllowancesView => Check(AllowancesView, said);
export const isPackList = (said: unknown): said is PackList => Check(PackList, said);
