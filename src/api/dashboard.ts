// The built pages at `/`. Files under /assets/ have their content's hash in their name and may be kept for ever; all
// others are asked for again each time, so that an update reaches every screen.

import fastifyStatic from '@fastify/static';
import type { Api, Parts } from './parts.ts';

export async function dashboardFiles(api: Api, { options }: Parts): Promise<void> {
  await api.register(fastifyStatic, {
    root: options.dashboardDir,
    cacheControl: false,
    dotfiles: 'ignore',
    setHeaders(reply, path) {
      const hashed = /[/\\]assets[/\\][^/\\]+$/.test(path);
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
  // The page beside a machine; the rest of its address names the machine.
  api.get('/kiosk', { schema: { hide: true } }, (_request, reply) => reply.sendFile('kiosk/kiosk.html'));
}
