import type { MigrationInterface, QueryRunner } from 'typeorm';

export class ErasedIdeas1763769600018 implements MigrationInterface {
  name = 'ErasedIdeas1763769600018';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- A text that is gone wins nobody over. Votes cast before it went are their voters', count on, and can be withdrawn. A vote
-- for a duplicate is one for what it points at, so that one's text decides.
CREATE FUNCTION refuse_votes_for_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM new_votes v JOIN ideas i ON i.id = v.idea_id LEFT JOIN ideas root ON root.id = i.merged_into_id
    WHERE CASE WHEN i.merged_into_id IS NULL THEN i.erased_at ELSE root.erased_at END IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'A vote for an idea whose text was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'votes_for_a_text';
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER votes_for_a_text AFTER INSERT ON votes
  REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION refuse_votes_for_erased();
`;
