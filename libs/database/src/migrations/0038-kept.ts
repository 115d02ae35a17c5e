import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Kept1763769600038 implements MigrationInterface {
  name = 'Kept1763769600038';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a brand said of an entry stays, and so does the entry it is about.
CREATE OR REPLACE FUNCTION refuse_change_of_review() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Reviews of entries are not changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_reviews_stay';
END $$;
DROP TRIGGER entry_reviews_stay ON entry_reviews;
CREATE TRIGGER entry_reviews_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON entry_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_review();
ALTER TABLE entry_reviews
  DROP CONSTRAINT entry_reviews_entry_id_member_id_fkey,
  ADD CONSTRAINT entry_reviews_entry_id_member_id_fkey FOREIGN KEY (entry_id, member_id) REFERENCES entries (id, member_id);

-- A statement of reasons stays as it was written. It can be overturned, once, and the law's right to erasure takes its words.
CREATE FUNCTION keep_term_revocations() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  words CONSTANT text[] := '{facts,passage}';
  overturning CONSTANT text[] := '{overturned_at,overturned_by,overturned_because}';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.facts = '—' AND NEW.passage = '—' AND to_jsonb(NEW) - words = to_jsonb(OLD) - words THEN RETURN NEW; END IF;
    IF OLD.overturned_at IS NULL AND to_jsonb(NEW) - overturning = to_jsonb(OLD) - overturning THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'Why a term was taken away is kept as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'term_revocations_kept';
END $$;
CREATE TRIGGER term_revocations_kept BEFORE UPDATE OR DELETE ON term_revocations FOR EACH ROW EXECUTE FUNCTION keep_term_revocations();
CREATE TRIGGER term_revocations_kept_all BEFORE TRUNCATE ON term_revocations FOR EACH STATEMENT EXECUTE FUNCTION keep_term_revocations();
CREATE TRIGGER application_decisions_kept_all BEFORE TRUNCATE ON application_decisions FOR EACH STATEMENT EXECUTE FUNCTION keep_application_decisions();

-- Who serves was selected, and stays selected as long as they serve. A term says for ever which application it came of.
CREATE FUNCTION refuse_term_of_unselected() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A new row is one that nobody else can wait for: the application is held instead.
  IF TG_OP = 'INSERT' THEN PERFORM FROM applications WHERE id = NEW.application_id FOR SHARE; END IF;
  IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND member_id = NEW.member_id AND state = 'SELECTED') THEN
    RAISE EXCEPTION 'A term in force is of somebody who was selected' USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_of_selected';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER terms_of_selected BEFORE INSERT OR UPDATE OF state, application_id, member_id ON terms
  FOR EACH ROW WHEN (NEW.state = 'ACTIVE' AND NEW.application_id IS NOT NULL) EXECUTE FUNCTION refuse_term_of_unselected();

CREATE FUNCTION refuse_other_application() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A term keeps its application' USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_keep_application';
END $$;
CREATE TRIGGER terms_keep_application BEFORE UPDATE OF application_id ON terms
  FOR EACH ROW WHEN (OLD.application_id IS DISTINCT FROM NEW.application_id) EXECUTE FUNCTION refuse_other_application();

CREATE FUNCTION refuse_unselecting_who_serves() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Its terms are held: one that begins at this moment is waited for, and one that comes after finds what is written here.
  PERFORM FROM terms WHERE application_id = OLD.id ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM terms WHERE application_id = OLD.id AND state = 'ACTIVE') THEN
    RAISE EXCEPTION 'Who serves was selected' USING ERRCODE = 'check_violation', CONSTRAINT = 'applications_of_serving';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER applications_of_serving BEFORE UPDATE OF state, member_id ON applications
  FOR EACH ROW WHEN (OLD.state = 'SELECTED' AND (NEW.state <> 'SELECTED' OR NEW.member_id <> OLD.member_id)) EXECUTE FUNCTION refuse_unselecting_who_serves();
`;
