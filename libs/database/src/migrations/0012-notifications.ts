import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notifications1763769600012 implements MigrationInterface {
  name = 'Notifications1763769600012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(sql);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only.');
  }
}

const sql = String.raw`
-- An IANA name, which this server knows when it is written. Null: unknown, so UTC.
ALTER TABLE accounts ADD COLUMN time_zone text CHECK (length(time_zone) BETWEEN 1 AND 64);

-- Links in mails that stop mails are signed with it: they work without signing in, and for as long as the mail is kept.
ALTER TABLE deployment ADD COLUMN unsubscribe_key bytea NOT NULL DEFAULT (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

-- What a member wants to hear of, beside what they posted, backed or said.
CREATE TABLE follows (
  follower_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('IDEA', 'MEMBER', 'CATEGORY', 'COMMUNITY')),
  subject_id uuid NOT NULL,
  community_id uuid NOT NULL,
  followed_at timestamptz(3) NOT NULL,
  -- The subject again, under the key that holds it inside the community.
  idea_id uuid GENERATED ALWAYS AS (CASE kind WHEN 'IDEA' THEN subject_id END) STORED,
  member_id uuid GENERATED ALWAYS AS (CASE kind WHEN 'MEMBER' THEN subject_id END) STORED,
  category_id uuid GENERATED ALWAYS AS (CASE kind WHEN 'CATEGORY' THEN subject_id END) STORED,
  PRIMARY KEY (follower_id, subject_id),
  FOREIGN KEY (follower_id, community_id) REFERENCES members (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (member_id, community_id) REFERENCES members (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (category_id, community_id) REFERENCES categories (id, community_id) ON DELETE CASCADE,
  CONSTRAINT follows_not_oneself CHECK (subject_id <> follower_id),
  CONSTRAINT follows_own_community CHECK (kind <> 'COMMUNITY' OR subject_id = community_id)
);
CREATE INDEX follows_of_subject ON follows (subject_id, follower_id);
CREATE INDEX follows_newest ON follows (subject_id, followed_at DESC, follower_id DESC);
CREATE INDEX follows_by_follower ON follows (follower_id, followed_at DESC, subject_id DESC);
CREATE INDEX follows_by_follower_of_kind ON follows (follower_id, kind, followed_at DESC, subject_id DESC);

-- A mail to one member about one or more matters, which are fixed when it is made. It is one mail however often it is tried:
-- its id makes its Message-ID.
CREATE TABLE mailings (
  id uuid PRIMARY KEY,
  member_id uuid NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  kind text NOT NULL CHECK (kind IN ('DIGEST', 'NOTICE')),
  -- The day, where the member lives, whose digest it is.
  digest_of date,
  made_at timestamptz(3) NOT NULL,
  ended_at timestamptz(3),
  -- How it ended: handed to the mail server; refused by it for good; or nothing was left to say.
  outcome text CHECK (outcome IN ('SENT', 'REFUSED', 'MOOT')),
  CONSTRAINT mailings_one_digest_a_day UNIQUE (member_id, digest_of),
  CHECK ((kind = 'DIGEST') = (digest_of IS NOT NULL)),
  CHECK ((ended_at IS NULL) = (outcome IS NULL))
);
CREATE INDEX mailings_by_age ON mailings (ended_at) WHERE ended_at IS NOT NULL;

-- What members are told. Facts and ids only: the words are made when they are read, from what is true then.
CREATE TABLE notifications (
  id uuid PRIMARY KEY,
  recipient_id uuid NOT NULL,
  community_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ANSWERED', 'RUNG', 'EXPIRED', 'MERGED', 'UNMERGED', 'EDITED', 'REPLIED', 'MENTIONED', 'COMMENTED',
    'CREDITED', 'POSTED', 'FOLLOWED', 'CONTESTED', 'CONTEST_DECIDED')),
  reason text NOT NULL CHECK (reason IN ('YOU', 'AUTHOR', 'BACKED', 'COMMENTED', 'FOLLOWED_IDEA', 'FOLLOWED_MEMBER', 'FOLLOWED_CATEGORY',
    'FOLLOWED_COMMUNITY', 'STAFF')),
  -- What happened: the response, move, comment, credit … Nobody is told twice of one.
  matter uuid NOT NULL,
  idea_id uuid,
  comment_id uuid,
  response_id uuid,
  -- Who did it.
  actor_id uuid,
  -- Where the idea went, or which rung it reached.
  status text,
  rung int,
  -- How many the like came while this one was not read.
  amount int NOT NULL DEFAULT 1 CHECK (amount >= 1),
  happened_at timestamptz(3) NOT NULL,
  in_app boolean NOT NULL,
  read_at timestamptz(3),
  -- When it joins a digest; null once it has, or never shall.
  mail_due_at timestamptz(3),
  mailing_id uuid REFERENCES mailings (id) ON DELETE SET NULL,
  CONSTRAINT notifications_once UNIQUE (recipient_id, matter),
  FOREIGN KEY (recipient_id, community_id) REFERENCES members (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (idea_id, community_id) REFERENCES ideas (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (comment_id, community_id) REFERENCES comments (id, community_id) ON DELETE CASCADE,
  FOREIGN KEY (response_id) REFERENCES official_responses (id) ON DELETE CASCADE,
  FOREIGN KEY (actor_id) REFERENCES members (id) ON DELETE SET NULL
);
-- Comments on an idea and edits of it come in numbers: while one is unread, the next ones add to it.
CREATE UNIQUE INDEX notifications_one_unread ON notifications (recipient_id, idea_id, kind)
  WHERE read_at IS NULL AND kind IN ('COMMENTED', 'EDITED');
CREATE INDEX notifications_inbox ON notifications (recipient_id, happened_at DESC, id DESC) WHERE in_app;
CREATE INDEX notifications_unread ON notifications (recipient_id, happened_at DESC, id DESC) WHERE in_app AND read_at IS NULL;
CREATE INDEX notifications_due ON notifications (mail_due_at) WHERE mail_due_at IS NOT NULL;
CREATE INDEX notifications_waiting ON notifications (recipient_id) WHERE mail_due_at IS NOT NULL;
CREATE INDEX notifications_of_mailing ON notifications (mailing_id) WHERE mailing_id IS NOT NULL;
CREATE INDEX notifications_by_age ON notifications (happened_at);
-- For the day something they point at goes.
CREATE INDEX notifications_by_idea ON notifications (idea_id) WHERE idea_id IS NOT NULL;
CREATE INDEX notifications_by_comment ON notifications (comment_id) WHERE comment_id IS NOT NULL;
CREATE INDEX notifications_by_response ON notifications (response_id) WHERE response_id IS NOT NULL;
CREATE INDEX notifications_by_actor ON notifications (actor_id) WHERE actor_id IS NOT NULL;

-- Who takes part in the talk about an idea.
CREATE INDEX comments_writers ON comments (idea_id, author_id) WHERE author_id IS NOT NULL;

-- What differs from the defaults.
CREATE TABLE notification_preferences (
  member_id uuid NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  kind text NOT NULL,
  in_app boolean NOT NULL,
  mail text NOT NULL CHECK (mail IN ('OFF', 'DIGEST', 'AT_ONCE')),
  PRIMARY KEY (member_id, kind)
);

-- Members who want no mail from their community at all.
CREATE TABLE mail_refusals (
  member_id uuid PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
  refused_at timestamptz(3) NOT NULL
);

-- Eight in the morning after a moment, by the clock on the wall, whatever summer time does. A zone this server does not know
-- (a restore into another one) is UTC.
CREATE FUNCTION next_digest(zone text, after timestamptz) RETURNS timestamptz LANGUAGE plpgsql STABLE AS $$
DECLARE
  today timestamp;
BEGIN
  today := date_trunc('day', after AT TIME ZONE coalesce(zone, 'UTC')) + interval '8 hours';
  IF today AT TIME ZONE coalesce(zone, 'UTC') > after THEN
    RETURN today AT TIME ZONE coalesce(zone, 'UTC');
  END IF;
  RETURN (today + interval '1 day') AT TIME ZONE coalesce(zone, 'UTC');
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN next_digest('UTC', after);
END $$;

-- The day it is there.
CREATE FUNCTION local_day(zone text, at timestamptz) RETURNS date LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN (at AT TIME ZONE coalesce(zone, 'UTC'))::date;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN (at AT TIME ZONE 'UTC')::date;
END $$;
`;
