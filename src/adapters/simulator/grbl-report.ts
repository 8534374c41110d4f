// What the simulated controller reports: the status line with the cadence of its rare fields, build info, parser state.

import { axes, type Point } from './grbl-gcode.ts';
import { plannerSize, rxBufferBytes } from './grbl-motion.ts';
import { reportMask } from './grbl-settings.ts';
import { type Channel, type Grbl, isLaser, say } from './grbl-state.ts';

/** Reports until WCO and Ov are repeated, at rest and in motion (config.h). */
const cadence = { wco: { idle: 10, busy: 30 }, ov: { idle: 10, busy: 20 } } as const;
const mmPerInch = 25.4;

/** Answers one `?`. */
export function reportStatus(grbl: Grbl, channel: Channel): void {
  const mask = grbl.settings.get(10) ?? 1;
  const machine = (mask & reportMask.machinePosition) !== 0;
  const { position } = grbl.motion;
  const shown = machine ? position : minus(position, grbl.offset);
  const parts = [stateWord(grbl), `${machine ? 'MPos' : 'WPos'}:${pointText(grbl, shown)}`];
  if ((mask & reportMask.buffer) !== 0) {
    parts.push(`Bf:${plannerSize - grbl.motion.queue.length},${rxBufferBytes - channel.rx.length}`);
  }
  parts.push(`FS:${rateText(grbl, grbl.motion.speed * 60)},${Math.round(shownRpm(grbl))}`);
  if (grbl.doorOpen) parts.push('Pn:D');
  const rare = rareField(grbl);
  if (rare) parts.push(rare);
  say(grbl, `<${parts.join('|')}${channel.askedAll ? grbl.dialect.all : ''}>`, channel);
}

/** The answer to `$G`. */
export function parserLine(grbl: Grbl): string {
  const { modal } = grbl;
  const words = [
    `G${modal.motion}`,
    'G54',
    'G17',
    modal.inches ? 'G20' : 'G21',
    modal.absolute ? 'G90' : 'G91',
    'G94',
  ];
  words.push(
    modal.spindle,
    modal.coolant ? 'M8' : 'M9',
    'T0',
    `F${rateText(grbl, modal.feed ?? 0)}`,
    `S${modal.speed}`,
  );
  return `[GC:${words.join(' ')}]`;
}

export const positionText = (grbl: Grbl): string => pointText(grbl, grbl.motion.position);

function stateWord(grbl: Grbl): string {
  const { word, suspend } = grbl;
  if (word === 'Hold') return suspend?.jogCancel ? 'Jog' : `Hold:${suspend?.holdComplete ? 0 : 1}`;
  if (word !== 'Door') return word;
  if (suspend && suspend.restoringUntilMs !== null) return 'Door:3';
  if (!suspend?.retracted) return 'Door:2';
  return suspend.ajar ? 'Door:1' : 'Door:0';
}

/** At most one of WCO and Ov comes with a report; `A` comes only with Ov. */
function rareField(grbl: Grbl): string | null {
  const pace = ['Run', 'Hold', 'Jog', 'Door', 'Home'].includes(grbl.word) ? 'busy' : 'idle';
  if (grbl.wcoIn > 0) grbl.wcoIn -= 1;
  else {
    grbl.wcoIn = cadence.wco[pace] - 1;
    // Ov gives way to WCO and comes with the next report.
    if (grbl.ovIn > 0) grbl.ovIn -= 1;
    return `WCO:${pointText(grbl, grbl.offset)}`;
  }
  if (grbl.ovIn > 0) {
    grbl.ovIn -= 1;
    return null;
  }
  grbl.ovIn = cadence.ov[pace] - 1;
  const { feed, rapid, spindle } = grbl.override;
  const on = `${grbl.spindle.rpm > 0 ? { M3: 'S', M4: 'C', M5: '' }[grbl.spindle.word] : ''}${grbl.coolant ? 'F' : ''}`;
  return `Ov:${feed},${rapid},${spindle}${on ? `|A:${on}` : ''}`;
}

/** In laser mode the beam is on only during a cutting move. */
function shownRpm(grbl: Grbl): number {
  const { rpm } = grbl.spindle;
  if (!isLaser(grbl)) return (rpm * grbl.override.spindle) / 100;
  const move = grbl.motion.queue[0];
  return grbl.word === 'Run' && move && grbl.motion.speed > 0 ? (move.rpm * grbl.override.spindle) / 100 : 0;
}

const inches = (grbl: Grbl) => grbl.settings.get(13) === 1;
const rateText = (grbl: Grbl, mmPerMin: number) =>
  inches(grbl) ? (mmPerMin / mmPerInch).toFixed(1) : Math.round(mmPerMin).toFixed(0);
const pointText = (grbl: Grbl, point: Point) =>
  axes
    .map((axis) => (inches(grbl) ? (point[axis] / mmPerInch).toFixed(4) : point[axis].toFixed(3)))
    .join(',');
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y, z: a.z - b.z });
