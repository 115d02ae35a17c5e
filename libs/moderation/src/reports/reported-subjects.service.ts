import { Injectable } from '@nestjs/common';
import { CirclePostsQueries } from '@fanfare/circles';
import { CommentsQueries } from '@fanfare/comments';
import { rowsOf, type Tx } from '@fanfare/database';
import { canRead, IdeasQueries } from '@fanfare/ideas';
import { type Actor, isId, Problem } from '@fanfare/kernel';
import type { Withheld } from '../subjects/review-subjects.js';

/** What people report. */
export const REPORTABLE_KINDS = ['IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'ENTRY', 'APPLICATION'] as const;
export type ReportableKind = (typeof REPORTABLE_KINDS)[number];

/** What a report is about, as it stands now. */
export interface ReportedSubject {
  readonly kind: ReportableKind;
  readonly id: string;
  readonly communityId: string;
  /** The member it is of; null for imported texts without one. */
  readonly authorId: string | null;
  readonly authorAccountId: string | null;
  /** Who stands behind it: verified and imported votes, marks or appreciations. */
  readonly supporters: number;
  readonly comments: number;
}

interface Found extends ReportedSubject {
  /** Whether nothing is left of it. */
  readonly gone: boolean;
  readonly withheld: Withheld | null;
}

const COLUMNS = (table: string, author: string) =>
  `${table}.id, ${table}.community_id AS "communityId", ${author}.id AS "authorId", ${author}.account_id AS "authorAccountId"`;

const OF_IDEA = `
  SELECT 'IDEA' AS kind, ${COLUMNS('i', 'a')}, (i.imported_support + coalesce((SELECT s.verified FROM idea_support s WHERE s.idea_id = i.id), 0))::int AS supporters,
    coalesce((SELECT t.visible FROM comment_tallies t WHERE t.idea_id = i.id), 0)::int AS comments,
    i.erased_at IS NOT NULL OR i.status IN ('DRAFT', 'REMOVED') AS gone, i.withheld
  FROM ideas i LEFT JOIN members a ON a.id = i.author_id WHERE i.id = $1`;

const OF_COMMENT = `
  SELECT 'COMMENT' AS kind, ${COLUMNS('c', 'a')}, c.helpful_count AS supporters,
    (SELECT count(*) FROM comments r WHERE r.parent_id = c.id AND r.deleted_at IS NULL)::int AS comments,
    c.deleted_at IS NOT NULL AS gone, c.withheld
  FROM comments c LEFT JOIN members a ON a.id = c.author_id WHERE c.id = $1`;

const OF_CREATION = `
  SELECT 'CREATION' AS kind, ${COLUMNS('c', 'a')}, c.appreciation_count AS supporters, c.response_count AS comments,
    c.withdrawn_at IS NOT NULL AS gone, c.withheld
  FROM creations c LEFT JOIN members a ON a.id = c.author_id WHERE c.id = $1`;

const OF_RESPONSE = `
  SELECT 'CREATION_RESPONSE' AS kind, ${COLUMNS('r', 'a')}, 0 AS supporters,
    (SELECT count(*) FROM creation_responses o WHERE o.parent_id = r.id AND o.deleted_at IS NULL)::int AS comments,
    r.deleted_at IS NOT NULL AS gone, r.withheld
  FROM creation_responses r LEFT JOIN members a ON a.id = r.author_id WHERE r.id = $1`;

const OF_POST = `
  SELECT 'CIRCLE_POST' AS kind, ${COLUMNS('p', 'a')}, 0 AS supporters,
    (SELECT count(*) FROM circle_posts o WHERE o.parent_id = p.id AND o.deleted_at IS NULL)::int AS comments,
    p.deleted_at IS NOT NULL AS gone, p.withheld
  FROM circle_posts p LEFT JOIN members a ON a.id = p.author_id WHERE p.id = $1`;

const OF_MEMBER = `
  SELECT 'MEMBER' AS kind, ${COLUMNS('a', 'a')}, 0 AS supporters, 0 AS comments, a.former_since IS NOT NULL AS gone, NULL AS withheld FROM members a WHERE a.id = $1`;

/** What is not accepted, nobody is shown. */
const OF_ENTRY = `
  SELECT 'ENTRY' AS kind, ${COLUMNS('e', 'a')}, 0 AS supporters, 0 AS comments, e.state <> 'ACCEPTED' AS gone, e.withheld
  FROM entries e JOIN members a ON a.id = e.member_id WHERE e.id = $1`;

/** What only a panel reads is nobody else's to report. */
const OF_APPLICATION = `
  SELECT 'APPLICATION' AS kind, ${COLUMNS('p', 'a')}, p.verified_votes AS supporters, 0 AS comments,
    p.state IN ('DRAFT', 'WITHDRAWN') OR k.selection = 'PANEL' AS gone, p.withheld
  FROM applications p JOIN calls k ON k.id = p.call_id JOIN members a ON a.id = p.member_id WHERE p.id = $1`;

/** An id is of one thing only; each branch is a look at a primary key. */
const BY_ID = [OF_IDEA, OF_COMMENT, OF_CREATION, OF_RESPONSE, OF_POST, OF_MEMBER, OF_ENTRY, OF_APPLICATION].join('\n UNION ALL ');

/** Of what is held now, by whom it was seen before: a report that comes a moment after the one that held it is as good. */
const REPORTED = `
  SELECT FROM review_items t JOIN reports r ON r.item_id = t.id WHERE t.subject_kind = $1 AND t.subject_id = $2 AND t.state <> 'DECIDED' LIMIT 1`;

/** Finds what somebody wants to report, if they may see it. */
@Injectable()
export class ReportedSubjects {
  constructor(
    private readonly ideas: IdeasQueries,
    private readonly comments: CommentsQueries,
    private readonly posts: CirclePostsQueries,
  ) {}

  /** @throws Problem `NOT_FOUND` also for what the actor may not see, and for what its author took away */
  async require(tx: Tx, actor: Actor, id: string): Promise<ReportedSubject> {
    const [found] = isId(id) ? await rowsOf<Found>(tx, BY_ID, [id]) : [];
    if (!found || !(await this.mayReport(tx, actor, found))) throw new Problem('NOT_FOUND', { what: 'subject' });
    return found;
  }

  private async mayReport(tx: Tx, actor: Actor, found: Found): Promise<boolean> {
    if (found.authorAccountId !== null && found.authorAccountId === actor.accountId) return true; // who is told that it is their own
    if (found.gone) return false;
    if (found.withheld === null) return this.isSeen(tx, actor, found);
    return found.withheld === 'HOLD' && (await rowsOf(tx, REPORTED, [found.kind, found.id])).length > 0;
  }

  /** The facts about it, whoever asks; null when it is not there any more. */
  async find(tx: Tx, id: string): Promise<ReportedSubject | null> {
    return (await rowsOf<Found>(tx, BY_ID, [id]))[0] ?? null;
  }

  /** Creations, responses and profiles are public. */
  private async isSeen(tx: Tx, actor: Actor, { kind, id }: Found): Promise<boolean> {
    if (kind === 'IDEA') {
      const idea = (await this.ideas.byIds([id], actor, tx)).get(id);
      return idea !== undefined && canRead(actor, idea);
    }
    if (kind === 'COMMENT') return this.comments.requireVisible(tx, actor, id).then(() => true, (error: unknown) => isMissing(error));
    if (kind === 'CIRCLE_POST') return (await this.posts.visibleByIds([id], actor, tx)).has(id);
    return true;
  }
}

function isMissing(error: unknown): false {
  if (error instanceof Problem && error.code === 'NOT_FOUND') return false;
  throw error;
}
