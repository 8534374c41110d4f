// Whether what came over HTTP is the report of a correction. A file of its own, because checking costs an import that
// only the command needs.

import { Check } from 'typebox/value';
import { CorrectionReport } from './desk.ts';

export const isCorrectionReport = (said: unknown): said is CorrectionReport => Check(CorrectionReport, said);
