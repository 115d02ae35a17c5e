import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Moderation1763769600027 implements MigrationInterface {
  name = 'Moderation1763769600027';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- What is not shown, and why: HOLD waits for a moderator, HIDDEN is hidden by a decision for a time or until it is changed,
-- REMOVED is removed by one. Ideas are removed by their status, so that votes, clock and ledger follow.
ALTER TABLE ideas ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT ideas_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));
ALTER TABLE comments ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT comments_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));
ALTER TABLE creations ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT creations_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));
ALTER TABLE creation_responses ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT creation_responses_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));
ALTER TABLE circle_posts ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT circle_posts_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));
-- Of a member: what their profile says about them.
ALTER TABLE members ADD COLUMN withheld text CHECK (withheld IN ('HOLD', 'HIDDEN', 'REMOVED')), ADD COLUMN withheld_at timestamptz(3),
  ADD CONSTRAINT members_withheld_whole CHECK ((withheld IS NULL) = (withheld_at IS NULL));

-- The numbered rules of a community, each wording a version: a decision names the wording it was made under.
CREATE TABLE community_rules (
  community_id uuid NOT NULL REFERENCES communities (id),
  number int NOT NULL CHECK (number BETWEEN 1 AND 99),
  version int NOT NULL CHECK (version >= 1),
  title text NOT NULL CHECK (length(title) BETWEEN 1 AND 120),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 2000),
  since timestamptz(3) NOT NULL,
  -- When another wording or nothing came in its place.
  until timestamptz(3) CHECK (until >= since),
  PRIMARY KEY (community_id, number, version)
);
CREATE UNIQUE INDEX community_rules_in_force ON community_rules (community_id, number) WHERE until IS NULL;

-- Communities that were there before had guidelines and no numbers: they begin with what new ones begin with, in their language.
INSERT INTO community_rules (community_id, number, version, title, body, since)
SELECT c.id, r.number, 1, r.title, r.body, now() FROM communities c JOIN (VALUES
  ('en', 1, 'Respect people', 'No insults, no threats, nobody pursued from thread to thread. Ideas, products and the brand may be criticised as hard as you like; people are left whole.'),
  ('en', 2, 'No hate', 'Nobody is attacked or made less for where they come from, what they believe, how they live, whom they love, or a disability.'),
  ('en', 3, 'Private things stay private', 'Do not publish addresses, telephone numbers, private messages or pictures of somebody who did not agree to it.'),
  ('en', 4, 'No spam', 'Do not post the same text over and over, or links that have nothing to do with what is discussed.'),
  ('en', 5, 'Stay with the matter', 'Write about the idea, the work or the question you stand under. For another matter there is another place.'),
  ('en', 6, 'Say what ties you', 'If you are paid for what you write, work in the field, or sell what you recommend, say so beside it.'),
  ('en', 7, 'One person, one voice', 'No second accounts, no bought or exchanged votes, no campaigns of copied texts, no false reports.'),
  ('en', 8, 'Be yourself', 'A nickname is fine. Passing for somebody else, for the team or for the brand is not.'),
  ('fr', 1, 'Respectez les personnes', 'Pas d’insultes, pas de menaces, personne n’est poursuivi de page en page. Les idées, les produits et la marque, vous pouvez les critiquer aussi vivement que vous voulez ; les gens, on les laisse entiers.'),
  ('fr', 2, 'Pas de haine', 'Personne n’est attaqué ni rabaissé pour son origine, sa foi, sa façon de vivre, ses amours ou un handicap.'),
  ('fr', 3, 'La vie privée reste privée', 'Ne publiez ni adresse, ni numéro, ni message privé, ni image de quelqu’un qui n’a pas donné son accord.'),
  ('fr', 4, 'Pas de spam', 'Ne publiez pas dix fois le même texte, ni des liens sans rapport avec la discussion.'),
  ('fr', 5, 'Restez dans le sujet', 'Écrivez sur l’idée, la création ou la question où vous êtes. Pour un autre sujet, il y a un autre endroit.'),
  ('fr', 6, 'Dites ce qui vous lie', 'Si l’on vous paie pour ce que vous écrivez, si c’est votre métier ou si vous vendez ce que vous conseillez, dites-le à côté.'),
  ('fr', 7, 'Une personne, une voix', 'Pas de seconds comptes, pas de votes achetés ou échangés, pas de textes copiés en série, pas de faux signalements.'),
  ('fr', 8, 'Soyez vous-même', 'Un pseudonyme convient. Se faire passer pour une autre personne, pour l’équipe ou pour la marque, non.')
) AS r (language, number, title, body) ON r.language = CASE WHEN c.locale LIKE 'fr%' THEN 'fr' ELSE 'en' END;

