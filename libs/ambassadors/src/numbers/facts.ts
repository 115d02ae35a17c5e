/**
 * What the numbers are made of, a row for each thing that happened. The same statements give the files that a brand downloads
 * and, summed up, the numbers it reads: whoever has the files can do the sums again. No row names a person.
 *
 * $1 the community, $2 from (included), $3 to (not included), $4 one call or null for all, $5 now
 */
export const FACTS = {
  /** Who came how far in a call, whoever that was: of the calls whose window touches the time, or of the one asked for. */
  calls: `
    SELECT c.id AS call, c.title, v.first_at AS seen_at, a.started_at, a.submitted_at,
      CASE WHEN a.state = 'SELECTED' OR a.seat_left_at IS NOT NULL OR (a.state = 'WITHDRAWN' AND 'SELECTED' = (
        SELECT d.state FROM application_decisions d WHERE d.application_id = a.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1)) THEN a.decided_at END AS selected_at,
      (SELECT min(t.accepted_at) FROM terms t WHERE t.application_id = a.id) AS accepted_at,
      (SELECT min(d.decided_at) FROM application_decisions d WHERE d.application_id = a.id) AS answered_at
    FROM calls c
    CROSS JOIN LATERAL (
      SELECT s.member_id FROM call_views s WHERE s.call_id = c.id UNION SELECT p.member_id FROM applications p WHERE p.call_id = c.id
    ) who
    LEFT JOIN call_views v ON v.call_id = c.id AND v.member_id = who.member_id
    LEFT JOIN applications a ON a.call_id = c.id AND a.member_id = who.member_id
    WHERE c.community_id = $1 AND c.published_at IS NOT NULL
      AND ((c.id = $4) OR ($4::uuid IS NULL AND c.opens_at < $3 AND c.closes_at >= $2)) AND $5::timestamptz IS NOT NULL`,

  /** Missions whose window touches the time. */
  missions: `
    SELECT m.id AS mission, m.title, m.kind,
      CASE WHEN m.state <> 'PUBLISHED' THEN m.state WHEN m.opens_at > $5 THEN 'UPCOMING' WHEN m.closes_at <= $5 THEN 'OVER' ELSE 'OPEN' END AS state,
      m.opens_at, m.closes_at, m.places, m.taken AS joined, m.reward_points
    FROM missions m WHERE m.community_id = $1 AND m.opens_at < $3 AND m.closes_at >= $2 AND $4::uuid IS NOT DISTINCT FROM $4::uuid`,

  /** Entries that were submitted, answered or accepted in the time. */
  entries: `
    SELECT * FROM (
      SELECT e.id AS entry, e.mission_id AS mission, m.title, e.state, e.first_submitted_at AS submitted_at,
        (SELECT min(r.reviewed_at) FROM entry_reviews r WHERE r.entry_id = e.id) AS answered_at, e.published_at AS accepted_at
      FROM entries e JOIN missions m ON m.id = e.mission_id WHERE e.community_id = $1 AND e.first_submitted_at < $3 AND e.state <> 'DRAFT'
    ) entry
    WHERE (submitted_at >= $2 OR (answered_at >= $2 AND answered_at < $3) OR (accepted_at >= $2 AND accepted_at < $3))
      AND $4::uuid IS NOT DISTINCT FROM $4::uuid AND $5::timestamptz IS NOT NULL`,

  /** Links of work that was accepted in the time, with what the last reading found there. */
  disclosures: `
    SELECT v.id AS link, e.id AS entry, e.mission_id AS mission, v.channel, c.verdict, c.checked_at
    FROM entries e JOIN entry_evidence v ON v.entry_id = e.id AND v.revision = e.revision AND v.kind = 'LINK'
    LEFT JOIN LATERAL (SELECT k.verdict, k.checked_at FROM entry_checks k WHERE k.evidence_id = v.id ORDER BY k.checked_at DESC, k.id DESC LIMIT 1) c ON true
    WHERE e.community_id = $1 AND e.state = 'ACCEPTED' AND e.published_at >= $2 AND e.published_at < $3
      AND $4::uuid IS NOT DISTINCT FROM $4::uuid AND $5::timestamptz IS NOT NULL`,

  /**
   * Who followed which tracking link on which day, with what is known today of the voice behind it. `entry`: the accepted work it
   * leads from. `disclosed`: the last reading of that voice's pages found the words on one at least, and missed them on none.
   */
  reach: `
    WITH voices AS MATERIALIZED (
      SELECT l.id AS link, l.mission_id AS mission, m.title, e.id AS entry, e.published_at AS accepted_at, lower(l.channel) AS channel,
        w.identity_level, coalesce(r.score, 0) AS reputation,
        (m.reward_points > 0 OR m.reward_perk IS NOT NULL OR coalesce(t.receives, '') <> '') AS paid,
        coalesce(said.it, false) AS disclosed
      FROM tracking_links l JOIN missions m ON m.id = l.mission_id JOIN members w ON w.id = l.member_id
      LEFT JOIN reputation_members r ON r.member_id = l.member_id
      LEFT JOIN entries e ON e.mission_id = l.mission_id AND e.member_id = l.member_id AND e.state = 'ACCEPTED'
      LEFT JOIN LATERAL (
        SELECT bool_or(c.verdict = 'FOUND') AND NOT bool_or(c.verdict = 'MISSING') AS it
        FROM entries s JOIN entry_evidence v ON v.entry_id = s.id AND v.revision = s.revision AND v.kind = 'LINK'
        CROSS JOIN LATERAL (SELECT k.verdict FROM entry_checks k WHERE k.evidence_id = v.id ORDER BY k.checked_at DESC, k.id DESC LIMIT 1) c
        WHERE s.mission_id = l.mission_id AND s.member_id = l.member_id AND s.state <> 'WITHDRAWN'
      ) said ON true
      LEFT JOIN mission_joins j ON j.mission_id = l.mission_id AND j.member_id = l.member_id LEFT JOIN terms t ON t.id = j.term_id
      WHERE l.community_id = $1
    )
    SELECT to_char(d.day, 'YYYY-MM-DD') AS day, d.visitors, d.robots, v.*
    FROM voices v JOIN tracking_days d ON d.link_id = v.link
    WHERE d.day >= ($2::timestamptz AT TIME ZONE 'UTC')::date AND d.day::timestamp < ($3::timestamptz AT TIME ZONE 'UTC')
      AND $4::uuid IS NOT DISTINCT FROM $4::uuid AND $5::timestamptz IS NOT NULL`,

  /** What was paid for entries in the time, and what was taken back: with a perk named in pieces, else in points. */
  costs: `
    SELECT t.id AS transfer, t.at, t.kind, t.entry_id AS entry, e.mission_id AS mission, m.title, k.title AS perk, p.amount::float8 AS amount
    FROM reward_transfers t JOIN reward_postings p ON p.transfer_id = t.id JOIN reward_accounts a ON a.id = p.account_id AND a.kind = 'MEMBER'
    LEFT JOIN entries e ON e.id = t.entry_id LEFT JOIN missions m ON m.id = e.mission_id LEFT JOIN perks k ON k.id = a.perk_id
    WHERE t.community_id = $1 AND t.kind IN ('PAYOUT', 'REVERSAL') AND t.at >= $2 AND t.at < $3
      AND $4::uuid IS NOT DISTINCT FROM $4::uuid AND $5::timestamptz IS NOT NULL`,

  /**
   * What members began by themselves in the time, and how many others took it up: neither the brand's team nor anonymous accounts
   * are others, and who builds on somebody's work takes up, and begins nothing.
   */
  appropriation: `
    WITH team AS (
      SELECT m.id FROM role_grants g JOIN members m ON m.account_id = g.account_id AND m.community_id = g.community_id WHERE g.community_id = $1 AND g.revoked_at IS NULL
    ), others AS (
      SELECT m.id FROM members m WHERE m.community_id = $1 AND m.identity_level <> 'ANONYMOUS' AND NOT EXISTS (SELECT FROM team WHERE team.id = m.id)
    )
    SELECT kind, thing, started_at, taken_up_by FROM (
      SELECT 'IDEA' AS kind, i.id AS thing, i.author_id, i.created_at AS started_at,
        (SELECT count(*)::int FROM votes v JOIN others o ON o.id = v.member_id WHERE v.idea_id = i.id AND v.standing = 'VERIFIED' AND v.member_id <> i.author_id) AS taken_up_by
      FROM ideas i WHERE i.community_id = $1 AND i.created_at >= $2 AND i.created_at < $3 AND i.status NOT IN ('DRAFT', 'PENDING', 'REMOVED') AND i.withheld IS NULL
      UNION ALL
      SELECT 'WORK', c.id, c.author_id, c.created_at, (
        SELECT count(*)::int FROM (
          SELECT a.member_id FROM creation_appreciations a WHERE a.creation_id = c.id
          UNION SELECT x.author_id FROM creations x WHERE x.parent_id = c.id AND x.author_id <> c.author_id
        ) took JOIN others o ON o.id = took.member_id)
      FROM creations c LEFT JOIN creations p ON p.id = c.parent_id WHERE (p.id IS NULL OR p.author_id = c.author_id) AND c.community_id = $1 AND c.created_at >= $2 AND c.created_at < $3 AND c.withdrawn_at IS NULL AND c.withheld IS NULL
      UNION ALL
      SELECT 'WORDS', o.id, o.author_id, o.created_at,
        (SELECT count(*)::int FROM helpful_marks h JOIN others t ON t.id = h.member_id WHERE h.comment_id = o.id AND h.member_id <> o.author_id)
      FROM comments o WHERE o.community_id = $1 AND o.created_at >= $2 AND o.created_at < $3 AND o.deleted_at IS NULL AND o.withheld IS NULL
    ) begun
    WHERE author_id IS NOT NULL AND $4::uuid IS NOT DISTINCT FROM $4::uuid AND $5::timestamptz IS NOT NULL
      AND NOT EXISTS (SELECT FROM team WHERE team.id = author_id)`,
} as const;

export type FactsName = keyof typeof FACTS;

export const FACTS_NAMES = Object.keys(FACTS) as readonly FactsName[];

/** The columns of each file, in order. */
export const COLUMNS: Readonly<Record<FactsName, readonly string[]>> = {
  calls: ['call', 'title', 'seen_at', 'started_at', 'submitted_at', 'selected_at', 'accepted_at', 'answered_at'],
  missions: ['mission', 'title', 'kind', 'state', 'opens_at', 'closes_at', 'places', 'joined', 'reward_points'],
  entries: ['entry', 'mission', 'title', 'state', 'submitted_at', 'answered_at', 'accepted_at'],
  disclosures: ['link', 'entry', 'mission', 'channel', 'verdict', 'checked_at'],
  reach: ['day', 'link', 'mission', 'title', 'entry', 'accepted_at', 'channel', 'visitors', 'robots', 'identity_level', 'reputation', 'paid', 'disclosed'],
  costs: ['transfer', 'at', 'kind', 'entry', 'mission', 'title', 'perk', 'amount'],
  appropriation: ['kind', 'thing', 'started_at', 'taken_up_by'],
};

/** How many others make it more than a friend's kindness. */
export const TAKEN_UP_BY = 2;
