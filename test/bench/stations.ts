// Readers and switches of many stations: each tap in turn starts or ends a session at the next station, and the time
// from the tap to the switch's order is taken. Switches obey and say so, as real ones do.

import type { MqttClient } from 'mqtt';
import { badgeOf, stationId } from './bench-workshop.ts';
import { connectDevice } from './device-client.ts';

export type Stations = {
  /** The next member taps at the next station. */
  tapNext(): void;
  /** What was seen since the last look. */
  take(): Seen;
  /** Taps that have no answer so far. */
  unanswered(): number;
  close(): Promise<void>;
};

export type Seen = {
  /** From the publish of a tap that was granted to the order `on`, milliseconds. */
  readonly grantsMs: readonly number[];
  readonly taps: number;
  readonly refused: number;
  /** Taps without an answer so far. */
  readonly unanswered: number;
};

type Station = {
  readonly reader: MqttClient;
  readonly switch: MqttClient;
  readonly badge: string;
  /** When the tap was sent that is to bring the order `on`; null when none is expected. */
  tappedMs: number | null;
  held: boolean;
  /** Names this opening: a reader never counts from the beginning under an old name. */
  readonly boot: string;
  taps: number;
};

type Tally = { grantsMs: number[]; taps: number; refused: number; answered: number };

export async function openStations(
  mqttPort: number,
  how: { readonly count: number; readonly members: number },
): Promise<Stations> {
  let tally = emptyTally();
  const stations: Station[] = [];
  for (let index = 0; index < how.count; index++) {
    const badge = badgeOf(index % how.members);
    stations.push(await openStation(mqttPort, { id: stationId(index), badge, tally: () => tally }));
  }
  let next = 0;
  return {
    tapNext() {
      const index = next++ % stations.length;
      const station = stations[index];
      if (station) tap(station, { id: stationId(index), tally });
    },
    take() {
      const { answered, ...seen } = tally;
      tally = emptyTally();
      return { ...seen, unanswered: seen.taps - answered };
    },
    unanswered: () => tally.taps - tally.answered,
    async close() {
      for (const station of stations) {
        await Promise.all([station.reader.endAsync(true), station.switch.endAsync(true)]);
      }
    },
  };
}

const emptyTally = (): Tally => ({ grantsMs: [], taps: 0, refused: 0, answered: 0 });

type About = { readonly id: string; readonly badge: string; readonly tally: () => Tally };

async function openStation(mqttPort: number, { id, badge, tally }: About): Promise<Station> {
  const topics = { answer: `officina/v1/reader/${id}/answer`, set: `officina/v1/switch/${id}/set` };
  const reader = await connectDevice(mqttPort, { id: `reader-${id}`, listensTo: topics.answer });
  const switchClient = await connectDevice(mqttPort, { id: `switch-${id}`, listensTo: topics.set });
  const boot = crypto.randomUUID().slice(0, 8);
  const station: Station = {
    ...{ reader, switch: switchClient, badge, boot },
    ...{ tappedMs: null, held: false, taps: 0 },
  };
  const state = `officina/v1/switch/${id}/state`;
  switchClient.on('message', (_topic, payload) => {
    const nowMs = performance.now();
    const { on }: { on: boolean } = JSON.parse(payload.toString());
    if (on && station.tappedMs !== null) {
      tally().grantsMs.push(nowMs - station.tappedMs);
      station.tappedMs = null;
    }
    switchClient.publish(state, JSON.stringify({ on }));
  });
  reader.on('message', (_topic, payload) => {
    const { outcome }: { outcome: string } = JSON.parse(payload.toString());
    tally().answered += 1;
    if (outcome === 'refused') {
      tally().refused += 1;
      station.tappedMs = null;
    } else {
      station.held = outcome === 'granted';
    }
  });
  switchClient.publish(state, '{"on":false}');
  return station;
}

function tap(station: Station, { id, tally }: { id: string; tally: Tally }): void {
  station.taps += 1;
  tally.taps += 1;
  const payload = JSON.stringify({ badge: station.badge, tap: `${station.boot}:${station.taps}` });
  station.tappedMs = station.held ? null : performance.now();
  station.reader.publish(`officina/v1/reader/${id}/tap`, payload, { qos: 1 });
}
