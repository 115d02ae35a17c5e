import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import { type RequestContext, storable } from '@fanfare/graphql';
import { type Actor, CONFIG, type Config, enforce, needsOperator, Problem } from '@fanfare/kernel';
import { type GraphQLResolveInfo, OperationTypeNode } from 'graphql';
import { type AccessRule, ruleOn } from './access.decorator.js';
import { Authentication } from './authentication.js';
import { asksForCookie, credentialOf, isFromOurPages, sessionCookieName } from './session-credential.js';

const ROOTS: ReadonlySet<string> = new Set(['Query', 'Mutation', 'Subscription']);

/**
 * The one door: finds out who asks, once per request, and holds every field to its `@Access`. It works on the context of
 * the operation alone, so HTTP, WebSocket and pages rendered on the server pass through it alike.
 */
@Injectable()
export class AccessGuard implements CanActivate {
  private readonly cookie: string;

  constructor(
    private readonly authentication: Authentication,
    @Inject(CONFIG) private readonly config: Config,
  ) {
    this.cookie = sessionCookieName(config);
  }

  /** @throws Problem `SIGN_IN_REQUIRED`, `NOT_ALLOWED`, `SECOND_FACTOR_NEEDED`, `CROSS_SITE_REQUEST`, and what signing in may throw */
  async canActivate(execution: ExecutionContext): Promise<boolean> {
    const rule = ruleOn(execution.getHandler()) ?? ruleOn(execution.getClass());
    if (execution.getType<string>() !== 'graphql') return rule === 'PUBLIC';
    const graphql = GqlExecutionContext.create(execution);
    const context = graphql.getContext<RequestContext>();
    const info = graphql.getInfo<GraphQLResolveInfo>();
    if (!rule && !ROOTS.has(info.parentType.name)) return true;
    this.refuseCrossSite(context, info);
    await this.authenticate(context);
    if (rule === 'PASSWORD') await this.signIn(context, storable(graphql.getArgs<{ input?: unknown }>().input));
    else hold(rule, context.actor);
    return true;
  }

  /** Finds out who asks. Root fields of one query run at once and share the answer. */
  private authenticate(context: RequestContext): Promise<void> {
    return context.once(this, async () => {
      context.actor = await this.authentication.bySession(context);
    });
  }

  private async signIn(context: RequestContext, input: unknown): Promise<void> {
    const actor = await this.authentication.byPassword(context, input);
    if (!actor?.accountId) throw new Problem('WRONG_CREDENTIALS');
    context.actor = actor;
  }

  /** A cookie may change things, or be planted, only on behalf of our own pages. */
  private refuseCrossSite({ http: { headers } }: RequestContext, { operation }: GraphQLResolveInfo): void {
    if (operation.operation !== OperationTypeNode.MUTATION) return;
    const withCookie = credentialOf(headers, this.cookie)?.from === 'COOKIE' || asksForCookie(headers);
    if (withCookie && !isFromOurPages(headers, this.config.publicUrl)) throw new Problem('CROSS_SITE_REQUEST');
  }
}

function hold(rule: Exclude<AccessRule, 'PASSWORD'> | undefined, actor: Actor): void {
  if (!rule) throw new Problem('NOT_ALLOWED');
  if (rule === 'PUBLIC') return;
  if (!actor.accountId) throw new Problem('SIGN_IN_REQUIRED');
  if (rule === 'OPERATOR') enforce(needsOperator(actor));
}