-- One subject as moderators see it, from its first report or verdict to a decision; a new incident is a new item.
CREATE TABLE review_items (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL REFERENCES communities (id),
  subject_kind text NOT NULL CHECK (subject_kind IN
    ('IDEA', 'COMMENT', 'CREATION', 'CREATION_RESPONSE', 'CIRCLE_POST', 'MEMBER', 'REPUTATION_ENTRY', 'MERGE', 'ENTRY')),
  subject_id uuid NOT NULL,
  incident int NOT NULL CHECK (incident >= 1),
  -- Whom it is about; null for imported texts without an author.
  author_id uuid,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'PROPOSED', 'DECIDED')),
  -- What reports call it; none of what came without one.
  categories text[] NOT NULL DEFAULT '{}',
  -- How bad it would be, from 1 to 5; how many see it, and who they were when somebody last looked; how much the reports weigh.
  severity double precision NOT NULL DEFAULT 1 CHECK (severity BETWEEN 1 AND 5),
  reach double precision NOT NULL DEFAULT 1 CHECK (reach >= 1),
  supporters int NOT NULL DEFAULT 0 CHECK (supporters >= 0),
  comments int NOT NULL DEFAULT 0 CHECK (comments >= 0),
  report_weight double precision NOT NULL DEFAULT 1 CHECK (report_weight >= 1),
  opened_at timestamptz(3) NOT NULL,
  changed_at timestamptz(3) NOT NULL,
  decided_at timestamptz(3),
  claimed_by uuid REFERENCES accounts (id),
  claimed_until timestamptz(3),
  -- What decides about its place: their product doubles with each day it waits, for all alike, so that time changes no order.
  rank double precision NOT NULL GENERATED ALWAYS AS (ln(severity * reach * report_weight) / ln(2::double precision)
    - extract(epoch FROM (opened_at - timestamptz '2026-01-01 00:00:00+00'))::double precision / 86400) STORED,
  UNIQUE (id, community_id),
  UNIQUE (subject_kind, subject_id, incident),
  FOREIGN KEY (author_id, community_id) REFERENCES members (id, community_id),
  CHECK ((claimed_by IS NULL) = (claimed_until IS NULL)),
  CHECK ((state = 'DECIDED') = (decided_at IS NOT NULL))
);
CREATE UNIQUE INDEX review_items_one_open ON review_items (subject_kind, subject_id) WHERE state <> 'DECIDED';
CREATE INDEX review_items_waiting ON review_items (community_id, rank DESC, id DESC) WHERE state <> 'DECIDED';
CREATE INDEX review_items_claimed ON review_items (claimed_by) WHERE claimed_by IS NOT NULL AND state <> 'DECIDED';
CREATE INDEX review_items_decided ON review_items (community_id, decided_at DESC, id DESC) WHERE state = 'DECIDED';
CREATE INDEX review_items_by_author ON review_items (author_id, opened_at DESC) WHERE author_id IS NOT NULL;

