// What every noun of the API is handed, and the Fastify types that all of them share. Built once, by `buildApi`.

import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  FastifyRequest,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { Scope } from '../contract/people.ts';
import type { BoardSource } from './board-view.ts';
import type { LiveStreams } from './live-streams.ts';
import type { ApiOptions } from './options.ts';
import type { ProblemCode } from './problem.ts';
import type { SignIns } from './sign-ins.ts';
import type { TokenShelf } from './token-shelf.ts';
import type { Credential, Viewer, Viewers } from './viewers.ts';

export type Api = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

export type Parts = {
  readonly options: ApiOptions;
  readonly viewers: Viewers;
  readonly signIns: SignIns;
  readonly tokens: TokenShelf;
  readonly streams: LiveStreams;
  /** The board's facts as of now. */
  source(): BoardSource;
};

/** Any one of these scopes lets a request in; `public` needs nobody to be signed in. */
export type Needs = 'public' | readonly Scope[];

declare module 'fastify' {
  interface FastifyContextConfig {
    needs?: Needs;
    /** Codes with which this route itself may refuse, for the document. */
    refusals?: readonly ProblemCode[];
  }
  interface FastifyRequest {
    viewer: Viewer | null;
    credential: Credential;
  }
}

/** The viewer of a route that needs one; the guard has let nobody else in. */
export function viewerOf(request: Pick<FastifyRequest, 'viewer' | 'url'>): Viewer {
  if (request.viewer === null) throw new Error(`${request.url} was reached without a viewer`);
  return request.viewer;
}
