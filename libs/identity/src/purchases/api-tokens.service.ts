import { Injectable } from '@nestjs/common';
import { ActivityService, AttemptsService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, Clock, enforce, isId, newId, Problem } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { ApiTokenCreated, ApiTokenRevoked } from '../evidence.events.js';
import { canManagePurchases } from '../evidence.policy.js';
import { type ApiScope, type ApiTokenRow, TOKEN_COLUMNS } from './purchase.row.js';
import { PurchasesQueries } from './purchases.queries.js';

/** Says what the secret is to who finds it lying about, and is no session's token. */
const PREFIX = 'fanfare_';
const TOKEN = /^fanfare_[A-Za-z0-9_-]{43}$/;
const LONGEST_NAME = 100;

const INSERT = 'INSERT INTO api_tokens (id, community_id, name, scope, token_hash, created_by, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)';
const REVOKE = 'UPDATE api_tokens SET revoked_at = greatest($2, created_at), revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id';
const BY_TOKEN = `SELECT ${TOKEN_COLUMNS} FROM api_tokens t WHERE t.token_hash = $1 AND t.scope = $2 AND t.revoked_at IS NULL`;
const HOLD = 'UPDATE api_tokens SET last_used_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id';

/** What programs of a brand sign themselves with: one community, one thing that they may do. */
@Injectable()
export class ApiTokensService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly activity: ActivityService,
    private readonly attempts: AttemptsService,
    private readonly queries: PurchasesQueries,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Makes a token. The answer is the only time that anybody sees it.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `EMPTY_TEXT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async create(actor: Actor, slug: string, name: string, scope: ApiScope): Promise<{ token: string; apiToken: ApiTokenRow }> {
    const community = await this.communities.requireBySlug(slug);
    enforce(canManagePurchases(actor, community.id));
    const called = cleanLine('name', name, { max: LONGEST_NAME });
    await this.activity.take(actor, 'createApiToken');
    const [id, token] = [newId(), `${PREFIX}${randomBytes(32).toString('base64url')}`];
    return this.transactor.run(async (tx) => {
      await tx.query(INSERT, [id, community.id, called, scope, hashOf(token), actor.accountId, this.clock.now()]);
      await this.events.append(tx, ApiTokenCreated, { communityId: community.id, actorId: actor.accountId, subjectId: id, payload: { scope } });
      return { token, apiToken: (await this.queries.apiToken(tx, id))! };
    });
  }

  /** Ends a token; ended ones stay in the list. @throws Problem `NOT_FOUND`, `NOT_ALLOWED` */
  async revoke(actor: Actor, id: string): Promise<ApiTokenRow> {
    const found = isId(id) ? await this.queries.apiToken(this.database.reader, id) : null;
    if (!found) throw new Problem('NOT_FOUND', { what: 'token' });
    enforce(canManagePurchases(actor, found.communityId));
    return this.transactor.run(async (tx) => {
      const ended = await rowsOf(tx, REVOKE, [found.id, this.clock.now(), actor.accountId]);
      const event = { communityId: found.communityId, actorId: actor.accountId, subjectId: found.id, payload: { scope: found.scope } };
      if (ended.length > 0) await this.events.append(tx, ApiTokenRevoked, event);
      return (await this.queries.apiToken(tx, found.id))!;
    });
  }

  /** Whose token it is, for one thing that it may do. @throws Problem `SIGN_IN_REQUIRED`, `TOO_MANY_ATTEMPTS` */
  async require(token: string | null, scope: ApiScope, ip: string): Promise<ApiTokenRow> {
    const hash = TOKEN.test(token ?? '') ? hashOf(token!) : null;
    const [found] = hash ? await this.database.query<ApiTokenRow>(BY_TOKEN, [hash, scope]) : [];
    if (!found) throw new Problem('SIGN_IN_REQUIRED');
    await this.attempts.take({ operation: 'issuePurchaseCodes', subject: found.id, ip });
    return found;
  }

  /** Notes that a token is used, and holds it against being ended meanwhile. @throws Problem `SIGN_IN_REQUIRED` when it has been */
  async hold(tx: Tx, id: string): Promise<void> {
    if ((await rowsOf(tx, HOLD, [id, this.clock.now()])).length === 0) throw new Problem('SIGN_IN_REQUIRED');
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
