// Answers those who come to the HTTPS port without TLS: browsers are sent to the right address, scripts are told. What
// they sent is not looked at further than the place they asked for; nothing of it reaches the API.

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

const headBytes = 8_192;
const hostPattern = /^(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253})(:\d{1,5})?$/i;

/** Resolves when the connection has gone; the caller bounds the time, because this server does not listen. */
export function createPlainAnswer(): (socket: Socket) => Promise<void> {
  const server = createServer({ maxHeaderSize: headBytes }, answer);
  return (socket) =>
    new Promise((resolve) => {
      socket.once('close', () => resolve());
      server.emit('connection', socket);
      socket.resume();
    });
}

function answer(request: IncomingMessage, response: ServerResponse): void {
  const { host = '' } = request.headers;
  const { method = '', url = '' } = request;
  const looks = method === 'GET' || method === 'HEAD';
  const isBare = request.headers.authorization === undefined && request.headers.cookie === undefined;
  const sendOn = looks && isBare && url.startsWith('/') && hostPattern.test(host);
  const text = sendOn
    ? 'This port speaks HTTPS.\n'
    : `This port speaks HTTPS: write https:// in place of http://.${isBare ? '' : ' What this request carried went over the network unprotected: make a new token, or sign in again.'}\n`;
  // For the moment only: whoever takes TLS away again must not find browsers that remember.
  response.writeHead(sendOn ? 307 : 400, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    connection: 'close',
    ...(sendOn && { location: `https://${host}${url}` }),
  });
  response.end(method === 'HEAD' ? '' : text);
}
