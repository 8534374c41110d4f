// Asks the person at the terminal. Answers to hidden questions are never echoed.

import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

export type Terminal = {
  ask(question: string): Promise<string>;
  askHidden(question: string): Promise<string>;
};

type Streams = { readonly input: NodeJS.ReadStream; readonly output: NodeJS.WriteStream };

/** Null when one of the two streams is no terminal. */
export function createTerminal({ input, output }: Streams): Terminal | null {
  if (!input.isTTY || !output.isTTY) return null;
  return {
    ask: (question) => askOn({ input, output, echo: output }, question),
    askHidden: async (question) => {
      output.write(question);
      const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
      const answer = await askOn({ input, output, echo: nowhere }, '');
      output.write('\n');
      return answer;
    },
  };
}

async function askOn(
  { input, echo }: Streams & { echo: NodeJS.WritableStream },
  question: string,
): Promise<string> {
  const lines = createInterface({ input, output: echo, terminal: true });
  const gone = new AbortController();
  lines.once('close', () => gone.abort());
  lines.once('SIGINT', () => gone.abort());
  try {
    return (await lines.question(question, { signal: gone.signal })).trim();
  } catch (error) {
    throw new Error('The question was not answered, so nothing was done.', { cause: error });
  } finally {
    lines.close();
  }
}
