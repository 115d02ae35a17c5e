import { Injectable, Logger } from '@nestjs/common';
import { isConnectionLost, isRetryable, rowsOf, type Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { SimilarQueries, stopWordsOf } from '@fanfare/ideas';
import { Clock, SECOND } from '@fanfare/kernel';
import { asWritten } from './shared-words.js';

/** Ideas looked at every second: each is some milliseconds of search, and an import of thousands must not fill a core with it. */
const BATCH = 40;
/** Below this the texts merely resemble one another, whoever backs them; in thousandths. */
const LEAST_LIKENESS = 400;
/** One word in common is chance. */
const LEAST_WORDS = 2;
const MOST_OTHERS = 5;
const MOST_WORDS = 8;
/** What the same supporters on both sides add at most: some fans back everything. */
const SUPPORTERS_WEIGH = 100;

const TAKE = `
  DELETE FROM duplicate_backlog WHERE id IN (SELECT id FROM duplicate_backlog ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING idea_id AS id`;

const ASKED = `
  SELECT i.id, i.title, i.body, i.community_id AS "communityId", c.locale FROM ideas i JOIN communities c ON c.id = i.community_id
  WHERE i.id = ANY ($1::uuid[]) AND i.status NOT IN ('DRAFT', 'PENDING', 'MERGED', 'REMOVED') AND i.erased_at IS NULL AND i.withheld IS NULL ORDER BY i.id`;

/** What two texts have in common: no stop words, no addresses, no short ones in Latin letters, what the community uses least first. */
const SHARED_WORDS = `
  SELECT others.id, ARRAY(
    SELECT word FROM (
      SELECT unnest(tsvector_to_array(to_tsvector('simple', search_text(a.title || ' ' || left(a.body, 2000))))) AS word
      INTERSECT SELECT unnest(tsvector_to_array(to_tsvector('simple', search_text(b.title || ' ' || left(b.body, 2000)))))
    ) w LEFT JOIN search_words k USING (word)
    WHERE (k.community_id IS NULL OR k.community_id = a.community_id) AND (length(word) > 3 OR word !~ '^[a-z0-9]+$') AND word !~ '[][/.:@()=&?#_]' AND to_tsvector($3::regconfig, word) <> ''
    ORDER BY coalesce(k.ideas, 0), word LIMIT ${MOST_WORDS}) AS words
  FROM unnest($2::uuid[]) AS others (id) JOIN ideas b ON b.id = others.id JOIN ideas a ON a.id = $1`;

/** Of the smaller side, how large a part also stands behind the other; from three people on. */
const OVERLAP = `
  SELECT others.id, coalesce((
    SELECT count(*) FILTER (WHERE b.member_id IS NOT NULL)::float8 FROM votes a LEFT JOIN votes b ON b.member_id = a.member_id AND b.idea_id = others.id
    WHERE a.idea_id = $1 HAVING count(b.member_id) >= 3), 0)
    / greatest(1, (SELECT least((SELECT sum(raw) FROM vote_tallies WHERE idea_id = $1), (SELECT sum(raw) FROM vote_tallies WHERE idea_id = others.id)))) AS part
  FROM unnest($2::uuid[]) AS others (id)`;

const KEEP = `
  INSERT INTO duplicate_suggestions (idea_id, other_id, community_id, score, shared_words, found_at)
  SELECT greatest($1::uuid, f.other), least($1::uuid, f.other), $2, f.score, ARRAY(SELECT jsonb_array_elements_text(f.words)), $3
  FROM jsonb_to_recordset($4::jsonb) AS f (other uuid, score int, words jsonb)
  ON CONFLICT (idea_id, other_id) DO UPDATE SET score = excluded.score, shared_words = excluded.shared_words, found_at = excluded.found_at`;

/** What was found of an idea's text before this one; what somebody dismissed stays dismissed. */
const FORGET = 'DELETE FROM duplicate_suggestions WHERE (idea_id = $1 OR other_id = $1) AND dismissed_at IS NULL';

interface AskedIdea {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  readonly communityId: string;
  readonly locale: string;
}

/** Looks for ideas that ask for the same, a while after they were written. */
@Injectable()
export class DuplicateFinder {
  private readonly log = new Logger('Duplicates');

  constructor(
    schedules: Schedules,
    private readonly similar: SimilarQueries,
    private readonly clock: Clock,
  ) {
    schedules.every(SECOND, 'votes.findDuplicates', (tx) => this.look(tx));
  }

  /** Takes some ideas from the backlog. */
  async look(tx: Tx): Promise<void> {
    const taken = await rowsOf<{ id: string }>(tx, TAKE);
    const asked = await rowsOf<AskedIdea>(tx, ASKED, [[...new Set(taken.map(({ id }) => id))]]);
    for (const idea of asked) await this.attempt(tx, idea);
  }

  /** One that cannot be looked at is left out: until its next edit nothing is suggested for it, and the others have theirs. */
  private async attempt(tx: Tx, idea: AskedIdea): Promise<void> {
    await tx.query('SAVEPOINT duplicates');
    try {
      await this.find(tx, idea);
      await tx.query('RELEASE SAVEPOINT duplicates');
    } catch (error) {
      if (isRetryable(error) || isConnectionLost(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT duplicates');
      this.log.warn(`What resembles idea ${idea.id} could not be found: ${(error as Error).message}`);
    }
  }

  private async find(tx: Tx, idea: AskedIdea): Promise<void> {
    await tx.query(FORGET, [idea.id]);
    const alike = await this.similar.find({ ...idea, except: idea.id, first: MOST_OTHERS, wordsOnly: true }, tx);
    const likely = alike.filter(({ score }) => score * 1000 >= LEAST_LIKENESS);
    if (likely.length === 0) return;
    const others = likely.map(({ idea: other }) => other.id);
    const words = await rowsOf<{ id: string; words: string[] }>(tx, SHARED_WORDS, [idea.id, others, stopWordsOf(idea.locale)]);
    const overlaps = await rowsOf<{ id: string; part: number }>(tx, OVERLAP, [idea.id, others]);
    const found = likely.flatMap(({ idea: other, score }) => {
      const shared = words.find(({ id }) => id === other.id)?.words ?? [];
      if (shared.length < LEAST_WORDS) return [];
      const part = overlaps.find(({ id }) => id === other.id)?.part ?? 0;
      const younger = idea.id > other.id ? idea : other;
      const total = Math.round(Math.min(1000, score * 1000 + SUPPORTERS_WEIGH * part));
      return [{ other: other.id, score: total, words: asWritten(shared, `${younger.title} ${younger.body}`) }];
    });
    await tx.query(KEEP, [idea.id, idea.communityId, this.clock.now(), JSON.stringify(found)]);
  }
}