-- That something breaks a rule or the law, in somebody's words. Of a visitor only a notice of illegal content.
CREATE TABLE reports (
  id uuid PRIMARY KEY,
  -- What whoever sent it may ask by.
  reference text NOT NULL UNIQUE CHECK (length(reference) BETWEEN 8 AND 40),
  community_id uuid NOT NULL,
  item_id uuid NOT NULL,
  reporter_id uuid,
  category text NOT NULL CHECK (category IN ('SPAM', 'HARASSMENT', 'HATE', 'PRIVATE_DATA', 'OFF_TOPIC', 'UNDISCLOSED_ADVERTISING',
    'MANIPULATION', 'IMPERSONATION', 'ILLEGAL_CONTENT')),
  explanation text NOT NULL CHECK (length(explanation) <= 5000),
  weight double precision NOT NULL CHECK (weight >= 0),
  -- Whether who filed it was no newcomer, or had been right before.
  established boolean NOT NULL DEFAULT false,
  filed_at timestamptz(3) NOT NULL,
  verdict text CHECK (verdict IN ('UPHELD', 'UNFOUNDED', 'ABUSIVE')),
  judged_at timestamptz(3),
  UNIQUE (id, community_id),
  FOREIGN KEY (item_id, community_id) REFERENCES review_items (id, community_id),
  FOREIGN KEY (reporter_id, community_id) REFERENCES members (id, community_id),
  CHECK ((verdict IS NULL) = (judged_at IS NULL)),
  CHECK (reporter_id IS NOT NULL OR category = 'ILLEGAL_CONTENT')
);
-- One open report of each person, item and incident: the item is the incident.
CREATE UNIQUE INDEX reports_one_each ON reports (item_id, reporter_id) WHERE reporter_id IS NOT NULL;
CREATE INDEX reports_by_item ON reports (item_id, weight DESC, filed_at, id);
CREATE INDEX reports_by_reporter ON reports (reporter_id, filed_at DESC, id DESC) WHERE reporter_id IS NOT NULL;
CREATE INDEX reports_by_community ON reports (community_id, filed_at);

-- What Article 16 of the Digital Services Act asks of a notice. Name and address may be left out for crimes against children.
CREATE TABLE illegal_content_notices (
  report_id uuid PRIMARY KEY REFERENCES reports (id),
  law text NOT NULL CHECK (length(law) BETWEEN 1 AND 500),
  location text NOT NULL CHECK (length(location) BETWEEN 1 AND 2000),
  name text CHECK (length(name) BETWEEN 1 AND 200),
  email citext CHECK (length(email::text) BETWEEN 3 AND 320),
  name_withheld boolean NOT NULL,
  -- What it is answered in.
  locale text NOT NULL CHECK (length(locale) BETWEEN 2 AND 35),
  good_faith_at timestamptz(3) NOT NULL,
  CHECK (name_withheld OR (name IS NOT NULL AND email IS NOT NULL))
);

-- What moderators say to each other about an item.
CREATE TABLE review_notes (
  id uuid PRIMARY KEY,
  item_id uuid NOT NULL REFERENCES review_items (id),
  author_account_id uuid REFERENCES accounts (id),
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  written_at timestamptz(3) NOT NULL
);
CREATE INDEX review_notes_by_item ON review_notes (item_id, written_at, id);

-- Who decides where a community has fewer than two who may: moderators that the operator appointed for the whole deployment.
CREATE TABLE moderation_panel (
  account_id uuid PRIMARY KEY REFERENCES accounts (id),
  appointed_at timestamptz(3) NOT NULL,
  appointed_by uuid REFERENCES accounts (id)
);

