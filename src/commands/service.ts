// `officina service`: prints the systemd unit of this installation. It changes nothing; whoever installs the unit sees
// what it says.

import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createFindings } from '../config/findings.ts';
import { findConfigFile } from '../config/load-config.ts';
import { readSettings } from '../config/settings.ts';
import { type Command, type Context, exitCodes, refuse, textOf } from './command.ts';
import { isUnitPath, serviceUnit } from './service-unit.ts';

export const service: Command = {
  name: 'service',
  summary: 'Prints a systemd unit that runs this gateway as a service.',
  usage: '[--user NAME] [--config FILE] [--data DIR]',
  help: `
  --user NAME   the account that it runs as; left out, yours

The unit names this installation, its officina.yaml ("officina check" says whether that is right) and its data folder.
Passwords for \${NAME} in the file may stand in a file ".env" beside it, one NAME=value per line. systemd starts the
gateway again when it ends, and when for a minute no probe came through from the MQTT port to the disk. Two lines
install it:

  npx officina service | sudo tee /etc/systemd/system/officina.service
  sudo systemctl daemon-reload && sudo systemctl enable --now officina

"systemctl status officina" then tells how it is, "journalctl -u officina" what it said.

Example:
  officina service --user officina --config /etc/officina/officina.yaml --data /var/lib/officina`,
  options: { user: { type: 'string' } },
  words: { least: 0, most: 0 },
  async run(context) {
    const file = findConfigFile(context.env, context.flags);
    if (file === null || !existsSync(file)) {
      const text = `There is no ${file ?? 'officina.yaml here'}; name one with --config, or write one with "officina init".`;
      return refuse(context, `${text} The demo shop is no service.`);
    }
    const user = accountOf(context);
    if (user === null)
      return refuse(
        context,
        'Which account is it to run as? Not root: name one with --user.',
        exitCodes.wrongUse,
      );
    const paths = pathsOf(context, file);
    const odd = Object.values(paths).find((path) => !isUnitPath(path));
    if (odd !== undefined)
      return refuse(context, `A unit cannot name ${JSON.stringify(odd)}; move it elsewhere.`);
    context.stdout.write(serviceUnit({ ...paths, user }));
    if (!existsSync(paths.dataDir)) {
      context.stderr.write(
        `${paths.dataDir} is not there yet: make it, and give it to ${user}, before the service starts.\n`,
      );
    }
    return exitCodes.ok;
  },
};

function pathsOf({ env, flags }: Context, file: string) {
  const folder = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
  return {
    node: pinnedNode(folder),
    folder,
    configFile: resolve(file),
    secretsFile: resolve(dirname(file), '.env'),
    dataDir: resolve(readSettings(env, flags, createFindings()).dataDir),
  };
}

/** Null when it cannot be a good one: a gateway needs no right of root. */
function accountOf({ values }: Context): string | null {
  const user = textOf(values, 'user') ?? userInfo().username;
  return /^[a-z_][a-z0-9_-]{0,31}$/.test(user) && user !== 'root' ? user : null;
}

/** The Node that this installation brought along; the one that runs now where it brought none. */
function pinnedNode(folder: string): string {
  const pinned = resolve(folder, 'node_modules/node/bin/node');
  return existsSync(pinned) ? pinned : process.execPath;
}
