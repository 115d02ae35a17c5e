import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Rewards1763769600033 implements MigrationInterface {
  name = 'Rewards1763769600033';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What a brand sets aside for what ambassadors do.
CREATE TABLE reward_budgets (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  name text NOT NULL CHECK (length(name) BETWEEN 1 AND 120),
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz(3) NOT NULL,
  UNIQUE (id, community_id)
);
CREATE INDEX reward_budgets_newest ON reward_budgets (community_id, created_at DESC, id DESC);

-- A thing that a budget gives. How many are left is what its account holds.
CREATE TABLE perks (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  budget_id uuid NOT NULL,
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  description text NOT NULL CHECK (length(description) <= 2000),
  -- For how many points a member may choose it; null: only missions bring it.
  cost int CHECK (cost BETWEEN 1 AND 1000000000),
  created_by uuid NOT NULL REFERENCES accounts (id),
  created_at timestamptz(3) NOT NULL,
  -- Nobody chooses it any more; missions that promised it still bring it.
  retired_at timestamptz(3),
  UNIQUE (id, community_id),
  FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets (id, community_id)
);
CREATE INDEX perks_newest ON perks (community_id, created_at DESC, id DESC);
CREATE INDEX perks_by_budget ON perks (budget_id);

-- Both sides of every transfer, in points (perk_id null) or in pieces of one perk. ISSUED is where a brand's money comes from and
-- SPENT where members' points go, so that all balances together are zero.
CREATE TABLE reward_accounts (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  kind text NOT NULL CHECK (kind IN ('ISSUED', 'BUDGET', 'MEMBER', 'SPENT')),
  budget_id uuid,
  member_id uuid,
  perk_id uuid,
  -- The sum of its postings; nothing but a posting changes it.
  balance bigint NOT NULL DEFAULT 0,
  CHECK ((kind = 'BUDGET') = (budget_id IS NOT NULL)),
  CHECK ((kind = 'MEMBER') = (member_id IS NOT NULL)),
  CONSTRAINT reward_budget_empty CHECK (kind <> 'BUDGET' OR balance >= 0),
  CONSTRAINT reward_account_full CHECK (kind NOT IN ('BUDGET', 'MEMBER') OR balance <= 2000000000),
  CONSTRAINT reward_accounts_one_each UNIQUE NULLS NOT DISTINCT (community_id, kind, budget_id, member_id, perk_id),
  UNIQUE (id, community_id),
  FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (perk_id, community_id) REFERENCES perks (id, community_id)
);
CREATE INDEX reward_accounts_of_budget ON reward_accounts (budget_id) WHERE budget_id IS NOT NULL;
CREATE INDEX reward_accounts_of_member ON reward_accounts (member_id) WHERE member_id IS NOT NULL;

CREATE TABLE reward_transfers (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  kind text NOT NULL CHECK (kind IN ('FUND', 'WITHDRAW', 'PAYOUT', 'REVERSAL', 'PERK', 'RETURN')),
  -- The accepted entry that is paid, or whose payout is taken back.
  entry_id uuid,
  -- How often the entry was paid before and taken back, and this time.
  generation int CHECK (generation >= 1),
  -- The payout that is taken back, once.
  reverses uuid UNIQUE REFERENCES reward_transfers (id),
  reason text CHECK (length(reason) BETWEEN 1 AND 2000),
  -- Null: the system.
  made_by uuid REFERENCES accounts (id),
  at timestamptz(3) NOT NULL,
  UNIQUE (id, community_id),
  CONSTRAINT reward_transfers_paid_once UNIQUE (entry_id, generation),
  CHECK ((kind IN ('PAYOUT', 'REVERSAL')) = (entry_id IS NOT NULL)),
  CHECK ((kind = 'PAYOUT') = (generation IS NOT NULL)),
  CHECK ((kind = 'REVERSAL') = (reverses IS NOT NULL)),
  CHECK (kind NOT IN ('REVERSAL', 'WITHDRAW') OR reason IS NOT NULL)
);

CREATE TABLE reward_postings (
  transfer_id uuid NOT NULL,
  account_id uuid NOT NULL,
  community_id uuid NOT NULL,
  amount bigint NOT NULL CHECK (amount <> 0),
  PRIMARY KEY (transfer_id, account_id),
  FOREIGN KEY (transfer_id, community_id) REFERENCES reward_transfers (id, community_id),
  FOREIGN KEY (account_id, community_id) REFERENCES reward_accounts (id, community_id)
);
CREATE INDEX reward_postings_of_account ON reward_postings (account_id, transfer_id DESC);

-- A piece of a perk on its way to a member. The ledger says whose it is; this says where it is.
CREATE TABLE perk_deliveries (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  perk_id uuid NOT NULL,
  member_id uuid NOT NULL,
  transfer_id uuid NOT NULL UNIQUE,
  state text NOT NULL CHECK (state IN ('OWED', 'SENT', 'RECEIVED', 'RETURNED')),
  -- What the brand tells the member about it, such as a tracking number.
  note text CHECK (length(note) BETWEEN 1 AND 500),
  owed_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  FOREIGN KEY (perk_id, community_id) REFERENCES perks (id, community_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  UNIQUE (id, community_id),
  FOREIGN KEY (transfer_id, community_id) REFERENCES reward_transfers (id, community_id)
);
CREATE INDEX perk_deliveries_newest ON perk_deliveries (community_id, owed_at DESC, id DESC);
CREATE INDEX perk_deliveries_in_state ON perk_deliveries (community_id, state, owed_at DESC, id DESC);
CREATE INDEX perk_deliveries_of_member ON perk_deliveries (member_id, owed_at DESC, id DESC);

CREATE FUNCTION refuse_reward_changes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'The ledger of rewards is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
END $$;
CREATE TRIGGER reward_transfers_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON reward_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes();
CREATE TRIGGER reward_postings_stay BEFORE UPDATE OR DELETE OR TRUNCATE ON reward_postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes();
CREATE TRIGGER reward_accounts_stay BEFORE DELETE OR TRUNCATE ON reward_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes();

-- A balance starts at zero and moves by postings alone, which write from inside their own trigger.
CREATE FUNCTION refuse_loose_balance() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.balance = 0 THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND (to_jsonb(NEW) - 'balance') = (to_jsonb(OLD) - 'balance') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'A balance is the sum of its postings' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
END $$;
CREATE TRIGGER reward_accounts_held BEFORE INSERT OR UPDATE ON reward_accounts FOR EACH ROW EXECUTE FUNCTION refuse_loose_balance();

-- A transfer is made whole in one transaction; nobody adds to it later.
CREATE FUNCTION post_reward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM reward_transfers WHERE id = NEW.transfer_id AND xmin::text = (pg_current_xact_id()::xid)::text) THEN
    RAISE EXCEPTION 'A transfer is over once it is made' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
  END IF;
  UPDATE reward_accounts SET balance = balance + NEW.amount WHERE id = NEW.account_id;
  RETURN NULL;
END $$;
CREATE TRIGGER reward_postings_count AFTER INSERT ON reward_postings FOR EACH ROW EXECUTE FUNCTION post_reward();

-- What leaves one account arrives at another: for each transfer, in points and in each perk.
CREATE FUNCTION refuse_unbalanced_reward() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (SELECT count(*) FROM reward_postings WHERE transfer_id = NEW.id) < 2 OR EXISTS (
    SELECT FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id WHERE p.transfer_id = NEW.id GROUP BY a.perk_id HAVING sum(p.amount) <> 0
  ) THEN
    RAISE EXCEPTION 'A transfer has two sides' USING ERRCODE = 'check_violation', CONSTRAINT = 'reward_transfers_balance';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER reward_transfers_balance AFTER INSERT ON reward_transfers
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_reward();

-- An entry is paid again only after each earlier payout was taken back.
CREATE FUNCTION refuse_second_payout() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.generation <> 1 + (SELECT count(*) FROM reward_transfers WHERE entry_id = NEW.entry_id AND kind = 'REVERSAL') THEN
    RAISE EXCEPTION 'The entry is paid' USING ERRCODE = 'unique_violation', CONSTRAINT = 'reward_transfers_paid_once';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reward_transfers_one_payout BEFORE INSERT ON reward_transfers FOR EACH ROW WHEN (NEW.kind = 'PAYOUT') EXECUTE FUNCTION refuse_second_payout();

-- What members are told about.
ALTER TABLE notifications
  ADD COLUMN delivery_id uuid,
  ADD FOREIGN KEY (delivery_id, community_id) REFERENCES perk_deliveries (id, community_id) ON DELETE CASCADE;
CREATE INDEX notifications_by_delivery ON notifications (delivery_id) WHERE delivery_id IS NOT NULL;
`;
