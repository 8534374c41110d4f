// A simulated esp-rfid box of the second generation with its Home Assistant topics: it tells a card on both of them, takes
// commands on its `cmd` topic when they name its own address, and opens by its own list, also when the broker is gone.

import { objectOf, openStockLink, type StockOptions } from './stock-link.ts';

export type SimulatedEspRfid = {
  ready(): Promise<void>;
  card(uid: string, options?: { retain?: boolean }): void;
  /** The commands that it was given. */
  heard(): readonly string[];
  /** The list that it keeps, by the text of the card. */
  users(): ReadonlyMap<string, EspRfidUser>;
  /** Somebody writes into its list at its own page. */
  put(uid: string, user: EspRfidUser): void;
  /** How often it has opened by its own list. */
  opened(): number;
  /** From now on it takes no command, as when it is out of memory. */
  fallDeaf(isDeaf: boolean): void;
  close(): Promise<void>;
  vanish(): void;
};

type EspRfidUser = {
  readonly user: string;
  /** 0 disabled, 1 always, 99 admin. */
  readonly acctype: number;
  /** Seconds since 1970. */
  readonly validsince: number;
  readonly validuntil: number;
};

export type EspRfidOptions = StockOptions & {
  readonly topic: string;
  readonly hostname: string;
  readonly ip?: string;
  /** Its clock, seconds since 1970. */
  readonly nowS?: () => number;
};

/** What is longer is not even read. */
const bufferBytes = 2048;

export function simulateEspRfid(options: EspRfidOptions): SimulatedEspRfid {
  const { topic, hostname, ip = '192.168.4.20', nowS = () => Date.now() / 1000 } = options;
  const heard: string[] = [];
  const users = new Map<string, EspRfidUser>();
  let opened = 0;
  let isDeaf = false;
  const box = { ip, hostname, uptime: 42 };
  const send = (said: object): void => link.say(`${topic}/send`, JSON.stringify(said));
  const commands: Readonly<Record<string, (told: Told) => void>> = {
    getuserlist() {
      for (const [uid, user] of users) send({ command: 'userfile', uid, ...user });
    },
    adduser(told) {
      const number = (name: string): number => Number(told[name] ?? 0);
      users.set(String(told.uid), {
        user: String(told.user),
        acctype: number('acctype'),
        validsince: number('validsince'),
        validuntil: number('validuntil'),
      });
      send({ type: 'adduser', ip, hostname });
    },
    deletuid(told) {
      users.delete(String(told.uid));
      send({ type: 'deletuid', ip, hostname });
    },
  };
  const link = openStockLink(options, {
    will: { topic: `${topic}/avty`, text: 'offline' },
    keepaliveS: 15,
    subscribes: [`${topic}/cmd`],
    onReady({ say }) {
      say(
        `${topic}/send`,
        JSON.stringify({ type: 'boot', time: 1_736_533_404, 'Wifi SSID': 'workshop', ...box }),
      );
      say(`${topic}/avty`, 'online', { retain: true });
    },
    onMessage(_topic, text) {
      heard.push(text);
      const told = objectOf(text);
      if (isDeaf || Buffer.byteLength(text) > bufferBytes || told.doorip !== ip) return;
      commands[String(told.cmd)]?.(told);
    },
  });

  const judge = (uid: string): string => {
    const user = users.get(uid);
    if (!user) return 'Denied';
    if (user.acctype === 0) return 'Disabled';
    if (nowS() < user.validsince || nowS() > user.validuntil) return 'Expired';
    return user.acctype === 99 ? 'Admin' : 'Always';
  };

  return {
    ready: link.ready,
    heard: () => heard,
    users: () => users,
    put: (uid, user) => void users.set(uid, user),
    opened: () => opened,
    fallDeaf: (deaf) => {
      isDeaf = deaf;
    },
    card(uid, { retain = false } = {}) {
      const judged = judge(uid);
      if (judged === 'Always' || judged === 'Admin') opened += 1;
      const read = { uid, username: users.get(uid)?.user ?? 'Unknown', access: judged, time: 1_736_533_404 };
      const access = {
        type: 'access',
        isKnown: String(users.has(uid)),
        doorName: 'door',
        ...read,
        ...box,
      };
      // Without a broker nothing is kept for later.
      link.say(`${topic}/send`, JSON.stringify(access), { retain });
      link.say(`${topic}/tag`, JSON.stringify(read), { retain });
    },
    close: link.close,
    vanish: link.vanish,
  };
}

type Told = Readonly<Record<string, unknown>>;
