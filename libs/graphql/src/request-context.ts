import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type Actor, newId, VISITOR } from '@fanfare/kernel';
import type { IncomingHttpHeaders } from 'node:http';

/** What is known of the request before anybody asks who sent it. */
export interface HttpFacts {
  readonly headers: IncomingHttpHeaders;
  /** The client's address, proxies taken into account. */
  readonly ip: string;
}

export interface CookieOptions {
  readonly maxAgeSeconds: number;
}

/** Where a resolver may leave a cookie; a WebSocket or a page being rendered keeps none. */
export interface CookieJar {
  set(name: string, value: string, options: CookieOptions): void;
  clear(name: string): void;
}

const NO_COOKIES: CookieJar = { set: () => undefined, clear: () => undefined };

/** One per operation: who asks, over what, and what has been loaded for them so far. */
export class RequestContext {
  /** Set by the access guard before any resolver runs. */
  actor: Actor = VISITOR;
  readonly requestId: string = newId();
  /** Loaders and other things made once per request, by the object that makes them. */
  readonly memo = new Map<object, unknown>();

  constructor(
    readonly http: HttpFacts,
    readonly cookies: CookieJar = NO_COOKIES,
  ) {}

  /** What `make` answered the first time this request asked for `key`. */
  once<T>(key: object, make: () => T): T {
    if (!this.memo.has(key)) this.memo.set(key, make());
    return this.memo.get(key) as T;
  }
}

/** The context of a resolver's request. */
export const Ctx = createParamDecorator((_data: unknown, context: ExecutionContext) => contextOf(context));

/** Who asks. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext) => contextOf(context).actor);

export function contextOf(context: ExecutionContext): RequestContext {
  return GqlExecutionContext.create(context).getContext<RequestContext>();
}
