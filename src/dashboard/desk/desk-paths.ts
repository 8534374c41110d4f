// The addresses of the API that the desk alone asks; all others stand in `paths.ts`, which the board carries.

const id = encodeURIComponent;

export const deskApi = {
  today: '/api/desk/today',
  careList: '/api/care',
  journal: (query: string) => `/api/journal?${query}`,
  journalEntry: (seq: number) => `/api/journal/${seq}`,
  proof: '/api/journal/proof',
  certificates: '/api/certificates',
  certify: '/api/certifications',
  withdrawCertificate: '/api/certifications/withdrawal',
  roles: (member: string) => `/api/members/${id(member)}/roles`,
  tokens: '/api/tokens',
  token: (token: string) => `/api/tokens/${id(token)}`,
  refusals: '/api/refusals',
} as const;