-- What was decided and why: the row is the statement of reasons (Digital Services Act, Article 17).
CREATE TABLE decisions (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  item_id uuid NOT NULL,
  -- Whom it affects; null for imported texts without an author.
  affected_id uuid,
  action text NOT NULL CHECK (action IN ('KEEP', 'ASK_CHANGE', 'HIDE', 'REMOVE', 'LABEL', 'WARN', 'MUTE', 'HOLD', 'SUSPEND', 'BAN')),
  muted_right text CHECK (muted_right IN ('POSTING', 'VOTING', 'COMMENTING', 'REPORTING')),
  -- What it restricts: the text the item is about, or what its author may do here.
  scope text NOT NULL DEFAULT 'TEXT' CHECK (scope IN ('TEXT', 'MEMBER')),
  ground text CHECK (ground IN ('RULE', 'LAW')),
  rule_number int,
  rule_version int,
  law text CHECK (length(law) BETWEEN 1 AND 500),
  -- Words, which an erasure of the author takes away; what is public of them is a commitment in the log.
  facts text CHECK (length(facts) BETWEEN 1 AND 5000),
  passage text CHECK (length(passage) BETWEEN 1 AND 2000),
  -- Of facts and reasons.
  language text CHECK (length(language) BETWEEN 2 AND 10),
  source text NOT NULL CHECK (source IN ('OWN_INITIATIVE', 'REPORT', 'NOTICE', 'AUTOMATED')),
  automated_detection boolean NOT NULL,
  automated_decision boolean NOT NULL,
  -- Whether the text criticises the brand, as measured then.
  critical boolean NOT NULL DEFAULT false,
  state text NOT NULL CHECK (state IN ('PROPOSED', 'IN_FORCE', 'REJECTED', 'FALLEN', 'ENDED')),
  decided_by uuid REFERENCES accounts (id),
  decided_as text NOT NULL CHECK (decided_as IN ('MODERATOR', 'PANEL', 'OPERATOR', 'AUTOMATED')),
  decided_at timestamptz(3) NOT NULL,
  -- Whether it binds only once another has agreed; the trigger below says so of ideas above the second rung.
  needs_second boolean NOT NULL DEFAULT false,
  seconded_by uuid REFERENCES accounts (id),
  seconded_as text CHECK (seconded_as IN ('MODERATOR', 'PANEL', 'OPERATOR')),
  seconded_at timestamptz(3),
  second_reason text CHECK (length(second_reason) BETWEEN 1 AND 2000),
  starts_at timestamptz(3),
  ends_at timestamptz(3) CHECK (ends_at > starts_at),
  -- When it stopped to bind: fell on appeal, was replaced, or its time was over.
  over_at timestamptz(3),
  appeal_until timestamptz(3),
  acknowledged_at timestamptz(3),
  erased_at timestamptz(3),
  -- The proposal until whose end this hold lasts, at most.
  holds_for uuid REFERENCES decisions (id),
  UNIQUE (id, community_id),
  FOREIGN KEY (item_id, community_id) REFERENCES review_items (id, community_id),
  FOREIGN KEY (affected_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (community_id, rule_number, rule_version) REFERENCES community_rules (community_id, number, version),
  CONSTRAINT decisions_have_reasons CHECK (action = 'KEEP' OR erased_at IS NOT NULL OR
    (ground IS NOT NULL AND facts IS NOT NULL AND language IS NOT NULL AND appeal_until IS NOT NULL)),
  CONSTRAINT decisions_name_the_ground CHECK (CASE ground
    WHEN 'RULE' THEN rule_number IS NOT NULL AND rule_version IS NOT NULL AND law IS NULL
    WHEN 'LAW' THEN law IS NOT NULL AND rule_number IS NULL
    ELSE rule_number IS NULL AND law IS NULL END),
  CONSTRAINT decisions_mute_one_right CHECK ((action = 'MUTE') = (muted_right IS NOT NULL)),
  CONSTRAINT decisions_scope CHECK (CASE WHEN action IN ('WARN', 'MUTE', 'SUSPEND', 'BAN') THEN scope = 'MEMBER' WHEN action = 'HOLD' THEN true ELSE scope = 'TEXT' END),
  -- What waits for a look, and restricts meanwhile, does so for a fortnight at most.
  CONSTRAINT decisions_holds_are_short CHECK (action <> 'HOLD' OR
    (starts_at IS NOT NULL AND ends_at IS NOT NULL AND (scope = 'MEMBER' AND holds_for IS NULL OR ends_at <= starts_at + interval '14 days'))),
  CONSTRAINT decisions_that_end CHECK (action NOT IN ('MUTE', 'SUSPEND') OR ends_at IS NOT NULL),
  CONSTRAINT decisions_by_somebody CHECK ((decided_as = 'AUTOMATED') = automated_decision AND (automated_decision OR decided_by IS NOT NULL)),
  -- A machine holds until somebody has looked, and nothing more.
  CONSTRAINT decisions_of_machines_hold CHECK (NOT automated_decision OR action = 'HOLD'),
  CONSTRAINT decisions_seconded_whole CHECK (num_nulls(seconded_by, seconded_as, seconded_at) IN (0, 3)),
  CONSTRAINT decisions_seconded_by_another CHECK (seconded_by <> decided_by),
  CONSTRAINT decisions_in_force_start CHECK (state = 'PROPOSED' OR state = 'REJECTED' OR action = 'KEEP' OR starts_at IS NOT NULL),
  CONSTRAINT decisions_over_whole CHECK ((state IN ('FALLEN', 'ENDED', 'REJECTED')) = (over_at IS NOT NULL)),
  -- Who is banned for good, and an idea that many stood behind, was judged by two.
  CONSTRAINT decisions_by_two CHECK (NOT (needs_second AND state IN ('IN_FORCE', 'ENDED')) OR seconded_by IS NOT NULL),
  CONSTRAINT decisions_bans_by_two CHECK (needs_second OR NOT (action = 'BAN' AND ends_at IS NULL))
);
CREATE INDEX decisions_by_item ON decisions (item_id, decided_at, id);
CREATE INDEX decisions_by_affected ON decisions (affected_id, decided_at DESC, id DESC) WHERE affected_id IS NOT NULL;
CREATE INDEX decisions_by_community ON decisions (community_id, decided_at DESC, id DESC);
CREATE INDEX decisions_holding_for ON decisions (holds_for) WHERE holds_for IS NOT NULL;
CREATE INDEX decisions_to_end ON decisions (ends_at) WHERE state = 'IN_FORCE' AND ends_at IS NOT NULL;

-- Nobody reports what is theirs.
CREATE FUNCTION reports_are_of_others() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.reporter_id = (SELECT author_id FROM review_items WHERE id = NEW.item_id) THEN
    RAISE EXCEPTION 'nobody reports their own' USING ERRCODE = 'check_violation', CONSTRAINT = 'reports_are_of_others';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER reports_are_of_others BEFORE INSERT OR UPDATE OF item_id, reporter_id ON reports FOR EACH ROW EXECUTE FUNCTION reports_are_of_others();

-- Whether an account may judge about a member in a community: it is none of the brand's, the item is not its own, whomever the
-- decision says it affects, and it did not report the item itself. Who it may judge as (moderator, panel, operator) is said beside it.
CREATE FUNCTION refuse_partial_judge(judge uuid, judge_as text, community uuid, item uuid, affected uuid) RETURNS void
  LANGUAGE plpgsql AS $$
BEGIN
  IF judge IS NULL THEN RETURN; END IF;
  IF EXISTS (SELECT FROM role_grants g WHERE g.community_id = community AND g.account_id = judge AND g.revoked_at IS NULL AND g.role IN ('OWNER', 'BRAND_MANAGER')) THEN
    RAISE EXCEPTION 'the brand does not judge' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_are_not_the_brand';
  END IF;
  IF EXISTS (SELECT FROM members m WHERE m.id IN (affected, (SELECT r.author_id FROM review_items r WHERE r.id = item)) AND m.account_id = judge) THEN
    RAISE EXCEPTION 'nobody judges their own' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_are_not_the_author';
  END IF;
  IF EXISTS (SELECT FROM reports r JOIN members m ON m.id = r.reporter_id WHERE r.item_id = item AND m.account_id = judge) THEN
    RAISE EXCEPTION 'nobody judges their own report' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_are_not_the_reporter';
  END IF;
  IF judge_as = 'MODERATOR' AND NOT EXISTS (SELECT FROM role_grants g WHERE g.community_id = community AND g.account_id = judge AND g.revoked_at IS NULL AND g.role = 'MODERATOR') THEN
    RAISE EXCEPTION 'not a moderator here' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_hold_their_office';
  END IF;
  IF judge_as = 'PANEL' AND NOT EXISTS (SELECT FROM moderation_panel p WHERE p.account_id = judge) THEN
    RAISE EXCEPTION 'not on the panel' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_hold_their_office';
  END IF;
  IF judge_as = 'OPERATOR' AND NOT EXISTS (SELECT FROM accounts a WHERE a.id = judge AND a.is_operator) THEN
    RAISE EXCEPTION 'not the operator' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_hold_their_office';
  END IF;
END $$;

CREATE FUNCTION decisions_are_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.action = 'REMOVE' AND EXISTS (
    SELECT FROM review_items r JOIN ideas i ON i.id = r.subject_id WHERE r.id = NEW.item_id AND r.subject_kind = 'IDEA' AND i.rung >= 2) THEN
    NEW.needs_second := true;
  END IF;
  IF TG_OP = 'INSERT' AND EXISTS (
    SELECT FROM review_items r WHERE r.id = NEW.item_id AND r.claimed_by <> NEW.decided_by AND r.claimed_until > NEW.decided_at) THEN
    RAISE EXCEPTION 'somebody else looks at it' USING ERRCODE = 'check_violation', CONSTRAINT = 'decisions_respect_claims';
  END IF;
  IF TG_OP = 'INSERT' OR (NEW.decided_by, NEW.decided_as, NEW.item_id, NEW.affected_id) IS DISTINCT FROM (OLD.decided_by, OLD.decided_as, OLD.item_id, OLD.affected_id) THEN
    PERFORM refuse_partial_judge(NEW.decided_by, NEW.decided_as, NEW.community_id, NEW.item_id, NEW.affected_id);
  END IF;
  IF NEW.seconded_by IS NOT NULL AND (TG_OP = 'INSERT' OR (NEW.seconded_by, NEW.seconded_as) IS DISTINCT FROM (OLD.seconded_by, OLD.seconded_as)) THEN
    PERFORM refuse_partial_judge(NEW.seconded_by, NEW.seconded_as, NEW.community_id, NEW.item_id, NEW.affected_id);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER decisions_are_impartial BEFORE INSERT OR UPDATE ON decisions FOR EACH ROW EXECUTE FUNCTION decisions_are_impartial();

-- What a member may not do, while it is in force: read wherever an actor is made.
CREATE TABLE restrictions (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  member_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('MUTE', 'HOLD', 'SUSPENSION', 'BAN', 'WARNING')),
  muted_right text CHECK (muted_right IN ('POSTING', 'VOTING', 'COMMENTING', 'REPORTING')),
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) CHECK (ends_at > starts_at),
  lifted_at timestamptz(3),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (decision_id, community_id) REFERENCES decisions (id, community_id),
  CHECK ((kind = 'MUTE') = (muted_right IS NOT NULL)),
  UNIQUE (decision_id, kind)
);
CREATE INDEX restrictions_in_force ON restrictions (member_id) WHERE lifted_at IS NULL;

