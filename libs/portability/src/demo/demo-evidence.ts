import { rowsOf, type Tx } from '@fanfare/database';
import { DAY, newId } from '@fanfare/kernel';
import { randomBytes } from 'node:crypto';
import type { DemoEvidence, DemoProof } from './content/evidence.js';
import { found } from './demo-moments.js';
import { insertAll } from './demo-store.js';
import { daysBefore } from './demo-votes.js';

interface Person {
  readonly handle: string;
  readonly accountId: string;
  readonly role: string | null;
}

const PEOPLE = `
  SELECT m.handle::text AS handle, m.account_id AS "accountId", g.role FROM members m
  LEFT JOIN role_grants g ON g.account_id = m.account_id AND g.community_id = m.community_id AND g.revoked_at IS NULL
  WHERE m.community_id = $1 AND m.account_id IS NOT NULL`;

/** Addresses of the demo are said to be confirmed without being so: what each proof rests on is nothing anybody could claim. */
const ADDRESSES = `
  INSERT INTO evidence (id, account_id, kind, subject_hash, label, obtained_at)
  SELECT new_evidence_id(), a.id, 'EMAIL', sha256(uuid_send(gen_random_uuid())), a.email::text, a.created_at
  FROM accounts a JOIN members m ON m.account_id = a.id AND m.community_id = $1
  WHERE a.identity_level <> 'ANONYMOUS' AND a.email_confirmed_at IS NULL`;

// By the rule of everybody else.
const ACCOUNTS = `
  UPDATE accounts a SET identity_level = account_identity(a.id) FROM members m
  WHERE m.account_id = a.id AND m.community_id = $1 AND a.identity_level <> account_identity(a.id)`;

const MEMBERS = `
  UPDATE members m SET identity_level = member_identity(a.identity_level, a.id, m.community_id) FROM accounts a
  WHERE a.id = m.account_id AND m.community_id = $1 AND m.identity_level <> member_identity(a.identity_level, a.id, m.community_id)`;

const TERM_DAYS: Readonly<Record<DemoProof['proof']['kind'], number | null>> = { WEBSITE: null, LINKED_ACCOUNT: 365, PURCHASE: null, REAL_NAME: 730 };

/** Writes the proofs about a demo community's people and the codes they redeemed, in the caller's transaction. */
export class DemoEvidenceWriter {
  private people: ReadonlyMap<string, string> = new Map();
  private staff: ReadonlyMap<string, string> = new Map();

  constructor(
    private readonly tx: Tx,
    private readonly community: { readonly id: string; readonly name: string },
    private readonly now: Date,
  ) {}

  async write({ batches, proofs }: DemoEvidence): Promise<void> {
    const people = await rowsOf<Person>(this.tx, PEOPLE, [this.community.id]);
    this.people = new Map(people.map(({ handle, accountId }) => [handle, accountId]));
    this.staff = new Map(people.flatMap(({ role, accountId }) => (role ? [[role, accountId] as const] : [])));
    await this.tx.query(ADDRESSES, [this.community.id]);
    const ids = await this.writeProofs(proofs);
    await this.writeBatches(batches, proofs, ids);
    await this.tx.query(ACCOUNTS, [this.community.id]);
    await this.tx.query(MEMBERS, [this.community.id]);
  }

  private async writeProofs(proofs: readonly DemoProof[]): Promise<string[]> {
    const ids = proofs.map(({ daysAgo }) => newId(daysBefore(this.now, daysAgo).getTime()));
    await insertAll(this.tx, 'evidence', [
      ['id', 'uuid', ids],
      ['account_id', 'uuid', proofs.map(({ handle }) => found(this.people, handle))],
      ['kind', 'text', proofs.map(({ proof }) => proof.kind)],
      ['community_id', 'uuid', proofs.map(({ proof }) => (isTheBrands(proof) ? this.community.id : null))],
      ['subject_hash', 'bytea', proofs.map(() => randomBytes(32))],
      ['label', 'text', proofs.map(({ proof }) => this.labelOf(proof))],
      ['public', 'boolean', proofs.map(({ shown }) => shown ?? false)],
      ['attested_by', 'uuid', proofs.map(({ proof }) => this.attestorOf(proof))],
      ['note', 'text', proofs.map(({ proof }) => (proof.kind === 'REAL_NAME' ? proof.note : null))],
      ['obtained_at', 'timestamptz', proofs.map(({ daysAgo }) => daysBefore(this.now, daysAgo))],
      ['expires_at', 'timestamptz', proofs.map((proof) => this.endOf(proof))],
    ]);
    return ids;
  }

  /** The codes themselves are nothing: what nobody redeemed nobody can. */
  private async writeBatches(batches: DemoEvidence['batches'], proofs: readonly DemoProof[], proofIds: readonly string[]): Promise<void> {
    for (const { label, codes, daysAgo } of batches) {
      const id = newId();
      const redeemed = proofs.flatMap(({ proof, daysAgo: since }, at) => (proof.kind === 'PURCHASE' && proof.batch === label ? [{ evidence: proofIds[at]!, since }] : []));
      await insertAll(this.tx, 'purchase_batches', [
        ['id', 'uuid', [id]],
        ['community_id', 'uuid', [this.community.id]],
        ['label', 'text', [label]],
        ['created_by', 'uuid', [found(this.staff, 'BRAND_MANAGER')]],
        ['created_at', 'timestamptz', [daysBefore(this.now, daysAgo)]],
      ]);
      const all = Array.from({ length: codes }, (_, at) => redeemed[at]);
      await insertAll(this.tx, 'purchase_codes', [
        ['id', 'uuid', all.map(() => newId())],
        ['batch_id', 'uuid', all.map(() => id)],
        ['community_id', 'uuid', all.map(() => this.community.id)],
        ['code_hash', 'bytea', all.map(() => randomBytes(32))],
        ['redeemed_at', 'timestamptz', all.map((one) => (one ? daysBefore(this.now, one.since) : null))],
        ['evidence_id', 'uuid', all.map((one) => one?.evidence ?? null)],
      ]);
    }
  }

  private labelOf(proof: DemoProof['proof']): string {
    switch (proof.kind) {
      case 'WEBSITE': return proof.page;
      case 'LINKED_ACCOUNT': return proof.provider;
      case 'PURCHASE': return proof.batch;
      case 'REAL_NAME': return this.community.name;
    }
  }

  private attestorOf(proof: DemoProof['proof']): string | null {
    if (!isTheBrands(proof)) return null;
    return found(this.staff, proof.kind === 'REAL_NAME' ? proof.by : 'BRAND_MANAGER');
  }

  private endOf({ proof: { kind }, daysAgo }: DemoProof): Date | null {
    const days = TERM_DAYS[kind];
    return days === null ? null : new Date(daysBefore(this.now, daysAgo).getTime() + days * DAY);
  }
}

function isTheBrands({ kind }: DemoProof['proof']): boolean {
  return kind === 'PURCHASE' || kind === 'REAL_NAME';
}
