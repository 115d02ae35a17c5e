import type { MigrationInterface, QueryRunner } from 'typeorm';

export class TestAccounts1763769600036 implements MigrationInterface {
  name = 'TestAccounts1763769600036';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- Of an account that whoever runs the deployment made to try things out: when it ends. It has no mailbox, so it proves nothing, and
-- it never becomes anything else: a person's account is never one of these.
ALTER TABLE accounts
  ADD COLUMN test_until timestamptz(3),
  ADD CONSTRAINT accounts_test_has_no_powers CHECK (test_until IS NULL OR (email_confirmed_at IS NULL AND NOT is_operator)),
  ADD CONSTRAINT accounts_test_has_no_mailbox CHECK (test_until IS NULL OR email LIKE '%.invalid');
CREATE INDEX accounts_for_tests ON accounts (test_until) WHERE test_until IS NOT NULL;

CREATE FUNCTION refuse_turned_test_account() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'A test account begins as one and stays one' USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_test_from_the_start';
END $$;
CREATE TRIGGER accounts_test_stays BEFORE UPDATE OF test_until ON accounts FOR EACH ROW
  WHEN ((OLD.test_until IS NULL) <> (NEW.test_until IS NULL)) EXECUTE FUNCTION refuse_turned_test_account();

-- Nobody gives one an office, whatever program asks.
CREATE FUNCTION refuse_test_office() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM accounts WHERE id = NEW.account_id AND test_until IS NOT NULL) THEN
    RAISE EXCEPTION 'A test account holds no office' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grants_never_to_tests';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER role_grants_never_to_tests BEFORE INSERT ON role_grants FOR EACH ROW EXECUTE FUNCTION refuse_test_office();
`;
