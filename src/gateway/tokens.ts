// Bearer tokens of members, for scripts and wall screens, as they are kept. A shape only.

/** Bearer tokens, kept as digests; few hundred at most. */
export type Tokens = {
  all(): Promise<readonly Token[]>;
  put(token: Token): Promise<void>;
  drop(id: string): Promise<void>;
};

export type Token = {
  readonly id: string;
  /** SHA-256 of the secret, hex. */
  readonly digest: string;
  readonly member: string;
  readonly label: string;
  readonly scopes: readonly string[];
  readonly createdAtMs: number;
  readonly expiresAtMs: number | null;
};
