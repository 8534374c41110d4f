// What a long proof is: rounds that each follow from one seed and can be lived again alone.

export type Proof = {
  readonly name: string;
  readonly about: string;
  readonly rounds: number;
  /** Resolves with what there was to see; rejects with the first promise that was broken. */
  readonly round: (seed: number) => Promise<Readonly<Record<string, number>>>;
};
