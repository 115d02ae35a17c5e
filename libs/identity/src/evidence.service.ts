import { Injectable } from '@nestjs/common';
import { AccountsService } from '@fanfare/access';
import { isUniqueViolation, rowsOf, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { Clock, newId, Problem } from '@fanfare/kernel';
import { MemberIdentityService } from '@fanfare/members';
import { EvidenceEstablished, EvidenceExpired, EvidenceRevoked } from './evidence.events.js';
import type { BrandKind, EvidenceEnding, EvidenceKind } from './evidence.kinds.js';
import { EVIDENCE_COLUMNS, type EvidenceRow } from './evidence.row.js';
import { SubjectHash } from './subject-hash.js';

interface Proof {
  readonly accountId: string;
  /**
   * What proves, spelled in the one way that it always is: `issuer subject` of an account elsewhere, a page, a code's id. One
   * standing piece proves one account.
   */
  readonly subject: string;
  /** The same for its owner to read, 1 to 300 characters; longer ones are cut. */
  readonly label: string;
  readonly expiresAt?: Date | null;
}

/** A proof that the account brings itself; it counts everywhere. EMAIL follows the account's address. */
export interface OwnProof extends Proof {
  readonly kind: Exclude<EvidenceKind, BrandKind | 'EMAIL'>;
}

/** A proof that a brand gives; it counts in its community. */
export interface BrandProof extends Proof {
  readonly kind: BrandKind;
  readonly communityId: string;
  /** The account of who vouches; never the account itself. */
  readonly attestedBy: string;
  /** For REAL_NAME: how they know, 1 to 1,000 characters. Never public. */
  readonly note?: string;
}

const LONGEST_LABEL = 300;

const HOLD = 'SELECT FROM accounts WHERE id = $1 AND erased_at IS NULL FOR UPDATE';

const RENEW = `
  UPDATE evidence e SET label = $4, expires_at = $5, warned_at = NULL
  WHERE e.account_id = $1 AND e.kind = $2 AND e.subject_hash = $3 AND e.community_id IS NOT DISTINCT FROM $6 AND e.ended_at IS NULL
  RETURNING ${EVIDENCE_COLUMNS}`;

const INSERT = `
  INSERT INTO evidence AS e (id, account_id, kind, community_id, subject_hash, label, attested_by, note, obtained_at, expires_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING ${EVIDENCE_COLUMNS}`;

const END = `
  UPDATE evidence e SET ended_at = greatest($3, e.obtained_at), ending = $2, ended_by = $4 WHERE e.id = $1 AND e.ended_at IS NULL
  RETURNING ${EVIDENCE_COLUMNS}`;

/**
 * Where proofs begin and end. Each change moves the account, or its member in the brand's community, to the level that the
 * standing proofs amount to, in the same transaction; the account's row is held meanwhile, so that changes take turns.
 */
@Injectable()
export class EvidenceService {
  constructor(
    private readonly accounts: AccountsService,
    private readonly members: MemberIdentityService,
    private readonly hashes: SubjectHash,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Lets a proof stand. The same proof of the same account again renews its label and expiry and is told to nobody.
   *
   * @throws Problem `NOT_FOUND` when the account is gone, `EVIDENCE_NOT_USABLE` when the piece proves another account already
   */
  async establish(tx: Tx, proof: OwnProof | BrandProof): Promise<EvidenceRow> {
    const { accountId, kind } = proof;
    const communityId = 'communityId' in proof ? proof.communityId : null;
    const hash = await this.hashes.of(tx, kind, proof.subject);
    const label = [...proof.label].slice(0, LONGEST_LABEL).join('');
    await hold(tx, accountId);
    const [standing] = await rowsOf<EvidenceRow>(tx, RENEW, [accountId, kind, hash, label, proof.expiresAt ?? null, communityId]);
    if (standing) return standing;
    const vouched = 'attestedBy' in proof ? [proof.attestedBy, proof.note ?? null] : [null, null];
    const columns = [newId(), accountId, kind, communityId, hash, label, ...vouched, this.clock.now(), proof.expiresAt ?? null];
    const [made] = await endingRaces(() => rowsOf<EvidenceRow>(tx, INSERT, columns));
    const payload = { evidenceId: made!.id, kind };
    await this.events.append(tx, EvidenceEstablished, { communityId, actorId: vouched[0] ?? accountId, subjectId: accountId, payload });
    await this.weigh(tx, made!);
    return made!;
  }

  /**
   * Takes a proof back. One that has ended already stays as it is.
   *
   * @param by the account that does it, null for the system
   * @returns whether this call ended it
   */
  async revoke(tx: Tx, evidence: Pick<EvidenceRow, 'id' | 'accountId' | 'kind'>, by: string | null): Promise<boolean> {
    await hold(tx, evidence.accountId);
    // The account's row keeps the proof of its address: giving the address up ends it.
    const ended = evidence.kind === 'EMAIL' ? await this.giveUpAddress(tx, evidence) : await this.end(tx, evidence.id, 'REVOKED', by);
    if (!ended) return false;
    const { communityId, accountId, kind } = ended;
    await this.events.append(tx, EvidenceRevoked, { communityId, actorId: by, subjectId: accountId, payload: { evidenceId: ended.id, kind } });
    await this.weigh(tx, ended);
    return true;
  }

  /**
   * Ends a proof whose time is over, or that holds no longer.
   *
   * @returns whether this call ended it
   */
  async expire(tx: Tx, evidence: Pick<EvidenceRow, 'id' | 'accountId'>, ending: 'EXPIRED' | 'LAPSED'): Promise<boolean> {
    await hold(tx, evidence.accountId);
    const ended = await this.end(tx, evidence.id, ending, null);
    if (!ended) return false;
    const { communityId, accountId, kind } = ended;
    await this.events.append(tx, EvidenceExpired, { communityId, subjectId: accountId, payload: { evidenceId: ended.id, kind, ending } });
    await this.weigh(tx, ended);
    return true;
  }

  private async end(tx: Tx, id: string, ending: EvidenceEnding, by: string | null): Promise<EvidenceRow | null> {
    const [ended] = await rowsOf<EvidenceRow>(tx, END, [id, ending, this.clock.now(), by]);
    return ended ?? null;
  }

  private async giveUpAddress(tx: Tx, { id, accountId }: Pick<EvidenceRow, 'id' | 'accountId'>): Promise<EvidenceRow | null> {
    const [standing] = await rowsOf<EvidenceRow>(tx, `SELECT ${EVIDENCE_COLUMNS} FROM evidence e WHERE e.id = $1 AND e.ended_at IS NULL`, [id]);
    return standing && (await this.accounts.giveUpAddress(tx, accountId)) ? standing : null;
  }

  /** A brand's proof moves the member there at once; the account's own moves the account, which its members follow. */
  private async weigh(tx: Tx, { accountId, communityId }: EvidenceRow): Promise<void> {
    if (communityId === null) await this.accounts.weighIdentity(tx, accountId);
    else await this.members.follow(tx, accountId, communityId);
  }
}

async function hold(tx: Tx, accountId: string): Promise<void> {
  if ((await rowsOf(tx, HOLD, [accountId])).length === 0) throw new Problem('NOT_FOUND', { what: 'account' });
}

/** The index decides whose piece it is; who comes second learns nothing of the first. */
async function endingRaces<T>(insert: () => Promise<T>): Promise<T> {
  try {
    return await insert();
  } catch (error) {
    if (isUniqueViolation(error, 'evidence_standing')) throw new Problem('EVIDENCE_NOT_USABLE');
    throw error;
  }
}
