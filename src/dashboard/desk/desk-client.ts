// What the desk alone asks of the gateway's API, by name; the board does not carry it.

import type {
  CertificateList,
  CertificateWithdrawal,
  CertifyReport,
  CertifyRequest,
  RolesReport,
  RolesRequest,
} from '../../contract/certifications.ts';
import type { JournalEntry, JournalPage, ProofView } from '../../contract/journal.ts';
import type { RefusalList } from '../../contract/refusals.ts';
import type { TokenMade, TokenRequest } from '../../contract/requests.ts';
import type { CareListRow, TodayView } from '../../contract/today.ts';
import type { TokenView } from '../../contract/token-view.ts';
import { ask } from '../ask.ts';
import { deskApi as api } from './desk-paths.ts';

export const deskClient = {
  today: () => ask<TodayView>('GET', api.today),
  careList: () => ask<readonly CareListRow[]>('GET', api.careList),
  journal: (query: string) => ask<JournalPage>('GET', api.journal(query)),
  journalEntry: (seq: number) => ask<JournalEntry>('GET', api.journalEntry(seq)),
  proof: () => ask<ProofView>('GET', api.proof),
  prove: () => ask<ProofView>('POST', api.proof),
  certificates: () => ask<CertificateList>('GET', api.certificates),
  certify: (body: CertifyRequest) => ask<CertifyReport>('POST', api.certify, { body }),
  withdrawCertificate: (body: CertificateWithdrawal) =>
    ask<CertifyReport>('POST', api.withdrawCertificate, { body }),
  setRoles: (member: string, body: RolesRequest) => ask<RolesReport>('PUT', api.roles(member), { body }),
  tokens: () => ask<readonly TokenView[]>('GET', api.tokens),
  makeToken: (body: TokenRequest) => ask<TokenMade>('POST', api.tokens, { body }),
  dropToken: (token: string) => ask<null>('DELETE', api.token(token)),
  refusals: () => ask<RefusalList>('GET', api.refusals),
};
