import { Injectable, Logger } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { type Actor, Clock, DAY, HOUR, MINUTE, Problem } from '@fanfare/kernel';
import { createHash } from 'node:crypto';
import * as oidc from 'openid-client';
import { EvidenceService } from '../evidence.service.js';
import { LinkProviders } from './link-providers.js';
import type { FlowSecrets, LinkClaims, LinkStrategy } from './link-strategy.js';

/** How long somebody may be away at a provider. */
const AWAY_MS = 10 * MINUTE;

/** Nobody tells us when an account elsewhere is closed: after a year it is to be shown again. */
const TERM_MS = 365 * DAY;

const LEAVE = `
  INSERT INTO link_attempts (state_hash, session_id, account_id, provider, nonce, code_verifier, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const COME_BACK = `
  DELETE FROM link_attempts WHERE state_hash = $1 AND session_id = $2 AND account_id = $3 AND provider = $4 AND expires_at > $5
  RETURNING nonce, code_verifier`;

/**
 * Accounts elsewhere as evidence, by OpenID Connect. A flow belongs to the session that began it and is answered once. Only a
 * provider that has verified the person's address makes an account there worth something; nobody signs in by one.
 */
@Injectable()
export class LinkedAccountsService {
  private readonly log = new Logger('LinkedAccounts');

  constructor(
    schedules: Schedules,
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly clock: Clock,
    private readonly activity: ActivityService,
    private readonly providers: LinkProviders,
    private readonly evidence: EvidenceService,
  ) {
    schedules.every(HOUR, 'identity.linkAttempts', (tx) => this.prune(tx));
  }

  /** Where the browser goes to show an account at a provider. @throws Problem `NOT_FOUND`, `PROVIDER_UNAVAILABLE`, `TOO_MANY_ATTEMPTS` */
  async begin(actor: Actor, providerId: string): Promise<string> {
    const provider = this.providers.require(providerId);
    await this.activity.take(actor, 'linkAccount');
    const { url, secrets } = await (await this.providers.strategyOf(provider)).leave();
    const expires = new Date(this.clock.now().getTime() + AWAY_MS);
    const row = [hashOf(secrets.state), actor.sessionId, actor.accountId, provider.id, secrets.nonce, secrets.code_verifier, expires];
    await this.database.query(LEAVE, row);
    return url;
  }

  /**
   * Takes what a provider answered, and lets it stand as evidence.
   *
   * @param search the callback's query, with its question mark
   * @throws Problem `SIGN_IN_REQUIRED`, `LINK_REFUSED` for an answer to no open question of this session, `LINK_CANCELLED`,
   *   `LINK_UNVERIFIED`, `EVIDENCE_NOT_USABLE`, `PROVIDER_UNAVAILABLE`, `NOT_FOUND`
   */
  async finish(actor: Actor, providerId: string, search: string): Promise<void> {
    const provider = this.providers.require(providerId);
    if (!actor.accountId) throw new Problem('SIGN_IN_REQUIRED');
    const secrets = await this.kept(actor, provider.id, new URLSearchParams(search).get('state'));
    const claims = await this.answer(await this.providers.strategyOf(provider), search, secrets);
    if (!claims) throw new Problem('LINK_CANCELLED');
    if (!claims.emailVerified) throw new Problem('LINK_UNVERIFIED', { provider: provider.name });
    const { accountId } = actor;
    const subject = `${claims.issuer} ${claims.subject}`;
    const expiresAt = new Date(this.clock.now().getTime() + TERM_MS);
    await this.transactor.run((tx) => this.evidence.establish(tx, { accountId, kind: 'LINKED_ACCOUNT', subject, label: provider.name, expiresAt }));
  }

  /** Spends what was kept of a flow, so that no answer counts twice. */
  private async kept(actor: Actor, provider: string, state: string | null): Promise<FlowSecrets> {
    const found = [hashOf(state ?? ''), actor.sessionId, actor.accountId, provider, this.clock.now()];
    const [row] = await rowsOf<{ nonce: string; code_verifier: string }>(this.database.reader, COME_BACK, found);
    if (!row || state === null) throw new Problem('LINK_REFUSED');
    return { ...row, state };
  }

  private async answer(strategy: LinkStrategy, search: string, secrets: FlowSecrets): Promise<LinkClaims | null> {
    try {
      return await strategy.comeBack(search, secrets);
    } catch (error) {
      this.log.warn(`Refused an answer: ${String(error)}`);
      throw new Problem(isOutOfReach(error) ? 'PROVIDER_UNAVAILABLE' : 'LINK_REFUSED', {}, { cause: error });
    }
  }

  private async prune(tx: Tx): Promise<void> {
    await tx.query('DELETE FROM link_attempts WHERE expires_at <= $1', [this.clock.now()]);
  }
}

/** A provider that does not answer, not in time, or that it is broken: no word of the provider's about anybody. */
function isOutOfReach(error: unknown): boolean {
  if (error instanceof oidc.ClientError) return error.code === 'OAUTH_TIMEOUT' || isOutOfReach(error.cause);
  if (error instanceof Response) return error.status >= 500;
  return error instanceof TypeError && error.message === 'fetch failed';
}

function hashOf(state: string): Buffer {
  return createHash('sha256').update(state).digest();
}
