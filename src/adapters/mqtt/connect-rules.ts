// What a CONNECT must look like before the broker library sees it (MQTT 3.1.1, 3.1): whole, nothing after it, a safe
// client id, a plain will. Whether the password is right is decided later, by `credentials.ts`.

import { decodeText, type PacketReader, readPacket } from './packet-reader.ts';
import type { RefusalReason } from './refusals.ts';
import { isTopic } from './topic-rules.ts';

/** `reply` is a CONNACK to send before closing; null closes without a word. */
export type ConnectFault = { readonly reason: RefusalReason; readonly reply: Buffer | null };

/** CONNACK return codes, table 3.1. */
const refuseVersion = Buffer.from([0x20, 2, 0, 1]);
const refuseClientId = Buffer.from([0x20, 2, 0, 2]);
const refuseAuthority = Buffer.from([0x20, 2, 0, 5]);
/** A client of MQTT 5 reads a CONNACK with a property length; 0x84 is its "unsupported protocol version". */
const refuseVersion5 = Buffer.from([0x20, 3, 0, 0x84, 0]);

const malformed: ConnectFault = { reason: 'packet-malformed', reply: null };

/** Our own ids have at most 8 + 64 characters; stock firmware uses letters, digits and these marks. */
const clientIdPattern = /^[A-Za-z0-9_.:-]{1,72}$/;

/** Null when the CONNECT may go on. */
export function checkConnect(flags: number, body: Buffer): ConnectFault | null {
  if (flags !== 0) return malformed;
  const fields = readPacket(body);
  const protocol = fields.text();
  const version = fields.byte();
  if (protocol !== 'MQTT' && protocol !== 'MQIsdp') return malformed;
  if (version === 5) return { reason: 'protocol-version', reply: refuseVersion5 };
  if (protocol !== 'MQTT' || version !== 4) return { reason: 'protocol-version', reply: refuseVersion };

  const bits = fields.byte();
  const keepalive = fields.number();
  if (bits === undefined || keepalive === undefined || !flagsAgree(bits)) return malformed;
  return checkPayload(bits, fields);
}

const willBit = 0x04;
const willQosBits = 0x18;
const willRetainBit = 0x20;
const passwordBit = 0x40;
const userNameBit = 0x80;

function flagsAgree(bits: number): boolean {
  if (bits & 1) return false;
  if (!(bits & willBit) && bits & (willQosBits | willRetainBit)) return false;
  return Boolean(bits & userNameBit) || !(bits & passwordBit);
}

/** Fields stand in the order of 3.1.3. */
function checkPayload(bits: number, fields: PacketReader): ConnectFault | null {
  const clientId = fields.bytes();
  if (!clientId) return malformed;
  let willFault = false;
  if (bits & willBit) {
    const topic = fields.bytes();
    const payload = fields.bytes();
    if (!topic || !payload) return malformed;
    const text = decodeText(topic);
    willFault = text === undefined || !isTopic(text) || (bits & willQosBits) === willQosBits;
  }
  if (bits & userNameBit && fields.text() === undefined) return malformed;
  if (bits & passwordBit && !fields.bytes()) return malformed;
  if (fields.left() > 0) return malformed;
  if (!isSafeClientId(clientId.toString('latin1'))) return { reason: 'client-id', reply: refuseClientId };
  return willFault ? { reason: 'will-malformed', reply: refuseAuthority } : null;
}

/** Names of `Object.prototype` are refused too: libraries have crashed on them. */
const isSafeClientId = (id: string): boolean => clientIdPattern.test(id) && !(id in Object.prototype);
