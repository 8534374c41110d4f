// Reads the fields of a packet body in order; every read tells `undefined` when the bytes do not suffice or the text
// is not one that MQTT allows. Nothing is thrown for what a stranger may send.

export type PacketReader = {
  byte(): number | undefined;
  /** Two bytes, most significant first. */
  number(): number | undefined;
  /** Two bytes of length and so many bytes. */
  bytes(): Buffer | undefined;
  /** UTF-8 without control characters, surrogates and non-characters (1.5.3). */
  text(): string | undefined;
  left(): number;
};

export function readPacket(body: Buffer): PacketReader {
  let at = 0;
  const reader: PacketReader = {
    byte: () => body[at++],
    number: () => {
      if (body.length - at < 2) return undefined;
      at += 2;
      return body.readUInt16BE(at - 2);
    },
    bytes: () => {
      const length = reader.number();
      if (length === undefined || body.length - at < length) return undefined;
      at += length;
      return body.subarray(at - length, at);
    },
    text: () => {
      const bytes = reader.bytes();
      return bytes && decodeText(bytes);
    },
    left: () => Math.max(0, body.length - at),
  };
  return reader;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
// MQTT 3.1.1, 1.5.3: control characters and non-characters should not be sent; here they are refused.
const unsafe = /[\p{Cc}\p{Noncharacter_Code_Point}]/u;

/** The text, or undefined when it is no UTF-8 or holds characters that must not be in a name. */
export function decodeText(bytes: Uint8Array): string | undefined {
  try {
    const text = utf8.decode(bytes);
    return unsafe.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
