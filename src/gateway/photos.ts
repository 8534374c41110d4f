// What the gateway asks of the place where pictures of machines are kept.

/** Pictures by their SHA-256, hex; few: one for each machine. */
export type Photos = {
  /** Resolves with the digest once it is on the disk. */
  keep(bytes: Uint8Array): Promise<string>;
  /** Null where there is none, or its bytes are others. */
  read(digest: string): Promise<Uint8Array | null>;
  /** Takes all others away, but none that was kept a moment ago. */
  keepOnly(digests: readonly string[]): Promise<void>;
};
