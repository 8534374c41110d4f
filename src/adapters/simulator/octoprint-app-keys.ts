// The application keys of a simulated OctoPrint: whoever asks gets a token, and once a person allowed it, the key.

export type AppKeyConduct = 'allows' | 'refuses' | 'ignores' | 'not-offered';

type Asked = { readonly what: string; readonly key: string; readonly conduct: AppKeyConduct };

const token = 'simulated-app-token';
const path = '/plugin/appkeys';

/** Null for every other path; it needs no key. */
export function appKeyReply({ what, key, conduct }: Asked): readonly [number, object?] | null {
  if (!what.includes(`${path}/`)) return null;
  if (conduct === 'not-offered') return [404];
  if (what === `GET ${path}/probe`) return [204];
  if (what === `POST ${path}/request`) return [201, { app_token: token }];
  if (what !== `GET ${path}/request/${token}` || conduct === 'refuses') return [404];
  return conduct === 'allows' ? [200, { api_key: key }] : [202];
}
