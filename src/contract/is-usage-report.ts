// Whether what came over HTTP is the report of an entered use. A file of its own, because checking costs an import that
// only the command needs.

import { Check } from 'typebox/value';
import { UsageReport } from './usage.ts';

export const isUsageReport = (said: unknown): said is UsageReport => Check(UsageReport, said);
