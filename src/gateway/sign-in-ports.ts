// What the gateway asks of those who know how people sign in beside a password. Shapes only.

export type * from './passkey-ceremonies.ts';
export type { Passkey } from './passkey-rows.ts';
export type * from './sign-in-provider.ts';
