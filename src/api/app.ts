// Builds the HTTP side as one Fastify instance that listens nowhere: `main.ts` listens, tests inject. The order here
// is the order of judgement: name of the host, who asks, what they may do, the shape of the request, the route.

import fastifyCookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify } from 'fastify';
import { accessRoutes } from './access.ts';
import { alarmRoutes } from './alarms.ts';
import { allowanceRoutes } from './allowances.ts';
import { badgeRoutes } from './badges.ts';
import { bankRoutes } from './bank.ts';
import { boardRoutes } from './board.ts';
import { bookingRoutes } from './bookings.ts';
import { bookRoutes } from './books.ts';
import { calendarRoutes } from './calendars.ts';
import { careRoutes } from './care.ts';
import { certificationRoutes } from './certifications.ts';
import { dashboardFiles } from './dashboard.ts';
import { demoRoutes } from './demo.ts';
import { deskRoutes } from './desk.ts';
import { deviceRoutes } from './devices.ts';
import { disputeRoutes } from './disputes.ts';
import { documentReader, documentRoutes } from './docs.ts';
import { answerErrors, sendError } from './errors.ts';
import { exportRoutes } from './exports.ts';
import { floorRoutes } from './floor.ts';
import { guardRoutes, isLoopbackName } from './guard.ts';
import { securityHeaders } from './headers.ts';
import { healthRoutes } from './health.ts';
import { heldSessionRoutes } from './held-session.ts';
import { invoiceRoutes } from './invoices.ts';
import { journalRoutes } from './journal.ts';
import { kioskRoutes } from './kiosk.ts';
import { ledgerRoutes } from './ledger.ts';
import { flushLater, liveRoutes } from './live.ts';
import { createLiveStreams, type LiveStreams } from './live-streams.ts';
import { machineDecisionRoutes } from './machine-decisions.ts';
import { machineRoutes } from './machines.ts';
import { mailRoutes } from './mail.ts';
import { mandateRoutes } from './mandates.ts';
import { memberRoutes } from './members.ts';
import type { ApiOptions } from './options.ts';
import { ownBadgeRoutes } from './own-badges.ts';
import type { Api, Parts } from './parts.ts';
import { passkeyRoutes } from './passkeys.ts';
import { pinRoutes } from './pins.ts';
import { placeRoutes } from './places.ts';
import { policyRoutes } from './policy.ts';
import { postingRoutes } from './postings.ts';
import { priceRoutes } from './price.ts';
import { refuse } from './problem.ts';
import { proposalRoutes } from './proposals.ts';
import { pushRoutes } from './push.ts';
import { queueRoutes } from './queues.ts';
import { refusalRoutes } from './refusals.ts';
import { replayRoutes } from './replays.ts';
import { sessionRoutes } from './session.ts';
import { setupRoutes } from './setup.ts';
import { providerRoutes } from './sign-in-provider.ts';
import { createSignIns } from './sign-ins.ts';
import { standingRoutes } from './standing.ts';
import { statementRoutes } from './statements.ts';
import { tariffRoutes } from './tariffs.ts';
import { todayRoutes } from './today.ts';
import { openTokenShelf } from './token-shelf.ts';
import { tokenRoutes } from './tokens.ts';
import { unassignedRoutes } from './unassigned.ts';
import { usageRoutes } from './usage.ts';
import { compileCheck } from './validation.ts';
import { createViewers, type MasterToken } from './viewers.ts';
import { webhookRoutes } from './webhooks.ts';
import { wishRoutes } from './wishes.ts';

export async function buildApi(options: ApiOptions): Promise<Api> {
  const parts = await assemble(options);
  const api = bareApi(options);
  await documentRoutes(api, options.version);
  await api.register(fastifyCookie);
  await api.register(async (plain) => {
    const guarded = plain.withTypeProvider<TypeBoxTypeProvider>();
    guardRoutes(guarded, parts.viewers);
    for (const routes of nouns) routes(guarded, parts);
    if (options.demo !== null) demoRoutes(guarded, options.demo);
  });
  await documentReader(api);
  await dashboardFiles(api, parts);
  await api.ready();
  return api;
}

