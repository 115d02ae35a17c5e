import { Inject, Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { type RequestContext } from '@fanfare/graphql';
import { type Actor, Clock, CONFIG, type Config, DAY, type Grant, HOUR, isId, isShutOut, newId, VISITOR } from '@fanfare/kernel';
import { createHash, randomBytes } from 'node:crypto';
import { AttemptsService } from './attempts.service.js';
import { restrictionsOfAccountSql, restrictionsFrom, type RestrictionJson } from './restriction.row.js';
import { HAS_SECOND_FACTOR, OPERATOR_DUE, ROLE_DUE } from './second-factor/staff-second-factor.service.js';
import { asksForCookie, credentialOf, sessionCookieName } from './session-credential.js';

/** A session ends when it was not used for so long. */
export const SESSION_MS = 30 * DAY;
/** How exactly we know when a session was last used. */
const SEEN_EVERY_MS = HOUR;
const LONGEST_USER_AGENT = 300;
const TOKEN_BYTES = 32;

export interface SessionRow {
  readonly id: string;
  readonly accountId: string;
  readonly userAgent: string | null;
  readonly createdAt: Date;
  readonly lastSeenAt: Date;
}

/** A session that was just opened; the token exists here and in the client's hands only. */
export interface OpenedSession {
  readonly id: string;
  readonly accountId: string;
  readonly token: string;
}

/** A power as it is read: whether it waits for a second factor. */
interface Waiting {
  readonly held: boolean;
}

interface ActorRow {
  readonly sessionId: string | null;
  readonly accountId: string;
  readonly isOperator: boolean;
  readonly operatorHeld: boolean;
  readonly grants: readonly (Grant & Waiting)[];
  readonly restrictions: readonly RestrictionJson[] | null;
}

// Whoever has no second factor when its time is over keeps the role and may do nothing by it: said here, where every actor is
// made, and nowhere else.
const GRANTS = `coalesce((SELECT json_agg(json_build_object('communityId', g.community_id, 'role', g.role,
      'held', ${ROLE_DUE} <= $2 AND NOT ${HAS_SECOND_FACTOR}) ORDER BY g.granted_at)
    FROM role_grants g WHERE g.account_id = a.id AND g.revoked_at IS NULL), '[]')`;

const POWERS = `a.is_operator AS "isOperator", a.is_operator AND ${OPERATOR_DUE} <= $2 AND NOT ${HAS_SECOND_FACTOR} AS "operatorHeld", ${GRANTS} AS grants,
  ${restrictionsOfAccountSql('a.id', '$2')} AS restrictions`;

// A test account ends at its hour, whatever it opened meanwhile.
const STANDS = '(a.test_until IS NULL OR a.test_until > $2)';

const ACTOR = `
  SELECT s.id AS "sessionId", a.id AS "accountId", s.last_seen_at AS "lastSeenAt", ${POWERS}
  FROM sessions s JOIN accounts a ON a.id = s.account_id WHERE s.token_hash = $1 AND s.expires_at > $2 AND ${STANDS}`;

const ACTOR_OF_ACCOUNT = `SELECT NULL AS "sessionId", a.id AS "accountId", ${POWERS} FROM accounts a WHERE a.id = $1 AND ${STANDS}`;

const OPEN = `
  INSERT INTO sessions (id, account_id, token_hash, user_agent, created_at, last_seen_at, expires_at, proven_at)
  VALUES ($1, $2, $3, $4, $5, $5, $6, $5)`;

/** Places an account may be signed in at; the longest unused give way. */
const MOST_SESSIONS = 100;

const MAKE_ROOM = `
  DELETE FROM sessions WHERE id IN (
    SELECT id FROM sessions WHERE account_id = $1 ORDER BY last_seen_at DESC, id DESC OFFSET $2)`;

const END_ELSEWHERE = `
  WITH ended AS (DELETE FROM sessions WHERE account_id = $1 AND id IS DISTINCT FROM $2 AND ($3::uuid IS NULL OR id = $3) RETURNING id)
  SELECT id FROM ended`;

const SEEN = 'UPDATE sessions SET last_seen_at = $2, expires_at = greatest(expires_at, $3) WHERE id = $1 AND last_seen_at < $4';

const LIST = `
  SELECT id, account_id AS "accountId", user_agent AS "userAgent", created_at AS "createdAt", last_seen_at AS "lastSeenAt"
  FROM sessions WHERE account_id = $1 AND expires_at > $2 ORDER BY last_seen_at DESC, id DESC LIMIT ${MOST_SESSIONS}`;

/** Sessions: opaque tokens, kept as SHA-256, valid for 30 days from their last use. */
@Injectable()
export class SessionService {
  private readonly cookie: string;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: AttemptsService,
    @Inject(CONFIG) config: Config,
  ) {
    this.cookie = sessionCookieName(config);
  }

  /** Who sent a request, by its bearer token or cookie; a visitor when that opens nothing. */
  async actorOf(context: RequestContext): Promise<Actor> {
    const credential = credentialOf(context.http.headers, this.cookie);
    if (!credential) return VISITOR;
    const now = this.clock.now();
    const [row] = await this.database.query<ActorRow & { sessionId: string; lastSeenAt: Date }>(ACTOR, [hashOf(credential.token), now]);
    if (!row) return VISITOR;
    const { lastSeenAt, ...actor } = row;
    if (now.getTime() - lastSeenAt.getTime() >= SEEN_EVERY_MS) await this.seen(actor.sessionId, now);
    return actorFrom(actor);
  }

  /** An account as an actor without a session yet. */
  async actorOfAccount(accountId: string): Promise<Actor> {
    const [row] = await this.database.query<ActorRow>(ACTOR_OF_ACCOUNT, [accountId, this.clock.now()]);
    return row ? actorFrom(row) : VISITOR;
  }

  /** Opens one for somebody who just proved to be the account's owner. */
  async open(tx: Tx, accountId: string, context: RequestContext): Promise<OpenedSession> {
    const id = newId();
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const now = this.clock.now();
    const agent = context.http.headers['user-agent']?.slice(0, LONGEST_USER_AGENT) ?? null;
    await tx.query(OPEN, [id, accountId, hashOf(token), agent, now, new Date(now.getTime() + SESSION_MS)]);
    await tx.query(MAKE_ROOM, [accountId, MOST_SESSIONS]);
    return { id, accountId, token };
  }

  /**
   * Gives a session to who asked for it and lets the rest of the request run as them: as a cookie to a browser that asked
   * for one, else as the token.
   *
   * @returns the token, or null when it went into the cookie
   */
  async handOver(opened: OpenedSession, context: RequestContext): Promise<string | null> {
    context.actor = { ...(await this.actorOfAccount(opened.accountId)), sessionId: opened.id };
    if (!asksForCookie(context.http.headers)) return opened.token;
    context.cookies.set(this.cookie, opened.token, { maxAgeSeconds: SESSION_MS / 1000 });
    return null;
  }

  /**
   * Ends the session of a request, or all of its account's. Whoever has one may always end it; only calls without one are
   * counted.
   *
   * @returns whether there was one
   * @throws Problem `TOO_MANY_ATTEMPTS`
   */
  async end(context: RequestContext, everywhere: boolean): Promise<boolean> {
    const { accountId, sessionId } = context.actor;
    const { ip } = context.http;
    context.cookies.clear(this.cookie);
    context.actor = VISITOR;
    if (!accountId) {
      await this.attempts.take({ operation: 'signOut', subject: ip, ip });
      return false;
    }
    if (everywhere) await this.endAll(this.database.reader, accountId);
    else await this.database.query('DELETE FROM sessions WHERE id = $1', [sessionId]);
    return true;
  }

  async endAll(tx: Tx, accountId: string): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE account_id = $1', [accountId]);
  }

  /** Ends all sessions of the actor's account but the one they act by. */
  async endOthers(tx: Tx, { accountId, sessionId }: Actor): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE account_id = $1 AND id IS DISTINCT FROM $2', [accountId, sessionId]);
  }

  /**
   * Ends one place the actor's account is signed in at, or all but the one they act by, which `end` is for.
   *
   * @returns how many ended
   */
  async endElsewhere({ accountId, sessionId }: Actor, one: string | null): Promise<number> {
    if (one !== null && !isId(one)) return 0;
    return (await this.database.query<{ id: string }>(END_ELSEWHERE, [accountId, sessionId, one])).length;
  }

  /** The open sessions of an account, the last used first. */
  list(accountId: string): Promise<SessionRow[]> {
    return this.database.query<SessionRow>(LIST, [accountId, this.clock.now()]);
  }

  /** Removes what can open nothing any more. */
  async prune(tx: Tx): Promise<void> {
    await rowsOf(tx, 'DELETE FROM sessions WHERE expires_at <= $1', [this.clock.now()]);
  }

  private async seen(sessionId: string, now: Date): Promise<void> {
    const least = new Date(now.getTime() - SEEN_EVERY_MS + 1);
    await this.database.query(SEEN, [sessionId, now, new Date(now.getTime() + SESSION_MS), least]);
  }
}

/** Parts what somebody may do from what waits and from what a decision took. */
function actorFrom({ sessionId, accountId, isOperator, operatorHeld, grants, restrictions }: ActorRow): Actor {
  const kept = restrictions ? { restrictions: restrictionsFrom(restrictions) } : {};
  const those = (held: boolean) => grants.filter((grant) => grant.held === held && holds(kept, grant)).map(({ communityId, role }) => ({ communityId, role }));
  const waiting = those(true);
  const actor = { sessionId, accountId, isOperator: isOperator && !operatorHeld, grants: those(false), ...kept };
  return operatorHeld || waiting.length > 0 ? { ...actor, held: { isOperator: operatorHeld, grants: waiting } } : actor;
}

/** Who is suspended or banned acts in no office there. An owner's stays: whose community it is, moderators do not decide. */
function holds(actor: Pick<Actor, 'restrictions'>, { communityId, role }: Grant): boolean {
  return role === 'OWNER' || !isShutOut(actor, communityId);
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