-- Whether any restriction of theirs was not lifted: whoever holds the row knows without asking further. A restriction waits for
-- what its member is doing and holds what they do next until it has committed.
ALTER TABLE members ADD COLUMN restricted boolean NOT NULL DEFAULT false;
CREATE INDEX members_restricted ON members (account_id) WHERE restricted;
CREATE FUNCTION restrictions_hold_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM members WHERE id = NEW.member_id FOR UPDATE;
  RETURN NEW;
END $$;
CREATE TRIGGER restrictions_hold_member BEFORE INSERT OR UPDATE ON restrictions FOR EACH ROW EXECUTE FUNCTION restrictions_hold_member();
CREATE FUNCTION restrictions_mark_member() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE members m SET restricted = n.restricted
  FROM (SELECT EXISTS (SELECT FROM restrictions r WHERE r.member_id = NEW.member_id AND r.lifted_at IS NULL) AS restricted) n
  WHERE m.id = NEW.member_id AND m.restricted <> n.restricted;
  RETURN NULL;
END $$;
CREATE TRIGGER restrictions_mark_member AFTER INSERT OR UPDATE ON restrictions FOR EACH ROW EXECUTE FUNCTION restrictions_mark_member();

-- What stands beside a text by a decision.
CREATE TABLE content_labels (
  decision_id uuid PRIMARY KEY REFERENCES decisions (id),
  community_id uuid NOT NULL REFERENCES communities (id),
  subject_kind text NOT NULL,
  subject_id uuid NOT NULL,
  label text NOT NULL CHECK (label IN ('DISCLOSURE_MISSING')),
  labelled_at timestamptz(3) NOT NULL,
  lifted_at timestamptz(3)
);
CREATE INDEX content_labels_of_subject ON content_labels (subject_id) WHERE lifted_at IS NULL;

