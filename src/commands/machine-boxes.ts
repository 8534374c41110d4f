// What `attach machine` and `check` need of the rest of the program: ears for ports and servers, and a hand for the file.

import type { Config } from '../config/config.ts';
import type { Announced, FoundPort, FoundServer } from '../domain/machine/found-machine.ts';
import type { ProfileScore } from '../domain/profile/score-profiles.ts';

export type MachineBoxes = {
  /** Opens nothing. */
  ports(): Promise<readonly FoundPort[]>;
  /** Opens a port, which may reset the board behind it; asks only what is harmless. */
  hear(wish: HearWish): Promise<Heard>;
  /** Who answers at an address as people type it. Signs in nowhere. */
  who(address: string): Promise<WhoAnswers>;
  /** Who announces itself in this network, as far as it is heard within that time. */
  search(forMs: number): Promise<readonly Announced[]>;
  /** An application key of OctoPrint: `onAsked` is told once a person there can allow it. */
  octoprintKey(url: string, onAsked: () => void): Promise<KeyAnswer>;
  /** The new text of officina.yaml and a secret beside it: both or neither. */
  write(change: FileChange): Promise<{ readonly ok: true } | { readonly ok: false; readonly reason: string }>;
  /** What the links of these machines say within that time; nothing is ordered, and nothing is kept. */
  look(config: Config, wish: LookWish): Promise<ReadonlyMap<string, Look>>;
};

export type HearWish = {
  readonly place:
    | { readonly kind: 'serial'; readonly path: string; readonly baud: number | null }
    | { readonly kind: 'tcp'; readonly host: string; readonly port: number };
  /** The only profile that comes into question; null for all. */
  readonly profile: string | null;
  /** False: nothing is sent. */
  readonly asks: boolean;
};

export type Heard =
  | {
      readonly ok: true;
      readonly baud: number | null;
      readonly lines: readonly string[];
      readonly noise: number;
      readonly asked: readonly string[];
      readonly scores: readonly ProfileScore[];
    }
  /** `code` as in `LinkFault` of the serial adapter. */
  | { readonly ok: false; readonly code: string };

export type WhoAnswers =
  | { readonly ok: true; readonly servers: readonly FoundServer[] }
  /** `reason` completes "the address …". */
  | { readonly ok: false; readonly reason: string };

type KeyAnswer =
  | { readonly ok: true; readonly key: string }
  | { readonly ok: false; readonly why: 'not-offered' | 'refused' | 'late' };

export type FileChange = {
  readonly file: string;
  readonly text: string;
  /** What must still stand there. */
  readonly before: string;
  /** Beside the file, by its path as the text names it. */
  readonly secret: { readonly path: string; readonly text: string } | null;
};

export type LookWish = { readonly machines: readonly string[]; readonly withinMs: number };

export type Look = {
  readonly link: 'up' | 'lost' | 'never';
  readonly activity: string;
  readonly substate: string | null;
  /** What the log would say of it, the last sentence first heard. */
  readonly said: string | null;
  /** What answers there, with its version; null where that is not asked. */
  readonly found: string | null;
};
