// What the gateway asks of the post. What was taken is on the disk, and is sent until the server of the space takes it, refuses it for
// good, or its time is over; the same id is taken once.

export type Mail = {
  /** The same id is sent once, whoever asks again; printable, at most 100 characters. */
  readonly id: string;
  readonly to: string;
  /** One line. */
  readonly subject: string;
  readonly text: string;
  readonly attachments?: readonly MailAttachment[];
  /** Whose erasure takes it out of the queue. */
  readonly member?: string;
  /** Wall clock; it is not sent after. Left out: two days after it was taken. */
  readonly expiresAtMs?: number;
};

type MailAttachment = {
  /** Letters, digits, dots and dashes. */
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
};

export type MailRefusal = {
  readonly ok: false;
  /** `mail-none`: no server is described. `mail-full`: too many wait. `mail-unfit`: an address or a size. */
  readonly code: 'mail-none' | 'mail-full' | 'mail-unfit' | 'mail-failed';
  /** Never an address or a secret. */
  readonly about: string | null;
};

export type MailTaken =
  | {
      readonly ok: true;
      /** It was taken before; nothing more is sent. */
      readonly known: boolean;
    }
  | MailRefusal;

export type MailFacts = {
  /** Whether a server is described. */
  readonly isOpen: boolean;
  readonly waiting: number;
  /** Since the start. */
  readonly sent: number;
  /** Refused for good by the server, since the start. */
  readonly refused: number;
  /** Their time was over before a server took them, since the start. */
  readonly expired: number;
  /** What hindered the last attempt, as a code of the server or the network; null after one that went well. */
  readonly fault: { readonly atMs: number; readonly code: string } | null;
};

export type Mailer = {
  /** Resolves once it is on the disk. */
  send(mail: Mail): Promise<MailTaken>;
  /** For what nobody waits for: what is refused is counted and written to the log. */
  notify(mail: Mail): void;
  /** At once and once, past the queue; resolves with what the server said. */
  attempt(mail: Mail): Promise<{ readonly ok: true } | MailRefusal>;
  /** Takes what waits for a member away. */
  forget(member: string): Promise<void>;
  facts(): MailFacts;
};

const none: MailRefusal = { ok: false, code: 'mail-none', about: null };

/** Where no server is described. */
export const noMailer: Mailer = {
  send: async () => none,
  notify: () => undefined,
  attempt: async () => none,
  forget: async () => undefined,
  facts: () => ({ isOpen: false, waiting: 0, sent: 0, refused: 0, expired: 0, fault: null }),
};
