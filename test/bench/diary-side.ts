// The real program, to which machines report: into the embedded diary alone, or also into a real InfluxDB.

import type { Influxd } from '../adapters/influx/influxd.ts';
import { makeWorkshop, startOfficina } from './bench-workshop.ts';
import { embeddedCount, influxCount } from './diary-count.ts';
import { landing, type Rate, reportingMachines, startPublisher } from './landing.ts';

export type Side = { measure(reports: number): Promise<Rate>; close(): Promise<void> };

const database = 'officina';

export async function openDiary(influxd: Influxd | null): Promise<Side> {
  const influx = influxd ? { influx: { url: `http://127.0.0.1:${influxd.port}`, database } } : {};
  const size = { stations: 0, machines: reportingMachines, members: 0 };
  const folder = makeWorkshop('readings', { ...size, ...influx });
  const officina = await startOfficina(folder);
  const publisher = await startPublisher(officina.mqttPort);
  const embedded = embeddedCount(folder);
  return {
    measure: (reports) =>
      landing({
        publisher,
        reports,
        // In InfluxDB is what is on the disk and not unsent; it is asked only once, because to count is work for it.
        progress: async () => {
          const { kept, seriesUnsent } = embedded.soFar();
          return influxd && seriesUnsent > 0 ? -seriesUnsent : kept;
        },
        count: async () => (influxd ? influxCount(influxd, database) : embedded.exactly()),
      }),
    async close() {
      embedded.close();
      await publisher.stop();
      await officina.stop();
    },
  };
}
