import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { CommunitiesQueries } from '@fanfare/communities';
import { Database, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, cleanLine, Clock, enforce, isId, newId, Problem } from '@fanfare/kernel';
import { PurchaseCodesIssued, PurchaseCodesRevoked, PurchaseCodesUploaded } from '../evidence.events.js';
import { canManagePurchases } from '../evidence.policy.js';
import type { EvidenceRow } from '../evidence.row.js';
import { EvidenceService } from '../evidence.service.js';
import { ApiTokensService } from './api-tokens.service.js';
import { issuedCodes, plainCode } from './code.js';
import { LONGEST_FILE, readCodes, type RefusedLine } from './code-list.js';
import { CodesKeeper } from './codes-keeper.js';
import type { ApiTokenRow, BatchRow } from './purchase.row.js';
import { PurchasesQueries } from './purchases.queries.js';

export interface Upload {
  /** The slug. */
  readonly community: string;
  readonly label: string;
  readonly csv: string;
  readonly expiresAt?: Date | null;
  /** An earlier batch, when a long file comes in parts; its label and expiry stay. */
  readonly batch?: string | null;
}

export interface Uploaded {
  readonly batch: BatchRow;
  readonly added: number;
  readonly refused: readonly RefusedLine[];
}

export interface Issue {
  readonly count: number;
  readonly label: string;
  readonly expiresAt?: Date | null;
  readonly idempotencyKey?: string | null;
}

const MOST_ISSUED = 500;
const LONGEST_LABEL = 100;

