// What `check` says of each machine: whether it is reached, what was found and what it does, or the reason and the remedy.
// A gateway that runs is asked; else the links are opened once. No serial port is opened without --yes.

import type { Config, LinkConfig } from '../config/config.ts';
import { clip } from '../config/read-yaml.ts';
import { askGateway, fieldOf, problemText } from './ask-gateway.ts';
import type { RunningGateway } from './boxes.ts';
import type { Context } from './command.ts';
import type { Look } from './machine-boxes.ts';

/** Ten seconds with what comes before and after. */
const withinMs = 8_000;

export async function tryMachines(context: Context, config: Config): Promise<void> {
  const { stdout, boxes, values } = context;
  const ids = config.workshop.order.filter((id) => isReached(config.links[id]));
  if (ids.length === 0) return;
  const running = await boxes.running(config);
  if (running !== null) {
    stdout.write(await seenByGateway(running, ids));
    return;
  }
  const opens = (id: string): boolean => config.links[id]?.kind !== 'serial' || values.has('yes');
  const tried = ids.filter(opens);
  const looks =
    tried.length === 0 ? new Map() : await boxes.machines.look(config, { machines: tried, withinMs });
  for (const id of ids) {
    const look: Look | undefined = looks.get(id);
    const text = opens(id) ? describeLook(look) : untried;
    stdout.write(`  ${id}: ${text}\n`);
  }
}

/** Others report by themselves to a gateway that runs, or have nothing to say. */
const isReached = (link: LinkConfig | undefined): boolean =>
  link !== undefined && link.kind !== 'none' && link.kind !== 'mqtt' && link.kind !== 'current-sense';

const untried = 'not tried: opening its port may restart the board and end its job; --yes tries it';

function describeLook(look: Look | undefined): string {
  if (!look) return 'not tried: this kind of link is not known here';
  const found = look.found === null ? '' : `${clip(look.found, 120)}, `;
  // Its level, and the machine that stands in front of the line already.
  const said = look.said === null ? '' : clip(look.said.replace(/^\w+ (?:[a-z0-9-]+: )?/, ''), 600);
  if (look.link === 'up') {
    const activity = look.substate === null ? look.activity : `${look.activity} (${clip(look.substate)})`;
    return `reached: ${found}${activity}${look.said?.startsWith('warn') ? `; ${said}` : ''}`;
  }
  // What this look was shown is thrown away: only a gateway keeps it for `trust`.
  const trusting = said.replace(/npx officina trust/, 'start the gateway once, then npx officina trust');
  return `not reached: ${trusting.replace(/ Trying again until [^.]*\.$/, '') || 'it says nothing; check its power and its cable'}`;
}

/** As it stands there now: a second connection would take answers from the first. */
async function seenByGateway(running: RunningGateway, ids: readonly string[]): Promise<string> {
  const asked = await askGateway(running, { method: 'GET', path: '/api/board' });
  const cards = fieldOf(asked.said, 'machines');
  if (!asked.ok || !Array.isArray(cards)) return `${problemText(asked, 'to tell of its machines')}\n`;
  const lines = ids.map((id) => `  ${id}: ${describeCard(cards.find((card) => fieldOf(card, 'id') === id))}`);
  return `As the gateway at ${running.url} sees them:\n${lines.join('\n')}\n`;
}

function describeCard(card: unknown): string {
  if (card === undefined) return 'not there yet: the gateway takes it at its next start';
  const [link, activity, substate] = ['link', 'activity', 'substate'].map((name) => fieldOf(card, name));
  const troubles = fieldOf(card, 'troubles');
  const codes = (Array.isArray(troubles) ? troubles : []).map((one) => clip(String(fieldOf(one, 'code'))));
  const why = codes.length === 0 ? '' : `; ${codes.join(', ')}, see its page`;
  const does = typeof substate === 'string' ? `${String(activity)} (${substate})` : String(activity);
  if (link === 'up') return `reached: ${clip(does, 80)}${why}`;
  return `not reached${link === 'lost' ? ' any more' : ''}${why || '; see the log of the gateway'}`;
}
