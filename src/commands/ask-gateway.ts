// Asks the gateway that runs on the data folder, over its HTTP API. What comes back is an answer or a problem; whoever
// asked checks its shape before believing it.

export type Asked =
  | { readonly ok: true; readonly said: unknown }
  | { readonly ok: false; readonly status: number; readonly said: unknown };

/** Far longer than any answer takes on a small computer. */
const answerTimeoutMs = 60_000;

/** @throws when nothing came back that can be read */
export async function askGateway(
  running: { readonly url: string; readonly token: string },
  request: { readonly path: string; readonly body: unknown },
): Promise<Asked> {
  try {
    const answer = await fetch(new URL(request.path, running.url), {
      method: 'POST',
      headers: { authorization: `Bearer ${running.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(request.body),
      redirect: 'error',
      signal: AbortSignal.timeout(answerTimeoutMs),
    });
    const said: unknown = await answer.json();
    return answer.ok ? { ok: true, said } : { ok: false, status: answer.status, said };
  } catch (error) {
    const text = `The gateway at ${running.url} did not answer as it should; look at its log, or stop it and try again.`;
    throw new Error(text, { cause: error });
  }
}