-- Against a decision: by whom it affects, or by whose report was dismissed. Two refused end the matter.
CREATE TABLE appeals (
  id uuid PRIMARY KEY,
  community_id uuid NOT NULL,
  item_id uuid NOT NULL,
  decision_id uuid NOT NULL,
  appellant_id uuid NOT NULL,
  appellant_is text NOT NULL CHECK (appellant_is IN ('AFFECTED', 'REPORTER')),
  round int NOT NULL CHECK (round BETWEEN 1 AND 2),
  opened_at timestamptz(3) NOT NULL,
  -- Until when an answer is promised.
  due_at timestamptz(3) NOT NULL,
  state text NOT NULL DEFAULT 'OPEN' CHECK (state IN ('OPEN', 'UPHELD', 'REVERSED', 'CHANGED')),
  decided_by uuid REFERENCES accounts (id),
  decided_as text CHECK (decided_as IN ('MODERATOR', 'PANEL', 'OPERATOR')),
  decided_at timestamptz(3),
  reasons text CHECK (length(reasons) BETWEEN 1 AND 5000),
  -- What took its place, when it was changed.
  new_decision_id uuid REFERENCES decisions (id),
  erased_at timestamptz(3),
  UNIQUE (id, community_id),
  UNIQUE (item_id, appellant_id, round),
  FOREIGN KEY (decision_id, community_id) REFERENCES decisions (id, community_id),
  FOREIGN KEY (item_id, community_id) REFERENCES review_items (id, community_id),
  FOREIGN KEY (appellant_id, community_id) REFERENCES members (id, community_id),
  CHECK ((state = 'OPEN') = (decided_at IS NULL) AND (state = 'OPEN') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_as IS NULL)),
  CHECK (state = 'OPEN' OR erased_at IS NOT NULL OR reasons IS NOT NULL),
  CHECK ((state = 'CHANGED') = (new_decision_id IS NOT NULL))
);
CREATE UNIQUE INDEX appeals_one_open ON appeals (decision_id, appellant_id) WHERE state = 'OPEN';
CREATE INDEX appeals_waiting ON appeals (community_id, due_at, id) WHERE state = 'OPEN';
CREATE INDEX appeals_by_item ON appeals (item_id);
CREATE INDEX appeals_by_appellant ON appeals (appellant_id);

