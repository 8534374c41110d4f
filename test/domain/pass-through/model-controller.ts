// A controller reduced to what a host and the gateway can quarrel about: who asked for a report, and whose line an answer
// answers. What it says lies on the wire until the test lets it through.

type Item = {
  readonly text: string;
  readonly isReport: boolean;
  readonly forHost: boolean;
  readonly isOurs: boolean;
};

export type ModelController = {
  /** Bytes arrive; `ours` for those that the gateway sent of its own. */
  hear(bytes: readonly number[], from: 'host' | 'gateway'): void;
  /** Does one thing, if there is something to do. */
  work(): boolean;
  /** Something that nobody asked for. */
  chatter(text: string): void;
  /** Takes bytes off the wire. */
  take(count: number): number[];
  readonly said: readonly Item[];
  readonly received: number[];
};

/** Lines of the gateway are known by their text: hosts of the tests never send these. */
const ownGrbl = new Map([['$I', '[VER:1.1h:]\r\n[OPT:V,15,128]\r\n']]);
const ownMarlin = new Map([
  ['M105', ''],
  ['M114', 'X:0.00 Y:0.00 Z:0.00\n'],
]);

export function modelController(family: 'grbl' | 'marlin'): ModelController {
  const end = family === 'grbl' ? '\r\n' : '\n';
  const wire: number[] = [];
  const said: Item[] = [];
  const received: number[] = [];
  const lines: { text: string; isOurs: boolean }[] = [];
  const asked = { host: false, gateway: false };
  let line = '';
  const say = (item: Item): void => {
    said.push(item);
    wire.push(...Buffer.from(item.text, 'latin1'));
  };
  const answer = ({ text, isOurs }: { text: string; isOurs: boolean }): void => {
    const own = isOurs ? (family === 'grbl' ? ownGrbl : ownMarlin).get(text) : undefined;
    const ack = family === 'marlin' && text === 'M105' ? 'ok T:20.00 /0.00 @:0' : 'ok';
    say({ text: `${own ?? ''}${ack}${end}`, isReport: false, forHost: !isOurs, isOurs });
  };
  return {
    said,
    received,
    hear(bytes, from) {
      for (const byte of bytes) {
        received.push(byte);
        const letter = String.fromCharCode(byte);
        if (family === 'grbl' && letter === '?') asked[from] = true;
        else if (family === 'grbl' && (byte > 0x7e || letter === '!' || letter === '~')) continue;
        else if (byte === 0x0a || byte === 0x0d) {
          const isOurs = (family === 'grbl' ? ownGrbl : ownMarlin).has(line);
          if (family === 'grbl' || line.replace(/;.*/s, '').trim() !== '') lines.push({ text: line, isOurs });
          line = '';
        } else line += letter;
      }
    },
    work() {
      if (asked.host || asked.gateway) {
        say({
          text: `<Idle|Ln:${said.length}>\r\n`,
          isReport: true,
          forHost: asked.host,
          isOurs: !asked.host,
        });
        Object.assign(asked, { host: false, gateway: false });
        return true;
      }
      const next = lines.shift();
      if (next) answer(next);
      return next !== undefined;
    },
    chatter: (text) => say({ text: `${text}${end}`, isReport: false, forHost: true, isOurs: false }),
    take: (count) => wire.splice(0, count),
  };
}
