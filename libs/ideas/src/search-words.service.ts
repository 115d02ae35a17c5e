import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { Schedules } from '@fanfare/events';
import { SECOND } from '@fanfare/kernel';

const BATCH = 2_000;

const LEARN = `
  WITH taken AS (
    DELETE FROM search_backlog WHERE id IN (SELECT id FROM search_backlog ORDER BY id LIMIT ${BATCH} FOR UPDATE SKIP LOCKED) RETURNING idea_id
  ), learnt AS (
    INSERT INTO search_words AS w (community_id, word, ideas)
    SELECT i.community_id, word, count(*) FROM (SELECT DISTINCT idea_id FROM taken) t JOIN ideas i ON i.id = t.idea_id,
      unnest(tsvector_to_array(to_tsvector('simple', search_text(i.title || ' ' || left(i.body, 20000))))) AS word
    WHERE length(word) <= 40 AND word !~ '[0-9]'
    GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT (community_id, word) DO UPDATE SET ideas = w.ideas + excluded.ideas
  )
  SELECT count(*)::int AS count FROM taken`;

/** Keeps the words that ideas are written in, for searches that are mistyped. */
@Injectable()
export class SearchWords {
  constructor(schedules: Schedules) {
    schedules.every(2 * SECOND, 'ideas.learnWords', (tx) => this.learn(tx));
  }

  /** Reads everything written since the last time. */
  async learn(tx: Tx): Promise<void> {
    for (;;) {
      const [row] = await rowsOf<{ count: number }>(tx, LEARN);
      if (row!.count < BATCH) return;
    }
  }
}