CREATE TABLE appeal_messages (
  id uuid PRIMARY KEY,
  appeal_id uuid NOT NULL REFERENCES appeals (id),
  -- Null when erased. To the appellant, moderators speak as one.
  author_account_id uuid REFERENCES accounts (id),
  by_moderation boolean NOT NULL,
  body text NOT NULL CHECK (length(body) BETWEEN 1 AND 5000),
  written_at timestamptz(3) NOT NULL
);
CREATE INDEX appeal_messages_by_appeal ON appeal_messages (appeal_id, written_at, id);

-- An appeal comes in time, from whom the decision affects or whose report it dismissed, and is decided by someone who took no
-- part: in any decision or appeal about the item.
CREATE FUNCTION appeals_are_impartial() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND NOT EXISTS (SELECT FROM decisions d WHERE d.id = NEW.decision_id AND d.appeal_until >= NEW.opened_at) THEN
    RAISE EXCEPTION 'too late' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_in_time';
  END IF;
  IF NOT EXISTS (SELECT FROM decisions d WHERE d.id = NEW.decision_id AND d.item_id = NEW.item_id AND CASE NEW.appellant_is
      WHEN 'AFFECTED' THEN d.affected_id = NEW.appellant_id
      ELSE EXISTS (SELECT FROM reports r WHERE r.item_id = d.item_id AND r.reporter_id = NEW.appellant_id) END) THEN
    RAISE EXCEPTION 'not theirs to appeal' USING ERRCODE = 'check_violation', CONSTRAINT = 'appeals_by_whom_it_concerns';
  END IF;
  IF NEW.decided_by IS NULL OR (TG_OP = 'UPDATE' AND (NEW.decided_by, NEW.decided_as) IS NOT DISTINCT FROM (OLD.decided_by, OLD.decided_as)) THEN RETURN NEW; END IF;
  PERFORM refuse_partial_judge(NEW.decided_by, NEW.decided_as, NEW.community_id, NEW.item_id, (SELECT affected_id FROM decisions WHERE id = NEW.decision_id));
  IF EXISTS (SELECT FROM decisions d WHERE d.item_id = NEW.item_id AND d.id IS DISTINCT FROM NEW.new_decision_id AND NEW.decided_by IN (d.decided_by, d.seconded_by))
    OR EXISTS (SELECT FROM appeals a WHERE a.item_id = NEW.item_id AND a.id <> NEW.id AND a.decided_by = NEW.decided_by) THEN
    RAISE EXCEPTION 'took part before' USING ERRCODE = 'check_violation', CONSTRAINT = 'judges_of_appeals_took_no_part';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER appeals_are_impartial BEFORE INSERT OR UPDATE ON appeals FOR EACH ROW EXECUTE FUNCTION appeals_are_impartial();

