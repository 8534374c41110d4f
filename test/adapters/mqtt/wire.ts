// Packets as bytes, for saying over a raw socket what no decent client would say.

export const text = (value: string | Buffer): Buffer => {
  const bytes = Buffer.from(value);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
};

export function packet(first: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([Buffer.from([first]), length(body.length), body]);
}

export function length(value: number): Buffer {
  const bytes: number[] = [];
  for (let left = value; ; left = Math.floor(left / 128)) {
    if (left < 128) return Buffer.from([...bytes, left]);
    bytes.push((left % 128) + 128);
  }
}

export type ConnectParts = {
  protocol?: string;
  version?: number;
  flags?: number;
  keepalive?: number;
  clientId?: string | Buffer;
  will?: { topic: string | Buffer; payload?: string };
  userName?: string | Buffer | null;
  password?: string | null;
  extra?: Buffer;
};

export function connectPacket(parts: ConnectParts = {}): Buffer {
  const { protocol = 'MQTT', version = 4, keepalive = 60, clientId = 'reader-front', will } = parts;
  const { userName = 'reader-front', password = 'not-guessed' } = parts;
  const flags =
    parts.flags ?? 0x02 | (will ? 0x04 : 0) | (userName === null ? 0 : 0x80) | (password === null ? 0 : 0x40);
  return packet(
    0x10,
    text(protocol),
    Buffer.from([version, flags, keepalive >> 8, keepalive & 255]),
    text(clientId),
    ...(will ? [text(will.topic), text(will.payload ?? '')] : []),
    ...(userName === null ? [] : [text(userName)]),
    ...(password === null ? [] : [text(password)]),
    parts.extra ?? Buffer.alloc(0),
  );
}

export const id = (value: number): Buffer => Buffer.from([value >> 8, value & 255]);

export function publishPacket(
  topic: string | Buffer,
  payload: string,
  { qos = 1, packetId = 1, flags = qos << 1 }: { qos?: number; packetId?: number; flags?: number } = {},
): Buffer {
  return packet(0x30 | flags, text(topic), ...(qos > 0 ? [id(packetId)] : []), Buffer.from(payload));
}

export const subscribePacket = (filters: readonly (string | Buffer)[], packetId = 1): Buffer =>
  packet(0x82, id(packetId), ...filters.map((filter) => Buffer.concat([text(filter), Buffer.from([0])])));

export const connackOk = Buffer.from([0x20, 2, 0, 0]);
