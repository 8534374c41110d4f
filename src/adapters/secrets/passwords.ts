// Passwords by scrypt. The parameters stand in each hash, so they can be raised later; at most four are computed at
// once, and a hash that is missing or not ours costs the same work as a wrong password.

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../gateway/ports.ts';
import { createLine } from './line.ts';

type Parameters = { readonly cost: number; readonly blockSize: number; readonly parallelization: number };

/** 32 MiB and 30 to 60 ms each on a small computer. */
const usual: Parameters = { cost: 2 ** 15, blockSize: 8, parallelization: 1 };
const keyBytes = 32;
const saltBytes = 16;
/** What a hash from elsewhere may ask for: 128 MiB. */
const mostMemoryBytes = 128 * 2 ** 20;

const noHash = { parameters: usual, salt: Buffer.alloc(saltBytes), key: Buffer.alloc(keyBytes) };

export function createPasswords(): Pick<Secrets, 'hashPassword' | 'verifyPassword'> {
  const line = createLine({ atOnce: 4, waiting: 64 });
  return {
    hashPassword: (password) =>
      line.run(async () => {
        const salt = randomBytes(saltBytes);
        return format(usual, salt, await derive(password, salt, usual));
      }),
    verifyPassword: (password, hash) =>
      line.run(async () => {
        const parsed = hash === null ? null : parse(hash);
        const { parameters, salt, key } = parsed ?? noHash;
        const isSame = timingSafeEqual(await derive(password, salt, parameters), key);
        return isSame && parsed !== null;
      }),
  };
}

function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  const options: ScryptOptions = { ...parameters, maxmem: memoryBytes(parameters) + 2 ** 20 };
  // The same word typed on two systems may be composed differently.
  const text = password.normalize('NFKC');
  return new Promise((resolve, reject) => {
    scrypt(text, salt, keyBytes, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

const memoryBytes = ({ cost, blockSize }: Parameters): number => 128 * cost * blockSize;

/** `scrypt$ln=15,r=8,p=1$<salt>$<key>`, base64url without padding. */
function format({ cost, blockSize, parallelization }: Parameters, salt: Buffer, key: Buffer): string {
  const parameters = `ln=${Math.log2(cost)},r=${blockSize},p=${parallelization}`;
  return `scrypt$${parameters}$${salt.toString('base64url')}$${key.toString('base64url')}`;
}

/** Null for what is not one of our hashes, or asks for more work than we do. */
function parse(hash: string): typeof noHash | null {
  const match = /^scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d)\$([\w-]{22})\$([\w-]{43})$/.exec(hash);
  if (!match) return null;
  const parameters = {
    cost: 2 ** Number(match[1]),
    blockSize: Number(match[2]),
    parallelization: Number(match[3]),
  };
  const isSane = parameters.cost > 1 && parameters.blockSize > 0 && parameters.parallelization > 0;
  if (!isSane || memoryBytes(parameters) > mostMemoryBytes) return null;
  const salt = Buffer.from(match[4] ?? '', 'base64url');
  const key = Buffer.from(match[5] ?? '', 'base64url');
  return { parameters, salt, key };
}
