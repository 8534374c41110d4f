// From bytes to commands: lines with or without a number and a checksum, what is asked for again, and the few commands
// that a build without an emergency parser still sees before the queue.

import { closeFile } from './marlin-card.ts';
import { kill, type Marlin, type Port, queueSize, rxBytes, say } from './marlin-state.ts';

export function receive(port: Port, bytes: Uint8Array): void {
  for (const byte of bytes) if (port.rx.length < rxBytes) port.rx.push(byte);
}

/** Takes whole lines from every port for as long as the queue has room. */
export function feedFromPorts(marlin: Marlin): void {
  for (const port of marlin.ports) {
    while (marlin.queue.length < queueSize && marlin.halted !== 'killed') {
      const end = port.rx.findIndex((byte) => byte === 0x0a || byte === 0x0d);
      if (end < 0) break;
      const line = Buffer.from(port.rx.splice(0, end + 1).slice(0, -1)).toString('latin1');
      take(marlin, { port, line: line.replace(/;.*/, '').trim() });
    }
  }
}

function take(marlin: Marlin, { port, line }: { port: Port; line: string }): void {
  if (line === '') return;
  let text = line;
  let n: number | null = null;
  if (line.startsWith('N')) {
    const checked = numbered(line, port);
    if (!checked.ok) {
      say(marlin, `Error:${checked.error}${port.lastN}`, port);
      askAgain(marlin, port);
      return;
    }
    ({ text, n } = checked);
    port.lastN = n;
  }
  early(marlin, line);
  if (marlin.halted === 'killed') return;
  if (marlin.halted === 'stopped' && /^G[0-3]\b/.test(text)) say(marlin, stoppedLine, port);
  marlin.queue.push({ text, port, n });
}

export const stoppedLine =
  'Error:Printer stopped due to errors. Fix the error and use M999 to restart. (Temperature is reset. Set it after restarting)';

/** Forgets what else has come in, and says from which line on it must come again. */
export function askAgain(marlin: Marlin, port: Port): void {
  port.rx.length = 0;
  say(marlin, `Resend: ${port.lastN + 1}`, port);
  say(marlin, 'ok', port);
}

type Numbered =
  | { readonly ok: true; readonly text: string; readonly n: number }
  | { readonly ok: false; readonly error: string };

function numbered(line: string, port: Port): Numbered {
  const resets = line.includes('M110');
  const at = resets ? line.indexOf('N', 4) : 0;
  const n = Number.parseInt(line.slice(Math.max(at, 0) + 1), 10);
  if (n !== port.lastN + 1 && !resets)
    return { ok: false, error: 'Line Number is not Last Line Number+1, Last Line: ' };
  const star = line.lastIndexOf('*');
  if (star < 0) return { ok: false, error: 'No Checksum with line number, Last Line: ' };
  if (Number.parseInt(line.slice(star + 1), 10) !== checksumOf(line.slice(0, star)))
    return { ok: false, error: 'checksum mismatch, Last Line: ' };
  const text = line
    .slice(0, star)
    .replace(/^N-?\d+\s*/, '')
    .trim();
  return { ok: true, text, n };
}

/** All bytes before the star, exclusive-or. */
export const checksumOf = (text: string): number =>
  Buffer.from(text, 'latin1').reduce((sum, byte) => sum ^ byte, 0);

/** Looks at the first letters of the line only, so that a numbered one is not seen early. */
function early(marlin: Marlin, line: string): void {
  if (line.startsWith('M108')) marlin.breakWait = true;
  else if (line.startsWith('M112')) kill(marlin, 'M112 Shutdown');
  else if (line.startsWith('M410')) marlin.motion.queue.length = 0;
}

/** What a reset of the board forgets. */
export function forgetLines(marlin: Marlin): void {
  for (const port of marlin.ports) {
    port.rx.length = 0;
    port.lastN = 0;
  }
  marlin.queue.length = 0;
  marlin.running = null;
  marlin.reports.clear();
  closeFile(marlin.card);
}
