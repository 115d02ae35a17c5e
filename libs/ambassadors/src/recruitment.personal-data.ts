import { Injectable } from '@nestjs/common';
import { type Leaving, PersonalData } from '@fanfare/access';
import { rowsOf, type Tx } from '@fanfare/database';
import type { ApplicationState } from './ambassadors.enums.js';
import { ApplicationsService } from './applications/applications.service.js';
import { SeatsService } from './terms/seats.service.js';
import { TermsService } from './terms/terms.service.js';

const ME = 'members me ON me.account_id = $1';

const APPLICATIONS = `
  SELECT c.name AS community, k.title AS call, a.state, a.country, a.started_at, a.submitted_at, a.decided_at, a.declared_reach
  FROM applications a JOIN ${ME} AND me.id = a.member_id JOIN calls k ON k.id = a.call_id JOIN communities c ON c.id = a.community_id ORDER BY a.started_at`;

const ANSWERS = `
  SELECT k.title AS call, q.text AS question, w.answer FROM application_answers w JOIN applications a ON a.id = w.application_id
  JOIN ${ME} AND me.id = a.member_id JOIN calls k ON k.id = a.call_id JOIN call_questions q ON q.id = w.question_id ORDER BY a.started_at, q.position`;

const DECISIONS = `
  SELECT k.title AS call, d.state AS answer, d.reason, d.decided_at, r.text AS look_again_asked, r.outcome, r.answer AS look_again_answer
  FROM application_decisions d JOIN applications a ON a.id = d.application_id JOIN ${ME} AND me.id = a.member_id JOIN calls k ON k.id = a.call_id
  LEFT JOIN application_reviews_asked r ON r.decision_id = d.id ORDER BY d.decided_at`;

const TERMS = `
  SELECT c.name AS community, t.state, t.receives, t.offered_at, t.accepted_at, t.starts_at, t.ends_at, t.ended_at, g.version AS agreement_version,
    t.agreement_hash, v.clause AS revoked_by_clause, v.facts AS revoked_because
  FROM terms t JOIN ${ME} AND me.id = t.member_id JOIN communities c ON c.id = t.community_id LEFT JOIN agreements g ON g.id = t.agreement_id
  LEFT JOIN term_revocations v ON v.term_id = t.id ORDER BY t.offered_at`;

const VOTES = `
  SELECT k.title AS call, x.handle::text AS vote_for, v.cast_at FROM application_votes v JOIN ${ME} AND me.id = v.member_id
  JOIN applications a ON a.id = v.application_id JOIN members x ON x.id = a.member_id JOIN calls k ON k.id = a.call_id ORDER BY v.cast_at`;

/** What they judged, without a word on whom: that is somebody else's. */
const JUDGED = `
  SELECT k.title AS call, q.label AS criterion, s.score, s.note, s.scored_at FROM application_scores s JOIN ${ME} AND me.id = s.reviewer_id
  JOIN calls k ON k.id = s.call_id JOIN call_criteria q ON q.call_id = s.call_id AND q.position = s.criterion ORDER BY s.scored_at`;

const SEEN = `SELECT k.title AS call, v.first_at AS seen_at FROM call_views v JOIN ${ME} AND me.id = v.member_id JOIN calls k ON k.id = v.call_id ORDER BY v.first_at`;

const THEIRS = `SELECT id, call_id AS "callId", community_id AS "communityId", state FROM applications WHERE member_id = ANY ($1::uuid[]) ORDER BY call_id`;

const RUNNING = `SELECT id FROM terms WHERE member_id = ANY ($1::uuid[]) AND state = 'ACTIVE' ORDER BY id`;

