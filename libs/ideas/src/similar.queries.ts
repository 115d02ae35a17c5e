import { Injectable } from '@nestjs/common';
import { Database, rowsOf, type Tx } from '@fanfare/database';
import { Problem, stripControls } from '@fanfare/kernel';
import { IDEA_COLUMNS, type IdeaRow } from './idea.row.js';
import { PUBLIC_STATUSES } from './idea.status.js';
import { stopWordsOf } from './stop-words.js';

export interface SimilarRequest {
  readonly communityId: string;
  /** The community's language. */
  readonly locale: string;
  readonly title: string;
  readonly body?: string | null;
  /** An idea that is not similar to itself. */
  readonly except?: string;
  /** 1 to 10; 5 when left out. */
  readonly first?: number | null;
  /** Leaves out titles that merely look alike, as mistyped ones do: three quarters of the work, for whom words are what counts. */
  readonly wordsOnly?: boolean;
}

export interface SimilarRow {
  readonly idea: IdeaRow;
  readonly score: number;
}

export const MOST_SIMILAR = 10;
const USUAL_SIMILAR = 5;
const LONGEST_TITLE = 300;
const LONGEST_BODY = 2_000;
/** Below this two ideas merely share a common word. */
const LEAST_SCORE = 0.15;

/** A duplicate is found at its target. */
const SUGGESTED = PUBLIC_STATUSES.filter((status) => status !== 'MERGED');

/** Ideas that one word may point at; of a word that more of them contain, these are the first in the table. */
const MOST_POINTED = 500;
/** Ideas whose text is compared in full: reading one takes some 50 µs. */
const MOST_COMPARED = 150;

// The words that tell most: no stop words, those of the title first, then those the community uses least, as long as all of
// them together point at some hundreds of ideas; words that nearly every idea contains say nothing about likeness.
const WORDS = `
  SELECT word, telling FROM (
    SELECT said.word, row_number() OVER first AS place, sum(coalesce(ideas, 0)) OVER first AS pointed,
      (CASE WHEN titled THEN 2 ELSE 1 END) * ln(2 + 1000.0 / (1 + coalesce(ideas, 0))) AS telling
    FROM (
      SELECT word, bool_or(titled) AS titled FROM (
        SELECT unnest(tsvector_to_array(to_tsvector('simple', search_text($2)))) AS word, true AS titled
        UNION ALL SELECT unnest(tsvector_to_array(to_tsvector('simple', search_text($3)))), false
      ) said WHERE to_tsvector($4::regconfig, word) <> '' GROUP BY 1
    ) said LEFT JOIN search_words k ON k.community_id = $1 AND k.word = said.word
    WINDOW first AS (ORDER BY titled DESC, coalesce(ideas, 0), said.word)
  ) ranked WHERE place <= 12 AND (pointed <= 1000 OR place <= 2)`;

// Two rounds: which ideas share the most telling words is read from the index, and only those few are compared in full.
const ALIKE_TITLES = 'UNION SELECT titles_like($1, asked.title) FROM asked';
const similar = (more: string) => `
  WITH words AS MATERIALIZED (SELECT search_word(word, false) AS query, telling FROM (${WORDS}) w),
  asked AS MATERIALIZED (
    SELECT string_agg(nullif(query::text, ''), ' | ')::tsquery AS query, plain_text($2) AS title FROM words
  ),
  pointed AS MATERIALIZED (
    SELECT p.id FROM words w, LATERAL (
      SELECT i.id FROM ideas i WHERE i.community_id = $1 AND i.status <> 'DRAFT' AND i.search @@ w.query LIMIT ${MOST_POINTED}
    ) p GROUP BY p.id ORDER BY sum(w.telling) DESC, p.id DESC LIMIT ${MOST_COMPARED}
  ),
  candidates AS MATERIALIZED (SELECT id FROM pointed ${more}),
  scored AS MATERIALIZED (
    SELECT i.id, least(1, 0.55 * least(1, 1.645 * coalesce(ts_rank('{0, 0, 0.5, 1}', i.search, asked.query), 0))
      + 0.45 * similarity(plain_text(i.title), asked.title)) AS score
    FROM candidates c JOIN ideas i USING (id), asked
    WHERE i.status = ANY ($5) AND i.erased_at IS NULL AND i.withheld IS NULL AND i.id IS DISTINCT FROM $6::uuid
  ),
  best AS MATERIALIZED (SELECT id, score FROM scored WHERE score >= ${LEAST_SCORE} ORDER BY score DESC, id DESC LIMIT $7)
  SELECT ${IDEA_COLUMNS}, b.score::float8 AS score FROM best b JOIN ideas i USING (id) LEFT JOIN members a ON a.id = i.author_id
  ORDER BY b.score DESC, i.id DESC`;
const SIMILAR = similar(ALIKE_TITLES);
const SIMILAR_WORDS = similar('');

type Scored = IdeaRow & { score: number };

/** Finds what was posted already. */
@Injectable()
export class SimilarQueries {
  constructor(private readonly database: Database) {}

  /** Public ideas that say something alike, the most alike first. @throws Problem `INVALID_PAGE_SIZE` outside 1..10 */
  async find({ communityId, locale, title, body, except, first, wordsOnly }: SimilarRequest, tx?: Tx): Promise<SimilarRow[]> {
    const size = first ?? USUAL_SIMILAR;
    if (size < 1 || size > MOST_SIMILAR) throw new Problem('INVALID_PAGE_SIZE', { min: 1, max: MOST_SIMILAR });
    const texts = [stripControls(title).slice(0, LONGEST_TITLE), stripControls(body ?? '').slice(0, LONGEST_BODY)];
    if (texts.join('').trim() === '') return [];
    const values = [communityId, ...texts, stopWordsOf(locale), SUGGESTED, except ?? null, size];
    const sql = wordsOnly ? SIMILAR_WORDS : SIMILAR;
    const rows = await (tx ? rowsOf<Scored>(tx, sql, values) : this.database.query<Scored>(sql, values));
    return rows.map(({ score, ...idea }) => ({ idea, score }));
  }
}
