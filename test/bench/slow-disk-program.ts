// The real program on a disk whose every durable transaction takes so much longer, as its second argument says.

import { loadConfig } from '../../src/config/load-config.ts';
import { start } from '../../src/main.ts';
import { configFile, dataDir } from './bench-workshop.ts';

const [folder = '', fsyncDelayMs = '0'] = process.argv.slice(2);
const flags = { data: dataDir(folder), httpPort: '0', mqttPort: '0' };
const outcome = loadConfig({ file: configFile(folder), env: { OFFICINA_LOG: 'warn' }, flags });
if (!outcome.ok) throw new Error(outcome.mistakes.map(({ text }) => text).join(' '));
const running = await start(outcome.config, { demo: false, fsyncDelayMs: Number(fsyncDelayMs) });
process.once('SIGTERM', async () => {
  await running.stop();
  process.exit();
});
process.stdout.write(`ready mqtt=${running.mqttPort}\n`);