-- Whom a member does not want to read.
CREATE TABLE member_mutes (
  member_id uuid NOT NULL,
  muted_id uuid NOT NULL,
  community_id uuid NOT NULL,
  since timestamptz(3) NOT NULL,
  PRIMARY KEY (member_id, muted_id),
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id),
  FOREIGN KEY (muted_id, community_id) REFERENCES members (id, community_id),
  CHECK (member_id <> muted_id)
);
CREATE INDEX member_mutes_of ON member_mutes (muted_id);

-- What people are told of decisions: whom they affect, who reported, and the moderators who wait for each other.
ALTER TABLE notifications ADD COLUMN decision_id uuid REFERENCES decisions (id) ON DELETE CASCADE;
ALTER TABLE notifications ADD COLUMN appeal_id uuid REFERENCES appeals (id) ON DELETE CASCADE;
CREATE INDEX notifications_by_decision ON notifications (decision_id) WHERE decision_id IS NOT NULL;
CREATE INDEX notifications_by_appeal ON notifications (appeal_id) WHERE appeal_id IS NOT NULL;
ALTER TABLE notifications DROP CONSTRAINT notifications_kind_check;
ALTER TABLE notifications ADD CONSTRAINT notifications_kind_check CHECK (kind IN ('ANSWERED', 'RUNG', 'EXPIRED', 'MERGED', 'UNMERGED', 'EDITED', 'REPLIED',
  'MENTIONED', 'COMMENTED', 'CREDITED', 'POSTED', 'FOLLOWED', 'CONTESTED', 'CONTEST_DECIDED', 'CIRCLE_REQUESTED', 'CIRCLE_ACCEPTED',
  'CIRCLE_DECLINED', 'CIRCLE_REMOVED', 'CIRCLE_ELECTION', 'CIRCLE_ELECTED', 'CIRCLE_RECOGNISED', 'CREATION_SHOWN', 'RESPONDED', 'REMIXED', 'APPRECIATED',
  'EVIDENCE_ENDING', 'EVIDENCE_ENDED', 'NAME_ATTESTED', 'CODES_GUESSED', 'DECIDED', 'WARNED', 'REPORT_JUDGED', 'APPEAL_ANSWERED', 'APPEAL_DECIDED',
  'REVIEW_WAITS'));
-- Of what waits for moderators they are told once, until they have looked.
CREATE UNIQUE INDEX notifications_review_waits ON notifications (recipient_id) WHERE read_at IS NULL AND kind = 'REVIEW_WAITS';
`;
