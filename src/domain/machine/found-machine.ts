// What was found of a machine that nobody has described yet: a serial port, or a server that answered. Everything in it
// came from outside, was cut to length and holds no control characters.

export type FoundPort = {
  /** The stable path by its id where there is one. */
  readonly path: string;
  /** The path that the system gave it this time. */
  readonly now: string;
  /** Vendor and product as `1a86:7523`; null where it is no USB port. */
  readonly usb: string | null;
  readonly maker: string | null;
};

/** Kinds of links to machines that a server can be recognised as. */
type ServerKind = 'moonraker' | 'octoprint' | 'prusalink' | 'duet' | 'bambu' | 'mtconnect' | 'opcua';

export type FoundServer = {
  readonly kind: ServerKind;
  /** For people, as `Moonraker`. */
  readonly title: string;
  readonly version: string | null;
  /** The fields of its link, without a secret. */
  readonly link: Readonly<Record<string, string>>;
  /** The secret that its link must have; `maybe-` where it may do without. */
  readonly needs: 'key' | 'password' | 'maybe-key' | 'maybe-password' | null;
  /** What it answered, and to what, one line each. */
  readonly evidence: readonly string[];
  /** What somebody has to know before it is attached. */
  readonly notes: readonly string[];
};

/** Somebody who announces a service in this network. */
export type Announced = { readonly name: string; readonly address: string };
