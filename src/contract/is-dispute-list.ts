// Whether what came over HTTP is a list of disputes, or what came of deciding one. A file of its own, because checking costs an
// import that only the command needs.

import { Check } from 'typebox/value';
import { DisputeList, SettlementDone } from './disputes.ts';

export const isDisputeList = (said: unknown): said is DisputeList => Check(DisputeList, said);
export const isSettlementDone = (said: unknown): said is SettlementDone => Check(SettlementDone, said);
