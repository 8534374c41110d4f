// Where the relatives of Grbl differ on the wire, as a table: what they greet with, what they add to a status, and what
// the bytes above ASCII mean to them. The same byte is a question to one and starts a macro, which may move, at another.

export type GrblDialect = {
  readonly greeting: string;
  /** The answer to `$I`. */
  readonly build: readonly string[];
  /** Bytes besides `?` that ask for a status. */
  readonly asks: ReadonlySet<number>;
  /** The byte that asks for a status with everything in it; null where there is none. */
  readonly asksAll: number | null;
  /** What such a status ends with. */
  readonly all: string;
  /** Bytes that run a macro. */
  readonly macros: ReadonlySet<number>;
  readonly programEnd: string;
  readonly checkDoor: string;
  readonly unlock: string;
  /** Said before `ALARM:n`, by alarm; null where the number stands alone. */
  readonly alarmNames: ReadonlyMap<number, string> | null;
};

const grbl: GrblDialect = {
  greeting: "Grbl 1.1h ['$' for help]",
  build: ['[VER:1.1h.20190830:]', '[OPT:V,15,128]'],
  asks: new Set(),
  asksAll: null,
  all: '',
  macros: new Set(),
  programEnd: '[MSG:Pgm End]',
  checkDoor: '[MSG:Check Door]',
  unlock: "[MSG:'$H'|'$X' to unlock]",
  alarmNames: null,
};

export const grblDialects = {
  grbl,
  grblhal: {
    ...grbl,
    greeting: "GrblHAL 1.1f ['$' or '$HELP' for help]",
    build: ['[VER:1.1f.20260801:]', '[OPT:VNM,35,1024,3,0]', '[NEWOPT:ENUMS,RT+]', '[FIRMWARE:grblHAL]'],
    asks: new Set([0x80, 0x05]),
    asksAll: 0x87,
    all: '|WCS:G54|MPG:0|H:0,0|T:0|TLR:0|FW:grblHAL',
    macros: new Set([0xb0, 0xb1, 0xb2, 0xb3, 0xb4, 0xb5, 0xb6, 0xb7]),
  },
  fluidnc: {
    ...grbl,
    greeting: "Grbl 3.7 [FluidNC v3.7.8 (esp32-wifi) '$' for help]",
    build: ['[VER:3.7 FluidNC v3.7.8 (esp32-wifi):]', '[OPT:PHS]'],
    macros: new Set([0x87, 0x88, 0x89, 0x8a]),
    programEnd: '[MSG:INFO: Program End]',
    checkDoor: '[MSG:INFO: Check door]',
    unlock: "[MSG:INFO: '$H'|'$X' to unlock]",
    alarmNames: new Map([
      [1, 'Hard Limit'],
      [2, 'Soft Limit'],
      [3, 'Abort Cycle'],
    ]),
  },
} as const satisfies Readonly<Record<string, GrblDialect>>;

export type GrblDialectName = keyof typeof grblDialects;
