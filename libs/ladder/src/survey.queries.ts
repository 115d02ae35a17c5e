import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { keyedBy } from '@fanfare/graphql';
import type { Actor } from '@fanfare/kernel';
import type { PriceRow, SurveyAnswerRow, SurveyResults, WordRow } from './survey.row.js';

const ANSWER_COLUMNS = `s.idea_id AS "ideaId", s.member_id AS "memberId", s.would_buy AS "wouldBuy", s.price::float8 AS price,
  s.currency, s.for_whom AS "forWhom", s.answered_at AS "answeredAt"`;

const OF_ACTOR = `
  SELECT ${ANSWER_COLUMNS} FROM survey_answers s JOIN members m ON m.id = s.member_id
  WHERE m.account_id = $1 AND s.idea_id = ANY ($2::uuid[])`;

/** Whoever voted for a duplicate backs its target. */
const SUPPORTED = `
  SELECT DISTINCT asked.id FROM unnest($2::uuid[]) AS asked (id)
  JOIN ideas i ON i.id = asked.id OR i.merged_into_id = asked.id
  JOIN votes v ON v.idea_id = i.id JOIN members m ON m.id = v.member_id WHERE m.account_id = $1`;

/** Answers of those who back the idea now. */
const STANDING = `survey_answers s WHERE s.idea_id = $1 AND EXISTS (
  SELECT FROM votes v JOIN ideas i ON i.id = v.idea_id
  WHERE v.member_id = s.member_id AND (i.id = $1 OR i.merged_into_id = $1))`;

const COUNTS = `
  SELECT count(*)::int AS answers, count(*) FILTER (WHERE would_buy = 'YES')::int AS yes,
    count(*) FILTER (WHERE would_buy = 'MAYBE')::int AS maybe, count(*) FILTER (WHERE would_buy = 'NO')::int AS no FROM ${STANDING}`;

/** Of those who might buy. */
const PRICES = `
  SELECT currency, count(*)::int AS answers, percentile_cont(0.25) WITHIN GROUP (ORDER BY price)::float8 AS "lowerQuartile",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY price)::float8 AS median, percentile_cont(0.75) WITHIN GROUP (ORDER BY price)::float8 AS "upperQuartile"
  FROM ${STANDING} AND price IS NOT NULL AND would_buy <> 'NO' GROUP BY currency ORDER BY answers DESC, currency LIMIT 5`;

/** Words that say something, each once per answer. */
const AUDIENCE = `
  SELECT word, count(DISTINCT member_id)::int AS answers
  FROM (SELECT s.member_id, regexp_split_to_table(lower(s.for_whom), '[^[:alnum:]]+') AS word FROM ${STANDING} AND s.for_whom IS NOT NULL) words
  WHERE length(word) > 2 AND numnode(plainto_tsquery($2::regconfig, word)) > 0
  GROUP BY word ORDER BY answers DESC, word LIMIT 20`;

/** Reads of what supporters were asked. */
@Injectable()
export class SurveyQueries {
  constructor(private readonly database: Database) {}

  /** The actor's own answers, by idea. */
  async ofActor(actor: Actor, ideaIds: readonly string[]): Promise<Map<string, SurveyAnswerRow>> {
    if (actor.accountId === null) return new Map();
    return keyedBy(await this.database.query<SurveyAnswerRow>(OF_ACTOR, [actor.accountId, ideaIds]), (row) => row.ideaId);
  }

  /** Those of these ideas that the actor backs, themselves or by a duplicate. */
  async supportedBy(actor: Actor, ideaIds: readonly string[], tx: Tx = this.database.reader): Promise<Map<string, boolean>> {
    if (actor.accountId === null) return new Map();
    const rows = await rowsOf<{ id: string }>(tx, SUPPORTED, [actor.accountId, ideaIds]);
    return new Map(rows.map(({ id }) => [id, true]));
  }

  /** @param stopWords the text search configuration whose stop words are left out of the audience */
  async resultsOf(ideaId: string, stopWords: string): Promise<SurveyResults> {
    const [counts] = await this.database.query<Omit<SurveyResults, 'prices' | 'audience'>>(COUNTS, [ideaId]);
    const prices = await this.database.query<PriceRow>(PRICES, [ideaId]);
    const audience = await this.database.query<WordRow>(AUDIENCE, [ideaId, stopWords]);
    return { ...counts!, prices, audience };
  }
}
