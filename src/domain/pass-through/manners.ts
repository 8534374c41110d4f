// How hosts talk to each firmware family: which bytes act at once, which lines only ask, what stops, what takes an answer,
// and how the firmware itself says no. Lines are compared as the firmware reads them, so that no spelling slips through.

export type Manners = {
  /** Bytes that act wherever they stand. `stop`: they only ever add a reason not to run. */
  readonly instant: ReadonlyMap<number, Instant>;
  /** Bytes above ASCII would be taken for commands, also in a comment. */
  readonly asciiOnly: boolean;
  /** Lines that change nothing, as read; and those that only stop. */
  readonly questions: ReadonlySet<string>;
  readonly stops: ReadonlySet<string>;
  /** The line as the firmware reads it. */
  readonly read: (line: string) => ReadLine;
  readonly isAck: (line: string) => boolean;
  readonly isGreeting: (line: string) => boolean;
  /** Our own lines that may be asked beside a host → how their answers begin. */
  readonly answers: ReadonlyMap<string, readonly string[]>;
  readonly refusals: {
    /** No session is open; `first` since that is so. */
    readonly closed: (first: boolean) => string;
    readonly forbidden: (line: string) => string;
    readonly tooLong: string;
  };
  /** A line may be asked for again; it is then acked before those that came earlier. */
  readonly resends: boolean;
  /** A line that does nothing but keep the numbers in step; null where lines have none. */
  readonly standIn: ((number: number) => string) | null;
};

/** `ask` is answered with a report; `act` needs an open session. */
type Instant = 'ask' | 'stop' | 'act';

type ReadLine = {
  readonly text: string;
  readonly number: number | null;
  /** Whether the firmware will answer it at all. */
  readonly isAnswered: boolean;
};

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, at) => from + at);

const grbl: Manners = {
  instant: new Map<number, Instant>([
    [0x3f, 'ask'],
    // Reset, feed hold, safety door, jog cancel.
    ...[0x18, 0x21, 0x84, 0x85].map((byte) => [byte, 'stop'] as const),
    // Resume, overrides, spindle stop, coolant. Bytes that only other firmware knows are not here: they collide.
    ...[0x7e, ...range(0x90, 0x97), ...range(0x99, 0x9e), 0xa0, 0xa1].map((byte) => [byte, 'act'] as const),
  ]),
  asciiOnly: true,
  questions: new Set(),
  stops: new Set(),
  read: (line) => ({ text: readGrbl(line), number: null, isAnswered: true }),
  isAck: (line) => line === 'ok' || line.startsWith('error:'),
  isGreeting: (line) => line.startsWith('Grbl '),
  answers: new Map([
    ['$I', ['[VER:', '[OPT:']],
    ['$$', ['$']],
  ]),
  refusals: { closed: () => 'error:9\r\n', forbidden: () => 'error:3\r\n', tooLong: 'error:11\r\n' },
  resends: false,
  standIn: null,
};

/** protocol_main_loop: spaces, control characters, `/` and comments do not count, and letters are capitals. */
function readGrbl(line: string): string {
  let text = '';
  let comment: '(' | ';' | null = null;
  for (const letter of line) {
    if (comment === null && (letter === '(' || letter === ';')) comment = letter;
    else if (comment === '(' && letter === ')') comment = null;
    else if (comment === null && letter > ' ' && letter !== '/') text += letter;
  }
  return text.toUpperCase();
}

const marlin: Manners = {
  instant: new Map(),
  asciiOnly: false,
  questions: new Set(['M105', 'M114', 'M27']),
  // Halt, quick stop, end and pause of a print from the card.
  stops: new Set(['M112', 'M410', 'M524', 'M25']),
  read: readMarlin,
  isAck: (line) => /^ok\b/.test(line),
  isGreeting: (line) => line === 'start' || line === 'echo:start' || line === 'echo: start',
  answers: new Map([
    ['M105', ['ok T', 'ok B', 'T:']],
    ['M27', ['SD printing byte', 'Not SD printing', 'echo:Unknown command: "M27']],
    ['M114', ['X:']],
    ['M115', ['FIRMWARE_NAME', 'Cap:', 'area:']],
    ['M80 S', ['PS:', 'echo:Unknown command: "M80']],
  ]),
  refusals: {
    // A host that knows host actions gives its job up, instead of running through it.
    closed: (first) => `${first ? '//action:cancel\n' : ''}echo:Printer locked!\nok\n`,
    forbidden: (line) => `echo:Unknown command: "${line.slice(0, 60)}"\nok\n`,
    tooLong: 'echo:Unknown command: ""\nok\n',
  },
  resends: true,
  standIn: (number) => {
    const text = `N${number} M110 N${number}`;
    let sum = 0;
    for (let at = 0; at < text.length; at++) sum ^= text.charCodeAt(at);
    return `${text}*${sum}\n`;
  },
};

/** Without number, checksum, comment and spaces, in capitals, and without zeros before the number of a command. */
function readMarlin(line: string): ReadLine {
  const bare = line.replace(/;.*/s, '').trim();
  const numbered = /^N\s*(\d{1,9})\s*/i.exec(bare);
  const unnumbered = bare.slice(numbered?.[0].length ?? 0);
  const star = unnumbered.lastIndexOf('*');
  const text = (numbered && star >= 0 ? unnumbered.slice(0, star) : unnumbered)
    .replace(/\s+/g, '')
    .toUpperCase();
  return {
    text: text.replace(/^([A-Z])0+(?=\d)/, '$1'),
    number: numbered ? Number(numbered[1]) : null,
    isAnswered: bare !== '',
  };
}

/** By family; a host can sit beside the gateway only where its manners are known. */
export const mannersOf: ReadonlyMap<string, Manners> = new Map([
  ['grbl', grbl],
  ['marlin', marlin],
]);
