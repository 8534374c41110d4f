// Which kind of machine answers at an address over HTTP, by the one question by which each kind shows itself. It signs in
// nowhere and changes nothing; a Duet counts every asker as a session, so that one is given back at once.

import type { FoundServer } from '../../domain/machine/found-machine.ts';
import { askHttp } from '../../edge/ask-http.ts';
import { fieldsOf } from '../../edge/json-at.ts';
import { LinkFault } from '../../edge/link-fault.ts';
import { duetSign } from './duet-sign.ts';
import { mtconnectSign } from './mtconnect-sign.ts';
import { type Ask, jsonIn, type Sign } from './sign.ts';

const questionMs = 3000;

/** The kinds in this order; the first that shows itself is it. Rejects with a `LinkFault` where nobody answers at all. */
export async function whoServes(url: string, signal: AbortSignal): Promise<readonly FoundServer[]> {
  let answers = 0;
  const ask: Ask = async (path, more = {}) => {
    const answer = await askHttp({ url: url + path, signal, timeoutMs: questionMs, ...more });
    answers += 1;
    return answer;
  };
  for (const sign of signs) {
    try {
      const found = await sign(ask, url);
      if (found.length > 0) return found;
    } catch (fault) {
      // Some hang up on what they do not know; who has never answered is not there.
      if (!(fault instanceof LinkFault) || answers === 0 || signal.aborted) throw fault;
    }
  }
  return [];
}

const moonrakerSign: Sign = async (ask, url) => {
  const access = await ask('/access/info');
  const told = fieldsOf(jsonIn(access)).at('result');
  const trusted = told.flag('trusted');
  if (access.status !== 200 || (trusted === null && told.flag('login_required') === null)) return [];
  const info = await ask('/server/info');
  const server = fieldsOf(jsonIn(info)).at('result');
  const version = server.text('moonraker_version', 60);
  const state = server.text('klippy_state', 40);
  const isOpen = info.status === 200;
  return [
    {
      ...{ kind: 'moonraker', title: 'Moonraker (Klipper)', version, link: { kind: 'moonraker', url } },
      needs: isOpen ? 'maybe-key' : 'key',
      evidence: [
        `GET /access/info: ${isOpen ? 'this computer is trusted there' : 'a key is needed'}`,
        ...(state === null ? [] : [`GET /server/info: Klipper is ${state}`]),
      ],
      notes: [
        'A key of Moonraker may do everything there; with "orders: false" in its link it is only read.',
      ],
    },
  ];
};

/** OctoPrint, and PrusaLink, which answers at the same path. */
const versionSign: Sign = async (ask, url) => {
  const answer = await ask('/api/version');
  const told = fieldsOf(jsonIn(answer));
  const text = told.text('text', 80);
  const challenge = answer.headers.get('www-authenticate') ?? '';
  const realm = /^Digest\s.{0,200}?realm="(Printer API|Administrator)"/.exec(challenge)?.[1];
  const isPrusa = realm !== undefined || (text !== null && /^prusa/i.test(text));
  const said = `GET /api/version: ${text ?? `status ${answer.status}`}`;
  if (isPrusa)
    return [
      {
        ...{
          kind: 'prusalink',
          title: 'PrusaLink',
          version: text,
          link: { kind: 'prusalink', url },
          needs: 'key',
        },
        evidence: [said, ...(realm === undefined ? [] : [`It asks for a password in the realm "${realm}".`])],
        notes: ['Its key stands on its display under Network, PrusaLink; it may do everything there.'],
      },
    ];
  const isOcto = text !== null && /^OctoPrint/.test(text);
  const probe = isOcto ? null : await ask('/plugin/appkeys/probe');
  if (!isOcto && probe?.status !== 204) return [];
  return [
    {
      ...{
        kind: 'octoprint',
        title: 'OctoPrint',
        version: text,
        link: { kind: 'octoprint', url },
        needs: 'key',
      },
      evidence: [said, ...(probe ? ['GET /plugin/appkeys/probe: application keys can be asked for'] : [])],
      notes: ['Its key has the rights of who allows it: one who may look and print is enough.'],
    },
  ];
};

const signs: readonly Sign[] = [moonrakerSign, versionSign, mtconnectSign, duetSign];