const FORGET = [
  'DELETE FROM call_views WHERE member_id = ANY ($1)',
  'DELETE FROM call_reviewers WHERE member_id = ANY ($1)',
  'DELETE FROM application_votes WHERE member_id = ANY ($1)',
  'DELETE FROM application_nominations WHERE nominated_by = ANY ($1)',
  'DELETE FROM application_answers WHERE application_id IN (SELECT id FROM applications WHERE member_id = ANY ($1))',
  'DELETE FROM application_nominations WHERE application_id IN (SELECT id FROM applications WHERE member_id = ANY ($1))',
  `UPDATE applications SET declared_reach = '[]', country = NULL WHERE member_id = ANY ($1)`,
  `UPDATE application_reviews_asked r SET text = '—' FROM applications a WHERE a.id = r.application_id AND a.member_id = ANY ($1)`,
  `UPDATE application_decisions d SET reason = '—' FROM applications a WHERE a.id = d.application_id AND a.member_id = ANY ($1)`,
  `UPDATE application_conflicts SET reason = '—' WHERE reviewer_id = ANY ($1) OR application_id IN (SELECT id FROM applications WHERE member_id = ANY ($1))`,
  `UPDATE application_scores SET note = '' WHERE reviewer_id = ANY ($1) OR application_id IN (SELECT id FROM applications WHERE member_id = ANY ($1))`,
  `UPDATE term_revocations v SET facts = '—', passage = '—' FROM terms t WHERE t.id = v.term_id AND t.member_id = ANY ($1)`,
];

interface Applied {
  readonly id: string;
  readonly callId: string;
  readonly communityId: string;
  readonly state: ApplicationState;
}

/** Who applied where, what they said, and what became of it. What they did as ambassadors stays a former member's. */
@Injectable()
export class RecruitmentPersonalData {
  constructor(
    personal: PersonalData,
    private readonly applications: ApplicationsService,
    private readonly terms: TermsService,
    private readonly seats: SeatsService,
  ) {
    personal.register('recruitment', {
      tables: {
        calls: 'stay, written by a former member',
        call_changes: 'stay, by a former member',
        call_reviewers: 'deleted; whom they named stays named by a former member',
        call_views: 'deleted',
        applications: 'stay as a former member’s, taken back if undecided, without what was declared',
        application_answers: 'deleted',
        application_scores: 'marks stay, by or about a former member; notes are erased',
        application_conflicts: 'stay, without their reason',
        application_decisions: 'stay, about or by a former member; the reason is erased with the applicant',
        application_reviews_asked: 'stay, without the applicant’s words',
        application_votes: 'deleted; counts follow',
        application_nominations: 'deleted',
        agreements: 'stay, written by a former member',
        terms: 'stay as a former member’s; one that runs ends, and its seat goes on',
        term_revocations: 'stay, without facts and passage; overturned by a former account',
      },
      sections: [
        { name: 'applications', sql: APPLICATIONS },
        { name: 'application-answers', sql: ANSWERS, markdown: (row) => `## ${row['call']}\n\n**${row['question']}**\n\n${row['answer']}\n` },
        { name: 'application-decisions', sql: DECISIONS },
        { name: 'ambassador-terms', sql: TERMS },
        { name: 'application-votes', sql: VOTES },
        { name: 'applications-judged', sql: JUDGED },
        { name: 'calls-seen', sql: SEEN },
      ],
      erase: (tx, leaving) => this.erase(tx, leaving),
    });
  }

  private async erase(tx: Tx, { memberIds }: Leaving): Promise<void> {
    const applied = await rowsOf<Applied>(tx, THEIRS, [memberIds]);
    for (const application of applied) await this.leave(tx, application);
    for (const { id } of await rowsOf<{ id: string }>(tx, RUNNING, [memberIds])) await this.resign(tx, id);
    for (const sql of FORGET) await tx.query(sql, [memberIds]);
  }

  private async leave(tx: Tx, application: Applied): Promise<void> {
    await tx.query('SELECT id FROM calls WHERE id = $1 FOR NO KEY UPDATE', [application.callId]);
    const serving = await rowsOf(tx, 'SELECT FROM terms WHERE application_id = $1 AND accepted_at IS NOT NULL LIMIT 1', [application.id]);
    if (serving.length > 0 || ['WITHDRAWN', 'DECLINED'].includes(application.state)) return;
    await this.applications.takeBack(tx, application, null);
  }

  private async resign(tx: Tx, id: string): Promise<void> {
    const callId = await this.seats.lockCallOf(tx, id);
    const term = await this.terms.lock(tx, id);
    await this.terms.end(tx, term, 'RESIGNED', null);
    await this.seats.leave(tx, callId, term.applicationId);
  }
}
