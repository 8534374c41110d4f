// How a simulated PrusaLink lets in: by its key or by HTTP Digest. A Buddy speaks the old form without qop and forgets a
// nonce within seconds; a Raspberry Pi speaks qop and ties the nonce to the program that asked for it.

import { createHash, randomBytes } from 'node:crypto';
import type { Asked, Said } from './http-machine.ts';

export type PrusaLinkDoor = {
  readonly board: 'buddy' | 'pi';
  readonly key: string;
  readonly user?: string;
  /** Left out: the key, as on a Buddy. */
  readonly password?: string;
  /** Left out: five seconds. */
  readonly nonceMs?: number;
  /** Monotonic. */
  readonly now?: () => number;
};

type Door = {
  /** Null lets it in. */
  readonly judge: (asked: Asked) => Said | null;
  /** Nonces from before a start are nobody's. */
  readonly forget: () => void;
};

/** Nonces at a time; the oldest go. */
const nonceLimit = 64;

export function prusaLinkDoor(options: PrusaLinkDoor): Door {
  const { board, key, user = 'maker', password = key, nonceMs = 5000 } = options;
  const now = options.now ?? (() => performance.now());
  const realm = board === 'pi' ? 'Administrator' : 'Printer API';
  const nonces = new Map<string, { readonly madeMs: number; readonly agent: string | null }>();
  const challenge = (asked: Asked, isStale: boolean): Said => {
    const nonce = randomBytes(8).toString('hex');
    nonces.set(nonce, { madeMs: now(), agent: asked.header('user-agent') });
    for (const oldest of nonces.keys()) if (nonces.size > nonceLimit) nonces.delete(oldest);
    const form = board === 'pi' ? ', qop="auth", opaque="5ccc069c403ebaf9f0171e9517f40e41"' : '';
    const stale = `, stale=${isStale}`;
    const asks = `Digest realm="${realm}", nonce="${nonce}"${form}${stale}`;
    return { status: 401, headers: { 'WWW-Authenticate': asks }, body: 'unauthorized' };
  };
  return {
    judge(asked) {
      const given = asked.header('x-api-key');
      if (given !== null && given === key) return null;
      if (given !== null)
        return board === 'pi' ? { status: 403, body: 'forbidden' } : { status: 401, body: 'unauthorized' };
      const fields = fieldsOf(asked.header('authorization') ?? '');
      const nonce = fields.get('nonce');
      if (nonce === undefined) return challenge(asked, false);
      const uri = fields.get('uri') ?? '';
      const secret = md5(`${user}:${realm}:${password}`);
      const question = md5(`${asked.method}:${asked.path}`);
      const counted = `${nonce}:${fields.get('nc')}:${fields.get('cnonce')}:auth`;
      const right = md5(`${secret}:${board === 'pi' ? counted : nonce}:${question}`);
      // Whoever can sign knows the password, also with a nonce that is too old.
      if (uri !== asked.path || fields.get('response') !== right) return challenge(asked, false);
      const known = nonces.get(nonce);
      const isOld = !known || now() - known.madeMs >= nonceMs;
      const isOthers = board === 'pi' && known?.agent !== asked.header('user-agent');
      return isOld || isOthers ? challenge(asked, true) : null;
    },
    forget: () => nonces.clear(),
  };
}

const md5 = (text: string): string => createHash('md5').update(text).digest('hex');

function fieldsOf(header: string): ReadonlyMap<string, string> {
  const found = header.matchAll(/([a-z]+)=(?:"([^"]*)"|([^,\s]+))/gi);
  return new Map([...found].map(([, name = '', quoted, bare]) => [name, quoted ?? bare ?? '']));
}