const INSERT = `
  INSERT INTO purchase_batches (id, community_id, label, created_by, token_id, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

const REVOKE = 'UPDATE purchase_batches SET revoked_at = greatest($2, created_at), revoked_by = $3 WHERE id = $1 AND revoked_at IS NULL RETURNING id';

// By account: whoever holds many accounts at once takes them in this order.
const PROOFS = `
  SELECT e.id, e.account_id AS "accountId", e.kind FROM purchase_codes c JOIN evidence e ON e.id = c.evidence_id
  WHERE c.batch_id = $1 AND e.ended_at IS NULL ORDER BY e.account_id, e.id`;

/** A brand's proofs of purchase: brought as a file, or made for its programs. Nobody reads a code again. */
@Injectable()
export class PurchaseCodesService {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly communities: CommunitiesQueries,
    private readonly activity: ActivityService,
    private readonly tokens: ApiTokensService,
    private readonly keeper: CodesKeeper,
    private readonly queries: PurchasesQueries,
    private readonly evidence: EvidenceService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps the codes of a CSV file, up to 60,000 characters at once. Lines that bring none are told, the others count.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`, `INVALID_INPUT`, `TOO_LONG`, `EMPTY_TEXT`, `TOO_MANY_ATTEMPTS`
   */
  async upload(actor: Actor, upload: Upload): Promise<Uploaded> {
    const community = await this.communities.requireBySlug(upload.community);
    enforce(canManagePurchases(actor, community.id));
    const label = cleanLine('label', upload.label, { max: LONGEST_LABEL });
    if (upload.csv.length > LONGEST_FILE) throw new Problem('TOO_LONG', { field: 'csv', max: LONGEST_FILE });
    const list = readCodes(upload.csv);
    if (list.codes.length === 0 && list.refused.length === 0) throw new Problem('EMPTY_TEXT', { field: 'csv', min: 1 });
    await this.activity.take(actor, 'uploadPurchaseCodes');
    const fresh = { id: newId(), communityId: community.id, label, createdBy: actor.accountId!, tokenId: null, expiresAt: this.later(upload.expiresAt) };
    return this.transactor.run(async (tx) => {
      const batch = upload.batch ? await this.openBatch(tx, community.id, upload.batch) : await this.begin(tx, fresh);
      const known = await this.keeper.keep(tx, batch, list.codes.map(({ code }) => code));
      const refused = [...list.refused, ...list.codes.filter(({ code }) => known.has(code)).map(({ line }) => ({ line, reason: 'KNOWN' as const }))];
      const added = list.codes.length - known.size;
      await this.events.append(tx, PurchaseCodesUploaded, { communityId: community.id, actorId: actor.accountId, subjectId: batch.id, payload: { codes: added } });
      return { batch, added, refused: refused.sort((one, other) => one.line - other.line) };
    });
  }

  /**
   * Makes codes for a program of the brand. The same key of the same program answers the same codes.
   *
   * @param token what the program sent
   * @throws Problem `SIGN_IN_REQUIRED` for a token that opens nothing, `INVALID_INPUT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async issue(token: string | null, ip: string, issue: Issue): Promise<{ codes: string[]; batch: BatchRow }> {
    const holder = await this.tokens.require(token, 'purchase:issue', ip);
    if (!Number.isInteger(issue.count) || issue.count < 1 || issue.count > MOST_ISSUED) throw new Problem('INVALID_INPUT', { field: 'count', max: MOST_ISSUED });
    const label = cleanLine('label', issue.label, { max: LONGEST_LABEL });
    const id = newId();
    const key = issue.idempotencyKey ? `${holder.id} ${issue.idempotencyKey}`.slice(0, 200) : null;
    const retryable = { accountId: holder.createdBy, key, operation: 'issuePurchaseCodes', input: issue };
    const fresh = { id, communityId: holder.communityId, label, createdBy: holder.createdBy, tokenId: holder.id, expiresAt: this.later(issue.expiresAt) };
    return this.transactor.run(async (tx) => {
      await this.tokens.hold(tx, holder.id); // one that is taken back at this moment issues nothing more
      const once = await makeOnce(tx, retryable, id, () => this.issueIn(tx, token!, holder, fresh, issue.count));
      return { codes: issuedCodes(token!, once.id, issue.count), batch: (await this.queries.batch(tx, once.id))! };
    });
  }

  /**
   * Takes a batch back: its codes are worth nothing any more, and the proofs that came of them end.
   *
   * @throws Problem `NOT_FOUND`, `NOT_ALLOWED`
   */
  async revoke(actor: Actor, batchId: string): Promise<BatchRow> {
    const found = isId(batchId) ? await this.queries.batch(this.database.reader, batchId) : null;
    if (!found) throw new Problem('NOT_FOUND', { what: 'batch' });
    enforce(canManagePurchases(actor, found.communityId));
    return this.transactor.run(async (tx) => {
      if ((await rowsOf(tx, REVOKE, [found.id, this.clock.now(), actor.accountId])).length > 0) await this.endProofs(tx, actor, found);
      return (await this.queries.batch(tx, found.id))!;
    });
  }

  private async endProofs(tx: Tx, actor: Actor, { id, communityId }: BatchRow): Promise<void> {
    const proofs = await rowsOf<Pick<EvidenceRow, 'id' | 'accountId' | 'kind'>>(tx, PROOFS, [id]);
    for (const proof of proofs) await this.evidence.revoke(tx, proof, actor.accountId);
    await this.events.append(tx, PurchaseCodesRevoked, { communityId, actorId: actor.accountId, subjectId: id, payload: { proofs: proofs.length } });
  }

  private async issueIn(tx: Tx, token: string, holder: ApiTokenRow, fresh: FreshBatch, count: number): Promise<void> {
    const batch = await this.begin(tx, fresh);
    await this.keeper.keep(tx, batch, issuedCodes(token, batch.id, count).map((code) => plainCode(code)!));
    const { communityId, createdBy, id: tokenId } = holder;
    await this.events.append(tx, PurchaseCodesIssued, { communityId, actorId: createdBy, subjectId: batch.id, payload: { codes: count, tokenId } });
  }

  private async begin(tx: Tx, batch: FreshBatch): Promise<BatchRow> {
    const { id, communityId, label, createdBy, tokenId, expiresAt } = batch;
    await tx.query(INSERT, [id, communityId, label, createdBy, tokenId, this.clock.now(), expiresAt]);
    return (await this.queries.batch(tx, id))!;
  }

  private async openBatch(tx: Tx, communityId: string, id: string): Promise<BatchRow> {
    const batch = isId(id) ? await this.queries.batch(tx, id, 'FOR UPDATE') : null;
    if (batch?.communityId !== communityId || batch.revokedAt !== null || batch.tokenId !== null) throw new Problem('NOT_FOUND', { what: 'batch' });
    return batch;
  }

  private later(at: Date | null | undefined): Date | null {
    if (!at) return null;
    if (at.getTime() <= this.clock.now().getTime()) throw new Problem('INVALID_INPUT', { field: 'expiresAt' });
    return at;
  }
}

type FreshBatch = Omit<BatchRow, 'createdAt' | 'revokedAt'>;