const nouns = [
  boardRoutes,
  floorRoutes,
  liveRoutes,
  machineRoutes,
  careRoutes,
  accessRoutes,
  priceRoutes,
  machineDecisionRoutes,
  heldSessionRoutes,
  queueRoutes,
  policyRoutes,
  proposalRoutes,
  replayRoutes,
  bookingRoutes,
  wishRoutes,
  calendarRoutes,
  sessionRoutes,
  passkeyRoutes,
  providerRoutes,
  placeRoutes,
  setupRoutes,
  memberRoutes,
  certificationRoutes,
  badgeRoutes,
  ownBadgeRoutes,
  standingRoutes,
  pinRoutes,
  pushRoutes,
  statementRoutes,
  ledgerRoutes,
  postingRoutes,
  bookRoutes,
  invoiceRoutes,
  bankRoutes,
  tariffRoutes,
  mandateRoutes,
  mailRoutes,
  allowanceRoutes,
  disputeRoutes,
  exportRoutes,
  usageRoutes,
  deskRoutes,
  todayRoutes,
  refusalRoutes,
  journalRoutes,
  deviceRoutes,
  alarmRoutes,
  unassignedRoutes,
  tokenRoutes,
  kioskRoutes,
  webhookRoutes,
  healthRoutes,
];

async function assemble(options: ApiOptions): Promise<Parts> {
  const { gateway, clock, secrets, adminToken, controlToken } = options;
  const listeningSinceMs = clock.wallMs();
  const demo = options.demo !== null;
  const floor = options.floor ?? null;
  const signIns = createSignIns(options);
  const tokens = await openTokenShelf(options.tokens);
  const masterTokens: MasterToken[] = [{ token: controlToken, by: 'console' }];
  if (adminToken !== null) masterTokens.push({ token: adminToken, by: 'admin-token' });
  const viewers = createViewers({ gateway, clock, secrets, signIns, tokens, masterTokens, demo });
  const source = () => ({ gateway, nowMs: clock.wallMs(), listeningSinceMs, demo, floor });
  const streams: LiveStreams = createLiveStreams({
    viewers,
    source,
    flushSoon: flushLater(() => streams, clock),
  });
  return { options, viewers, signIns, tokens, streams, source };
}

/** Limits, errors and headers that hold for every answer, pages included. */
function bareApi(options: ApiOptions): Api {
  const ownHeaders = securityHeaders(options);
  const api: Api = fastify({
    bodyLimit: 64 * 1024,
    // Slow senders do not hold a connection for ever; answers may take longer.
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 100 },
    trustProxy: false,
    // Without this Fastify loads compilers of its own that nobody uses, which takes 80 ms.
    schemaController: { compilersFactory: { buildValidator: notUsed, buildSerializer: notUsed } },
    exposeHeadRoutes: false,
    frameworkErrors(error, request, reply) {
      reply.headers(ownHeaders);
      sendError(options, error, request, reply);
    },
  }).withTypeProvider<TypeBoxTypeProvider>();
  // Wall screens, phones and scripts of one workshop; the bound keeps a flood of sockets from eating all memory.
  api.server.maxConnections = 1000;
  api.setValidatorCompiler(({ schema, httpPart }) => compileCheck({ schema, ...(httpPart && { httpPart }) }));
  // Views are built field by field, so an answer needs no stripping.
  api.setSerializerCompiler(() => (value) => JSON.stringify(value));
  acceptJsonOnly(api);
  answerErrors(api, options);
  closeInTime(api);
  api.addHook('onRequest', async (request, reply) => {
    reply.headers(ownHeaders);
    if (!options.loopbackOnly || isLoopbackName(request.headers.host)) return undefined;
    return reply.send(refuse(reply, 'host-unknown'));
  });
  return api;
}

function notUsed(): never {
  throw new Error('the compilers of requests and answers are set beside this');
}

/** Requests under way may finish; a connection that says nothing, as browsers open in advance, is not waited for. */
function closeInTime(api: Api): void {
  const graceMs = 1000;
  let patience: ReturnType<typeof setTimeout> | undefined;
  api.addHook('preClose', async () => {
    patience = setTimeout(() => api.server.closeAllConnections(), graceMs);
  });
  api.addHook('onClose', async () => clearTimeout(patience));
}

/** One content type, so that no other can slip past a schema; an empty body is simply no body. */
function acceptJsonOnly(api: Api): void {
  const parse = api.getDefaultJsonParser('error', 'error');
  api.removeAllContentTypeParsers();
  api.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parse(request, String(body), done);
  });
}
