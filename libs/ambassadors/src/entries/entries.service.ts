import { Injectable } from '@nestjs/common';
import { ActivityService } from '@fanfare/access';
import { makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { IntakeService } from '@fanfare/intake';
import { type Actor, cleanText, Clock, enforce, enforceHidden, newId, Problem } from '@fanfare/kernel';
import { PictureUses } from '@fanfare/media';
import { type MemberRow, MembersService } from '@fanfare/members';
import { WebClient } from '@fanfare/outbound';
import { EntrySubmitted, EntryWithdrawn } from '../ambassadors.events.js';
import { takesEntries } from '../missions/mission.policy.js';
import type { MissionRow } from '../missions/mission.row.js';
import { MissionsQueries } from '../missions/missions.queries.js';
import { TermsService } from '../terms/terms.service.js';
import { EntryAcceptance } from './entry-acceptance.service.js';
import { cleanEvidence, LONGEST_NOTE, type SentEvidence, wordsOf } from './entry-evidence.js';
import { EntryEvidenceStore } from './entry-evidence.store.js';
import { canEditEntry, canReadEntry, canWithdrawEntry } from './entry.policy.js';
import type { EntryRow } from './entry.row.js';
import { EntriesQueries } from './entries.queries.js';
import { EntryWithholding } from './entry-withholding.service.js';

export interface SentEntry {
  readonly mission: string;
  readonly evidence: readonly SentEvidence[];
  /** That they say openly, wherever it stands, what they receive. */
  readonly disclosed: boolean;
  /** For who reviews it. */
  readonly note?: string | null;
  readonly idempotencyKey?: string | null;
  /** The `nudge` of a `REPHRASE` that is answered. */
  readonly rephrased?: string | null;
}

const JOINED = 'SELECT 1 FROM mission_joins WHERE mission_id = $1 AND member_id = $2 AND left_at IS NULL FOR SHARE';
// Two first drafts at once, of an impatient finger say: the second waits, and finds the first.
const HOLD_JOIN = 'SELECT FROM mission_joins j JOIN members m ON m.id = j.member_id WHERE j.mission_id = $1 AND m.account_id = $2 FOR NO KEY UPDATE OF j';
const BEGIN = `INSERT INTO entries (id, mission_id, community_id, member_id, term_id, state, created_at) VALUES ($1, $2, $3, $4, $5, 'DRAFT', $6)`;
const KEEP = 'UPDATE entries SET note = $2, disclosed = $3 WHERE id = $1';
const SUBMIT = `
  UPDATE entries SET state = 'SUBMITTED', note = $2, disclosed = true, revision = $3, submitted_at = $4, first_submitted_at = coalesce(first_submitted_at, $4)
  WHERE id = $1`;
const ERASE = `
  UPDATE entries SET state = 'WITHDRAWN', note = '', disclosed = false, published_at = NULL, disclosure_lost_at = NULL, withdrawn_at = $2 WHERE id = $1`;

interface Place {
  readonly mission: MissionRow;
  readonly member: MemberRow;
  readonly entry: EntryRow;
}

/** What ambassadors hand in. It is shown as they sent it, or not at all. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly missions: MissionsQueries,
    private readonly queries: EntriesQueries,
    private readonly store: EntryEvidenceStore,
    private readonly terms: TermsService,
    private readonly members: MembersService,
    private readonly intake: IntakeService,
    private readonly withholding: EntryWithholding,
    private readonly acceptance: EntryAcceptance,
    private readonly uses: PictureUses,
    private readonly web: WebClient,
    private readonly activity: ActivityService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Keeps a draft for a mission that one has chosen.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `TERM_ENDED`, `MISSION_NOT_JOINED`, `MISSION_NOT_OPEN`, `ENTRY_NOT_EDITABLE`,
   * `INVALID_INPUT`, `TOO_LONG`, `TOO_MANY_ATTEMPTS`
   */
  async save(actor: Actor, sent: SentEntry): Promise<EntryRow> {
    return this.write(actor, sent, 'saveEntry', async (tx, place) => {
      const { entry, mission } = place;
      if (entry.state !== 'DRAFT') throw new Problem('ENTRY_NOT_EDITABLE', { state: entry.state });
      const evidence = cleanEvidence(sent.evidence, mission, await this.disclosuresOf(tx, mission), false);
      await tx.query(KEEP, [entry.id, noteOf(sent), sent.disclosed]);
      await this.store.replace(tx, actor, entry, evidence);
    });
  }

  /**
   * Hands in what a mission asks for, or does so again. Pages it links to are read by the worker; what intake holds is
   * withheld until a moderator has read it.
   *
   * @throws Problem as `save`, and `DISCLOSURE_REQUIRED`, `EVIDENCE_MISSING`, `WEBSITE_REFUSED` for an address that is not public,
   * `WITHHELD`, `LEVEL_TOO_LOW`, `REPHRASE`, `TEXT_REFUSED`
   */
  async submit(actor: Actor, sent: SentEntry): Promise<EntryRow> {
    return this.write(actor, sent, 'submitEntry', (tx, place) => this.handIn(tx, actor, place, sent));
  }

  /**
   * Takes one's own entry back for good: words, links and pictures go, and what it brought too.
   *
   * @throws Problem `SIGN_IN_REQUIRED`, `NOT_FOUND`, `NOT_ALLOWED`, `ENTRY_NOT_EDITABLE`
   */
  async withdraw(actor: Actor, id: string): Promise<EntryRow> {
    await this.transactor.run(async (tx) => {
      const entry = await this.queries.lock(tx, id);
      if (!canReadEntry(actor, entry)) enforceHidden(canWithdrawEntry(actor, entry), { what: 'entry' });
      enforce(canWithdrawEntry(actor, entry));
      await this.erase(tx, actor, entry, this.clock.now());
    });
    return this.existing(id.toLowerCase());
  }

  /** Empties an entry, in the caller's transaction. @param actor null when its author left */
  async erase(tx: Tx, actor: Actor | null, entry: EntryRow, at: Date): Promise<void> {
    if (entry.state === 'ACCEPTED') await this.acceptance.undo(tx, entry, actor, await this.wordsOfWithdrawal(tx, entry));
    await tx.query('DELETE FROM entry_evidence WHERE entry_id = $1', [entry.id]);
    await this.uses.release(tx, entry.id, null);
    await tx.query(ERASE, [entry.id, at]);
    const { id, communityId, missionId, memberId } = entry;
    await this.events.append(tx, EntryWithdrawn, { communityId, actorId: actor?.accountId ?? null, subjectId: id, payload: { missionId, memberId }, at });
  }

  private async write(actor: Actor, sent: SentEntry, operation: string, work: (tx: Tx, place: Place) => Promise<void>): Promise<EntryRow> {
    if (actor.accountId === null) throw new Problem('SIGN_IN_REQUIRED');
    await this.activity.take(actor, 'writeEntry');
    const retryable = { accountId: actor.accountId, key: sent.idempotencyKey, operation, input: sent };
    const fresh = newId();
    const id = await this.transactor.run(async (tx) => {
      await tx.query(HOLD_JOIN, [sent.mission, actor.accountId]);
      const known = sent.idempotencyKey ? await this.idOf(tx, actor, sent.mission) : null;
      const { id: made } = await makeOnce(tx, retryable, known ?? fresh, async () => work(tx, await this.place(tx, actor, sent.mission, fresh)));
      return sent.idempotencyKey ? made : ((await this.idOf(tx, actor, sent.mission)) ?? made);
    });
    return this.existing(id);
  }

  /** The mission, who asks and their entry, all held; a new entry where there is none. */
  private async place(tx: Tx, actor: Actor, missionId: string, fresh: string): Promise<Place> {
    const mission = await this.missions.find(tx, missionId, actor);
    const { term, member } = await this.terms.requireActiveTerm(tx, actor, mission.communityId);
    if ((await rowsOf(tx, JOINED, [mission.id, member.id])).length === 0) throw new Problem('MISSION_NOT_JOINED');
    const found = await this.queries.lockOf(tx, mission.id, member.id);
    enforce(takesEntries(mission, { wasSubmitted: found?.firstSubmittedAt != null }, this.clock.now()));
    if (!found) await tx.query(BEGIN, [fresh, mission.id, mission.communityId, member.id, term.id, this.clock.now()]);
    const entry = found ?? (await this.queries.lock(tx, fresh));
    enforce(canEditEntry(actor, entry));
    return { mission, member, entry };
  }

  private async handIn(tx: Tx, actor: Actor, { mission, member, entry }: Place, sent: SentEntry): Promise<void> {
    if (!sent.disclosed) throw new Problem('DISCLOSURE_REQUIRED');
    const evidence = cleanEvidence(sent.evidence, mission, await this.disclosuresOf(tx, mission), true);
    for (const { url } of evidence) if (url !== null && !this.web.accepts(url)) throw new Problem('WEBSITE_REFUSED', { field: 'url' });
    const before = wordsOf(entry.note, (await this.queries.evidenceOf([entry.id], tx)).get(entry.id) ?? []);
    const body = wordsOf(noteOf(sent), evidence);
    const wasSent = entry.state !== 'DRAFT';
    await this.members.rights.requireText(tx, actor, member, body, wasSent ? before : '');
    const held = body !== '' && (await this.isHeld(tx, actor, member, entry, { body, before: wasSent ? before : undefined, rephrased: sent.rephrased }));
    const revision = wasSent ? entry.revision + 1 : entry.revision;
    await tx.query(SUBMIT, [entry.id, noteOf(sent), revision, this.clock.now()]);
    await this.store.replace(tx, actor, { ...entry, revision }, evidence, { read: true });
    if (held) await this.withholding.withhold(tx, null, entry.id, 'HOLD');
    const { id, communityId, missionId, memberId } = entry;
    await this.events.append(tx, EntrySubmitted, { communityId, actorId: actor.accountId, subjectId: id, payload: { missionId, memberId, revision } });
  }

  private async isHeld(tx: Tx, actor: Actor, member: MemberRow, entry: EntryRow, text: { body: string; before: string | undefined; rephrased: string | null | undefined }): Promise<boolean> {
    const { body, before, rephrased } = text;
    const examined = { kind: 'ENTRY', subjectId: entry.id, placeId: entry.missionId, texts: { body }, ...(before === undefined ? {} : { before }), ...(rephrased ? { rephrased } : {}) } as const;
    return (await this.intake.examine(tx, actor, member, examined)).outcome === 'HOLD';
  }

  /** In the community's language. */
  private async wordsOfWithdrawal(tx: Tx, { communityId }: EntryRow): Promise<string> {
    const [community] = await rowsOf<{ locale: string }>(tx, 'SELECT locale FROM communities WHERE id = $1', [communityId]);
    return community?.locale.startsWith('fr') ? 'Retiré par son auteur.' : 'Taken back by its author.';
  }

  private async disclosuresOf(tx: Tx, { id }: MissionRow) {
    return (await this.missions.disclosuresOf([id], tx)).get(id) ?? [];
  }

  private async idOf(tx: Tx, { accountId }: Actor, missionId: string): Promise<string | null> {
    const sql = `SELECT e.id FROM entries e JOIN members w ON w.id = e.member_id WHERE e.mission_id = $1 AND w.account_id = $2 AND e.state <> 'WITHDRAWN'`;
    return (await rowsOf<{ id: string }>(tx, sql, [missionId, accountId]))[0]?.id ?? null;
  }

  private async existing(id: string): Promise<EntryRow> {
    return (await this.queries.byIds([id])).get(id)!;
  }
}

function noteOf({ note }: SentEntry): string {
  return cleanText('note', note ?? '', { min: 0, max: LONGEST_NOTE });
}
