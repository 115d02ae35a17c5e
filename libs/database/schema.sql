-- Columns
account_codes.id uuid not null
account_codes.account_id uuid not null
account_codes.purpose text not null
account_codes.code_hash bytea not null
account_codes.attempts integer not null default 0
account_codes.created_at timestamp with time zone not null
account_codes.expires_at timestamp with time zone not null
account_deletions.account_id uuid not null
account_deletions.texts text not null
account_deletions.requested_at timestamp(3) with time zone not null
account_deletions.due_at timestamp(3) with time zone not null
account_deletions.begun_at timestamp(3) with time zone
accounts.id uuid not null
accounts.email citext not null
accounts.email_confirmed_at timestamp with time zone
accounts.display_name text not null
accounts.locale text not null default 'en'::text
accounts.identity_level text not null default 'ANONYMOUS'::text
accounts.is_operator boolean not null default false
accounts.created_at timestamp with time zone not null default now()
accounts.time_zone text
accounts.erased_at timestamp(3) with time zone
accounts.test_until timestamp(3) with time zone
active_terms.id uuid
active_terms.community_id uuid
active_terms.member_id uuid
active_terms.application_id uuid
active_terms.starts_at timestamp(3) with time zone
active_terms.ends_at timestamp(3) with time zone
active_terms.receives text
agreements.id uuid not null
agreements.community_id uuid not null
agreements.version integer not null
agreements.locale text not null
agreements.text text not null
agreements.hash text not null
agreements.since timestamp(3) with time zone not null
agreements.written_by uuid
ambassador_appeals.id uuid not null
ambassador_appeals.community_id uuid not null
ambassador_appeals.subject text not null
ambassador_appeals.subject_id uuid not null
ambassador_appeals.against uuid not null
ambassador_appeals.member_id uuid not null
ambassador_appeals.text text not null
ambassador_appeals.opened_at timestamp(3) with time zone not null
ambassador_appeals.decided_by uuid
ambassador_appeals.decided_as text
ambassador_appeals.decided_at timestamp(3) with time zone
ambassador_appeals.outcome text
ambassador_appeals.reasons text
api_tokens.id uuid not null
api_tokens.community_id uuid not null
api_tokens.name text not null
api_tokens.scope text not null
api_tokens.token_hash bytea not null
api_tokens.created_by uuid not null
api_tokens.created_at timestamp(3) with time zone not null
api_tokens.last_used_at timestamp(3) with time zone
api_tokens.revoked_at timestamp(3) with time zone
api_tokens.revoked_by uuid
appeal_messages.id uuid not null
appeal_messages.appeal_id uuid not null
appeal_messages.author_account_id uuid
appeal_messages.by_moderation boolean not null
appeal_messages.body text not null
appeal_messages.written_at timestamp(3) with time zone not null
appeals.id uuid not null
appeals.community_id uuid not null
appeals.item_id uuid not null
appeals.decision_id uuid not null
appeals.appellant_id uuid not null
appeals.appellant_is text not null
appeals.round integer not null
appeals.opened_at timestamp(3) with time zone not null
appeals.due_at timestamp(3) with time zone not null
appeals.state text not null default 'OPEN'::text
appeals.decided_by uuid
appeals.decided_as text
appeals.decided_at timestamp(3) with time zone
appeals.reasons text
appeals.new_decision_id uuid
appeals.erased_at timestamp(3) with time zone
application_answers.application_id uuid not null
application_answers.call_id uuid not null
application_answers.question_id uuid not null
application_answers.answer text not null
application_conflicts.application_id uuid not null
application_conflicts.community_id uuid not null
application_conflicts.reviewer_id uuid not null
application_conflicts.reason text not null
application_conflicts.declared_at timestamp(3) with time zone not null
application_decisions.id uuid not null
application_decisions.application_id uuid not null
application_decisions.community_id uuid not null
application_decisions.state text not null
application_decisions.reason text not null
application_decisions.decided_by uuid
application_decisions.decided_at timestamp(3) with time zone not null
application_decisions.reverses uuid
application_nominations.application_id uuid not null
application_nominations.circle_id uuid not null
application_nominations.community_id uuid not null
application_nominations.nominated_by uuid not null
application_nominations.nominated_at timestamp(3) with time zone not null
application_reviews_asked.decision_id uuid not null
application_reviews_asked.application_id uuid not null
application_reviews_asked.community_id uuid not null
application_reviews_asked.text text not null
application_reviews_asked.asked_at timestamp(3) with time zone not null
application_reviews_asked.outcome text
application_reviews_asked.answer text
application_reviews_asked.answered_by uuid
application_reviews_asked.answered_at timestamp(3) with time zone
application_scores.application_id uuid not null
application_scores.call_id uuid not null
application_scores.community_id uuid not null
application_scores.reviewer_id uuid not null
application_scores.criterion integer not null
application_scores.score integer not null
application_scores.note text not null default ''::text
application_scores.scored_at timestamp(3) with time zone not null
application_votes.application_id uuid not null
application_votes.member_id uuid not null
application_votes.community_id uuid not null
application_votes.standing text not null
application_votes.cast_at timestamp(3) with time zone not null
applications.id uuid not null
applications.call_id uuid not null
applications.community_id uuid not null
applications.member_id uuid not null
applications.state text not null
applications.country text
applications.of_age boolean not null
applications.started_at timestamp(3) with time zone not null
applications.changed_at timestamp(3) with time zone not null
applications.submitted_at timestamp(3) with time zone
applications.decided_at timestamp(3) with time zone
applications.withdrawn_at timestamp(3) with time zone
applications.waiting_place integer
applications.seat_left_at timestamp(3) with time zone
applications.declared_reach jsonb not null default '[]'::jsonb
applications.panel_points numeric(6,4)
applications.reviewers integer not null default 0
applications.votes integer not null default 0
applications.verified_votes integer not null default 0
applications.step integer not null default 0
applications.withheld text
applications.withheld_at timestamp(3) with time zone
avatar_removals.id uuid not null
avatar_removals.community_id uuid not null
avatar_removals.member_id uuid not null
avatar_removals.picture_id uuid
avatar_removals.source_digest bytea
avatar_removals.reason text not null
avatar_removals.removed_at timestamp(3) with time zone not null
avatar_removals.removed_by uuid
call_changes.id uuid not null
call_changes.call_id uuid not null
call_changes.community_id uuid not null
call_changes.kind text not null
call_changes.notice text not null
call_changes.closes_at timestamp(3) with time zone not null
call_changes.changed_by uuid not null
call_changes.changed_at timestamp(3) with time zone not null
call_criteria.call_id uuid not null
call_criteria.position integer not null
call_criteria.label text not null
call_criteria.weight integer not null
call_questions.id uuid not null
call_questions.call_id uuid not null
call_questions.position integer not null
call_questions.kind text not null
call_questions.text text not null
call_questions.help text not null
call_questions.choices text[] not null default '{}'::text[]
call_questions.required boolean not null
call_questions.max_length integer not null
call_questions.audience text not null
call_reviewers.call_id uuid not null
call_reviewers.member_id uuid not null
call_reviewers.community_id uuid not null
call_reviewers.named_by uuid not null
call_reviewers.named_at timestamp(3) with time zone not null
call_views.call_id uuid not null
call_views.member_id uuid not null
call_views.community_id uuid not null
call_views.first_at timestamp(3) with time zone not null
calls.id uuid not null
calls.community_id uuid not null
calls.title text not null
calls.story text not null
calls.perks text not null
calls.receives text not null
calls.seats integer not null
calls.seats_taken integer not null default 0
calls.opens_at timestamp(3) with time zone not null
calls.closes_at timestamp(3) with time zone not null
calls.voting_until timestamp(3) with time zone
calls.published_at timestamp(3) with time zone
calls.closed_early_at timestamp(3) with time zone
calls.opened_told_at timestamp(3) with time zone
calls.closed_told_at timestamp(3) with time zone
calls.selection text not null
calls.least_level text not null
calls.least_identity text not null
calls.least_age integer not null default 0
calls.regions text[] not null default '{}'::text[]
calls.blind boolean not null
calls.reapply_after_days integer not null
calls.term_months integer not null
calls.accept_days integer not null
calls.created_by uuid not null
calls.created_at timestamp(3) with time zone not null
categories.id uuid not null
categories.community_id uuid not null
categories.slug text not null
categories.name text not null
categories.description text not null default ''::text
categories.position integer not null
circle_ballots.election_id uuid not null
circle_ballots.voter_id uuid not null
circle_ballots.circle_id uuid not null
circle_ballots.community_id uuid not null
circle_ballots.candidate_id uuid not null
circle_candidates.election_id uuid not null
circle_candidates.member_id uuid not null
circle_candidates.circle_id uuid not null
circle_candidates.community_id uuid not null
circle_candidates.statement text not null
circle_candidates.stood_at timestamp(3) with time zone not null
circle_candidates.votes integer
circle_election_calls.circle_id uuid not null
circle_election_calls.member_id uuid not null
circle_election_calls.called_at timestamp(3) with time zone not null
circle_elections.id uuid not null
circle_elections.circle_id uuid not null
circle_elections.community_id uuid not null
circle_elections.started_by uuid
circle_elections.started_at timestamp(3) with time zone not null
circle_elections.standing_until timestamp(3) with time zone not null
circle_elections.closes_at timestamp(3) with time zone not null
circle_elections.electorate integer not null
circle_elections.closed_at timestamp(3) with time zone
circle_elections.outcome text
circle_elections.turnout integer
circle_elections.winner_id uuid
circle_members.circle_id uuid not null
circle_members.member_id uuid not null
circle_members.community_id uuid not null
circle_members.joined_at timestamp(3) with time zone not null
circle_posts.id uuid not null
circle_posts.circle_id uuid not null
circle_posts.community_id uuid not null
circle_posts.author_id uuid
circle_posts.parent_id uuid
circle_posts.thread_id uuid not null generated COALESCE(parent_id, id)
circle_posts.idea_id uuid
circle_posts.body text not null
circle_posts.members_only boolean not null
circle_posts.created_at timestamp(3) with time zone not null
circle_posts.edited_at timestamp(3) with time zone
circle_posts.deleted_at timestamp(3) with time zone
circle_posts.withheld text
circle_posts.withheld_at timestamp(3) with time zone
circle_removals.circle_id uuid not null
circle_removals.member_id uuid not null
circle_removals.community_id uuid not null
circle_removals.reason text not null
circle_removals.removed_by uuid not null
circle_removals.removed_at timestamp(3) with time zone not null
circle_requests.id uuid not null
circle_requests.circle_id uuid not null
circle_requests.member_id uuid not null
circle_requests.community_id uuid not null
circle_requests.message text not null
circle_requests.requested_at timestamp(3) with time zone not null
circle_requests.decided_at timestamp(3) with time zone
circle_requests.accepted boolean
circle_requests.decided_by uuid
circles.id uuid not null
circles.community_id uuid not null
circles.slug text not null
circles.skeleton text not null generated handle_skeleton(slug)
circles.name text not null
circles.description text not null
circles.joining text not null
circles.founder_id uuid not null
circles.spokesperson_id uuid
circles.spokesperson_since timestamp(3) with time zone
circles.term_ends_at timestamp(3) with time zone
circles.recognised_at timestamp(3) with time zone
circles.recognition_note text
circles.member_count integer not null default 0
circles.created_at timestamp(3) with time zone not null
comment_tallies.idea_id uuid not null
comment_tallies.visible integer not null
comment_versions.comment_id uuid not null
comment_versions.number integer not null
comment_versions.body text not null
comment_versions.created_at timestamp(3) with time zone not null
comments.id uuid not null
comments.idea_id uuid not null
comments.community_id uuid not null
comments.author_id uuid
comments.parent_id uuid
comments.reply_to_id uuid
comments.thread_id uuid not null generated COALESCE(parent_id, id)
comments.body text not null
comments.created_at timestamp(3) with time zone not null default now()
comments.edited_at timestamp(3) with time zone
comments.deleted_at timestamp(3) with time zone
comments.by_staff boolean not null default false
comments.interest_kind text
comments.interest_note text
comments.version integer not null default 1
comments.helpful_count integer not null default 0
comments.source_key text
comments.withheld text
comments.withheld_at timestamp(3) with time zone
communities.id uuid not null
communities.slug text not null
communities.name text not null
communities.locale text not null
communities.tagline text not null default ''::text
communities.description text not null default ''::text
communities.guidelines text not null default ''::text
communities.min_age integer not null default 0
communities.theme jsonb not null default '{"hero": null, "logo": null, "accent": "#3355dd", "corners": "round", "favicon": null, "headingFace": "sleek"}'::jsonb
communities.idea_template text not null default ''::text
communities.terms_version integer not null default 1
communities.created_at timestamp(3) with time zone not null default now()
communities.survey_rung integer
community_intake.community_id uuid not null
community_intake.hold_anonymous boolean not null
community_intake.words text[] not null
community_intake.changed_at timestamp(3) with time zone not null
community_rules.community_id uuid not null
community_rules.number integer not null
community_rules.version integer not null
community_rules.title text not null
community_rules.body text not null
community_rules.since timestamp(3) with time zone not null
community_rules.until timestamp(3) with time zone
community_terms.community_id uuid not null
community_terms.version integer not null
community_terms.body text not null
community_terms.created_at timestamp(3) with time zone not null default now()
content_labels.decision_id uuid not null
content_labels.community_id uuid not null
content_labels.subject_kind text not null
content_labels.subject_id uuid not null
content_labels.label text not null
content_labels.labelled_at timestamp(3) with time zone not null
content_labels.lifted_at timestamp(3) with time zone
creation_appreciations.creation_id uuid not null
creation_appreciations.member_id uuid not null
creation_appreciations.community_id uuid not null
creation_appreciations.author_id uuid not null
creation_appreciations.appreciated_at timestamp(3) with time zone not null
creation_ideas.creation_id uuid not null
creation_ideas.position integer not null
creation_ideas.idea_id uuid not null
creation_ideas.community_id uuid not null
creation_pictures.creation_id uuid not null
creation_pictures.position integer not null
creation_pictures.picture_id uuid not null
creation_pictures.alt text not null
creation_responses.id uuid not null
creation_responses.creation_id uuid not null
creation_responses.community_id uuid not null
creation_responses.author_id uuid
creation_responses.parent_id uuid
creation_responses.reply_to_id uuid
creation_responses.thread_id uuid not null generated COALESCE(parent_id, id)
creation_responses.body text not null
creation_responses.by_staff boolean not null default false
creation_responses.created_at timestamp(3) with time zone not null
creation_responses.edited_at timestamp(3) with time zone
creation_responses.deleted_at timestamp(3) with time zone
creation_responses.withheld text
creation_responses.withheld_at timestamp(3) with time zone
creations.id uuid not null
creations.community_id uuid not null
creations.author_id uuid
creations.title text not null
creations.story text not null
creations.product text not null default ''::text
creations.created_at timestamp(3) with time zone not null
creations.edited_at timestamp(3) with time zone
creations.withdrawn_at timestamp(3) with time zone
creations.parent_id uuid
creations.root_id uuid not null
creations.depth integer not null default 0
creations.depth_above integer not null generated (depth - 1)
creations.appreciation_count integer not null default 0
creations.response_count integer not null default 0
creations.remix_count integer not null default 0
creations.withheld text
creations.withheld_at timestamp(3) with time zone
credits.id uuid not null
credits.idea_id uuid not null
credits.community_id uuid not null
credits.source_id uuid
credits.member_id uuid
credits.note text
credits.given_by uuid
credits.given_at timestamp(3) with time zone not null
credits.withdrawn_by uuid
credits.withdrawn_at timestamp(3) with time zone
credits.withdrawn_reason text
decisions.id uuid not null
decisions.community_id uuid not null
decisions.item_id uuid not null
decisions.affected_id uuid
decisions.action text not null
decisions.muted_right text
decisions.scope text not null default 'TEXT'::text
decisions.ground text
decisions.rule_number integer
decisions.rule_version integer
decisions.law text
decisions.facts text
decisions.passage text
decisions.language text
decisions.source text not null
decisions.automated_detection boolean not null
decisions.automated_decision boolean not null
decisions.critical boolean not null default false
decisions.state text not null
decisions.decided_by uuid
decisions.decided_as text not null
decisions.decided_at timestamp(3) with time zone not null
decisions.needs_second boolean not null default false
decisions.seconded_by uuid
decisions.seconded_as text
decisions.seconded_at timestamp(3) with time zone
decisions.second_reason text
decisions.starts_at timestamp(3) with time zone
decisions.ends_at timestamp(3) with time zone
decisions.over_at timestamp(3) with time zone
decisions.appeal_until timestamp(3) with time zone
decisions.acknowledged_at timestamp(3) with time zone
decisions.erased_at timestamp(3) with time zone
decisions.holds_for uuid
deliveries.event_id uuid not null
deliveries.handler text not null
deliveries.sequence bigint not null
deliveries.run_at timestamp with time zone not null default now()
deliveries.attempts integer not null default 0
deliveries.leased_until timestamp with time zone
deliveries.last_error text
deployment.single boolean not null default true
deployment.address_salt bytea not null default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
deployment.created_at timestamp with time zone not null default now()
deployment.unsubscribe_key bytea not null default (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
deployment.second_factor_since timestamp(3) with time zone not null default now()
development_mails.id uuid not null
development_mails.message_id text not null
development_mails.recipient text not null
development_mails.sender text not null
development_mails.subject text not null
development_mails.text text not null
development_mails.html text not null
development_mails.headers jsonb not null
development_mails.at timestamp with time zone not null
duplicate_backlog.idea_id uuid not null
duplicate_backlog.id bigint not null
duplicate_suggestions.idea_id uuid not null
duplicate_suggestions.other_id uuid not null
duplicate_suggestions.community_id uuid not null
duplicate_suggestions.score integer not null
duplicate_suggestions.shared_words text[] not null
duplicate_suggestions.found_at timestamp with time zone not null
duplicate_suggestions.dismissed_at timestamp with time zone
duplicate_suggestions.dismissed_by uuid
entries.id uuid not null
entries.mission_id uuid not null
entries.community_id uuid not null
entries.member_id uuid not null
entries.term_id uuid not null
entries.state text not null
entries.revision integer not null default 1
entries.note text not null default ''::text
entries.disclosed boolean not null default false
entries.created_at timestamp(3) with time zone not null
entries.submitted_at timestamp(3) with time zone
entries.first_submitted_at timestamp(3) with time zone
entries.published_at timestamp(3) with time zone
entries.disclosure_lost_at timestamp(3) with time zone
entries.withdrawn_at timestamp(3) with time zone
entries.withheld text
entries.withheld_at timestamp(3) with time zone
entry_checks.id uuid not null
entry_checks.evidence_id uuid not null
entry_checks.checked_at timestamp(3) with time zone not null
entry_checks.verdict text not null
entry_checks.looked_for jsonb not null
entry_checks.hash text
entry_checks.title text
entry_checks.snapshot text
entry_checks.reason text
entry_checks.status integer
entry_evidence.id uuid not null
entry_evidence.entry_id uuid not null
entry_evidence.revision integer not null
entry_evidence.position integer not null
entry_evidence.kind text not null
entry_evidence.channel text
entry_evidence.url text
entry_evidence.text text
entry_evidence.picture_id uuid
entry_evidence.alt text not null default ''::text
entry_evidence.next_check_at timestamp(3) with time zone
entry_evidence.failures integer not null default 0
entry_evidence.first_found_at timestamp(3) with time zone
entry_reviews.id uuid not null
entry_reviews.entry_id uuid not null
entry_reviews.member_id uuid not null
entry_reviews.revision integer not null
entry_reviews.outcome text not null
entry_reviews.scores jsonb not null default '[]'::jsonb
entry_reviews.reason text not null
entry_reviews.saw_disclosure boolean not null default false
entry_reviews.reviewed_by uuid
entry_reviews.reviewed_at timestamp(3) with time zone not null
events.id uuid not null
events.sequence bigint not null
events.xid xid8 not null default pg_current_xact_id()
events.type text not null
events.community_id uuid
events.actor_id uuid
events.subject_id uuid
events.payload jsonb not null default '{}'::jsonb
events.occurred_at timestamp with time zone not null
events.staff_act boolean not null default false
events.passing boolean not null default false
evidence.id uuid not null
evidence.account_id uuid not null
evidence.kind text not null
evidence.community_id uuid
evidence.subject_hash bytea not null
evidence.label text not null
evidence.public boolean not null default false
evidence.attested_by uuid
evidence.note text
evidence.obtained_at timestamp(3) with time zone not null
evidence.expires_at timestamp(3) with time zone
evidence.warned_at timestamp(3) with time zone
evidence.ended_at timestamp(3) with time zone
evidence.ending text
evidence.ended_by uuid
evidence_pages.evidence_id uuid not null
evidence_pages.url text not null
evidence_pages.site text not null
evidence_pages.profile_url text not null
evidence_pages.checked_at timestamp(3) with time zone not null
evidence_pages.next_check_at timestamp(3) with time zone
evidence_pages.failures integer not null default 0
farewells.id uuid not null
farewells.email citext not null
farewells.display_name text not null
farewells.locale text not null
farewells.erased_at timestamp(3) with time zone not null
follows.follower_id uuid not null
follows.kind text not null
follows.subject_id uuid not null
follows.community_id uuid not null
follows.followed_at timestamp(3) with time zone not null
follows.idea_id uuid generated 
CASE kind
    WHEN 'IDEA'::text THEN subject_id
    ELSE NULL::uuid
END
follows.member_id uuid generated 
CASE kind
    WHEN 'MEMBER'::text THEN subject_id
    ELSE NULL::uuid
END
follows.category_id uuid generated 
CASE kind
    WHEN 'CATEGORY'::text THEN subject_id
    ELSE NULL::uuid
END
genuineness_communities.community_id uuid not null
genuineness_communities.changed_at timestamp(3) with time zone
genuineness_communities.asked_at timestamp(3) with time zone
genuineness_communities.full_asked_at timestamp(3) with time zone
genuineness_communities.judged_at timestamp(3) with time zone
genuineness_communities.model integer
genuineness_ideas.idea_id uuid not null
genuineness_ideas.moved_at timestamp(3) with time zone not null
genuineness_members.member_id uuid not null
genuineness_members.community_id uuid not null
genuineness_members.score real not null
genuineness_members.evidence jsonb not null
genuineness_members.model integer not null
genuineness_members.judged_at timestamp(3) with time zone not null
helpful_marks.comment_id uuid not null
helpful_marks.member_id uuid not null
helpful_marks.community_id uuid not null
helpful_marks.marked_at timestamp(3) with time zone not null default now()
idea_moves.id uuid not null
idea_moves.idea_id uuid not null
idea_moves.community_id uuid not null
idea_moves.from_status text not null
idea_moves.to_status text not null
idea_moves.mover text not null default 'SYSTEM'::text
idea_moves.moved_at timestamp with time zone not null
idea_moves.actor_id uuid
idea_moves.response_id uuid
idea_moves.reason text
idea_notes.id uuid not null
idea_notes.idea_id uuid not null
idea_notes.community_id uuid not null
idea_notes.author_id uuid
idea_notes.account_id uuid
idea_notes.body text not null
idea_notes.created_at timestamp(3) with time zone not null
idea_notes.edited_at timestamp(3) with time zone
idea_past_ranks.idea_id uuid not null
idea_past_ranks.community_id uuid not null
idea_past_ranks.status text not null
idea_past_ranks.category_id uuid
idea_past_ranks.author_id uuid
idea_past_ranks.created_at timestamp with time zone not null
idea_past_ranks.closes_at timestamp with time zone not null
idea_past_ranks.imported integer not null
idea_past_ranks.verified integer not null
idea_past_ranks.raw integer not null
idea_past_ranks.heat double precision not null
idea_past_ranks.top integer not null
idea_past_ranks.from_xid xid8 not null
idea_past_ranks.to_xid xid8 not null default pg_current_xact_id()
idea_past_ranks.ended_at timestamp with time zone not null default clock_timestamp()
idea_past_ranks.waiting_since timestamp with time zone
idea_past_ranks.completed_at timestamp with time zone not null default '9999-12-31 00:00:00+00'::timestamp with time zone
idea_ranks.idea_id uuid not null
idea_ranks.community_id uuid not null
idea_ranks.status text not null
idea_ranks.category_id uuid
idea_ranks.author_id uuid
idea_ranks.created_at timestamp with time zone not null
idea_ranks.closes_at timestamp with time zone not null
idea_ranks.imported integer not null
idea_ranks.verified integer not null default 0
idea_ranks.raw integer not null default 0
idea_ranks.heat double precision not null default '-1000000000'::numeric
idea_ranks.top integer generated (verified + imported)
idea_ranks.from_xid xid8 not null default pg_current_xact_id()
idea_ranks.waiting_since timestamp with time zone
idea_ranks.completed_at timestamp with time zone not null default '9999-12-31 00:00:00+00'::timestamp with time zone
idea_support.idea_id uuid
idea_support.raw integer
idea_support.verified integer
idea_support.quarantined integer
idea_support.heat double precision
idea_support.united boolean
idea_versions.idea_id uuid not null
idea_versions.number integer not null
idea_versions.title text not null
idea_versions.body text not null
idea_versions.created_at timestamp with time zone not null
ideas.id uuid not null
ideas.community_id uuid not null
ideas.author_id uuid
ideas.category_id uuid
ideas.title text not null
ideas.body text not null
ideas.status text not null
ideas.created_at timestamp with time zone not null
ideas.edited_at timestamp with time zone
ideas.version integer not null default 1
ideas.rung integer not null default 0
ideas.deadline timestamp with time zone
ideas.clock_left interval
ideas.interest_kind text
ideas.interest_note text
ideas.labels text[] not null default '{}'::text[]
ideas.merged_into_id uuid
ideas.imported_support integer not null default 0
ideas.source_key text
ideas.search tsvector generated search_vector(search_text(title), search_text("left"(body, 20000)))
ideas.estimate_from date
ideas.estimate_precision text
ideas.clock_days integer
ideas.erased_at timestamp(3) with time zone
ideas.withheld text
ideas.withheld_at timestamp(3) with time zone
idempotency_keys.account_id uuid not null
idempotency_keys.key text not null
idempotency_keys.operation text not null
idempotency_keys.fingerprint bytea not null
idempotency_keys.result_id uuid not null
idempotency_keys.created_at timestamp with time zone not null default now()
illegal_content_notices.report_id uuid not null
illegal_content_notices.law text not null
illegal_content_notices.location text not null
illegal_content_notices.name text
illegal_content_notices.email citext
illegal_content_notices.name_withheld boolean not null
illegal_content_notices.locale text not null
illegal_content_notices.good_faith_at timestamp(3) with time zone not null
intake_texts.subject_id uuid not null
intake_texts.member_id uuid not null
intake_texts.place_id uuid not null
intake_texts.same bytea
intake_texts.sketch bytea not null
intake_texts.at timestamp(3) with time zone not null
intake_verdicts.id uuid not null
intake_verdicts.community_id uuid not null
intake_verdicts.member_id uuid
intake_verdicts.account_id uuid
intake_verdicts.subject_kind text not null
intake_verdicts.subject_id uuid not null
intake_verdicts.outcome text not null
intake_verdicts.phase text not null
intake_verdicts.reason text not null
intake_verdicts.params jsonb not null
intake_verdicts.mark bytea
intake_verdicts.answered_at timestamp(3) with time zone
intake_verdicts.at timestamp(3) with time zone not null
level_rights.community_id uuid not null
level_rights.level text not null
level_rights.score integer not null
level_rights.identity_level text not null
level_rights.links boolean not null
level_rights.images boolean not null
level_rights.votes_per_day integer
level_rights.report_weight integer not null
level_rights.apply_to_calls boolean not null
level_rights.mark_helpful boolean not null
link_attempts.state_hash bytea not null
link_attempts.session_id uuid not null
link_attempts.account_id uuid not null
link_attempts.provider text not null
link_attempts.nonce text not null
link_attempts.code_verifier text not null
link_attempts.expires_at timestamp(3) with time zone not null
log_entries.community_id uuid not null
log_entries.index integer not null
log_entries.kind text not null
log_entries.body jsonb not null
log_entries.commitments jsonb not null
log_entries.leaf_hash bytea not null
log_entries.key_id bytea not null
log_entries.signature bytea not null
log_entries.recorded_at timestamp(3) with time zone not null
log_heads.community_id uuid not null
log_heads.size integer not null
log_heads.root bytea not null
log_heads.signed_at timestamp(3) with time zone not null
log_heads.key_id bytea not null
log_heads.signature bytea not null
log_keys.number integer not null
log_keys.key_id bytea not null
log_keys.public_key bytea not null
log_keys.sealed bytea
log_keys.known_since timestamp(3) with time zone not null
log_nodes.community_id uuid not null
log_nodes.level integer not null
log_nodes.index integer not null
log_nodes.hash bytea not null
log_secrets.community_id uuid not null
log_secrets.index integer not null
log_secrets.name text not null
log_secrets.salt bytea not null
log_secrets.text text not null
log_secrets.member_id uuid
log_trees.community_id uuid not null
log_trees.size integer not null default 0
log_trees.peaks bytea[] not null default '{}'::bytea[]
log_trees.key_id bytea
mail_failures.id uuid not null
mail_failures.at timestamp with time zone not null
mail_failures.error text not null
mail_refusals.member_id uuid not null
mail_refusals.refused_at timestamp(3) with time zone not null
mailings.id uuid not null
mailings.member_id uuid not null
mailings.kind text not null
mailings.digest_of date
mailings.made_at timestamp(3) with time zone not null
mailings.ended_at timestamp(3) with time zone
mailings.outcome text
member_mutes.member_id uuid not null
member_mutes.muted_id uuid not null
member_mutes.community_id uuid not null
member_mutes.since timestamp(3) with time zone not null
members.id uuid not null
members.community_id uuid not null
members.account_id uuid
members.handle citext not null
members.skeleton text not null generated handle_skeleton((handle)::text)
members.display_name text not null
members.bio text not null default ''::text
members.identity_level text not null default 'ANONYMOUS'::text
members.level text not null default 'NEWCOMER'::text
members.joined_at timestamp(3) with time zone not null default now()
members.terms_version integer
members.age_declared integer
members.source_key text
members.avatar_id uuid
members.former_since timestamp(3) with time zone
members.withheld text
members.withheld_at timestamp(3) with time zone
members.restricted boolean not null default false
merges.id uuid not null
merges.community_id uuid not null
merges.duplicate_id uuid not null
merges.target_id uuid not null
merges.note text
merges.merged_at timestamp with time zone not null
merges.merged_by uuid
merges.pointed_at timestamp with time zone not null
merges.undone_at timestamp with time zone
merges.undone_by uuid
merges.undone_reason text
merges.contested_at timestamp(3) with time zone
merges.contest_reason text
merges.decided_at timestamp with time zone
merges.decided_by uuid
merges.upheld boolean
merges.decision text
migrations.id integer not null default nextval('migrations_id_seq'::regclass)
migrations.timestamp bigint not null
migrations.name character varying not null
mission_disclosures.mission_id uuid not null
mission_disclosures.channel text not null
mission_disclosures.language text not null
mission_disclosures.words text[] not null
mission_joins.mission_id uuid not null
mission_joins.member_id uuid not null
mission_joins.community_id uuid not null
mission_joins.term_id uuid not null
mission_joins.joined_at timestamp(3) with time zone not null
mission_joins.left_at timestamp(3) with time zone
mission_periods.id uuid not null
mission_periods.community_id uuid not null
mission_periods.theme text not null
mission_periods.story text not null default ''::text
mission_periods.starts_at timestamp(3) with time zone not null
mission_periods.ends_at timestamp(3) with time zone not null
mission_periods.created_at timestamp(3) with time zone not null
missions.id uuid not null
missions.community_id uuid not null
missions.period_id uuid
missions.kind text not null
missions.state text not null
missions.title text not null
missions.brief text not null
missions.audience text not null default ''::text
missions.places integer
missions.taken integer not null default 0
missions.opens_at timestamp(3) with time zone not null
missions.closes_at timestamp(3) with time zone not null
missions.rally_at timestamp(3) with time zone
missions.rally_until timestamp(3) with time zone
missions.evidence text[] not null
missions.tracked boolean not null default false
missions.rubric jsonb not null default '[]'::jsonb
missions.reward_points integer not null default 0
missions.reward_perk uuid
missions.budget_id uuid
missions.created_by uuid not null
missions.created_at timestamp(3) with time zone not null
missions.published_at timestamp(3) with time zone
missions.closed_at timestamp(3) with time zone
missions.close_notice text
moderation_panel.account_id uuid not null
moderation_panel.appointed_at timestamp(3) with time zone not null
moderation_panel.appointed_by uuid
notification_preferences.member_id uuid not null
notification_preferences.kind text not null
notification_preferences.in_app boolean not null
notification_preferences.mail text not null
notifications.id uuid not null
notifications.recipient_id uuid not null
notifications.community_id uuid not null
notifications.kind text not null
notifications.reason text not null
notifications.matter uuid not null
notifications.idea_id uuid
notifications.comment_id uuid
notifications.response_id uuid
notifications.actor_id uuid
notifications.status text
notifications.rung integer
notifications.amount integer not null default 1
notifications.happened_at timestamp(3) with time zone not null
notifications.in_app boolean not null
notifications.read_at timestamp(3) with time zone
notifications.mail_due_at timestamp(3) with time zone
notifications.mailing_id uuid
notifications.circle_id uuid
notifications.circle_post_id uuid
notifications.creation_id uuid
notifications.creation_response_id uuid
notifications.evidence_id uuid
notifications.decision_id uuid
notifications.appeal_id uuid
notifications.call_id uuid
notifications.term_id uuid
notifications.mission_id uuid
notifications.entry_id uuid
notifications.delivery_id uuid
official_responses.id uuid not null
official_responses.idea_id uuid not null
official_responses.community_id uuid not null
official_responses.author_id uuid
official_responses.status text not null
official_responses.body text not null
official_responses.created_at timestamp with time zone not null
official_responses.estimate_from date
official_responses.estimate_precision text
passkey_challenges.challenge_hash bytea not null
passkey_challenges.purpose text not null
passkey_challenges.account_id uuid
passkey_challenges.expires_at timestamp(3) with time zone not null
passkeys.id uuid not null
passkeys.account_id uuid not null
passkeys.credential_id bytea not null
passkeys.public_key bytea not null
passkeys.counter bigint not null
passkeys.transports text[] not null
passkeys.may_sync boolean not null
passkeys.backed_up boolean not null
passkeys.name text not null
passkeys.created_at timestamp(3) with time zone not null
passkeys.last_used_at timestamp(3) with time zone
password_reset_requests.id uuid not null
password_reset_requests.email citext not null
password_reset_requests.requested_at timestamp with time zone not null
passwords.account_id uuid not null
passwords.hash text not null
passwords.changed_at timestamp with time zone not null
perk_deliveries.id uuid not null
perk_deliveries.community_id uuid not null
perk_deliveries.perk_id uuid not null
perk_deliveries.member_id uuid not null
perk_deliveries.transfer_id uuid not null
perk_deliveries.state text not null
perk_deliveries.note text
perk_deliveries.owed_at timestamp(3) with time zone not null
perk_deliveries.changed_at timestamp(3) with time zone not null
perks.id uuid not null
perks.community_id uuid not null
perks.budget_id uuid not null
perks.title text not null
perks.description text not null
perks.cost integer
perks.created_by uuid not null
perks.created_at timestamp(3) with time zone not null
perks.retired_at timestamp(3) with time zone
picture_uses.picture_id uuid not null
picture_uses.subject_id uuid not null
pictures.id uuid not null
pictures.kind text not null
pictures.account_id uuid
pictures.source_digest bytea not null
pictures.width integer not null
pictures.height integer not null
pictures.forms jsonb not null
pictures.bytes integer not null
pictures.color text not null
pictures.alt text not null default ''::text
pictures.stored boolean not null default false
pictures.created_at timestamp(3) with time zone not null default now()
pictures.keep_until timestamp(3) with time zone
pictures.hidden boolean not null default false
purchase_batches.id uuid not null
purchase_batches.community_id uuid not null
purchase_batches.label text not null
purchase_batches.created_by uuid not null
purchase_batches.token_id uuid
purchase_batches.created_at timestamp(3) with time zone not null
purchase_batches.expires_at timestamp(3) with time zone
purchase_batches.revoked_at timestamp(3) with time zone
purchase_batches.revoked_by uuid
purchase_codes.id uuid not null
purchase_codes.batch_id uuid not null
purchase_codes.community_id uuid not null
purchase_codes.code_hash bytea not null
purchase_codes.redeemed_at timestamp(3) with time zone
purchase_codes.evidence_id uuid
purchase_guesses.community_id uuid not null
purchase_guesses.day date not null
purchase_guesses.tries integer not null
rate_limits.key character varying(255) not null
rate_limits.points integer not null default 0
rate_limits.expire bigint
recovery_codes.account_id uuid not null
recovery_codes.code_hash bytea not null
recovery_codes.used_at timestamp(3) with time zone
reports.id uuid not null
reports.reference text not null
reports.community_id uuid not null
reports.item_id uuid not null
reports.reporter_id uuid
reports.category text not null
reports.explanation text not null
reports.weight double precision not null
reports.established boolean not null default false
reports.filed_at timestamp(3) with time zone not null
reports.verdict text
reports.judged_at timestamp(3) with time zone
reputation_credits.subject_id uuid not null
reputation_credits.rule text not null
reputation_credits.giver_id uuid not null
reputation_credits.member_id uuid not null
reputation_credits.present boolean not null
reputation_credits.present_heard bigint not null
reputation_credits.counts boolean not null
reputation_credits.counts_heard bigint not null
reputation_credits.worth integer
reputation_credits.version integer
reputation_credits.day date
reputation_credits.uses_day boolean not null
reputation_credits.entry_id uuid
reputation_days.member_id uuid not null
reputation_days.rule text not null
reputation_days.day date not null
reputation_days.base integer not null
reputation_disputes.id uuid not null
reputation_disputes.entry_id uuid not null
reputation_disputes.member_id uuid not null
reputation_disputes.community_id uuid not null
reputation_disputes.reason text not null
reputation_disputes.disputed_at timestamp(3) with time zone not null
reputation_disputes.decided_at timestamp(3) with time zone
reputation_disputes.decided_by uuid
reputation_disputes.upheld boolean
reputation_disputes.decision text
reputation_entries.id uuid not null
reputation_entries.member_id uuid not null
reputation_entries.community_id uuid not null
reputation_entries.number integer not null
reputation_entries.rule text not null
reputation_entries.version integer not null
reputation_entries.event_id uuid not null
reputation_entries.subject_ids uuid[] not null
reputation_entries.reversal boolean not null
reputation_entries.base integer not null
reputation_entries.tenths integer not null
reputation_entries.points integer not null
reputation_entries.score_after integer not null
reputation_entries.at timestamp(3) with time zone not null
reputation_ideas.idea_id uuid not null
reputation_ideas.member_id uuid not null
reputation_ideas.community_id uuid not null
reputation_ideas.status text not null
reputation_ideas.status_heard bigint not null
reputation_ledger.single boolean not null default true
reputation_ledger.read_to uuid
reputation_members.member_id uuid not null
reputation_members.community_id uuid not null
reputation_members.account_id uuid
reputation_members.identity_level text not null
reputation_members.identity_heard bigint not null
reputation_members.base integer not null default 0
reputation_members.score integer not null default 0
reputation_members.entries integer not null default 0
reputation_members.gone boolean not null default false
reputation_months.member_id uuid not null
reputation_months.community_id uuid not null
reputation_months.month date not null
reputation_months.points integer not null
reputation_opt_outs.member_id uuid not null
reputation_opt_outs.since timestamp(3) with time zone not null
reputation_reversals.entry_id uuid not null
reputation_reversals.reversal_id uuid not null
reputation_reversals.member_id uuid not null
reputation_reversals.base integer not null
reputation_rules.code text not null
reputation_rules.version integer not null
reputation_rules.since_event uuid
restrictions.id uuid not null
restrictions.community_id uuid not null
restrictions.member_id uuid not null
restrictions.decision_id uuid not null
restrictions.kind text not null
restrictions.muted_right text
restrictions.starts_at timestamp(3) with time zone not null
restrictions.ends_at timestamp(3) with time zone
restrictions.lifted_at timestamp(3) with time zone
review_items.id uuid not null
review_items.community_id uuid not null
review_items.subject_kind text not null
review_items.subject_id uuid not null
review_items.incident integer not null
review_items.author_id uuid
review_items.state text not null default 'OPEN'::text
review_items.categories text[] not null default '{}'::text[]
review_items.severity double precision not null default 1
review_items.reach double precision not null default 1
review_items.supporters integer not null default 0
review_items.comments integer not null default 0
review_items.report_weight double precision not null default 1
review_items.opened_at timestamp(3) with time zone not null
review_items.changed_at timestamp(3) with time zone not null
review_items.decided_at timestamp(3) with time zone
review_items.claimed_by uuid
review_items.claimed_until timestamp(3) with time zone
review_items.rank double precision not null generated ((ln(((severity * reach) * report_weight)) / ln((2)::double precision)) - ((EXTRACT(epoch FROM (opened_at - '2026-01-01 00:00:00+00'::timestamp with time zone)))::double precision / (86400)::double precision))
review_notes.id uuid not null
review_notes.item_id uuid not null
review_notes.author_account_id uuid
review_notes.body text not null
review_notes.written_at timestamp(3) with time zone not null
reward_accounts.id uuid not null
reward_accounts.community_id uuid not null
reward_accounts.kind text not null
reward_accounts.budget_id uuid
reward_accounts.member_id uuid
reward_accounts.perk_id uuid
reward_accounts.balance bigint not null default 0
reward_budgets.id uuid not null
reward_budgets.community_id uuid not null
reward_budgets.name text not null
reward_budgets.created_by uuid not null
reward_budgets.created_at timestamp(3) with time zone not null
reward_postings.transfer_id uuid not null
reward_postings.account_id uuid not null
reward_postings.community_id uuid not null
reward_postings.amount bigint not null
reward_transfers.id uuid not null
reward_transfers.community_id uuid not null
reward_transfers.kind text not null
reward_transfers.entry_id uuid
reward_transfers.generation integer
reward_transfers.reverses uuid
reward_transfers.reason text
reward_transfers.made_by uuid
reward_transfers.at timestamp(3) with time zone not null
roadmap_places.idea_id uuid not null
roadmap_places.community_id uuid not null
roadmap_places.stage smallint not null
roadmap_places.place double precision not null
role_grants.id uuid not null
role_grants.community_id uuid not null
role_grants.account_id uuid not null
role_grants.role text not null
role_grants.granted_by uuid
role_grants.granted_at timestamp with time zone not null
role_grants.revoked_by uuid
role_grants.revoked_at timestamp with time zone
run_ruled_members.idea_id uuid not null
run_ruled_members.member_id uuid not null
run_ruled_members.ruling_id uuid not null
run_rulings.id uuid not null
run_rulings.idea_id uuid not null
run_rulings.community_id uuid not null
run_rulings.counts boolean not null
run_rulings.members integer not null
run_rulings.together integer not null
run_rulings.expected real not null
run_rulings.began_at timestamp(3) with time zone not null
run_rulings.ended_at timestamp(3) with time zone not null
run_rulings.model integer not null
run_rulings.reason text not null
run_rulings.ruled_by uuid not null
run_rulings.ruled_at timestamp(3) with time zone not null
rung_grants.idea_id uuid not null
rung_grants.community_id uuid not null
rung_grants.position integer not null
rung_grants.support integer not null
rung_grants.reached_at timestamp(3) with time zone not null
rung_grants.granted_at timestamp(3) with time zone not null
rungs.community_id uuid not null
rungs.position integer not null
rungs.support integer not null
rungs.days integer not null
saved_filters.id uuid not null
saved_filters.account_id uuid not null
saved_filters.community_id uuid not null
saved_filters.name text not null
saved_filters.filter jsonb not null
saved_filters.view text
saved_filters.created_at timestamp(3) with time zone not null
schedules.name text not null
schedules.last_run_at timestamp with time zone
schedules.next_run_at timestamp with time zone not null
schedules.last_error text
schedules.last_error_at timestamp with time zone
search_backlog.idea_id uuid not null
search_backlog.id bigint not null
search_words.community_id uuid not null
search_words.word text not null
search_words.ideas integer not null
second_factor_rules.community_id uuid not null
second_factor_rules.grace_days smallint not null
second_factor_rules.since timestamp(3) with time zone not null
sessions.id uuid not null
sessions.account_id uuid not null
sessions.token_hash bytea not null
sessions.user_agent text
sessions.created_at timestamp with time zone not null
sessions.last_seen_at timestamp with time zone not null
sessions.expires_at timestamp with time zone not null
sessions.proven_at timestamp(3) with time zone
setup_tokens.token_hash bytea not null
setup_tokens.created_at timestamp with time zone not null
setup_tokens.expires_at timestamp with time zone not null
site_feed_items.id uuid not null
site_feed_items.feed_id uuid not null
site_feed_items.community_id uuid not null
site_feed_items.name_hash bytea not null
site_feed_items.title text not null
site_feed_items.url text not null
site_feed_items.published_at timestamp(3) with time zone not null
site_feeds.id uuid not null
site_feeds.community_id uuid not null
site_feeds.member_id uuid not null
site_feeds.url text not null
site_feeds.title text
site_feeds.created_at timestamp(3) with time zone not null
site_feeds.read_at timestamp(3) with time zone
site_feeds.next_read_at timestamp(3) with time zone
site_feeds.failures integer not null default 0
site_feeds.problem text
staff_invitations.id uuid not null
staff_invitations.community_id uuid not null
staff_invitations.email citext not null
staff_invitations.role text not null
staff_invitations.token_hashes bytea[] not null default '{}'::bytea[]
staff_invitations.invited_by uuid
staff_invitations.invited_at timestamp(3) with time zone not null
staff_invitations.expires_at timestamp(3) with time zone not null
staff_invitations.ended_at timestamp(3) with time zone
staff_invitations.ending text
survey_answers.idea_id uuid not null
survey_answers.member_id uuid not null
survey_answers.community_id uuid not null
survey_answers.would_buy text not null
survey_answers.price numeric(12,2)
survey_answers.currency text
survey_answers.for_whom text
survey_answers.answered_at timestamp(3) with time zone not null
term_revocations.id uuid not null
term_revocations.term_id uuid not null
term_revocations.community_id uuid not null
term_revocations.clause text not null
term_revocations.facts text not null
term_revocations.passage text not null
term_revocations.revoked_by uuid not null
term_revocations.revoked_at timestamp(3) with time zone not null
term_revocations.appeal_until timestamp(3) with time zone not null
term_revocations.overturned_at timestamp(3) with time zone
term_revocations.overturned_by uuid
term_revocations.overturned_because text
terms.id uuid not null
terms.community_id uuid not null
terms.member_id uuid not null
terms.application_id uuid
terms.state text not null
terms.receives text not null
terms.months integer not null
terms.offered_at timestamp(3) with time zone not null
terms.accept_until timestamp(3) with time zone not null
terms.agreement_id uuid
terms.agreement_hash text
terms.accepted_at timestamp(3) with time zone
terms.starts_at timestamp(3) with time zone
terms.ends_at timestamp(3) with time zone
terms.ended_at timestamp(3) with time zone
terms.renewal_months integer
terms.renewal_by_brand_at timestamp(3) with time zone
terms.renewal_by_member_at timestamp(3) with time zone
totp_secrets.account_id uuid not null
totp_secrets.sealed bytea
totp_secrets.since timestamp(3) with time zone
totp_secrets.last_step bigint not null default 0
totp_secrets.pending bytea
totp_secrets.pending_until timestamp(3) with time zone
tracking_days.link_id uuid not null
tracking_days.day date not null
tracking_days.visitors integer not null default 0
tracking_days.robots integer not null default 0
tracking_links.id uuid not null
tracking_links.token text not null
tracking_links.community_id uuid not null
tracking_links.mission_id uuid not null
tracking_links.member_id uuid not null
tracking_links.channel text not null
tracking_links.created_at timestamp(3) with time zone not null
tracking_salts.day date not null
tracking_salts.salt bytea not null
tracking_seen.day date not null
tracking_seen.link_id uuid not null
tracking_seen.visitor bytea not null
tracking_seen.network bytea not null
tracking_targets.mission_id uuid not null
tracking_targets.community_id uuid not null
tracking_targets.url text not null
vote_quarantines.idea_id uuid not null
vote_quarantines.member_id uuid not null
vote_quarantines.community_id uuid not null
vote_quarantines.quarantined_at timestamp(3) with time zone not null
vote_suspicions.idea_id uuid not null
vote_suspicions.member_id uuid not null
vote_suspicions.community_id uuid not null
vote_suspicions.run_idea_id uuid not null
vote_suspicions.together integer not null
vote_suspicions.expected real not null
vote_suspicions.began_at timestamp(3) with time zone not null
vote_suspicions.ended_at timestamp(3) with time zone not null
vote_suspicions.model integer not null
vote_suspicions.suspected_at timestamp(3) with time zone not null
vote_tallies.idea_id uuid not null
vote_tallies.shard smallint not null
vote_tallies.raw integer not null default 0
vote_tallies.verified integer not null default 0
vote_tallies.quarantined integer not null default 0
vote_tallies.heat double precision
vote_unions.root_id uuid not null
vote_unions.shard smallint not null
vote_unions.raw integer not null default 0
vote_unions.verified integer not null default 0
vote_unions.quarantined integer not null default 0
vote_unions.heat double precision
votes.idea_id uuid not null
votes.member_id uuid not null
votes.community_id uuid not null
votes.standing text not null
votes.cast_at timestamp(3) with time zone not null
votes.idea_version integer not null

-- Constraints
account_codes.account_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
account_codes.account_codes_code_hash_check CHECK ((length(code_hash) = 32))
account_codes.account_codes_pkey PRIMARY KEY (id)
account_codes.account_codes_purpose_check CHECK ((purpose = ANY (ARRAY['CONFIRM_EMAIL'::text, 'RESET_PASSWORD'::text])))
account_deletions.account_deletions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
account_deletions.account_deletions_check CHECK ((due_at > requested_at))
account_deletions.account_deletions_check1 CHECK ((begun_at >= due_at))
account_deletions.account_deletions_pkey PRIMARY KEY (account_id)
account_deletions.account_deletions_texts_check CHECK ((texts = ANY (ARRAY['KEEP'::text, 'ERASE'::text])))
accounts.accounts_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 100)))
accounts.accounts_email_check CHECK (((length((email)::text) >= 3) AND (length((email)::text) <= 254)))
accounts.accounts_erased_holds_nothing CHECK (((erased_at IS NULL) OR ((email_confirmed_at IS NULL) AND (NOT is_operator) AND ((email)::text ~~ '%@deleted.invalid'::text))))
accounts.accounts_identity_level_check CHECK ((identity_level = ANY (ARRAY['ANONYMOUS'::text, 'CONFIRMED'::text, 'LINKED'::text, 'VERIFIED'::text])))
accounts.accounts_locale_check CHECK ((locale ~ '^[A-Za-z0-9-]{2,35}$'::text))
accounts.accounts_pkey PRIMARY KEY (id)
accounts.accounts_test_has_no_mailbox CHECK (((test_until IS NULL) OR (email ~~ '%.invalid'::citext)))
accounts.accounts_test_has_no_powers CHECK (((test_until IS NULL) OR ((email_confirmed_at IS NULL) AND (NOT is_operator))))
accounts.accounts_time_zone_check CHECK (((length(time_zone) >= 1) AND (length(time_zone) <= 64)))
agreements.agreements_check CHECK ((hash = encode(sha256(convert_to(text, 'UTF8'::name)), 'hex'::text)))
agreements.agreements_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
agreements.agreements_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
agreements.agreements_id_community_id_key UNIQUE (id, community_id)
agreements.agreements_id_hash_key UNIQUE (id, hash)
agreements.agreements_locale_check CHECK ((locale = ANY (ARRAY['en'::text, 'fr'::text])))
agreements.agreements_pkey PRIMARY KEY (id)
agreements.agreements_text_check CHECK (((length(text) >= 1) AND (length(text) <= 100000)))
agreements.agreements_version_check CHECK ((version >= 1))
agreements.agreements_version_key UNIQUE (community_id, version, locale)
agreements.agreements_written_by_community_id_fkey FOREIGN KEY (written_by, community_id) REFERENCES members(id, community_id)
ambassador_appeals.ambassador_appeals_check CHECK ((((decided_at IS NULL) = (outcome IS NULL)) AND ((outcome IS NULL) = (reasons IS NULL)) AND ((outcome IS NULL) = (decided_as IS NULL))))
ambassador_appeals.ambassador_appeals_check1 CHECK (((decided_by IS NULL) OR (decided_at IS NOT NULL)))
ambassador_appeals.ambassador_appeals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
ambassador_appeals.ambassador_appeals_decided_as_check CHECK ((decided_as = ANY (ARRAY['MODERATOR'::text, 'PANEL'::text, 'OPERATOR'::text])))
ambassador_appeals.ambassador_appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id)
ambassador_appeals.ambassador_appeals_id_community_id_key UNIQUE (id, community_id)
ambassador_appeals.ambassador_appeals_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
ambassador_appeals.ambassador_appeals_once UNIQUE (subject, subject_id, against)
ambassador_appeals.ambassador_appeals_outcome_check CHECK ((outcome = ANY (ARRAY['UPHELD'::text, 'OVERTURNED'::text])))
ambassador_appeals.ambassador_appeals_pkey PRIMARY KEY (id)
ambassador_appeals.ambassador_appeals_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 20000)))
ambassador_appeals.ambassador_appeals_subject_check CHECK ((subject = ANY (ARRAY['ENTRY'::text, 'TERM'::text])))
ambassador_appeals.ambassador_appeals_text_check CHECK ((length(text) <= 20000))
api_tokens.api_tokens_check CHECK ((revoked_at >= created_at))
api_tokens.api_tokens_check1 CHECK (((revoked_by IS NULL) OR (revoked_at IS NOT NULL)))
api_tokens.api_tokens_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
api_tokens.api_tokens_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
api_tokens.api_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
api_tokens.api_tokens_pkey PRIMARY KEY (id)
api_tokens.api_tokens_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES accounts(id)
api_tokens.api_tokens_scope_check CHECK ((scope = 'purchase:issue'::text))
api_tokens.api_tokens_token_hash_check CHECK ((length(token_hash) = 32))
api_tokens.api_tokens_token_hash_key UNIQUE (token_hash)
appeal_messages.appeal_messages_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id)
appeal_messages.appeal_messages_author_account_id_fkey FOREIGN KEY (author_account_id) REFERENCES accounts(id)
appeal_messages.appeal_messages_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
appeal_messages.appeal_messages_pkey PRIMARY KEY (id)
appeals.appeals_appellant_id_community_id_fkey FOREIGN KEY (appellant_id, community_id) REFERENCES members(id, community_id)
appeals.appeals_appellant_is_check CHECK ((appellant_is = ANY (ARRAY['AFFECTED'::text, 'REPORTER'::text])))
appeals.appeals_check CHECK ((((state = 'OPEN'::text) = (decided_at IS NULL)) AND ((state = 'OPEN'::text) = (decided_by IS NULL)) AND ((decided_by IS NULL) = (decided_as IS NULL))))
appeals.appeals_check1 CHECK (((state = 'OPEN'::text) OR (erased_at IS NOT NULL) OR (reasons IS NOT NULL)))
appeals.appeals_check2 CHECK (((state = 'CHANGED'::text) = (new_decision_id IS NOT NULL)))
appeals.appeals_decided_as_check CHECK ((decided_as = ANY (ARRAY['MODERATOR'::text, 'PANEL'::text, 'OPERATOR'::text])))
appeals.appeals_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id)
appeals.appeals_decision_id_community_id_fkey FOREIGN KEY (decision_id, community_id) REFERENCES decisions(id, community_id)
appeals.appeals_id_community_id_key UNIQUE (id, community_id)
appeals.appeals_item_id_appellant_id_round_key UNIQUE (item_id, appellant_id, round)
appeals.appeals_item_id_community_id_fkey FOREIGN KEY (item_id, community_id) REFERENCES review_items(id, community_id)
appeals.appeals_new_decision_id_fkey FOREIGN KEY (new_decision_id) REFERENCES decisions(id)
appeals.appeals_pkey PRIMARY KEY (id)
appeals.appeals_reasons_check CHECK (((length(reasons) >= 1) AND (length(reasons) <= 5000)))
appeals.appeals_round_check CHECK (((round >= 1) AND (round <= 2)))
appeals.appeals_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'UPHELD'::text, 'REVERSED'::text, 'CHANGED'::text])))
application_answers.application_answers_answer_check CHECK ((length(answer) <= 20000))
application_answers.application_answers_application_id_call_id_fkey FOREIGN KEY (application_id, call_id) REFERENCES applications(id, call_id)
application_answers.application_answers_pkey PRIMARY KEY (application_id, question_id)
application_answers.application_answers_question_id_call_id_fkey FOREIGN KEY (question_id, call_id) REFERENCES call_questions(id, call_id)
application_conflicts.application_conflicts_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
application_conflicts.application_conflicts_pkey PRIMARY KEY (application_id, reviewer_id)
application_conflicts.application_conflicts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
application_conflicts.application_conflicts_reviewer_id_community_id_fkey FOREIGN KEY (reviewer_id, community_id) REFERENCES members(id, community_id)
application_decisions.application_decisions_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
application_decisions.application_decisions_decided_by_community_id_fkey FOREIGN KEY (decided_by, community_id) REFERENCES members(id, community_id)
application_decisions.application_decisions_id_application_id_key UNIQUE (id, application_id)
application_decisions.application_decisions_pkey PRIMARY KEY (id)
application_decisions.application_decisions_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 10000)))
application_decisions.application_decisions_reverses_application_id_fkey FOREIGN KEY (reverses, application_id) REFERENCES application_decisions(id, application_id)
application_decisions.application_decisions_reverses_key UNIQUE (reverses)
application_decisions.application_decisions_state_check CHECK ((state = ANY (ARRAY['SELECTED'::text, 'WAITING'::text, 'DECLINED'::text])))
application_nominations.application_nominations_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
application_nominations.application_nominations_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
application_nominations.application_nominations_nominated_by_community_id_fkey FOREIGN KEY (nominated_by, community_id) REFERENCES members(id, community_id)
application_nominations.application_nominations_pkey PRIMARY KEY (application_id, circle_id)
application_reviews_asked.application_reviews_asked_answer_check CHECK (((length(answer) >= 1) AND (length(answer) <= 10000)))
application_reviews_asked.application_reviews_asked_answered_by_community_id_fkey FOREIGN KEY (answered_by, community_id) REFERENCES members(id, community_id)
application_reviews_asked.application_reviews_asked_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
application_reviews_asked.application_reviews_asked_check CHECK ((((outcome IS NULL) = (answer IS NULL)) AND ((outcome IS NULL) = (answered_at IS NULL))))
application_reviews_asked.application_reviews_asked_decision_id_application_id_fkey FOREIGN KEY (decision_id, application_id) REFERENCES application_decisions(id, application_id)
application_reviews_asked.application_reviews_asked_outcome_check CHECK ((outcome = ANY (ARRAY['KEPT'::text, 'CHANGED'::text])))
application_reviews_asked.application_reviews_asked_pkey PRIMARY KEY (decision_id)
application_reviews_asked.application_reviews_asked_text_check CHECK (((length(text) >= 1) AND (length(text) <= 10000)))
application_scores.application_scores_application_id_call_id_fkey FOREIGN KEY (application_id, call_id) REFERENCES applications(id, call_id)
application_scores.application_scores_call_id_criterion_fkey FOREIGN KEY (call_id, criterion) REFERENCES call_criteria(call_id, "position")
application_scores.application_scores_note_check CHECK ((length(note) <= 2000))
application_scores.application_scores_pkey PRIMARY KEY (application_id, reviewer_id, criterion)
application_scores.application_scores_reviewer_id_community_id_fkey FOREIGN KEY (reviewer_id, community_id) REFERENCES members(id, community_id)
application_scores.application_scores_score_check CHECK (((score >= 0) AND (score <= 5)))
application_votes.application_votes_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
application_votes.application_votes_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
application_votes.application_votes_pkey PRIMARY KEY (application_id, member_id)
application_votes.application_votes_standing_check CHECK ((standing = ANY (ARRAY['VERIFIED'::text, 'UNVERIFIED'::text, 'QUARANTINED'::text])))
applications.applications_call_id_community_id_fkey FOREIGN KEY (call_id, community_id) REFERENCES calls(id, community_id)
applications.applications_check CHECK (((verified_votes >= 0) AND (verified_votes <= votes)))
applications.applications_check1 CHECK (((state = 'WAITING'::text) = (waiting_place IS NOT NULL)))
applications.applications_check2 CHECK (((state = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text])) OR (submitted_at IS NOT NULL)))
applications.applications_check3 CHECK (((state <> ALL (ARRAY['SELECTED'::text, 'WAITING'::text, 'DECLINED'::text])) OR (decided_at IS NOT NULL)))
applications.applications_check4 CHECK (((seat_left_at IS NULL) OR (state = ANY (ARRAY['SELECTED'::text, 'WITHDRAWN'::text]))))
applications.applications_country_check CHECK ((country ~ '^[A-Z]{2}$'::text))
applications.applications_declared_reach_check CHECK ((jsonb_typeof(declared_reach) = 'array'::text))
applications.applications_id_call_id_key UNIQUE (id, call_id)
applications.applications_id_community_id_key UNIQUE (id, community_id)
applications.applications_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
applications.applications_once UNIQUE (call_id, member_id)
applications.applications_panel_points_check CHECK (((panel_points >= (0)::numeric) AND (panel_points <= (5)::numeric)))
applications.applications_pkey PRIMARY KEY (id)
applications.applications_reviewers_check CHECK ((reviewers >= 0))
applications.applications_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'WITHDRAWN'::text, 'SELECTED'::text, 'WAITING'::text, 'DECLINED'::text])))
applications.applications_step_check CHECK (((step >= 0) AND (step <= 99)))
applications.applications_votes_check CHECK ((votes >= 0))
applications.applications_waiting_place_check CHECK ((waiting_place >= 1))
applications.applications_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
applications.applications_withheld_since CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
avatar_removals.avatar_removals_check CHECK (((picture_id IS NULL) = (source_digest IS NULL)))
avatar_removals.avatar_removals_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
avatar_removals.avatar_removals_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
avatar_removals.avatar_removals_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id)
avatar_removals.avatar_removals_pkey PRIMARY KEY (id)
avatar_removals.avatar_removals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 1000)))
avatar_removals.avatar_removals_removed_by_fkey FOREIGN KEY (removed_by) REFERENCES members(id)
call_changes.call_changes_call_id_community_id_fkey FOREIGN KEY (call_id, community_id) REFERENCES calls(id, community_id)
call_changes.call_changes_changed_by_community_id_fkey FOREIGN KEY (changed_by, community_id) REFERENCES members(id, community_id)
call_changes.call_changes_kind_check CHECK ((kind = ANY (ARRAY['EXTENDED'::text, 'CLOSED_EARLY'::text])))
call_changes.call_changes_notice_check CHECK (((length(notice) >= 1) AND (length(notice) <= 4000)))
call_changes.call_changes_pkey PRIMARY KEY (id)
call_criteria.call_criteria_call_id_fkey FOREIGN KEY (call_id) REFERENCES calls(id)
call_criteria.call_criteria_label_check CHECK (((length(label) >= 1) AND (length(label) <= 200)))
call_criteria.call_criteria_pkey PRIMARY KEY (call_id, "position")
call_criteria.call_criteria_position_check CHECK ((("position" >= 0) AND ("position" <= 19)))
call_criteria.call_criteria_weight_check CHECK (((weight >= 1) AND (weight <= 100)))
call_questions.call_questions_audience_check CHECK ((audience = ANY (ARRAY['PANEL'::text, 'COMMUNITY'::text])))
call_questions.call_questions_call_id_fkey FOREIGN KEY (call_id) REFERENCES calls(id)
call_questions.call_questions_call_id_position_key UNIQUE (call_id, "position")
call_questions.call_questions_check CHECK (((kind = 'CHOICE'::text) = (cardinality(choices) >= 2)))
call_questions.call_questions_help_check CHECK ((length(help) <= 2000))
call_questions.call_questions_id_call_id_key UNIQUE (id, call_id)
call_questions.call_questions_kind_check CHECK ((kind = ANY (ARRAY['TEXT'::text, 'CHOICE'::text, 'LINK'::text, 'VIDEO'::text])))
call_questions.call_questions_max_length_check CHECK (((max_length >= 1) AND (max_length <= 10000)))
call_questions.call_questions_pkey PRIMARY KEY (id)
call_questions.call_questions_position_check CHECK ((("position" >= 0) AND ("position" <= 99)))
call_questions.call_questions_text_check CHECK (((length(text) >= 1) AND (length(text) <= 1000)))
call_reviewers.call_reviewers_call_id_community_id_fkey FOREIGN KEY (call_id, community_id) REFERENCES calls(id, community_id)
call_reviewers.call_reviewers_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
call_reviewers.call_reviewers_named_by_community_id_fkey FOREIGN KEY (named_by, community_id) REFERENCES members(id, community_id)
call_reviewers.call_reviewers_pkey PRIMARY KEY (call_id, member_id)
call_views.call_views_call_id_community_id_fkey FOREIGN KEY (call_id, community_id) REFERENCES calls(id, community_id)
call_views.call_views_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
call_views.call_views_pkey PRIMARY KEY (call_id, member_id)
calls.calls_accept_days_check CHECK (((accept_days >= 1) AND (accept_days <= 365)))
calls.calls_check CHECK ((opens_at < closes_at))
calls.calls_check1 CHECK (((selection = 'PANEL'::text) = (voting_until IS NULL)))
calls.calls_check2 CHECK (((voting_until IS NULL) OR (voting_until >= closes_at)))
calls.calls_check3 CHECK (((selection = 'PANEL'::text) OR (NOT blind)))
calls.calls_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
calls.calls_created_by_community_id_fkey FOREIGN KEY (created_by, community_id) REFERENCES members(id, community_id)
calls.calls_id_community_id_key UNIQUE (id, community_id)
calls.calls_least_age_check CHECK (((least_age >= 0) AND (least_age <= 120)))
calls.calls_least_identity_check CHECK ((least_identity = ANY (ARRAY['ANONYMOUS'::text, 'CONFIRMED'::text, 'LINKED'::text, 'VERIFIED'::text])))
calls.calls_least_level_check CHECK ((least_level = ANY (ARRAY['NEWCOMER'::text, 'FAN'::text, 'REGULAR'::text, 'ADVOCATE'::text, 'CHAMPION'::text])))
calls.calls_perks_check CHECK ((length(perks) <= 10000))
calls.calls_pkey PRIMARY KEY (id)
calls.calls_reapply_after_days_check CHECK (((reapply_after_days >= 0) AND (reapply_after_days <= 3650)))
calls.calls_receives_check CHECK ((length(receives) <= 2000))
calls.calls_regions_check CHECK (((array_length(regions, 1) IS NULL) OR (array_length(regions, 1) <= 250)))
calls.calls_seats_check CHECK (((seats >= 1) AND (seats <= 10000)))
calls.calls_seats_not_exceeded CHECK (((seats_taken >= 0) AND (seats_taken <= seats)))
calls.calls_selection_check CHECK ((selection = ANY (ARRAY['PANEL'::text, 'COMMUNITY'::text, 'HALF'::text])))
calls.calls_story_check CHECK ((length(story) <= 40000))
calls.calls_term_months_check CHECK (((term_months >= 1) AND (term_months <= 60)))
calls.calls_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
categories.categories_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
categories.categories_description_check CHECK ((length(description) <= 300))
categories.categories_id_community_id_key UNIQUE (id, community_id)
categories.categories_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
categories.categories_pkey PRIMARY KEY (id)
categories.categories_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
categories.categories_slug_key UNIQUE (community_id, slug) DEFERRABLE INITIALLY DEFERRED
circle_ballots.circle_ballots_circle_id_voter_id_fkey FOREIGN KEY (circle_id, voter_id) REFERENCES circle_members(circle_id, member_id) ON DELETE CASCADE
circle_ballots.circle_ballots_election_id_candidate_id_fkey FOREIGN KEY (election_id, candidate_id) REFERENCES circle_candidates(election_id, member_id) ON DELETE CASCADE
circle_ballots.circle_ballots_election_id_circle_id_community_id_fkey FOREIGN KEY (election_id, circle_id, community_id) REFERENCES circle_elections(id, circle_id, community_id)
circle_ballots.circle_ballots_pkey PRIMARY KEY (election_id, voter_id)
circle_candidates.circle_candidates_election_id_circle_id_community_id_fkey FOREIGN KEY (election_id, circle_id, community_id) REFERENCES circle_elections(id, circle_id, community_id)
circle_candidates.circle_candidates_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
circle_candidates.circle_candidates_pkey PRIMARY KEY (election_id, member_id)
circle_candidates.circle_candidates_statement_check CHECK ((length(statement) <= 2000))
circle_candidates.circle_candidates_votes_check CHECK ((votes >= 0))
circle_election_calls.circle_election_calls_circle_id_member_id_fkey FOREIGN KEY (circle_id, member_id) REFERENCES circle_members(circle_id, member_id) ON DELETE CASCADE
circle_election_calls.circle_election_calls_pkey PRIMARY KEY (circle_id, member_id)
circle_elections.circle_elections_check CHECK (((turnout >= 0) AND (turnout <= electorate)))
circle_elections.circle_elections_check1 CHECK (((started_at < standing_until) AND (standing_until <= closes_at)))
circle_elections.circle_elections_check2 CHECK ((((closed_at IS NULL) = (outcome IS NULL)) AND ((closed_at IS NULL) = (turnout IS NULL))))
circle_elections.circle_elections_check3 CHECK (((winner_id IS NOT NULL) = (COALESCE(outcome, ''::text) = 'ELECTED'::text)))
circle_elections.circle_elections_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
circle_elections.circle_elections_electorate_check CHECK ((electorate >= 1))
circle_elections.circle_elections_id_circle_id_community_id_key UNIQUE (id, circle_id, community_id)
circle_elections.circle_elections_id_winner_id_fkey FOREIGN KEY (id, winner_id) REFERENCES circle_candidates(election_id, member_id)
circle_elections.circle_elections_outcome_check CHECK ((outcome = ANY (ARRAY['ELECTED'::text, 'NO_CANDIDATE'::text, 'NO_VOTE'::text])))
circle_elections.circle_elections_pkey PRIMARY KEY (id)
circle_elections.circle_elections_started_by_community_id_fkey FOREIGN KEY (started_by, community_id) REFERENCES members(id, community_id)
circle_members.circle_members_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
circle_members.circle_members_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
circle_members.circle_members_pkey PRIMARY KEY (circle_id, member_id)
circle_posts.circle_posts_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
circle_posts.circle_posts_body_check CHECK ((length(body) <= 20000))
circle_posts.circle_posts_check CHECK (((deleted_at IS NULL) OR ((body = ''::text) AND (author_id IS NULL) AND (idea_id IS NULL))))
circle_posts.circle_posts_check1 CHECK (((deleted_at IS NOT NULL) OR (idea_id IS NOT NULL) OR (body <> ''::text)))
circle_posts.circle_posts_check2 CHECK (((idea_id IS NULL) OR (parent_id IS NULL)))
circle_posts.circle_posts_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
circle_posts.circle_posts_id_circle_id_thread_id_key UNIQUE (id, circle_id, thread_id)
circle_posts.circle_posts_id_community_id_key UNIQUE (id, community_id)
circle_posts.circle_posts_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
circle_posts.circle_posts_parent_id_circle_id_thread_id_fkey FOREIGN KEY (parent_id, circle_id, thread_id) REFERENCES circle_posts(id, circle_id, thread_id)
circle_posts.circle_posts_pkey PRIMARY KEY (id)
circle_posts.circle_posts_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
circle_posts.circle_posts_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
circle_removals.circle_removals_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
circle_removals.circle_removals_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
circle_removals.circle_removals_pkey PRIMARY KEY (circle_id, member_id)
circle_removals.circle_removals_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
circle_removals.circle_removals_removed_by_community_id_fkey FOREIGN KEY (removed_by, community_id) REFERENCES members(id, community_id)
circle_requests.circle_requests_check CHECK ((((decided_at IS NULL) = (accepted IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL))))
circle_requests.circle_requests_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id)
circle_requests.circle_requests_decided_by_community_id_fkey FOREIGN KEY (decided_by, community_id) REFERENCES members(id, community_id)
circle_requests.circle_requests_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
circle_requests.circle_requests_message_check CHECK ((length(message) <= 2000))
circle_requests.circle_requests_pkey PRIMARY KEY (id)
circles.circles_check CHECK ((((spokesperson_id IS NULL) = (spokesperson_since IS NULL)) AND ((spokesperson_id IS NULL) = (term_ends_at IS NULL))))
circles.circles_check1 CHECK (((recognised_at IS NOT NULL) OR (recognition_note IS NULL)))
circles.circles_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
circles.circles_description_check CHECK ((length(description) <= 20000))
circles.circles_founder_id_community_id_fkey FOREIGN KEY (founder_id, community_id) REFERENCES members(id, community_id)
circles.circles_id_community_id_key UNIQUE (id, community_id)
circles.circles_joining_check CHECK ((joining = ANY (ARRAY['OPEN'::text, 'BY_REQUEST'::text])))
circles.circles_member_count_check CHECK ((member_count >= 0))
circles.circles_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
circles.circles_pkey PRIMARY KEY (id)
circles.circles_recognition_note_check CHECK ((length(recognition_note) <= 2000))
circles.circles_skeleton_key UNIQUE (community_id, skeleton)
circles.circles_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
circles.circles_slug_key UNIQUE (community_id, slug)
circles.circles_spokesperson_is_member FOREIGN KEY (id, spokesperson_id) REFERENCES circle_members(circle_id, member_id)
comment_tallies.comment_tallies_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id)
comment_tallies.comment_tallies_pkey PRIMARY KEY (idea_id)
comment_tallies.comment_tallies_visible_check CHECK ((visible >= 0))
comment_versions.comment_versions_comment_id_fkey FOREIGN KEY (comment_id) REFERENCES comments(id)
comment_versions.comment_versions_number_check CHECK ((number >= 1))
comment_versions.comment_versions_pkey PRIMARY KEY (comment_id, number)
comments.comments_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
comments.comments_body_check CHECK ((length(body) <= 100000))
comments.comments_check CHECK (((parent_id IS NULL) = (reply_to_id IS NULL)))
comments.comments_check1 CHECK (((interest_kind IS NULL) = (interest_note IS NULL)))
comments.comments_check2 CHECK (((deleted_at IS NULL) OR ((body = ''::text) AND (author_id IS NULL) AND (interest_kind IS NULL))))
comments.comments_check3 CHECK (((deleted_at IS NOT NULL) OR (body <> ''::text)))
comments.comments_check4 CHECK (((source_key IS NOT NULL) OR (length(body) <= 5000)))
comments.comments_community_id_source_key_key UNIQUE (community_id, source_key)
comments.comments_helpful_count_check CHECK ((helpful_count >= 0))
comments.comments_id_community_id_key UNIQUE (id, community_id)
comments.comments_id_idea_id_thread_id_key UNIQUE (id, idea_id, thread_id)
comments.comments_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
comments.comments_interest_kind_check CHECK ((interest_kind = ANY (ARRAY['EMPLOYEE'::text, 'COMPETITOR'::text, 'PAID'::text, 'PROFESSIONAL'::text])))
comments.comments_interest_note_check CHECK ((length(interest_note) <= 500))
comments.comments_parent_id_idea_id_thread_id_fkey FOREIGN KEY (parent_id, idea_id, thread_id) REFERENCES comments(id, idea_id, thread_id)
comments.comments_pkey PRIMARY KEY (id)
comments.comments_reply_to_id_idea_id_thread_id_fkey FOREIGN KEY (reply_to_id, idea_id, thread_id) REFERENCES comments(id, idea_id, thread_id)
comments.comments_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
comments.comments_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
communities.communities_current_terms FOREIGN KEY (id, terms_version) REFERENCES community_terms(community_id, version) DEFERRABLE INITIALLY DEFERRED
communities.communities_description_check CHECK ((length(description) <= 5000))
communities.communities_guidelines_check CHECK ((length(guidelines) <= 20000))
communities.communities_idea_template_check CHECK ((length(idea_template) <= 5000))
communities.communities_locale_check CHECK ((locale ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'::text))
communities.communities_min_age_check CHECK (((min_age >= 0) AND (min_age <= 99)))
communities.communities_name_check CHECK (((length(name) >= 1) AND (length(name) <= 80)))
communities.communities_pkey PRIMARY KEY (id)
communities.communities_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (length(slug) <= 60)))
communities.communities_slug_key UNIQUE (slug)
communities.communities_survey_rung_check CHECK (((survey_rung >= 1) AND (survey_rung <= 10)))
communities.communities_tagline_check CHECK ((length(tagline) <= 160))
community_intake.community_intake_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id) ON DELETE CASCADE
community_intake.community_intake_pkey PRIMARY KEY (community_id)
community_intake.community_intake_words_check CHECK ((cardinality(words) <= 500))
community_rules.community_rules_body_check CHECK (((length(body) >= 1) AND (length(body) <= 2000)))
community_rules.community_rules_check CHECK ((until >= since))
community_rules.community_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
community_rules.community_rules_number_check CHECK (((number >= 1) AND (number <= 99)))
community_rules.community_rules_pkey PRIMARY KEY (community_id, number, version)
community_rules.community_rules_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
community_rules.community_rules_version_check CHECK ((version >= 1))
community_terms.community_terms_body_check CHECK (((length(body) >= 1) AND (length(body) <= 50000)))
community_terms.community_terms_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
community_terms.community_terms_pkey PRIMARY KEY (community_id, version)
community_terms.community_terms_version_check CHECK ((version >= 1))
content_labels.content_labels_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
content_labels.content_labels_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id)
content_labels.content_labels_label_check CHECK ((label = 'DISCLOSURE_MISSING'::text))
content_labels.content_labels_pkey PRIMARY KEY (decision_id)
creation_appreciations.creation_appreciations_creation_id_author_id_fkey FOREIGN KEY (creation_id, author_id) REFERENCES creations(id, author_id)
creation_appreciations.creation_appreciations_creation_id_community_id_fkey FOREIGN KEY (creation_id, community_id) REFERENCES creations(id, community_id)
creation_appreciations.creation_appreciations_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
creation_appreciations.creation_appreciations_of_others CHECK ((member_id <> author_id))
creation_appreciations.creation_appreciations_pkey PRIMARY KEY (creation_id, member_id)
creation_ideas.creation_ideas_creation_id_community_id_fkey FOREIGN KEY (creation_id, community_id) REFERENCES creations(id, community_id) ON DELETE CASCADE
creation_ideas.creation_ideas_creation_id_idea_id_key UNIQUE (creation_id, idea_id)
creation_ideas.creation_ideas_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
creation_ideas.creation_ideas_pkey PRIMARY KEY (creation_id, "position")
creation_ideas.creation_ideas_position_check CHECK ((("position" >= 0) AND ("position" <= 2)))
creation_pictures.creation_pictures_alt_check CHECK ((length(alt) <= 600))
creation_pictures.creation_pictures_creation_id_fkey FOREIGN KEY (creation_id) REFERENCES creations(id) ON DELETE CASCADE
creation_pictures.creation_pictures_creation_id_picture_id_key UNIQUE (creation_id, picture_id)
creation_pictures.creation_pictures_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id)
creation_pictures.creation_pictures_pkey PRIMARY KEY (creation_id, "position")
creation_pictures.creation_pictures_position_check CHECK ((("position" >= 0) AND ("position" <= 9)))
creation_responses.creation_responses_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
creation_responses.creation_responses_body_check CHECK ((length(body) <= 10000))
creation_responses.creation_responses_check CHECK (((parent_id IS NULL) = (reply_to_id IS NULL)))
creation_responses.creation_responses_check1 CHECK (((deleted_at IS NULL) OR ((body = ''::text) AND (author_id IS NULL))))
creation_responses.creation_responses_check2 CHECK (((deleted_at IS NOT NULL) OR (body <> ''::text)))
creation_responses.creation_responses_creation_id_community_id_fkey FOREIGN KEY (creation_id, community_id) REFERENCES creations(id, community_id)
creation_responses.creation_responses_id_community_id_key UNIQUE (id, community_id)
creation_responses.creation_responses_id_creation_id_thread_id_key UNIQUE (id, creation_id, thread_id)
creation_responses.creation_responses_parent_id_creation_id_thread_id_fkey FOREIGN KEY (parent_id, creation_id, thread_id) REFERENCES creation_responses(id, creation_id, thread_id)
creation_responses.creation_responses_pkey PRIMARY KEY (id)
creation_responses.creation_responses_reply_to_id_creation_id_thread_id_fkey FOREIGN KEY (reply_to_id, creation_id, thread_id) REFERENCES creation_responses(id, creation_id, thread_id)
creation_responses.creation_responses_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
creation_responses.creation_responses_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
creations.creations_appreciation_count_check CHECK ((appreciation_count >= 0))
creations.creations_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
creations.creations_check CHECK (((parent_id IS NULL) = (depth = 0)))
creations.creations_check1 CHECK (((parent_id IS NOT NULL) OR (root_id = id)))
creations.creations_check2 CHECK (((withdrawn_at IS NULL) OR ((title = ''::text) AND (story = ''::text) AND (product = ''::text) AND (author_id IS NULL))))
creations.creations_check3 CHECK (((withdrawn_at IS NOT NULL) OR (title <> ''::text)))
creations.creations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
creations.creations_depth_check CHECK ((depth >= 0))
creations.creations_id_author_id_key UNIQUE (id, author_id)
creations.creations_id_community_id_key UNIQUE (id, community_id)
creations.creations_id_community_id_root_id_depth_key UNIQUE (id, community_id, root_id, depth)
creations.creations_parent_id_community_id_root_id_depth_above_fkey FOREIGN KEY (parent_id, community_id, root_id, depth_above) REFERENCES creations(id, community_id, root_id, depth)
creations.creations_pkey PRIMARY KEY (id)
creations.creations_product_check CHECK ((length(product) <= 400))
creations.creations_remix_count_check CHECK ((remix_count >= 0))
creations.creations_response_count_check CHECK ((response_count >= 0))
creations.creations_story_check CHECK ((length(story) <= 40000))
creations.creations_title_check CHECK ((length(title) <= 400))
creations.creations_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
creations.creations_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
credits.credits_given_by_community_id_fkey FOREIGN KEY (given_by, community_id) REFERENCES members(id, community_id)
credits.credits_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
credits.credits_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
credits.credits_name_something CHECK (((source_id IS NOT NULL) OR (member_id IS NOT NULL)))
credits.credits_note_check CHECK (((note ~ '\S'::text) AND (length(note) <= 500)))
credits.credits_pkey PRIMARY KEY (id)
credits.credits_source_id_community_id_fkey FOREIGN KEY (source_id, community_id) REFERENCES ideas(id, community_id)
credits.credits_withdrawn_after_given CHECK ((withdrawn_at >= given_at))
credits.credits_withdrawn_by_community_id_fkey FOREIGN KEY (withdrawn_by, community_id) REFERENCES members(id, community_id)
credits.credits_withdrawn_reason_check CHECK (((withdrawn_reason ~ '\S'::text) AND (length(withdrawn_reason) <= 1000)))
credits.credits_withdrawn_with_reason CHECK ((((withdrawn_at IS NULL) = (withdrawn_reason IS NULL)) AND ((withdrawn_at IS NOT NULL) OR (withdrawn_by IS NULL))))
decisions.decisions_action_check CHECK ((action = ANY (ARRAY['KEEP'::text, 'ASK_CHANGE'::text, 'HIDE'::text, 'REMOVE'::text, 'LABEL'::text, 'WARN'::text, 'MUTE'::text, 'HOLD'::text, 'SUSPEND'::text, 'BAN'::text])))
decisions.decisions_affected_id_community_id_fkey FOREIGN KEY (affected_id, community_id) REFERENCES members(id, community_id)
decisions.decisions_bans_by_two CHECK ((needs_second OR (NOT ((action = 'BAN'::text) AND (ends_at IS NULL)))))
decisions.decisions_by_somebody CHECK ((((decided_as = 'AUTOMATED'::text) = automated_decision) AND (automated_decision OR (decided_by IS NOT NULL))))
decisions.decisions_by_two CHECK (((NOT (needs_second AND (state = ANY (ARRAY['IN_FORCE'::text, 'ENDED'::text])))) OR (seconded_by IS NOT NULL)))
decisions.decisions_check CHECK ((ends_at > starts_at))
decisions.decisions_community_id_rule_number_rule_version_fkey FOREIGN KEY (community_id, rule_number, rule_version) REFERENCES community_rules(community_id, number, version)
decisions.decisions_decided_as_check CHECK ((decided_as = ANY (ARRAY['MODERATOR'::text, 'PANEL'::text, 'OPERATOR'::text, 'AUTOMATED'::text])))
decisions.decisions_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts(id)
decisions.decisions_facts_check CHECK (((length(facts) >= 1) AND (length(facts) <= 5000)))
decisions.decisions_ground_check CHECK ((ground = ANY (ARRAY['RULE'::text, 'LAW'::text])))
decisions.decisions_have_reasons CHECK (((action = 'KEEP'::text) OR (erased_at IS NOT NULL) OR ((ground IS NOT NULL) AND (facts IS NOT NULL) AND (language IS NOT NULL) AND (appeal_until IS NOT NULL))))
decisions.decisions_holds_are_short CHECK (((action <> 'HOLD'::text) OR ((starts_at IS NOT NULL) AND (ends_at IS NOT NULL) AND (((scope = 'MEMBER'::text) AND (holds_for IS NULL)) OR (ends_at <= (starts_at + '14 days'::interval))))))
decisions.decisions_holds_for_fkey FOREIGN KEY (holds_for) REFERENCES decisions(id)
decisions.decisions_id_community_id_key UNIQUE (id, community_id)
decisions.decisions_in_force_start CHECK (((state = 'PROPOSED'::text) OR (state = 'REJECTED'::text) OR (action = 'KEEP'::text) OR (starts_at IS NOT NULL)))
decisions.decisions_item_id_community_id_fkey FOREIGN KEY (item_id, community_id) REFERENCES review_items(id, community_id)
decisions.decisions_language_check CHECK (((length(language) >= 2) AND (length(language) <= 10)))
decisions.decisions_law_check CHECK (((length(law) >= 1) AND (length(law) <= 500)))
decisions.decisions_mute_one_right CHECK (((action = 'MUTE'::text) = (muted_right IS NOT NULL)))
decisions.decisions_muted_right_check CHECK ((muted_right = ANY (ARRAY['POSTING'::text, 'VOTING'::text, 'COMMENTING'::text, 'REPORTING'::text])))
decisions.decisions_name_the_ground CHECK (
CASE ground
    WHEN 'RULE'::text THEN ((rule_number IS NOT NULL) AND (rule_version IS NOT NULL) AND (law IS NULL))
    WHEN 'LAW'::text THEN ((law IS NOT NULL) AND (rule_number IS NULL))
    ELSE ((rule_number IS NULL) AND (law IS NULL))
END)
decisions.decisions_of_machines_hold CHECK (((NOT automated_decision) OR (action = 'HOLD'::text)))
decisions.decisions_over_whole CHECK (((state = ANY (ARRAY['FALLEN'::text, 'ENDED'::text, 'REJECTED'::text])) = (over_at IS NOT NULL)))
decisions.decisions_passage_check CHECK (((length(passage) >= 1) AND (length(passage) <= 2000)))
decisions.decisions_pkey PRIMARY KEY (id)
decisions.decisions_scope CHECK (
CASE
    WHEN (action = ANY (ARRAY['WARN'::text, 'MUTE'::text, 'SUSPEND'::text, 'BAN'::text])) THEN (scope = 'MEMBER'::text)
    WHEN (action = 'HOLD'::text) THEN true
    ELSE (scope = 'TEXT'::text)
END)
decisions.decisions_scope_check CHECK ((scope = ANY (ARRAY['TEXT'::text, 'MEMBER'::text])))
decisions.decisions_second_reason_check CHECK (((length(second_reason) >= 1) AND (length(second_reason) <= 2000)))
decisions.decisions_seconded_as_check CHECK ((seconded_as = ANY (ARRAY['MODERATOR'::text, 'PANEL'::text, 'OPERATOR'::text])))
decisions.decisions_seconded_by_another CHECK ((seconded_by <> decided_by))
decisions.decisions_seconded_by_fkey FOREIGN KEY (seconded_by) REFERENCES accounts(id)
decisions.decisions_seconded_whole CHECK ((num_nulls(seconded_by, seconded_as, seconded_at) = ANY (ARRAY[0, 3])))
decisions.decisions_source_check CHECK ((source = ANY (ARRAY['OWN_INITIATIVE'::text, 'REPORT'::text, 'NOTICE'::text, 'AUTOMATED'::text])))
decisions.decisions_state_check CHECK ((state = ANY (ARRAY['PROPOSED'::text, 'IN_FORCE'::text, 'REJECTED'::text, 'FALLEN'::text, 'ENDED'::text])))
decisions.decisions_that_end CHECK (((action <> ALL (ARRAY['MUTE'::text, 'SUSPEND'::text])) OR (ends_at IS NOT NULL)))
deliveries.deliveries_event_id_fkey FOREIGN KEY (event_id) REFERENCES events(id)
deliveries.deliveries_pkey PRIMARY KEY (event_id, handler)
deployment.deployment_pkey PRIMARY KEY (single)
deployment.deployment_single_check CHECK (single)
development_mails.development_mails_message_id_key UNIQUE (message_id)
development_mails.development_mails_pkey PRIMARY KEY (id)
duplicate_backlog.duplicate_backlog_pkey PRIMARY KEY (id)
duplicate_suggestions.duplicate_suggestions_dismissed_by_community_id_fkey FOREIGN KEY (dismissed_by, community_id) REFERENCES members(id, community_id)
duplicate_suggestions.duplicate_suggestions_dismissed_whole CHECK (((dismissed_at IS NOT NULL) OR (dismissed_by IS NULL)))
duplicate_suggestions.duplicate_suggestions_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
duplicate_suggestions.duplicate_suggestions_other_id_community_id_fkey FOREIGN KEY (other_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
duplicate_suggestions.duplicate_suggestions_pkey PRIMARY KEY (idea_id, other_id)
duplicate_suggestions.duplicate_suggestions_score_check CHECK (((score >= 0) AND (score <= 1000)))
duplicate_suggestions.duplicate_suggestions_younger_first CHECK ((idea_id > other_id))
entries.entries_check CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
entries.entries_check1 CHECK (((state = ANY (ARRAY['DRAFT'::text, 'WITHDRAWN'::text])) OR (disclosed AND (submitted_at IS NOT NULL))))
entries.entries_check2 CHECK (((state = 'ACCEPTED'::text) = (published_at IS NOT NULL)))
entries.entries_check3 CHECK (((state = 'WITHDRAWN'::text) = (withdrawn_at IS NOT NULL)))
entries.entries_id_community_id_key UNIQUE (id, community_id)
entries.entries_id_member_id_key UNIQUE (id, member_id)
entries.entries_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
entries.entries_mission_id_community_id_fkey FOREIGN KEY (mission_id, community_id) REFERENCES missions(id, community_id)
entries.entries_note_check CHECK ((length(note) <= 8000))
entries.entries_pkey PRIMARY KEY (id)
entries.entries_revision_check CHECK ((revision >= 1))
entries.entries_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'SUBMITTED'::text, 'NEEDS_DISCLOSURE'::text, 'CHANGE_ASKED'::text, 'ACCEPTED'::text, 'REFUSED'::text, 'WITHDRAWN'::text])))
entries.entries_term_id_community_id_fkey FOREIGN KEY (term_id, community_id) REFERENCES terms(id, community_id)
entries.entries_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
entry_checks.entry_checks_check CHECK (((verdict = 'UNREACHABLE'::text) = (reason IS NOT NULL)))
entry_checks.entry_checks_check1 CHECK ((((verdict = 'UNREACHABLE'::text) = (hash IS NULL)) AND ((hash IS NULL) = (snapshot IS NULL))))
entry_checks.entry_checks_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES entry_evidence(id) ON DELETE CASCADE
entry_checks.entry_checks_hash_check CHECK ((hash ~ '^[0-9a-f]{64}$'::text))
entry_checks.entry_checks_looked_for_check CHECK ((jsonb_typeof(looked_for) = 'array'::text))
entry_checks.entry_checks_pkey PRIMARY KEY (id)
entry_checks.entry_checks_snapshot_check CHECK ((length(snapshot) <= 20000))
entry_checks.entry_checks_title_check CHECK ((length(title) <= 400))
entry_checks.entry_checks_verdict_check CHECK ((verdict = ANY (ARRAY['FOUND'::text, 'MISSING'::text, 'UNREACHABLE'::text])))
entry_evidence.entry_evidence_alt_check CHECK ((length(alt) <= 2000))
entry_evidence.entry_evidence_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 80)))
entry_evidence.entry_evidence_check CHECK ((((kind = 'LINK'::text) = (url IS NOT NULL)) AND ((kind = 'TEXT'::text) = (text IS NOT NULL)) AND ((kind = 'IMAGE'::text) = (picture_id IS NOT NULL))))
entry_evidence.entry_evidence_check1 CHECK (((kind = 'LINK'::text) OR ((next_check_at IS NULL) AND (channel IS NULL))))
entry_evidence.entry_evidence_entry_id_fkey FOREIGN KEY (entry_id) REFERENCES entries(id) ON DELETE CASCADE
entry_evidence.entry_evidence_entry_id_revision_position_key UNIQUE (entry_id, revision, "position")
entry_evidence.entry_evidence_kind_check CHECK ((kind = ANY (ARRAY['LINK'::text, 'TEXT'::text, 'IMAGE'::text])))
entry_evidence.entry_evidence_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id)
entry_evidence.entry_evidence_pkey PRIMARY KEY (id)
entry_evidence.entry_evidence_position_check CHECK ((("position" >= 0) AND ("position" <= 9)))
entry_evidence.entry_evidence_revision_check CHECK ((revision >= 1))
entry_evidence.entry_evidence_text_check CHECK ((length(text) <= 40000))
entry_evidence.entry_evidence_url_check CHECK ((length(url) <= 2000))
entry_reviews.entry_reviews_check CHECK (((outcome = 'ACCEPT'::text) OR (length(reason) > 0)))
entry_reviews.entry_reviews_entry_id_member_id_fkey FOREIGN KEY (entry_id, member_id) REFERENCES entries(id, member_id)
entry_reviews.entry_reviews_of_others CHECK ((reviewed_by <> member_id))
entry_reviews.entry_reviews_outcome_check CHECK ((outcome = ANY (ARRAY['ACCEPT'::text, 'CHANGE'::text, 'REFUSE'::text])))
entry_reviews.entry_reviews_pkey PRIMARY KEY (id)
entry_reviews.entry_reviews_reason_check CHECK ((length(reason) <= 8000))
entry_reviews.entry_reviews_reviewed_by_fkey FOREIGN KEY (reviewed_by) REFERENCES members(id)
entry_reviews.entry_reviews_scores_check CHECK ((jsonb_typeof(scores) = 'array'::text))
events.events_pkey PRIMARY KEY (id)
events.events_type_check CHECK ((type ~ '^[a-z]+\.[a-zA-Z]+$'::text))
evidence.evidence_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
evidence.evidence_attested_by_fkey FOREIGN KEY (attested_by) REFERENCES accounts(id)
evidence.evidence_check CHECK ((expires_at > obtained_at))
evidence.evidence_check1 CHECK ((ended_at >= obtained_at))
evidence.evidence_check2 CHECK (((community_id IS NOT NULL) = (kind = ANY (ARRAY['PURCHASE'::text, 'REAL_NAME'::text]))))
evidence.evidence_check3 CHECK (((kind <> 'REAL_NAME'::text) OR ((attested_by IS NOT NULL) AND (note IS NOT NULL))))
evidence.evidence_check4 CHECK (((attested_by IS NULL) OR (community_id IS NOT NULL)))
evidence.evidence_check5 CHECK (((ended_at IS NULL) = (ending IS NULL)))
evidence.evidence_check6 CHECK (((ended_by IS NULL) OR (ended_at IS NOT NULL)))
evidence.evidence_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
evidence.evidence_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts(id)
evidence.evidence_ending_check CHECK ((ending = ANY (ARRAY['REVOKED'::text, 'EXPIRED'::text, 'LAPSED'::text])))
evidence.evidence_kind_check CHECK ((kind = ANY (ARRAY['EMAIL'::text, 'LINKED_ACCOUNT'::text, 'WEBSITE'::text, 'PURCHASE'::text, 'REAL_NAME'::text])))
evidence.evidence_label_check CHECK (((length(label) >= 1) AND (length(label) <= 300)))
evidence.evidence_not_of_oneself CHECK ((attested_by <> account_id))
evidence.evidence_note_check CHECK (((length(note) >= 1) AND (length(note) <= 1000)))
evidence.evidence_pkey PRIMARY KEY (id)
evidence.evidence_subject_hash_check CHECK ((length(subject_hash) = 32))
evidence_pages.evidence_pages_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE
evidence_pages.evidence_pages_failures_check CHECK ((failures >= 0))
evidence_pages.evidence_pages_pkey PRIMARY KEY (evidence_id)
evidence_pages.evidence_pages_profile_url_check CHECK ((length(profile_url) <= 2000))
evidence_pages.evidence_pages_site_check CHECK (((length(site) >= 1) AND (length(site) <= 253)))
evidence_pages.evidence_pages_url_check CHECK ((length(url) <= 2000))
farewells.farewells_pkey PRIMARY KEY (id)
follows.follows_category_id_community_id_fkey FOREIGN KEY (category_id, community_id) REFERENCES categories(id, community_id) ON DELETE CASCADE
follows.follows_follower_id_community_id_fkey FOREIGN KEY (follower_id, community_id) REFERENCES members(id, community_id) ON DELETE CASCADE
follows.follows_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
follows.follows_kind_check CHECK ((kind = ANY (ARRAY['IDEA'::text, 'MEMBER'::text, 'CATEGORY'::text, 'COMMUNITY'::text])))
follows.follows_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id) ON DELETE CASCADE
follows.follows_not_oneself CHECK ((subject_id <> follower_id))
follows.follows_own_community CHECK (((kind <> 'COMMUNITY'::text) OR (subject_id = community_id)))
follows.follows_pkey PRIMARY KEY (follower_id, subject_id)
genuineness_communities.genuineness_communities_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
genuineness_communities.genuineness_communities_pkey PRIMARY KEY (community_id)
genuineness_ideas.genuineness_ideas_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id) ON DELETE CASCADE
genuineness_ideas.genuineness_ideas_pkey PRIMARY KEY (idea_id)
genuineness_members.genuineness_members_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
genuineness_members.genuineness_members_pkey PRIMARY KEY (member_id)
genuineness_members.genuineness_members_score_check CHECK (((score >= (0)::double precision) AND (score <= (1)::double precision)))
helpful_marks.helpful_marks_comment_id_community_id_fkey FOREIGN KEY (comment_id, community_id) REFERENCES comments(id, community_id)
helpful_marks.helpful_marks_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
helpful_marks.helpful_marks_pkey PRIMARY KEY (comment_id, member_id)
idea_moves.idea_moves_actor_id_community_id_fkey FOREIGN KEY (actor_id, community_id) REFERENCES members(id, community_id)
idea_moves.idea_moves_check CHECK ((from_status <> to_status))
idea_moves.idea_moves_declined_has_reason CHECK (((to_status <> 'DECLINED'::text) OR (response_id IS NOT NULL) OR (reason IS NOT NULL) OR (from_status = ANY (ARRAY['MERGED'::text, 'REMOVED'::text]))))
idea_moves.idea_moves_from_status_check CHECK ((from_status = ANY (ARRAY['PENDING'::text, 'OPEN'::text, 'UNDER_REVIEW'::text, 'PLANNED'::text, 'IN_PROGRESS'::text, 'DELIVERED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'MERGED'::text, 'REMOVED'::text])))
idea_moves.idea_moves_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
idea_moves.idea_moves_mover_check CHECK ((mover = ANY (ARRAY['STAFF'::text, 'SYSTEM'::text, 'MODERATOR'::text, 'IMPORT'::text])))
idea_moves.idea_moves_pkey PRIMARY KEY (id)
idea_moves.idea_moves_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 500)))
idea_moves.idea_moves_response_id_idea_id_fkey FOREIGN KEY (response_id, idea_id) REFERENCES official_responses(id, idea_id)
idea_moves.idea_moves_staff_answers CHECK (((mover <> 'STAFF'::text) OR (response_id IS NOT NULL) OR (('MERGED'::text = from_status) OR ('MERGED'::text = to_status))))
idea_moves.idea_moves_to_status_check CHECK ((to_status = ANY (ARRAY['PENDING'::text, 'OPEN'::text, 'UNDER_REVIEW'::text, 'PLANNED'::text, 'IN_PROGRESS'::text, 'DELIVERED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'MERGED'::text, 'REMOVED'::text])))
idea_notes.idea_notes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
idea_notes.idea_notes_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
idea_notes.idea_notes_body_check CHECK (((body ~ '\S'::text) AND (length(body) <= 10000)))
idea_notes.idea_notes_check CHECK ((edited_at >= created_at))
idea_notes.idea_notes_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
idea_notes.idea_notes_pkey PRIMARY KEY (id)
idea_past_ranks.idea_past_ranks_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id)
idea_past_ranks.idea_past_ranks_pkey PRIMARY KEY (idea_id, from_xid)
idea_ranks.idea_ranks_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
idea_ranks.idea_ranks_pkey PRIMARY KEY (idea_id)
idea_ranks.idea_ranks_raw_check CHECK ((raw >= 0))
idea_ranks.idea_ranks_status_check CHECK ((status <> 'DRAFT'::text))
idea_ranks.idea_ranks_verified_check CHECK ((verified >= 0))
idea_versions.idea_versions_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id)
idea_versions.idea_versions_number_check CHECK ((number >= 1))
idea_versions.idea_versions_pkey PRIMARY KEY (idea_id, number)
ideas.ideas_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
ideas.ideas_body_length CHECK (((length(body) <= 100000) AND ((status = 'DRAFT'::text) OR (length(body) >= 1))))
ideas.ideas_category_id_community_id_fkey FOREIGN KEY (category_id, community_id) REFERENCES categories(id, community_id)
ideas.ideas_clock_days_check CHECK (((clock_days >= 1) AND (clock_days <= 3650)))
ideas.ideas_clock_stands_elsewhere CHECK (((clock_left IS NULL) OR ((status <> ALL (ARRAY['DRAFT'::text, 'PENDING'::text, 'OPEN'::text])) AND (clock_left >= '00:00:00'::interval))))
ideas.ideas_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
ideas.ideas_community_id_source_key_key UNIQUE (community_id, source_key)
ideas.ideas_deadline_while_open CHECK (((deadline IS NULL) OR ((status = ANY (ARRAY['OPEN'::text, 'EXPIRED'::text])) AND (deadline > created_at))))
ideas.ideas_draft_has_author CHECK (((status <> 'DRAFT'::text) OR ((author_id IS NOT NULL) AND (source_key IS NULL))))
ideas.ideas_edited_after_creation CHECK ((edited_at >= created_at))
ideas.ideas_erased_has_no_author CHECK (((erased_at IS NULL) OR (author_id IS NULL)))
ideas.ideas_estimate_is_period CHECK (is_estimate(estimate_from, estimate_precision))
ideas.ideas_estimate_while_planned CHECK (((estimate_from IS NULL) OR (status = ANY (ARRAY['PLANNED'::text, 'IN_PROGRESS'::text, 'MERGED'::text, 'REMOVED'::text]))))
ideas.ideas_id_community_id_key UNIQUE (id, community_id)
ideas.ideas_import_is_sourced CHECK (((imported_support = 0) OR (source_key IS NOT NULL)))
ideas.ideas_imported_support_check CHECK ((imported_support >= 0))
ideas.ideas_interest_kind_check CHECK ((interest_kind = ANY (ARRAY['EMPLOYEE'::text, 'COMPETITOR'::text, 'PAID'::text, 'PROFESSIONAL'::text])))
ideas.ideas_interest_note_check CHECK ((length(interest_note) <= 500))
ideas.ideas_interest_whole CHECK (((interest_kind IS NULL) = (interest_note IS NULL)))
ideas.ideas_labels_check CHECK (((cardinality(labels) <= 50) AND (array_position(labels, NULL::text) IS NULL)))
ideas.ideas_merged_into_id_community_id_fkey FOREIGN KEY (merged_into_id, community_id) REFERENCES ideas(id, community_id)
ideas.ideas_merged_somewhere CHECK ((((status = 'MERGED'::text) = (merged_into_id IS NOT NULL)) AND (merged_into_id <> id)))
ideas.ideas_own_text_length CHECK (((source_key IS NOT NULL) OR ((length(title) <= 120) AND (length(body) <= 10000))))
ideas.ideas_pkey PRIMARY KEY (id)
ideas.ideas_rung_check CHECK ((rung >= 0))
ideas.ideas_source_key_check CHECK (((length(source_key) >= 1) AND (length(source_key) <= 500)))
ideas.ideas_status_check CHECK ((status = ANY (ARRAY['DRAFT'::text, 'PENDING'::text, 'OPEN'::text, 'UNDER_REVIEW'::text, 'PLANNED'::text, 'IN_PROGRESS'::text, 'DELIVERED'::text, 'DECLINED'::text, 'EXPIRED'::text, 'MERGED'::text, 'REMOVED'::text])))
ideas.ideas_title_length CHECK (((length(title) <= 300) AND ((status = 'DRAFT'::text) OR (length(title) >= 1))))
ideas.ideas_version_check CHECK ((version >= 1))
ideas.ideas_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text])))
ideas.ideas_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
idempotency_keys.idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
idempotency_keys.idempotency_keys_pkey PRIMARY KEY (account_id, key)
illegal_content_notices.illegal_content_notices_check CHECK ((name_withheld OR ((name IS NOT NULL) AND (email IS NOT NULL))))
illegal_content_notices.illegal_content_notices_email_check CHECK (((length((email)::text) >= 3) AND (length((email)::text) <= 320)))
illegal_content_notices.illegal_content_notices_law_check CHECK (((length(law) >= 1) AND (length(law) <= 500)))
illegal_content_notices.illegal_content_notices_locale_check CHECK (((length(locale) >= 2) AND (length(locale) <= 35)))
illegal_content_notices.illegal_content_notices_location_check CHECK (((length(location) >= 1) AND (length(location) <= 2000)))
illegal_content_notices.illegal_content_notices_name_check CHECK (((length(name) >= 1) AND (length(name) <= 200)))
illegal_content_notices.illegal_content_notices_pkey PRIMARY KEY (report_id)
illegal_content_notices.illegal_content_notices_report_id_fkey FOREIGN KEY (report_id) REFERENCES reports(id)
intake_texts.intake_texts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
intake_texts.intake_texts_pkey PRIMARY KEY (subject_id)
intake_texts.intake_texts_same_check CHECK ((length(same) = 16))
intake_texts.intake_texts_sketch_check CHECK (((length(sketch) <= 128) AND ((length(sketch) % 4) = 0)))
intake_verdicts.intake_verdicts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL
intake_verdicts.intake_verdicts_check CHECK (((outcome = 'NUDGE'::text) OR ((mark IS NULL) AND (answered_at IS NULL))))
intake_verdicts.intake_verdicts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id) ON DELETE CASCADE
intake_verdicts.intake_verdicts_mark_check CHECK ((length(mark) = 16))
intake_verdicts.intake_verdicts_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
intake_verdicts.intake_verdicts_outcome_check CHECK ((outcome = ANY (ARRAY['NUDGE'::text, 'HOLD'::text, 'REFUSE'::text])))
intake_verdicts.intake_verdicts_phase_check CHECK ((phase = ANY (ARRAY['LENGTH'::text, 'REPEAT'::text, 'RATE'::text, 'LINKS'::text, 'WORDS'::text, 'IMPERSONATION'::text, 'SPAM'::text, 'HOLD_FOR_REVIEW'::text])))
intake_verdicts.intake_verdicts_pkey PRIMARY KEY (id)
intake_verdicts.intake_verdicts_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 40)))
intake_verdicts.intake_verdicts_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['IDEA'::text, 'COMMENT'::text, 'CREATION'::text, 'CREATION_RESPONSE'::text, 'CIRCLE_POST'::text, 'MEMBER'::text, 'ENTRY'::text, 'APPLICATION'::text])))
level_rights.level_rights_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
level_rights.level_rights_identity_level_check CHECK ((identity_level = ANY (ARRAY['ANONYMOUS'::text, 'CONFIRMED'::text, 'LINKED'::text, 'VERIFIED'::text])))
level_rights.level_rights_level_check CHECK ((level = ANY (ARRAY['NEWCOMER'::text, 'FAN'::text, 'REGULAR'::text, 'ADVOCATE'::text, 'CHAMPION'::text])))
level_rights.level_rights_pkey PRIMARY KEY (community_id, level)
level_rights.level_rights_report_weight_check CHECK (((report_weight >= 1) AND (report_weight <= 10)))
level_rights.level_rights_score_check CHECK ((score >= 0))
level_rights.level_rights_votes_per_day_check CHECK (((votes_per_day >= 1) AND (votes_per_day <= 1000)))
link_attempts.link_attempts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
link_attempts.link_attempts_pkey PRIMARY KEY (state_hash)
link_attempts.link_attempts_provider_check CHECK (((length(provider) >= 1) AND (length(provider) <= 40)))
link_attempts.link_attempts_session_id_fkey FOREIGN KEY (session_id) REFERENCES sessions(id) ON DELETE CASCADE
link_attempts.link_attempts_state_hash_check CHECK ((length(state_hash) = 32))
log_entries.log_entries_community_id_fkey FOREIGN KEY (community_id) REFERENCES log_trees(community_id)
log_entries.log_entries_index_check CHECK ((index >= 0))
log_entries.log_entries_key_id_fkey FOREIGN KEY (key_id) REFERENCES log_keys(key_id)
log_entries.log_entries_kind_check CHECK ((kind = ANY (ARRAY['KEY'::text, 'DECISION'::text, 'SECOND'::text, 'DECISION_ENDED'::text, 'APPEAL'::text])))
log_entries.log_entries_leaf_hash_check CHECK ((length(leaf_hash) = 32))
log_entries.log_entries_pkey PRIMARY KEY (community_id, index)
log_entries.log_entries_signature_check CHECK ((length(signature) = 64))
log_heads.log_heads_community_id_fkey FOREIGN KEY (community_id) REFERENCES log_trees(community_id)
log_heads.log_heads_key_id_fkey FOREIGN KEY (key_id) REFERENCES log_keys(key_id)
log_heads.log_heads_pkey PRIMARY KEY (community_id, size)
log_heads.log_heads_root_check CHECK ((length(root) = 32))
log_heads.log_heads_signature_check CHECK ((length(signature) = 64))
log_heads.log_heads_size_check CHECK ((size >= 1))
log_keys.log_keys_key_id_check CHECK ((length(key_id) = 32))
log_keys.log_keys_key_id_key UNIQUE (key_id)
log_keys.log_keys_number_check CHECK ((number >= 1))
log_keys.log_keys_pkey PRIMARY KEY (number)
log_keys.log_keys_public_key_check CHECK ((length(public_key) = 32))
log_nodes.log_nodes_community_id_fkey FOREIGN KEY (community_id) REFERENCES log_trees(community_id)
log_nodes.log_nodes_hash_check CHECK ((length(hash) = 32))
log_nodes.log_nodes_index_check CHECK ((index >= 0))
log_nodes.log_nodes_level_check CHECK ((level >= 1))
log_nodes.log_nodes_pkey PRIMARY KEY (community_id, level, index)
log_secrets.log_secrets_community_id_index_fkey FOREIGN KEY (community_id, index) REFERENCES log_entries(community_id, index)
log_secrets.log_secrets_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
log_secrets.log_secrets_name_check CHECK ((name ~ '^[a-z][A-Za-z]{0,39}$'::text))
log_secrets.log_secrets_pkey PRIMARY KEY (community_id, index, name)
log_secrets.log_secrets_salt_check CHECK ((length(salt) = 32))
log_trees.log_trees_check CHECK (((size = 0) = (key_id IS NULL)))
log_trees.log_trees_check1 CHECK ((cardinality(peaks) = length(replace(((size)::bit(32))::text, '0'::text, ''::text))))
log_trees.log_trees_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
log_trees.log_trees_key_id_fkey FOREIGN KEY (key_id) REFERENCES log_keys(key_id)
log_trees.log_trees_pkey PRIMARY KEY (community_id)
log_trees.log_trees_size_check CHECK ((size >= 0))
mail_failures.mail_failures_error_check CHECK ((length(error) <= 500))
mail_failures.mail_failures_pkey PRIMARY KEY (id)
mail_refusals.mail_refusals_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
mail_refusals.mail_refusals_pkey PRIMARY KEY (member_id)
mailings.mailings_check CHECK (((kind = 'DIGEST'::text) = (digest_of IS NOT NULL)))
mailings.mailings_check1 CHECK (((ended_at IS NULL) = (outcome IS NULL)))
mailings.mailings_kind_check CHECK ((kind = ANY (ARRAY['DIGEST'::text, 'NOTICE'::text])))
mailings.mailings_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
mailings.mailings_one_digest_a_day UNIQUE (member_id, digest_of)
mailings.mailings_outcome_check CHECK ((outcome = ANY (ARRAY['SENT'::text, 'REFUSED'::text, 'MOOT'::text])))
mailings.mailings_pkey PRIMARY KEY (id)
member_mutes.member_mutes_check CHECK ((member_id <> muted_id))
member_mutes.member_mutes_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
member_mutes.member_mutes_muted_id_community_id_fkey FOREIGN KEY (muted_id, community_id) REFERENCES members(id, community_id)
member_mutes.member_mutes_pkey PRIMARY KEY (member_id, muted_id)
members.members_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
members.members_account_key UNIQUE (community_id, account_id)
members.members_avatar_id_fkey FOREIGN KEY (avatar_id) REFERENCES pictures(id)
members.members_bio_check CHECK ((length(bio) <= 500))
members.members_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
members.members_community_id_terms_version_fkey FOREIGN KEY (community_id, terms_version) REFERENCES community_terms(community_id, version)
members.members_display_name_check CHECK (((length(display_name) >= 1) AND (length(display_name) <= 80)))
members.members_former_has_no_account CHECK (((former_since IS NULL) OR ((account_id IS NULL) AND (bio = ''::text))))
members.members_handle_check CHECK (((handle)::text ~ '^[a-z0-9][a-z0-9_-]{2,29}$'::text))
members.members_handle_key UNIQUE (community_id, handle)
members.members_id_community_id_key UNIQUE (id, community_id)
members.members_identity_level_check CHECK ((identity_level = ANY (ARRAY['ANONYMOUS'::text, 'CONFIRMED'::text, 'LINKED'::text, 'VERIFIED'::text])))
members.members_level_check CHECK ((level = ANY (ARRAY['NEWCOMER'::text, 'FAN'::text, 'REGULAR'::text, 'ADVOCATE'::text, 'CHAMPION'::text])))
members.members_pkey PRIMARY KEY (id)
members.members_source_key UNIQUE (community_id, source_key)
members.members_withheld_check CHECK ((withheld = ANY (ARRAY['HOLD'::text, 'HIDDEN'::text, 'REMOVED'::text])))
members.members_withheld_whole CHECK (((withheld IS NULL) = (withheld_at IS NULL)))
merges.merges_contest_reason_check CHECK (((length(contest_reason) >= 1) AND (length(contest_reason) <= 2000)))
merges.merges_contest_whole CHECK (((contested_at IS NULL) = (contest_reason IS NULL)))
merges.merges_decided_by_community_id_fkey FOREIGN KEY (decided_by, community_id) REFERENCES members(id, community_id)
merges.merges_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 2000)))
merges.merges_decision_whole CHECK (((num_nulls(decided_at, upheld, decision) = ANY (ARRAY[0, 3])) AND ((decided_at IS NULL) OR (contested_at IS NOT NULL))))
merges.merges_duplicate_id_community_id_fkey FOREIGN KEY (duplicate_id, community_id) REFERENCES ideas(id, community_id)
merges.merges_merged_by_community_id_fkey FOREIGN KEY (merged_by, community_id) REFERENCES members(id, community_id)
merges.merges_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))
merges.merges_of_two_ideas CHECK ((duplicate_id <> target_id))
merges.merges_pkey PRIMARY KEY (id)
merges.merges_target_id_community_id_fkey FOREIGN KEY (target_id, community_id) REFERENCES ideas(id, community_id)
merges.merges_undone_by_community_id_fkey FOREIGN KEY (undone_by, community_id) REFERENCES members(id, community_id)
merges.merges_undone_reason_check CHECK (((length(undone_reason) >= 1) AND (length(undone_reason) <= 500)))
merges.merges_undone_whole CHECK (((undone_at IS NOT NULL) OR ((undone_by IS NULL) AND (undone_reason IS NULL))))
migrations.PK_8c82d7f526340ab734260ea46be PRIMARY KEY (id)
mission_disclosures.mission_disclosures_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 80)))
mission_disclosures.mission_disclosures_language_check CHECK (((length(language) >= 2) AND (length(language) <= 35)))
mission_disclosures.mission_disclosures_mission_id_fkey FOREIGN KEY (mission_id) REFERENCES missions(id) ON DELETE CASCADE
mission_disclosures.mission_disclosures_pkey PRIMARY KEY (mission_id, channel, language)
mission_disclosures.mission_disclosures_words_check CHECK (((cardinality(words) >= 1) AND (cardinality(words) <= 10)))
mission_joins.mission_joins_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
mission_joins.mission_joins_mission_id_community_id_fkey FOREIGN KEY (mission_id, community_id) REFERENCES missions(id, community_id)
mission_joins.mission_joins_pkey PRIMARY KEY (mission_id, member_id)
mission_joins.mission_joins_term_id_community_id_fkey FOREIGN KEY (term_id, community_id) REFERENCES terms(id, community_id)
mission_periods.mission_periods_check CHECK ((starts_at < ends_at))
mission_periods.mission_periods_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
mission_periods.mission_periods_id_community_id_key UNIQUE (id, community_id)
mission_periods.mission_periods_pkey PRIMARY KEY (id)
mission_periods.mission_periods_story_check CHECK ((length(story) <= 20000))
mission_periods.mission_periods_theme_check CHECK (((length(theme) >= 1) AND (length(theme) <= 400)))
missions.missions_audience_check CHECK ((length(audience) <= 2000))
missions.missions_brief_check CHECK (((length(brief) >= 1) AND (length(brief) <= 40000)))
missions.missions_budget_id_community_id_fkey FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets(id, community_id)
missions.missions_check CHECK ((opens_at < closes_at))
missions.missions_check1 CHECK ((((kind = 'RALLY'::text) = (rally_at IS NOT NULL)) AND ((rally_at IS NULL) = (rally_until IS NULL))))
missions.missions_check2 CHECK (((rally_at < rally_until) AND (rally_until <= (rally_at + '01:00:00'::interval)) AND (rally_at >= opens_at) AND (rally_until <= closes_at)))
missions.missions_check3 CHECK ((((state = 'DRAFT'::text) = (published_at IS NULL)) AND ((state = 'CLOSED'::text) = (closed_at IS NOT NULL))))
missions.missions_check4 CHECK (((reward_points = 0) OR (budget_id IS NOT NULL)))
missions.missions_close_notice_check CHECK ((length(close_notice) <= 4000))
missions.missions_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
missions.missions_created_by_community_id_fkey FOREIGN KEY (created_by, community_id) REFERENCES members(id, community_id)
missions.missions_evidence_check CHECK (((evidence <@ ARRAY['LINK'::text, 'TEXT'::text, 'IMAGE'::text]) AND ((cardinality(evidence) >= 1) AND (cardinality(evidence) <= 3))))
missions.missions_id_community_id_key UNIQUE (id, community_id)
missions.missions_kind_check CHECK ((kind = ANY (ARRAY['CREATE'::text, 'REVIEW'::text, 'HELP'::text, 'EVENT'::text, 'RALLY'::text])))
missions.missions_never_over_full CHECK ((taken <= places))
missions.missions_period_id_community_id_fkey FOREIGN KEY (period_id, community_id) REFERENCES mission_periods(id, community_id)
missions.missions_pkey PRIMARY KEY (id)
missions.missions_places_check CHECK (((places >= 1) AND (places <= 100000)))
missions.missions_reward_perk_community_id_fkey FOREIGN KEY (reward_perk, community_id) REFERENCES perks(id, community_id)
missions.missions_reward_points_check CHECK (((reward_points >= 0) AND (reward_points <= 1000000)))
missions.missions_rubric_check CHECK ((jsonb_typeof(rubric) = 'array'::text))
missions.missions_state_check CHECK ((state = ANY (ARRAY['DRAFT'::text, 'PUBLISHED'::text, 'CLOSED'::text])))
missions.missions_taken_check CHECK ((taken >= 0))
missions.missions_title_check CHECK (((length(title) >= 1) AND (length(title) <= 400)))
moderation_panel.moderation_panel_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
moderation_panel.moderation_panel_appointed_by_fkey FOREIGN KEY (appointed_by) REFERENCES accounts(id)
moderation_panel.moderation_panel_pkey PRIMARY KEY (account_id)
notification_preferences.notification_preferences_mail_check CHECK ((mail = ANY (ARRAY['OFF'::text, 'DIGEST'::text, 'AT_ONCE'::text])))
notification_preferences.notification_preferences_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id) ON DELETE CASCADE
notification_preferences.notification_preferences_pkey PRIMARY KEY (member_id, kind)
notifications.notifications_actor_id_fkey FOREIGN KEY (actor_id) REFERENCES members(id) ON DELETE SET NULL
notifications.notifications_amount_check CHECK ((amount >= 1))
notifications.notifications_appeal_id_fkey FOREIGN KEY (appeal_id) REFERENCES appeals(id) ON DELETE CASCADE
notifications.notifications_call_id_community_id_fkey FOREIGN KEY (call_id, community_id) REFERENCES calls(id, community_id) ON DELETE CASCADE
notifications.notifications_circle_id_community_id_fkey FOREIGN KEY (circle_id, community_id) REFERENCES circles(id, community_id) ON DELETE CASCADE
notifications.notifications_circle_post_id_community_id_fkey FOREIGN KEY (circle_post_id, community_id) REFERENCES circle_posts(id, community_id) ON DELETE CASCADE
notifications.notifications_comment_id_community_id_fkey FOREIGN KEY (comment_id, community_id) REFERENCES comments(id, community_id) ON DELETE CASCADE
notifications.notifications_creation_id_community_id_fkey FOREIGN KEY (creation_id, community_id) REFERENCES creations(id, community_id) ON DELETE CASCADE
notifications.notifications_creation_response_id_community_id_fkey FOREIGN KEY (creation_response_id, community_id) REFERENCES creation_responses(id, community_id) ON DELETE CASCADE
notifications.notifications_decision_id_fkey FOREIGN KEY (decision_id) REFERENCES decisions(id) ON DELETE CASCADE
notifications.notifications_delivery_id_community_id_fkey FOREIGN KEY (delivery_id, community_id) REFERENCES perk_deliveries(id, community_id) ON DELETE CASCADE
notifications.notifications_entry_id_community_id_fkey FOREIGN KEY (entry_id, community_id) REFERENCES entries(id, community_id) ON DELETE CASCADE
notifications.notifications_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE CASCADE
notifications.notifications_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
notifications.notifications_kind_check CHECK ((kind ~ '^[A-Z][A-Z_]{2,39}$'::text))
notifications.notifications_mailing_id_fkey FOREIGN KEY (mailing_id) REFERENCES mailings(id) ON DELETE SET NULL
notifications.notifications_mission_id_community_id_fkey FOREIGN KEY (mission_id, community_id) REFERENCES missions(id, community_id) ON DELETE CASCADE
notifications.notifications_once UNIQUE (recipient_id, matter)
notifications.notifications_pkey PRIMARY KEY (id)
notifications.notifications_reason_check CHECK ((reason = ANY (ARRAY['YOU'::text, 'AUTHOR'::text, 'BACKED'::text, 'COMMENTED'::text, 'CIRCLE'::text, 'FOLLOWED_IDEA'::text, 'FOLLOWED_MEMBER'::text, 'FOLLOWED_CATEGORY'::text, 'FOLLOWED_COMMUNITY'::text, 'STAFF'::text])))
notifications.notifications_recipient_id_community_id_fkey FOREIGN KEY (recipient_id, community_id) REFERENCES members(id, community_id) ON DELETE CASCADE
notifications.notifications_response_id_fkey FOREIGN KEY (response_id) REFERENCES official_responses(id) ON DELETE CASCADE
notifications.notifications_term_id_community_id_fkey FOREIGN KEY (term_id, community_id) REFERENCES terms(id, community_id) ON DELETE CASCADE
official_responses.official_responses_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
official_responses.official_responses_body_check CHECK (((length(body) >= 1) AND (length(body) <= 20000)))
official_responses.official_responses_estimate_is_period CHECK (is_estimate(estimate_from, estimate_precision))
official_responses.official_responses_id_idea_id_key UNIQUE (id, idea_id)
official_responses.official_responses_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
official_responses.official_responses_pkey PRIMARY KEY (id)
official_responses.official_responses_says_something CHECK ((body ~ '\S'::text))
official_responses.official_responses_status_check CHECK ((status = ANY (ARRAY['OPEN'::text, 'UNDER_REVIEW'::text, 'PLANNED'::text, 'IN_PROGRESS'::text, 'DELIVERED'::text, 'DECLINED'::text])))
passkey_challenges.passkey_challenges_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
passkey_challenges.passkey_challenges_challenge_hash_check CHECK ((length(challenge_hash) = 32))
passkey_challenges.passkey_challenges_check CHECK (((account_id IS NULL) = (purpose = 'SIGN_IN'::text)))
passkey_challenges.passkey_challenges_pkey PRIMARY KEY (challenge_hash)
passkey_challenges.passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['SIGN_IN'::text, 'PROOF'::text, 'ADD'::text])))
passkeys.passkeys_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
passkeys.passkeys_counter_check CHECK ((counter >= 0))
passkeys.passkeys_credential_id_check CHECK (((length(credential_id) >= 1) AND (length(credential_id) <= 1023)))
passkeys.passkeys_name_check CHECK (((length(name) >= 1) AND (length(name) <= 60)))
passkeys.passkeys_pkey PRIMARY KEY (id)
passkeys.passkeys_public_key_check CHECK (((length(public_key) >= 1) AND (length(public_key) <= 4096)))
password_reset_requests.password_reset_requests_pkey PRIMARY KEY (id)
passwords.passwords_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
passwords.passwords_hash_check CHECK ((hash ~~ '$argon2id$%'::text))
passwords.passwords_pkey PRIMARY KEY (account_id)
perk_deliveries.perk_deliveries_id_community_id_key UNIQUE (id, community_id)
perk_deliveries.perk_deliveries_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
perk_deliveries.perk_deliveries_note_check CHECK (((length(note) >= 1) AND (length(note) <= 500)))
perk_deliveries.perk_deliveries_perk_id_community_id_fkey FOREIGN KEY (perk_id, community_id) REFERENCES perks(id, community_id)
perk_deliveries.perk_deliveries_pkey PRIMARY KEY (id)
perk_deliveries.perk_deliveries_state_check CHECK ((state = ANY (ARRAY['OWED'::text, 'SENT'::text, 'RECEIVED'::text, 'RETURNED'::text])))
perk_deliveries.perk_deliveries_transfer_id_community_id_fkey FOREIGN KEY (transfer_id, community_id) REFERENCES reward_transfers(id, community_id)
perk_deliveries.perk_deliveries_transfer_id_key UNIQUE (transfer_id)
perks.perks_budget_id_community_id_fkey FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets(id, community_id)
perks.perks_cost_check CHECK (((cost >= 1) AND (cost <= 1000000000)))
perks.perks_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
perks.perks_description_check CHECK ((length(description) <= 2000))
perks.perks_id_community_id_key UNIQUE (id, community_id)
perks.perks_pkey PRIMARY KEY (id)
perks.perks_title_check CHECK (((length(title) >= 1) AND (length(title) <= 120)))
picture_uses.picture_uses_picture_id_fkey FOREIGN KEY (picture_id) REFERENCES pictures(id)
picture_uses.picture_uses_pkey PRIMARY KEY (picture_id, subject_id)
pictures.pictures_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL
pictures.pictures_alt_check CHECK ((length(alt) <= 300))
pictures.pictures_bytes_check CHECK ((bytes > 0))
pictures.pictures_color_check CHECK ((color ~ '^#[0-9a-f]{6}$'::text))
pictures.pictures_forms_check CHECK (((jsonb_typeof(forms) = 'array'::text) AND (jsonb_array_length(forms) > 0)))
pictures.pictures_height_check CHECK (((height >= 1) AND (height <= 20000)))
pictures.pictures_kind_check CHECK ((kind = ANY (ARRAY['AVATAR'::text, 'LOGO'::text, 'FAVICON'::text, 'HERO'::text, 'CREATION'::text])))
pictures.pictures_pkey PRIMARY KEY (id)
pictures.pictures_same_upload UNIQUE (account_id, kind, source_digest)
pictures.pictures_source_digest_check CHECK ((length(source_digest) = 32))
pictures.pictures_width_check CHECK (((width >= 1) AND (width <= 20000)))
purchase_batches.purchase_batches_check CHECK ((expires_at > created_at))
purchase_batches.purchase_batches_check1 CHECK ((revoked_at >= created_at))
purchase_batches.purchase_batches_check2 CHECK (((revoked_by IS NULL) OR (revoked_at IS NOT NULL)))
purchase_batches.purchase_batches_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
purchase_batches.purchase_batches_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
purchase_batches.purchase_batches_id_community_id_key UNIQUE (id, community_id)
purchase_batches.purchase_batches_label_check CHECK (((length(label) >= 1) AND (length(label) <= 100)))
purchase_batches.purchase_batches_pkey PRIMARY KEY (id)
purchase_batches.purchase_batches_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES accounts(id)
purchase_batches.purchase_batches_token_id_fkey FOREIGN KEY (token_id) REFERENCES api_tokens(id)
purchase_codes.purchase_codes_batch_id_community_id_fkey FOREIGN KEY (batch_id, community_id) REFERENCES purchase_batches(id, community_id)
purchase_codes.purchase_codes_check CHECK (((evidence_id IS NULL) OR (redeemed_at IS NOT NULL)))
purchase_codes.purchase_codes_code_hash_check CHECK ((length(code_hash) = 32))
purchase_codes.purchase_codes_evidence_id_fkey FOREIGN KEY (evidence_id) REFERENCES evidence(id) ON DELETE SET NULL
purchase_codes.purchase_codes_pkey PRIMARY KEY (id)
purchase_guesses.purchase_guesses_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
purchase_guesses.purchase_guesses_pkey PRIMARY KEY (community_id)
purchase_guesses.purchase_guesses_tries_check CHECK ((tries > 0))
rate_limits.rate_limits_pkey PRIMARY KEY (key)
recovery_codes.recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
recovery_codes.recovery_codes_code_hash_check CHECK ((length(code_hash) = 32))
recovery_codes.recovery_codes_pkey PRIMARY KEY (account_id, code_hash)
reports.reports_category_check CHECK ((category = ANY (ARRAY['SPAM'::text, 'HARASSMENT'::text, 'HATE'::text, 'PRIVATE_DATA'::text, 'OFF_TOPIC'::text, 'UNDISCLOSED_ADVERTISING'::text, 'MANIPULATION'::text, 'IMPERSONATION'::text, 'ILLEGAL_CONTENT'::text])))
reports.reports_check CHECK (((verdict IS NULL) = (judged_at IS NULL)))
reports.reports_check1 CHECK (((reporter_id IS NOT NULL) OR (category = 'ILLEGAL_CONTENT'::text)))
reports.reports_explanation_check CHECK ((length(explanation) <= 5000))
reports.reports_id_community_id_key UNIQUE (id, community_id)
reports.reports_item_id_community_id_fkey FOREIGN KEY (item_id, community_id) REFERENCES review_items(id, community_id)
reports.reports_pkey PRIMARY KEY (id)
reports.reports_reference_check CHECK (((length(reference) >= 8) AND (length(reference) <= 40)))
reports.reports_reference_key UNIQUE (reference)
reports.reports_reporter_id_community_id_fkey FOREIGN KEY (reporter_id, community_id) REFERENCES members(id, community_id)
reports.reports_verdict_check CHECK ((verdict = ANY (ARRAY['UPHELD'::text, 'UNFOUNDED'::text, 'ABUSIVE'::text])))
reports.reports_weight_check CHECK ((weight >= (0)::double precision))
reputation_credits.reputation_credits_check CHECK (((worth IS NULL) = (version IS NULL)))
reputation_credits.reputation_credits_check1 CHECK (((entry_id IS NULL) OR (worth <> 0)))
reputation_credits.reputation_credits_pkey PRIMARY KEY (subject_id, giver_id, rule)
reputation_days.reputation_days_pkey PRIMARY KEY (member_id, rule, day)
reputation_disputes.reputation_disputes_check CHECK ((((decided_at IS NULL) = (upheld IS NULL)) AND ((decided_at IS NULL) = (decision IS NULL))))
reputation_disputes.reputation_disputes_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES members(id)
reputation_disputes.reputation_disputes_decision_check CHECK (((length(decision) >= 1) AND (length(decision) <= 2000)))
reputation_disputes.reputation_disputes_entry_id_key UNIQUE (entry_id)
reputation_disputes.reputation_disputes_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
reputation_disputes.reputation_disputes_pkey PRIMARY KEY (id)
reputation_disputes.reputation_disputes_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
reputation_entries.reputation_entries_check CHECK (((rule = 'IDENTITY'::text) = (base = 0)))
reputation_entries.reputation_entries_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
reputation_entries.reputation_entries_member_id_number_key UNIQUE (member_id, number)
reputation_entries.reputation_entries_number_check CHECK ((number >= 1))
reputation_entries.reputation_entries_once UNIQUE (rule, event_id, member_id)
reputation_entries.reputation_entries_pkey PRIMARY KEY (id)
reputation_entries.reputation_entries_tenths_check CHECK (((tenths >= 0) AND (tenths <= 10)))
reputation_ideas.reputation_ideas_pkey PRIMARY KEY (idea_id)
reputation_ledger.reputation_ledger_pkey PRIMARY KEY (single)
reputation_ledger.reputation_ledger_single_check CHECK (single)
reputation_members.reputation_members_check CHECK ((score = reputation_score(base, identity_level)))
reputation_members.reputation_members_entries_check CHECK ((entries >= 0))
reputation_members.reputation_members_identity_level_check CHECK ((identity_level = ANY (ARRAY['ANONYMOUS'::text, 'CONFIRMED'::text, 'LINKED'::text, 'VERIFIED'::text])))
reputation_members.reputation_members_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
reputation_members.reputation_members_pkey PRIMARY KEY (member_id)
reputation_months.reputation_months_pkey PRIMARY KEY (member_id, month)
reputation_opt_outs.reputation_opt_outs_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
reputation_opt_outs.reputation_opt_outs_pkey PRIMARY KEY (member_id)
reputation_reversals.reputation_reversals_base_check CHECK ((base <> 0))
reputation_reversals.reputation_reversals_pkey PRIMARY KEY (entry_id, reversal_id)
reputation_rules.reputation_rules_pkey PRIMARY KEY (code, version)
reputation_rules.reputation_rules_version_check CHECK ((version >= 1))
restrictions.restrictions_check CHECK ((ends_at > starts_at))
restrictions.restrictions_check1 CHECK (((kind = 'MUTE'::text) = (muted_right IS NOT NULL)))
restrictions.restrictions_decision_id_community_id_fkey FOREIGN KEY (decision_id, community_id) REFERENCES decisions(id, community_id)
restrictions.restrictions_decision_id_kind_key UNIQUE (decision_id, kind)
restrictions.restrictions_kind_check CHECK ((kind = ANY (ARRAY['MUTE'::text, 'HOLD'::text, 'SUSPENSION'::text, 'BAN'::text, 'WARNING'::text])))
restrictions.restrictions_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
restrictions.restrictions_muted_right_check CHECK ((muted_right = ANY (ARRAY['POSTING'::text, 'VOTING'::text, 'COMMENTING'::text, 'REPORTING'::text])))
restrictions.restrictions_pkey PRIMARY KEY (id)
review_items.review_items_author_id_community_id_fkey FOREIGN KEY (author_id, community_id) REFERENCES members(id, community_id)
review_items.review_items_check CHECK (((claimed_by IS NULL) = (claimed_until IS NULL)))
review_items.review_items_check1 CHECK (((state = 'DECIDED'::text) = (decided_at IS NOT NULL)))
review_items.review_items_claimed_by_fkey FOREIGN KEY (claimed_by) REFERENCES accounts(id)
review_items.review_items_comments_check CHECK ((comments >= 0))
review_items.review_items_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
review_items.review_items_id_community_id_key UNIQUE (id, community_id)
review_items.review_items_incident_check CHECK ((incident >= 1))
review_items.review_items_pkey PRIMARY KEY (id)
review_items.review_items_reach_check CHECK ((reach >= (1)::double precision))
review_items.review_items_report_weight_check CHECK ((report_weight >= (1)::double precision))
review_items.review_items_severity_check CHECK (((severity >= (1)::double precision) AND (severity <= (5)::double precision)))
review_items.review_items_state_check CHECK ((state = ANY (ARRAY['OPEN'::text, 'PROPOSED'::text, 'DECIDED'::text])))
review_items.review_items_subject_kind_check CHECK ((subject_kind = ANY (ARRAY['IDEA'::text, 'COMMENT'::text, 'CREATION'::text, 'CREATION_RESPONSE'::text, 'CIRCLE_POST'::text, 'MEMBER'::text, 'REPUTATION_ENTRY'::text, 'MERGE'::text, 'ENTRY'::text, 'APPLICATION'::text])))
review_items.review_items_subject_kind_subject_id_incident_key UNIQUE (subject_kind, subject_id, incident)
review_items.review_items_supporters_check CHECK ((supporters >= 0))
review_notes.review_notes_author_account_id_fkey FOREIGN KEY (author_account_id) REFERENCES accounts(id)
review_notes.review_notes_body_check CHECK (((length(body) >= 1) AND (length(body) <= 5000)))
review_notes.review_notes_item_id_fkey FOREIGN KEY (item_id) REFERENCES review_items(id)
review_notes.review_notes_pkey PRIMARY KEY (id)
reward_accounts.reward_account_full CHECK (((kind <> ALL (ARRAY['BUDGET'::text, 'MEMBER'::text])) OR (balance <= 2000000000)))
reward_accounts.reward_accounts_budget_id_community_id_fkey FOREIGN KEY (budget_id, community_id) REFERENCES reward_budgets(id, community_id)
reward_accounts.reward_accounts_check CHECK (((kind = 'BUDGET'::text) = (budget_id IS NOT NULL)))
reward_accounts.reward_accounts_check1 CHECK (((kind = 'MEMBER'::text) = (member_id IS NOT NULL)))
reward_accounts.reward_accounts_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
reward_accounts.reward_accounts_id_community_id_key UNIQUE (id, community_id)
reward_accounts.reward_accounts_kind_check CHECK ((kind = ANY (ARRAY['ISSUED'::text, 'BUDGET'::text, 'MEMBER'::text, 'SPENT'::text])))
reward_accounts.reward_accounts_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
reward_accounts.reward_accounts_one_each UNIQUE NULLS NOT DISTINCT (community_id, kind, budget_id, member_id, perk_id)
reward_accounts.reward_accounts_perk_id_community_id_fkey FOREIGN KEY (perk_id, community_id) REFERENCES perks(id, community_id)
reward_accounts.reward_accounts_pkey PRIMARY KEY (id)
reward_accounts.reward_budget_empty CHECK (((kind <> 'BUDGET'::text) OR (balance >= 0)))
reward_budgets.reward_budgets_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
reward_budgets.reward_budgets_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts(id)
reward_budgets.reward_budgets_id_community_id_key UNIQUE (id, community_id)
reward_budgets.reward_budgets_name_check CHECK (((length(name) >= 1) AND (length(name) <= 120)))
reward_budgets.reward_budgets_pkey PRIMARY KEY (id)
reward_postings.reward_postings_account_id_community_id_fkey FOREIGN KEY (account_id, community_id) REFERENCES reward_accounts(id, community_id)
reward_postings.reward_postings_amount_check CHECK ((amount <> 0))
reward_postings.reward_postings_pkey PRIMARY KEY (transfer_id, account_id)
reward_postings.reward_postings_transfer_id_community_id_fkey FOREIGN KEY (transfer_id, community_id) REFERENCES reward_transfers(id, community_id)
reward_transfers.reward_transfers_balance TRIGGER DEFERRABLE INITIALLY DEFERRED
reward_transfers.reward_transfers_check CHECK (((kind = ANY (ARRAY['PAYOUT'::text, 'REVERSAL'::text])) = (entry_id IS NOT NULL)))
reward_transfers.reward_transfers_check1 CHECK (((kind = 'PAYOUT'::text) = (generation IS NOT NULL)))
reward_transfers.reward_transfers_check2 CHECK (((kind = 'REVERSAL'::text) = (reverses IS NOT NULL)))
reward_transfers.reward_transfers_check3 CHECK (((kind <> ALL (ARRAY['REVERSAL'::text, 'WITHDRAW'::text])) OR (reason IS NOT NULL)))
reward_transfers.reward_transfers_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
reward_transfers.reward_transfers_generation_check CHECK ((generation >= 1))
reward_transfers.reward_transfers_id_community_id_key UNIQUE (id, community_id)
reward_transfers.reward_transfers_kind_check CHECK ((kind = ANY (ARRAY['FUND'::text, 'WITHDRAW'::text, 'PAYOUT'::text, 'REVERSAL'::text, 'PERK'::text, 'RETURN'::text])))
reward_transfers.reward_transfers_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts(id)
reward_transfers.reward_transfers_paid_once UNIQUE (entry_id, generation)
reward_transfers.reward_transfers_pkey PRIMARY KEY (id)
reward_transfers.reward_transfers_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
reward_transfers.reward_transfers_reverses_fkey FOREIGN KEY (reverses) REFERENCES reward_transfers(id)
reward_transfers.reward_transfers_reverses_key UNIQUE (reverses)
roadmap_places.roadmap_places_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
roadmap_places.roadmap_places_pkey PRIMARY KEY (idea_id)
roadmap_places.roadmap_places_stage_check CHECK (((stage >= 1) AND (stage <= 3)))
role_grants.role_grants_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
role_grants.role_grants_check CHECK ((revoked_at >= granted_at))
role_grants.role_grants_check1 CHECK (((revoked_by IS NULL) OR (revoked_at IS NOT NULL)))
role_grants.role_grants_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
role_grants.role_grants_granted_by_fkey FOREIGN KEY (granted_by) REFERENCES accounts(id)
role_grants.role_grants_pkey PRIMARY KEY (id)
role_grants.role_grants_revoked_by_fkey FOREIGN KEY (revoked_by) REFERENCES accounts(id)
role_grants.role_grants_role_check CHECK ((role = ANY (ARRAY['OWNER'::text, 'BRAND_MANAGER'::text, 'MODERATOR'::text])))
run_ruled_members.run_ruled_members_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id) ON DELETE CASCADE
run_ruled_members.run_ruled_members_member_id_fkey FOREIGN KEY (member_id) REFERENCES members(id)
run_ruled_members.run_ruled_members_pkey PRIMARY KEY (idea_id, member_id)
run_ruled_members.run_ruled_members_ruling_id_fkey FOREIGN KEY (ruling_id) REFERENCES run_rulings(id) ON DELETE CASCADE
run_rulings.run_rulings_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
run_rulings.run_rulings_pkey PRIMARY KEY (id)
run_rulings.run_rulings_reason_check CHECK (((length(reason) >= 1) AND (length(reason) <= 2000)))
run_rulings.run_rulings_ruled_by_fkey FOREIGN KEY (ruled_by) REFERENCES members(id)
rung_grants.rung_grants_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
rung_grants.rung_grants_pkey PRIMARY KEY (idea_id, "position")
rung_grants.rung_grants_position_check CHECK (("position" >= 1))
rung_grants.rung_grants_support_check CHECK ((support >= 1))
rungs.rungs_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
rungs.rungs_days_check CHECK (((days >= 1) AND (days <= 3650)))
rungs.rungs_pkey PRIMARY KEY (community_id, "position")
rungs.rungs_position_check CHECK ((("position" >= 1) AND ("position" <= 10)))
rungs.rungs_support_check CHECK (((support >= 1) AND (support <= 100000000)))
saved_filters.saved_filters_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id)
saved_filters.saved_filters_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
saved_filters.saved_filters_filter_check CHECK (((jsonb_typeof(filter) = 'object'::text) AND (length((filter)::text) <= 10000)))
saved_filters.saved_filters_name_check CHECK (((name ~ '\S'::text) AND (length(name) <= 60)))
saved_filters.saved_filters_pkey PRIMARY KEY (id)
saved_filters.saved_filters_view_check CHECK ((length(view) <= 500))
schedules.schedules_pkey PRIMARY KEY (name)
search_backlog.search_backlog_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id) ON DELETE CASCADE
search_backlog.search_backlog_pkey PRIMARY KEY (id)
search_words.search_words_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
search_words.search_words_ideas_check CHECK ((ideas >= 1))
search_words.search_words_pkey PRIMARY KEY (community_id, word)
search_words.search_words_word_check CHECK ((length(word) <= 40))
second_factor_rules.second_factor_rules_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id) ON DELETE CASCADE
second_factor_rules.second_factor_rules_grace_days_check CHECK (((grace_days >= 0) AND (grace_days <= 90)))
second_factor_rules.second_factor_rules_pkey PRIMARY KEY (community_id)
sessions.sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
sessions.sessions_pkey PRIMARY KEY (id)
sessions.sessions_token_hash_check CHECK ((length(token_hash) = 32))
sessions.sessions_user_agent_check CHECK ((length(user_agent) <= 300))
setup_tokens.setup_tokens_pkey PRIMARY KEY (token_hash)
setup_tokens.setup_tokens_token_hash_check CHECK ((length(token_hash) = 32))
site_feed_items.site_feed_items_feed_id_community_id_fkey FOREIGN KEY (feed_id, community_id) REFERENCES site_feeds(id, community_id) ON DELETE CASCADE
site_feed_items.site_feed_items_feed_id_name_hash_key UNIQUE (feed_id, name_hash)
site_feed_items.site_feed_items_name_hash_check CHECK ((length(name_hash) = 32))
site_feed_items.site_feed_items_pkey PRIMARY KEY (id)
site_feed_items.site_feed_items_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
site_feed_items.site_feed_items_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000)))
site_feeds.site_feeds_failures_check CHECK ((failures >= 0))
site_feeds.site_feeds_id_community_id_key UNIQUE (id, community_id)
site_feeds.site_feeds_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
site_feeds.site_feeds_one_each UNIQUE (member_id, url)
site_feeds.site_feeds_pkey PRIMARY KEY (id)
site_feeds.site_feeds_problem_check CHECK ((problem = ANY (ARRAY['UNREACHABLE'::text, 'NO_FEED'::text, 'NOT_YOURS'::text, 'TERM_ENDED'::text])))
site_feeds.site_feeds_title_check CHECK (((length(title) >= 1) AND (length(title) <= 300)))
site_feeds.site_feeds_url_check CHECK (((length(url) >= 1) AND (length(url) <= 2000)))
staff_invitations.staff_invitations_check CHECK ((expires_at > invited_at))
staff_invitations.staff_invitations_check1 CHECK ((ended_at >= invited_at))
staff_invitations.staff_invitations_check2 CHECK (((ended_at IS NULL) = (ending IS NULL)))
staff_invitations.staff_invitations_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
staff_invitations.staff_invitations_email_check CHECK (((length((email)::text) >= 3) AND (length((email)::text) <= 254)))
staff_invitations.staff_invitations_ending_check CHECK ((ending = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'REVOKED'::text])))
staff_invitations.staff_invitations_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES accounts(id) ON DELETE SET NULL
staff_invitations.staff_invitations_pkey PRIMARY KEY (id)
staff_invitations.staff_invitations_role_check CHECK ((role = ANY (ARRAY['OWNER'::text, 'BRAND_MANAGER'::text, 'MODERATOR'::text])))
staff_invitations.staff_invitations_token_hashes_check CHECK ((cardinality(token_hashes) <= 3))
survey_answers.survey_answers_check CHECK (((price IS NULL) = (currency IS NULL)))
survey_answers.survey_answers_currency_check CHECK ((currency ~ '^[A-Z]{3}$'::text))
survey_answers.survey_answers_for_whom_check CHECK (((length(for_whom) >= 1) AND (length(for_whom) <= 200)))
survey_answers.survey_answers_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
survey_answers.survey_answers_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
survey_answers.survey_answers_pkey PRIMARY KEY (idea_id, member_id)
survey_answers.survey_answers_price_check CHECK ((price >= (0)::numeric))
survey_answers.survey_answers_would_buy_check CHECK ((would_buy = ANY (ARRAY['YES'::text, 'MAYBE'::text, 'NO'::text])))
term_revocations.term_revocations_check CHECK ((((overturned_at IS NULL) = (overturned_by IS NULL)) AND ((overturned_at IS NULL) = (overturned_because IS NULL))))
term_revocations.term_revocations_clause_check CHECK (((length(clause) >= 1) AND (length(clause) <= 2000)))
term_revocations.term_revocations_facts_check CHECK (((length(facts) >= 1) AND (length(facts) <= 10000)))
term_revocations.term_revocations_overturned_because_check CHECK (((length(overturned_because) >= 1) AND (length(overturned_because) <= 10000)))
term_revocations.term_revocations_overturned_by_fkey FOREIGN KEY (overturned_by) REFERENCES accounts(id)
term_revocations.term_revocations_passage_check CHECK (((length(passage) >= 1) AND (length(passage) <= 10000)))
term_revocations.term_revocations_pkey PRIMARY KEY (id)
term_revocations.term_revocations_revoked_by_community_id_fkey FOREIGN KEY (revoked_by, community_id) REFERENCES members(id, community_id)
term_revocations.term_revocations_term_id_community_id_fkey FOREIGN KEY (term_id, community_id) REFERENCES terms(id, community_id)
terms.terms_agreement_id_agreement_hash_fkey FOREIGN KEY (agreement_id, agreement_hash) REFERENCES agreements(id, hash)
terms.terms_agreement_id_community_id_fkey FOREIGN KEY (agreement_id, community_id) REFERENCES agreements(id, community_id)
terms.terms_application_id_community_id_fkey FOREIGN KEY (application_id, community_id) REFERENCES applications(id, community_id)
terms.terms_check CHECK (((state = ANY (ARRAY['OFFERED'::text, 'LAPSED'::text])) = (accepted_at IS NULL)))
terms.terms_check1 CHECK ((((accepted_at IS NULL) = (agreement_id IS NULL)) AND ((accepted_at IS NULL) = (agreement_hash IS NULL))))
terms.terms_check2 CHECK ((((accepted_at IS NULL) = (starts_at IS NULL)) AND ((accepted_at IS NULL) = (ends_at IS NULL))))
terms.terms_check3 CHECK (((state = ANY (ARRAY['OFFERED'::text, 'ACTIVE'::text])) = (ended_at IS NULL)))
terms.terms_check4 CHECK ((starts_at < ends_at))
terms.terms_check5 CHECK (((renewal_months IS NULL) = ((renewal_by_brand_at IS NULL) AND (renewal_by_member_at IS NULL))))
terms.terms_community_id_fkey FOREIGN KEY (community_id) REFERENCES communities(id)
terms.terms_id_community_id_key UNIQUE (id, community_id)
terms.terms_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
terms.terms_months_check CHECK (((months >= 1) AND (months <= 60)))
terms.terms_pkey PRIMARY KEY (id)
terms.terms_receives_check CHECK ((length(receives) <= 2000))
terms.terms_renewal_months_check CHECK (((renewal_months >= 1) AND (renewal_months <= 60)))
terms.terms_state_check CHECK ((state = ANY (ARRAY['OFFERED'::text, 'ACTIVE'::text, 'ENDED'::text, 'RESIGNED'::text, 'REVOKED'::text, 'LAPSED'::text])))
totp_secrets.totp_secrets_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE
totp_secrets.totp_secrets_check CHECK (((sealed IS NULL) = (since IS NULL)))
totp_secrets.totp_secrets_check1 CHECK (((pending IS NULL) = (pending_until IS NULL)))
totp_secrets.totp_secrets_pkey PRIMARY KEY (account_id)
tracking_days.tracking_days_link_id_fkey FOREIGN KEY (link_id) REFERENCES tracking_links(id)
tracking_days.tracking_days_pkey PRIMARY KEY (link_id, day)
tracking_days.tracking_days_robots_check CHECK ((robots >= 0))
tracking_days.tracking_days_visitors_check CHECK ((visitors >= 0))
tracking_links.tracking_links_channel_check CHECK (((length(channel) >= 1) AND (length(channel) <= 80)))
tracking_links.tracking_links_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
tracking_links.tracking_links_mission_id_community_id_fkey FOREIGN KEY (mission_id, community_id) REFERENCES missions(id, community_id)
tracking_links.tracking_links_one_each UNIQUE (mission_id, member_id, channel)
tracking_links.tracking_links_pkey PRIMARY KEY (id)
tracking_links.tracking_links_token UNIQUE (token)
tracking_links.tracking_links_token_check CHECK ((token ~ '^[A-Za-z0-9_-]{12}$'::text))
tracking_salts.tracking_salts_pkey PRIMARY KEY (day)
tracking_salts.tracking_salts_salt_check CHECK ((length(salt) = 32))
tracking_seen.tracking_seen_link_id_fkey FOREIGN KEY (link_id) REFERENCES tracking_links(id)
tracking_seen.tracking_seen_network_check CHECK ((length(network) = 16))
tracking_seen.tracking_seen_pkey PRIMARY KEY (day, link_id, visitor)
tracking_seen.tracking_seen_visitor_check CHECK ((length(visitor) = 16))
tracking_targets.tracking_targets_mission_id_community_id_fkey FOREIGN KEY (mission_id, community_id) REFERENCES missions(id, community_id)
tracking_targets.tracking_targets_pkey PRIMARY KEY (mission_id)
tracking_targets.tracking_targets_url_check CHECK (((url ~ '^https?://'::text) AND (length(url) <= 2000)))
vote_quarantines.vote_quarantines_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
vote_quarantines.vote_quarantines_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
vote_quarantines.vote_quarantines_pkey PRIMARY KEY (idea_id, member_id)
vote_suspicions.vote_suspicions_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id) ON DELETE CASCADE
vote_suspicions.vote_suspicions_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
vote_suspicions.vote_suspicions_pkey PRIMARY KEY (idea_id, member_id)
vote_suspicions.vote_suspicions_run_idea_id_fkey FOREIGN KEY (run_idea_id) REFERENCES ideas(id) ON DELETE CASCADE
vote_tallies.vote_tallies_check CHECK (((verified + quarantined) <= raw))
vote_tallies.vote_tallies_check1 CHECK (((heat IS NULL) = (verified = 0)))
vote_tallies.vote_tallies_idea_id_fkey FOREIGN KEY (idea_id) REFERENCES ideas(id)
vote_tallies.vote_tallies_pkey PRIMARY KEY (idea_id, shard)
vote_tallies.vote_tallies_quarantined_check CHECK ((quarantined >= 0))
vote_tallies.vote_tallies_raw_check CHECK ((raw >= 0))
vote_tallies.vote_tallies_shard_check CHECK (((shard >= 0) AND (shard <= 15)))
vote_tallies.vote_tallies_verified_check CHECK ((verified >= 0))
vote_unions.vote_unions_check CHECK (((verified + quarantined) <= raw))
vote_unions.vote_unions_check1 CHECK (((heat IS NULL) = (verified = 0)))
vote_unions.vote_unions_pkey PRIMARY KEY (root_id, shard)
vote_unions.vote_unions_quarantined_check CHECK ((quarantined >= 0))
vote_unions.vote_unions_raw_check CHECK ((raw >= 0))
vote_unions.vote_unions_root_id_fkey FOREIGN KEY (root_id) REFERENCES ideas(id)
vote_unions.vote_unions_shard_check CHECK (((shard >= 0) AND (shard <= 15)))
vote_unions.vote_unions_verified_check CHECK ((verified >= 0))
votes.votes_idea_id_community_id_fkey FOREIGN KEY (idea_id, community_id) REFERENCES ideas(id, community_id)
votes.votes_idea_version_check CHECK ((idea_version >= 1))
votes.votes_member_id_community_id_fkey FOREIGN KEY (member_id, community_id) REFERENCES members(id, community_id)
votes.votes_pkey PRIMARY KEY (idea_id, member_id)
votes.votes_standing_check CHECK ((standing = ANY (ARRAY['VERIFIED'::text, 'UNVERIFIED'::text, 'QUARANTINED'::text])))

-- Indexes
CREATE UNIQUE INDEX "PK_8c82d7f526340ab734260ea46be" ON public.migrations USING btree (id)
CREATE INDEX account_codes_by_account ON public.account_codes USING btree (account_id, purpose)
CREATE INDEX account_codes_by_expiry ON public.account_codes USING btree (expires_at)
CREATE INDEX account_codes_by_hash ON public.account_codes USING btree (code_hash) WHERE (purpose = 'RESET_PASSWORD'::text)
CREATE UNIQUE INDEX account_codes_pkey ON public.account_codes USING btree (id)
CREATE INDEX account_deletions_due ON public.account_deletions USING btree (due_at) WHERE (begun_at IS NULL)
CREATE UNIQUE INDEX account_deletions_pkey ON public.account_deletions USING btree (account_id)
CREATE INDEX accounts_by_email ON public.accounts USING btree (email, created_at)
CREATE UNIQUE INDEX accounts_confirmed_email ON public.accounts USING btree (email) WHERE (email_confirmed_at IS NOT NULL)
CREATE INDEX accounts_for_tests ON public.accounts USING btree (test_until) WHERE (test_until IS NOT NULL)
CREATE INDEX accounts_operators ON public.accounts USING btree (id) WHERE is_operator
CREATE UNIQUE INDEX accounts_pkey ON public.accounts USING btree (id)
CREATE INDEX agreements_by_author ON public.agreements USING btree (written_by) WHERE (written_by IS NOT NULL)
CREATE UNIQUE INDEX agreements_id_community_id_key ON public.agreements USING btree (id, community_id)
CREATE UNIQUE INDEX agreements_id_hash_key ON public.agreements USING btree (id, hash)
CREATE UNIQUE INDEX agreements_pkey ON public.agreements USING btree (id)
CREATE UNIQUE INDEX agreements_version_key ON public.agreements USING btree (community_id, version, locale)
CREATE INDEX ambassador_appeals_by_decider ON public.ambassador_appeals USING btree (decided_by) WHERE (decided_by IS NOT NULL)
CREATE INDEX ambassador_appeals_by_member ON public.ambassador_appeals USING btree (member_id)
CREATE INDEX ambassador_appeals_decided ON public.ambassador_appeals USING btree (community_id, decided_at DESC, id DESC) WHERE (decided_at IS NOT NULL)
CREATE UNIQUE INDEX ambassador_appeals_id_community_id_key ON public.ambassador_appeals USING btree (id, community_id)
CREATE UNIQUE INDEX ambassador_appeals_once ON public.ambassador_appeals USING btree (subject, subject_id, against)
CREATE INDEX ambassador_appeals_open ON public.ambassador_appeals USING btree (community_id, opened_at, id) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX ambassador_appeals_pkey ON public.ambassador_appeals USING btree (id)
CREATE INDEX api_tokens_newest ON public.api_tokens USING btree (community_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX api_tokens_pkey ON public.api_tokens USING btree (id)
CREATE UNIQUE INDEX api_tokens_token_hash_key ON public.api_tokens USING btree (token_hash)
CREATE INDEX appeal_messages_by_appeal ON public.appeal_messages USING btree (appeal_id, written_at, id)
CREATE UNIQUE INDEX appeal_messages_pkey ON public.appeal_messages USING btree (id)
CREATE INDEX appeals_by_appellant ON public.appeals USING btree (appellant_id)
CREATE INDEX appeals_by_item ON public.appeals USING btree (item_id)
CREATE UNIQUE INDEX appeals_id_community_id_key ON public.appeals USING btree (id, community_id)
CREATE UNIQUE INDEX appeals_item_id_appellant_id_round_key ON public.appeals USING btree (item_id, appellant_id, round)
CREATE UNIQUE INDEX appeals_one_open ON public.appeals USING btree (decision_id, appellant_id) WHERE (state = 'OPEN'::text)
CREATE UNIQUE INDEX appeals_pkey ON public.appeals USING btree (id)
CREATE INDEX appeals_waiting ON public.appeals USING btree (community_id, due_at, id) WHERE (state = 'OPEN'::text)
CREATE UNIQUE INDEX application_answers_pkey ON public.application_answers USING btree (application_id, question_id)
CREATE INDEX application_conflicts_by_reviewer ON public.application_conflicts USING btree (reviewer_id)
CREATE UNIQUE INDEX application_conflicts_pkey ON public.application_conflicts USING btree (application_id, reviewer_id)
CREATE INDEX application_decisions_by ON public.application_decisions USING btree (decided_by) WHERE (decided_by IS NOT NULL)
CREATE UNIQUE INDEX application_decisions_id_application_id_key ON public.application_decisions USING btree (id, application_id)
CREATE INDEX application_decisions_of ON public.application_decisions USING btree (application_id, decided_at, id)
CREATE UNIQUE INDEX application_decisions_pkey ON public.application_decisions USING btree (id)
CREATE UNIQUE INDEX application_decisions_reverses_key ON public.application_decisions USING btree (reverses)
CREATE INDEX application_nominations_by_circle ON public.application_nominations USING btree (circle_id)
CREATE INDEX application_nominations_by_member ON public.application_nominations USING btree (nominated_by)
CREATE UNIQUE INDEX application_nominations_pkey ON public.application_nominations USING btree (application_id, circle_id)
CREATE UNIQUE INDEX application_reviews_asked_pkey ON public.application_reviews_asked USING btree (decision_id)
CREATE INDEX application_reviews_of ON public.application_reviews_asked USING btree (application_id)
CREATE INDEX application_reviews_open ON public.application_reviews_asked USING btree (community_id, asked_at) WHERE (outcome IS NULL)
CREATE INDEX application_scores_by_reviewer ON public.application_scores USING btree (reviewer_id)
CREATE UNIQUE INDEX application_scores_pkey ON public.application_scores USING btree (application_id, reviewer_id, criterion)
CREATE INDEX application_votes_by_member ON public.application_votes USING btree (member_id)
CREATE UNIQUE INDEX application_votes_pkey ON public.application_votes USING btree (application_id, member_id)
CREATE INDEX applications_by_member ON public.applications USING btree (member_id, started_at DESC, id DESC)
CREATE INDEX applications_by_points ON public.applications USING btree (call_id, (((- COALESCE(panel_points, ('-1'::integer)::numeric)))::double precision), submitted_at, id) WHERE (state <> ALL (ARRAY['DRAFT'::text, 'WITHDRAWN'::text]))
CREATE INDEX applications_by_votes ON public.applications USING btree (call_id, (((- verified_votes))::double precision), submitted_at, id) WHERE (state <> ALL (ARRAY['DRAFT'::text, 'WITHDRAWN'::text]))
CREATE UNIQUE INDEX applications_id_call_id_key ON public.applications USING btree (id, call_id)
CREATE UNIQUE INDEX applications_id_community_id_key ON public.applications USING btree (id, community_id)
CREATE UNIQUE INDEX applications_once ON public.applications USING btree (call_id, member_id)
CREATE UNIQUE INDEX applications_pkey ON public.applications USING btree (id)
CREATE INDEX applications_submitted ON public.applications USING btree (call_id, submitted_at, id) WHERE (state <> ALL (ARRAY['DRAFT'::text, 'WITHDRAWN'::text]))
CREATE INDEX applications_undecided ON public.applications USING btree (call_id) WHERE (state = 'SUBMITTED'::text)
CREATE UNIQUE INDEX applications_waiting_place ON public.applications USING btree (call_id, waiting_place) WHERE (state = 'WAITING'::text)
CREATE INDEX avatar_removals_by_digest ON public.avatar_removals USING btree (community_id, source_digest) WHERE (source_digest IS NOT NULL)
CREATE INDEX avatar_removals_by_member ON public.avatar_removals USING btree (member_id, removed_at DESC)
CREATE INDEX avatar_removals_by_picture ON public.avatar_removals USING btree (picture_id) WHERE (picture_id IS NOT NULL)
CREATE INDEX avatar_removals_kept ON public.avatar_removals USING btree (removed_at) WHERE (picture_id IS NOT NULL)
CREATE UNIQUE INDEX avatar_removals_pkey ON public.avatar_removals USING btree (id)
CREATE INDEX call_changes_of ON public.call_changes USING btree (call_id, changed_at)
CREATE UNIQUE INDEX call_changes_pkey ON public.call_changes USING btree (id)
CREATE UNIQUE INDEX call_criteria_pkey ON public.call_criteria USING btree (call_id, "position")
CREATE UNIQUE INDEX call_questions_call_id_position_key ON public.call_questions USING btree (call_id, "position")
CREATE UNIQUE INDEX call_questions_id_call_id_key ON public.call_questions USING btree (id, call_id)
CREATE UNIQUE INDEX call_questions_pkey ON public.call_questions USING btree (id)
CREATE INDEX call_reviewers_by_member ON public.call_reviewers USING btree (member_id)
CREATE UNIQUE INDEX call_reviewers_pkey ON public.call_reviewers USING btree (call_id, member_id)
CREATE INDEX call_views_by_member ON public.call_views USING btree (member_id)
CREATE UNIQUE INDEX call_views_pkey ON public.call_views USING btree (call_id, member_id)
CREATE INDEX calls_by_author ON public.calls USING btree (created_by)
CREATE UNIQUE INDEX calls_id_community_id_key ON public.calls USING btree (id, community_id)
CREATE INDEX calls_newest ON public.calls USING btree (community_id, opens_at DESC, id DESC)
CREATE UNIQUE INDEX calls_pkey ON public.calls USING btree (id)
CREATE INDEX calls_to_close ON public.calls USING btree (LEAST(closes_at, closed_early_at)) WHERE ((published_at IS NOT NULL) AND (closed_told_at IS NULL))
CREATE INDEX calls_to_open ON public.calls USING btree (opens_at) WHERE ((published_at IS NOT NULL) AND (opened_told_at IS NULL))
CREATE UNIQUE INDEX categories_id_community_id_key ON public.categories USING btree (id, community_id)
CREATE UNIQUE INDEX categories_pkey ON public.categories USING btree (id)
CREATE UNIQUE INDEX categories_slug_key ON public.categories USING btree (community_id, slug)
CREATE INDEX circle_ballots_by_voter ON public.circle_ballots USING btree (circle_id, voter_id)
CREATE INDEX circle_ballots_for ON public.circle_ballots USING btree (election_id, candidate_id)
CREATE UNIQUE INDEX circle_ballots_pkey ON public.circle_ballots USING btree (election_id, voter_id)
CREATE INDEX circle_candidates_by_member ON public.circle_candidates USING btree (member_id)
CREATE UNIQUE INDEX circle_candidates_pkey ON public.circle_candidates USING btree (election_id, member_id)
CREATE UNIQUE INDEX circle_election_calls_pkey ON public.circle_election_calls USING btree (circle_id, member_id)
CREATE INDEX circle_elections_due ON public.circle_elections USING btree (closes_at) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX circle_elections_id_circle_id_community_id_key ON public.circle_elections USING btree (id, circle_id, community_id)
CREATE INDEX circle_elections_newest ON public.circle_elections USING btree (circle_id, started_at DESC, id DESC)
CREATE UNIQUE INDEX circle_elections_one_running ON public.circle_elections USING btree (circle_id) WHERE (closed_at IS NULL)
CREATE UNIQUE INDEX circle_elections_pkey ON public.circle_elections USING btree (id)
CREATE INDEX circle_members_by_member ON public.circle_members USING btree (member_id, joined_at DESC, circle_id DESC)
CREATE INDEX circle_members_oldest ON public.circle_members USING btree (circle_id, joined_at, member_id)
CREATE UNIQUE INDEX circle_members_pkey ON public.circle_members USING btree (circle_id, member_id)
CREATE INDEX circle_posts_by_author ON public.circle_posts USING btree (author_id, created_at DESC) WHERE (author_id IS NOT NULL)
CREATE INDEX circle_posts_feed ON public.circle_posts USING btree (circle_id, created_at DESC, id DESC) WHERE (parent_id IS NULL)
CREATE UNIQUE INDEX circle_posts_id_circle_id_thread_id_key ON public.circle_posts USING btree (id, circle_id, thread_id)
CREATE UNIQUE INDEX circle_posts_id_community_id_key ON public.circle_posts USING btree (id, community_id)
CREATE INDEX circle_posts_of_idea ON public.circle_posts USING btree (idea_id) WHERE (idea_id IS NOT NULL)
CREATE UNIQUE INDEX circle_posts_one_share ON public.circle_posts USING btree (circle_id, idea_id) WHERE (idea_id IS NOT NULL)
CREATE UNIQUE INDEX circle_posts_pkey ON public.circle_posts USING btree (id)
CREATE INDEX circle_posts_replies ON public.circle_posts USING btree (parent_id, created_at, id) WHERE (parent_id IS NOT NULL)
CREATE INDEX circle_removals_by_member ON public.circle_removals USING btree (member_id)
CREATE UNIQUE INDEX circle_removals_pkey ON public.circle_removals USING btree (circle_id, member_id)
CREATE INDEX circle_requests_by_member ON public.circle_requests USING btree (member_id, circle_id, decided_at)
CREATE UNIQUE INDEX circle_requests_one_open ON public.circle_requests USING btree (circle_id, member_id) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX circle_requests_pkey ON public.circle_requests USING btree (id)
CREATE INDEX circle_requests_waiting ON public.circle_requests USING btree (circle_id, requested_at, id) WHERE (decided_at IS NULL)
CREATE INDEX circles_by_founder ON public.circles USING btree (founder_id)
CREATE INDEX circles_by_name ON public.circles USING btree (community_id, plain_text(name), id)
CREATE UNIQUE INDEX circles_id_community_id_key ON public.circles USING btree (id, community_id)
CREATE INDEX circles_largest ON public.circles USING btree (community_id, member_count DESC, created_at DESC, id DESC)
CREATE UNIQUE INDEX circles_name_key ON public.circles USING btree (community_id, plain_text(name))
CREATE INDEX circles_newest ON public.circles USING btree (community_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX circles_pkey ON public.circles USING btree (id)
CREATE UNIQUE INDEX circles_skeleton_key ON public.circles USING btree (community_id, skeleton)
CREATE UNIQUE INDEX circles_slug_key ON public.circles USING btree (community_id, slug)
CREATE UNIQUE INDEX comment_tallies_pkey ON public.comment_tallies USING btree (idea_id)
CREATE UNIQUE INDEX comment_versions_pkey ON public.comment_versions USING btree (comment_id, number)
CREATE INDEX comments_by_author ON public.comments USING btree (author_id, created_at DESC, id DESC) WHERE (author_id IS NOT NULL)
CREATE UNIQUE INDEX comments_community_id_source_key_key ON public.comments USING btree (community_id, source_key)
CREATE UNIQUE INDEX comments_id_community_id_key ON public.comments USING btree (id, community_id)
CREATE UNIQUE INDEX comments_id_idea_id_thread_id_key ON public.comments USING btree (id, idea_id, thread_id)
CREATE INDEX comments_of_idea ON public.comments USING btree (idea_id, created_at, id) WHERE (parent_id IS NULL)
CREATE INDEX comments_of_idea_helpful ON public.comments USING btree (idea_id, helpful_count DESC, created_at DESC, id DESC) WHERE (parent_id IS NULL)
CREATE UNIQUE INDEX comments_pkey ON public.comments USING btree (id)
CREATE INDEX comments_replies ON public.comments USING btree (parent_id, created_at, id) WHERE (parent_id IS NOT NULL)
CREATE INDEX comments_writers ON public.comments USING btree (idea_id, author_id) WHERE (author_id IS NOT NULL)
CREATE INDEX communities_by_name ON public.communities USING btree (plain_text(name), id)
CREATE UNIQUE INDEX communities_pkey ON public.communities USING btree (id)
CREATE UNIQUE INDEX communities_slug_key ON public.communities USING btree (slug)
CREATE UNIQUE INDEX community_intake_pkey ON public.community_intake USING btree (community_id)
CREATE UNIQUE INDEX community_rules_in_force ON public.community_rules USING btree (community_id, number) WHERE (until IS NULL)
CREATE UNIQUE INDEX community_rules_pkey ON public.community_rules USING btree (community_id, number, version)
CREATE UNIQUE INDEX community_terms_pkey ON public.community_terms USING btree (community_id, version)
CREATE INDEX content_labels_of_subject ON public.content_labels USING btree (subject_id) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX content_labels_pkey ON public.content_labels USING btree (decision_id)
CREATE INDEX creation_appreciations_by_member ON public.creation_appreciations USING btree (member_id, appreciated_at DESC)
CREATE UNIQUE INDEX creation_appreciations_pkey ON public.creation_appreciations USING btree (creation_id, member_id)
CREATE INDEX creation_ideas_by_idea ON public.creation_ideas USING btree (idea_id, creation_id DESC)
CREATE UNIQUE INDEX creation_ideas_creation_id_idea_id_key ON public.creation_ideas USING btree (creation_id, idea_id)
CREATE UNIQUE INDEX creation_ideas_pkey ON public.creation_ideas USING btree (creation_id, "position")
CREATE INDEX creation_pictures_by_picture ON public.creation_pictures USING btree (picture_id)
CREATE UNIQUE INDEX creation_pictures_creation_id_picture_id_key ON public.creation_pictures USING btree (creation_id, picture_id)
CREATE UNIQUE INDEX creation_pictures_pkey ON public.creation_pictures USING btree (creation_id, "position")
CREATE INDEX creation_responses_answered ON public.creation_responses USING btree (reply_to_id) WHERE (reply_to_id IS NOT NULL)
CREATE INDEX creation_responses_by_author ON public.creation_responses USING btree (author_id, created_at DESC, id DESC) WHERE (author_id IS NOT NULL)
CREATE UNIQUE INDEX creation_responses_id_community_id_key ON public.creation_responses USING btree (id, community_id)
CREATE UNIQUE INDEX creation_responses_id_creation_id_thread_id_key ON public.creation_responses USING btree (id, creation_id, thread_id)
CREATE INDEX creation_responses_of_creation ON public.creation_responses USING btree (creation_id, created_at, id) WHERE (parent_id IS NULL)
CREATE UNIQUE INDEX creation_responses_pkey ON public.creation_responses USING btree (id)
CREATE INDEX creation_responses_replies ON public.creation_responses USING btree (parent_id, created_at, id) WHERE (parent_id IS NOT NULL)
CREATE INDEX creations_by_author ON public.creations USING btree (author_id, created_at DESC, id DESC) WHERE (author_id IS NOT NULL)
CREATE UNIQUE INDEX creations_id_author_id_key ON public.creations USING btree (id, author_id)
CREATE UNIQUE INDEX creations_id_community_id_key ON public.creations USING btree (id, community_id)
CREATE UNIQUE INDEX creations_id_community_id_root_id_depth_key ON public.creations USING btree (id, community_id, root_id, depth)
CREATE INDEX creations_most_appreciated ON public.creations USING btree (community_id, appreciation_count DESC, created_at DESC, id DESC) WHERE (withdrawn_at IS NULL)
CREATE INDEX creations_most_remixed ON public.creations USING btree (community_id, remix_count DESC, created_at DESC, id DESC) WHERE (withdrawn_at IS NULL)
CREATE INDEX creations_newest ON public.creations USING btree (community_id, created_at DESC, id DESC) WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX creations_pkey ON public.creations USING btree (id)
CREATE INDEX creations_remixes ON public.creations USING btree (parent_id, created_at DESC, id DESC) WHERE (parent_id IS NOT NULL)
CREATE INDEX credits_by_idea ON public.credits USING btree (idea_id, given_at, id)
CREATE INDEX credits_by_member ON public.credits USING btree (member_id, given_at DESC, id DESC) WHERE (member_id IS NOT NULL)
CREATE UNIQUE INDEX credits_once ON public.credits USING btree (idea_id, source_id, member_id) NULLS NOT DISTINCT WHERE (withdrawn_at IS NULL)
CREATE UNIQUE INDEX credits_pkey ON public.credits USING btree (id)
CREATE INDEX decisions_by_affected ON public.decisions USING btree (affected_id, decided_at DESC, id DESC) WHERE (affected_id IS NOT NULL)
CREATE INDEX decisions_by_community ON public.decisions USING btree (community_id, decided_at DESC, id DESC)
CREATE INDEX decisions_by_item ON public.decisions USING btree (item_id, decided_at, id)
CREATE INDEX decisions_holding_for ON public.decisions USING btree (holds_for) WHERE (holds_for IS NOT NULL)
CREATE UNIQUE INDEX decisions_id_community_id_key ON public.decisions USING btree (id, community_id)
CREATE UNIQUE INDEX decisions_pkey ON public.decisions USING btree (id)
CREATE INDEX decisions_to_end ON public.decisions USING btree (ends_at) WHERE ((state = 'IN_FORCE'::text) AND (ends_at IS NOT NULL))
CREATE INDEX deliveries_due ON public.deliveries USING btree (handler, run_at, sequence)
CREATE UNIQUE INDEX deliveries_pkey ON public.deliveries USING btree (event_id, handler)
CREATE UNIQUE INDEX deployment_pkey ON public.deployment USING btree (single)
CREATE UNIQUE INDEX development_mails_message_id_key ON public.development_mails USING btree (message_id)
CREATE INDEX development_mails_newest ON public.development_mails USING btree (at DESC, id DESC)
CREATE UNIQUE INDEX development_mails_pkey ON public.development_mails USING btree (id)
CREATE UNIQUE INDEX duplicate_backlog_pkey ON public.duplicate_backlog USING btree (id)
CREATE INDEX duplicate_suggestions_best ON public.duplicate_suggestions USING btree (community_id, score DESC, idea_id DESC, other_id DESC) WHERE (dismissed_at IS NULL)
CREATE INDEX duplicate_suggestions_by_other ON public.duplicate_suggestions USING btree (other_id)
CREATE UNIQUE INDEX duplicate_suggestions_pkey ON public.duplicate_suggestions USING btree (idea_id, other_id)
CREATE INDEX entries_by_member ON public.entries USING btree (member_id, created_at DESC, id DESC)
CREATE INDEX entries_by_term ON public.entries USING btree (term_id)
CREATE UNIQUE INDEX entries_id_community_id_key ON public.entries USING btree (id, community_id)
CREATE UNIQUE INDEX entries_id_member_id_key ON public.entries USING btree (id, member_id)
CREATE INDEX entries_in_rally ON public.entries USING btree (mission_id, first_submitted_at) WHERE (first_submitted_at IS NOT NULL)
CREATE INDEX entries_of_mission ON public.entries USING btree (mission_id, published_at DESC, id DESC) WHERE (state = 'ACCEPTED'::text)
CREATE UNIQUE INDEX entries_one_that_stands ON public.entries USING btree (mission_id, member_id) WHERE (state <> 'WITHDRAWN'::text)
CREATE UNIQUE INDEX entries_pkey ON public.entries USING btree (id)
CREATE INDEX entries_published ON public.entries USING btree (community_id, published_at DESC, id DESC) WHERE (state = 'ACCEPTED'::text)
CREATE INDEX entries_to_review ON public.entries USING btree (community_id, state, submitted_at, id) WHERE (state <> ALL (ARRAY['DRAFT'::text, 'WITHDRAWN'::text]))
CREATE INDEX entry_checks_of_evidence ON public.entry_checks USING btree (evidence_id, checked_at DESC, id DESC)
CREATE UNIQUE INDEX entry_checks_pkey ON public.entry_checks USING btree (id)
CREATE INDEX entry_evidence_by_picture ON public.entry_evidence USING btree (picture_id) WHERE (picture_id IS NOT NULL)
CREATE INDEX entry_evidence_due ON public.entry_evidence USING btree (next_check_at) WHERE (next_check_at IS NOT NULL)
CREATE UNIQUE INDEX entry_evidence_entry_id_revision_position_key ON public.entry_evidence USING btree (entry_id, revision, "position")
CREATE UNIQUE INDEX entry_evidence_pkey ON public.entry_evidence USING btree (id)
CREATE INDEX entry_reviews_by ON public.entry_reviews USING btree (reviewed_by) WHERE (reviewed_by IS NOT NULL)
CREATE INDEX entry_reviews_of_entry ON public.entry_reviews USING btree (entry_id, reviewed_at, id)
CREATE UNIQUE INDEX entry_reviews_pkey ON public.entry_reviews USING btree (id)
CREATE INDEX events_by_subject ON public.events USING btree (subject_id, sequence) WHERE (subject_id IS NOT NULL)
CREATE INDEX events_in_order ON public.events USING btree (xid, sequence)
CREATE INDEX events_of_suspicion ON public.events USING btree (subject_id, occurred_at DESC, id DESC) WHERE (type = ANY (ARRAY['votes.setAside'::text, 'votes.released'::text, 'votes.ruled'::text]))
CREATE INDEX events_passing ON public.events USING btree (occurred_at) WHERE passing
CREATE UNIQUE INDEX events_pkey ON public.events USING btree (id)
CREATE INDEX events_staff_acts ON public.events USING btree (community_id, occurred_at DESC, id DESC) WHERE staff_act
CREATE INDEX evidence_by_account ON public.evidence USING btree (account_id, obtained_at)
CREATE INDEX evidence_by_attestor ON public.evidence USING btree (community_id, attested_by) WHERE (attested_by IS NOT NULL)
CREATE INDEX evidence_by_expiry ON public.evidence USING btree (expires_at) WHERE ((ended_at IS NULL) AND (expires_at IS NOT NULL))
CREATE INDEX evidence_pages_by_site ON public.evidence_pages USING btree (site) WHERE (next_check_at IS NOT NULL)
CREATE INDEX evidence_pages_due ON public.evidence_pages USING btree (next_check_at) WHERE (next_check_at IS NOT NULL)
CREATE UNIQUE INDEX evidence_pages_pkey ON public.evidence_pages USING btree (evidence_id)
CREATE UNIQUE INDEX evidence_pkey ON public.evidence USING btree (id)
CREATE UNIQUE INDEX evidence_standing ON public.evidence USING btree (kind, subject_hash, community_id) NULLS NOT DISTINCT WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX farewells_pkey ON public.farewells USING btree (id)
CREATE INDEX follows_by_follower ON public.follows USING btree (follower_id, followed_at DESC, subject_id DESC)
CREATE INDEX follows_by_follower_of_kind ON public.follows USING btree (follower_id, kind, followed_at DESC, subject_id DESC)
CREATE INDEX follows_newest ON public.follows USING btree (subject_id, followed_at DESC, follower_id DESC)
CREATE INDEX follows_of_subject ON public.follows USING btree (subject_id, follower_id)
CREATE UNIQUE INDEX follows_pkey ON public.follows USING btree (follower_id, subject_id)
CREATE UNIQUE INDEX genuineness_communities_pkey ON public.genuineness_communities USING btree (community_id)
CREATE UNIQUE INDEX genuineness_ideas_pkey ON public.genuineness_ideas USING btree (idea_id)
CREATE UNIQUE INDEX genuineness_members_pkey ON public.genuineness_members USING btree (member_id)
CREATE INDEX helpful_marks_by_member ON public.helpful_marks USING btree (member_id, marked_at DESC)
CREATE UNIQUE INDEX helpful_marks_pkey ON public.helpful_marks USING btree (comment_id, member_id)
CREATE INDEX idea_moves_answered ON public.idea_moves USING btree (community_id, moved_at DESC, id DESC) WHERE (response_id IS NOT NULL)
CREATE INDEX idea_moves_by_idea ON public.idea_moves USING btree (idea_id, moved_at, id)
CREATE UNIQUE INDEX idea_moves_pkey ON public.idea_moves USING btree (id)
CREATE INDEX idea_notes_by_idea ON public.idea_notes USING btree (idea_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX idea_notes_pkey ON public.idea_notes USING btree (id)
CREATE INDEX idea_past_ranks_by_age ON public.idea_past_ranks USING btree (ended_at)
CREATE UNIQUE INDEX idea_past_ranks_pkey ON public.idea_past_ranks USING btree (idea_id, from_xid)
CREATE INDEX idea_past_ranks_since ON public.idea_past_ranks USING btree (community_id, to_xid)
CREATE INDEX idea_ranks_by_author ON public.idea_ranks USING btree (author_id, created_at DESC, idea_id DESC) WHERE (author_id IS NOT NULL)
CREATE INDEX idea_ranks_by_category ON public.idea_ranks USING btree (category_id) WHERE (category_id IS NOT NULL)
CREATE INDEX idea_ranks_by_status ON public.idea_ranks USING btree (community_id, status, category_id)
CREATE INDEX idea_ranks_closing ON public.idea_ranks USING btree (community_id, closes_at, created_at DESC, idea_id DESC)
CREATE INDEX idea_ranks_newest ON public.idea_ranks USING btree (community_id, created_at DESC, idea_id DESC)
CREATE UNIQUE INDEX idea_ranks_pkey ON public.idea_ranks USING btree (idea_id)
CREATE INDEX idea_ranks_top ON public.idea_ranks USING btree (community_id, top DESC, raw DESC, created_at DESC, idea_id DESC)
CREATE INDEX idea_ranks_trending ON public.idea_ranks USING btree (community_id, heat DESC, created_at DESC, idea_id DESC)
CREATE INDEX idea_ranks_waiting_completed ON public.idea_ranks USING btree (community_id, completed_at, waiting_since, idea_id) WHERE (waiting_since IS NOT NULL)
CREATE INDEX idea_ranks_waiting_longest ON public.idea_ranks USING btree (community_id, waiting_since, idea_id) WHERE (waiting_since IS NOT NULL)
CREATE INDEX idea_ranks_waiting_top ON public.idea_ranks USING btree (community_id, top DESC, raw DESC, created_at DESC, idea_id DESC) WHERE (waiting_since IS NOT NULL)
CREATE UNIQUE INDEX idea_versions_pkey ON public.idea_versions USING btree (idea_id, number)
CREATE INDEX ideas_by_author ON public.ideas USING btree (author_id, created_at DESC, id DESC) WHERE (author_id IS NOT NULL)
CREATE INDEX ideas_by_category ON public.ideas USING btree (category_id) WHERE (category_id IS NOT NULL)
CREATE UNIQUE INDEX ideas_community_id_source_key_key ON public.ideas USING btree (community_id, source_key)
CREATE INDEX ideas_erased ON public.ideas USING btree (community_id, status) WHERE (erased_at IS NOT NULL)
CREATE UNIQUE INDEX ideas_id_community_id_key ON public.ideas USING btree (id, community_id)
CREATE INDEX ideas_merged ON public.ideas USING btree (merged_into_id) WHERE (merged_into_id IS NOT NULL)
CREATE UNIQUE INDEX ideas_pkey ON public.ideas USING btree (id)
CREATE INDEX ideas_search ON public.ideas USING gin (community_id, search) WHERE (status <> 'DRAFT'::text)
CREATE INDEX ideas_title_trigrams ON public.ideas USING gin (community_id, plain_text(title) gin_trgm_ops) WHERE (status <> 'DRAFT'::text)
CREATE INDEX ideas_withheld ON public.ideas USING btree (community_id, status) WHERE (withheld IS NOT NULL)
CREATE INDEX ideas_withheld_by_author ON public.ideas USING btree (author_id, status) WHERE (withheld IS NOT NULL)
CREATE INDEX idempotency_keys_by_age ON public.idempotency_keys USING btree (created_at)
CREATE UNIQUE INDEX idempotency_keys_pkey ON public.idempotency_keys USING btree (account_id, key)
CREATE UNIQUE INDEX illegal_content_notices_pkey ON public.illegal_content_notices USING btree (report_id)
CREATE INDEX intake_texts_by_member ON public.intake_texts USING btree (member_id, at DESC)
CREATE INDEX intake_texts_by_time ON public.intake_texts USING btree (at)
CREATE UNIQUE INDEX intake_texts_pkey ON public.intake_texts USING btree (subject_id)
CREATE INDEX intake_verdicts_by_member ON public.intake_verdicts USING btree (member_id, at DESC) WHERE (member_id IS NOT NULL)
CREATE INDEX intake_verdicts_by_subject ON public.intake_verdicts USING btree (subject_id, at)
CREATE INDEX intake_verdicts_by_time ON public.intake_verdicts USING btree (at)
CREATE INDEX intake_verdicts_open_nudges ON public.intake_verdicts USING btree (account_id, mark) WHERE ((outcome = 'NUDGE'::text) AND (answered_at IS NULL))
CREATE UNIQUE INDEX intake_verdicts_pkey ON public.intake_verdicts USING btree (id)
CREATE UNIQUE INDEX level_rights_pkey ON public.level_rights USING btree (community_id, level)
CREATE INDEX link_attempts_by_account ON public.link_attempts USING btree (account_id)
CREATE INDEX link_attempts_by_expiry ON public.link_attempts USING btree (expires_at)
CREATE INDEX link_attempts_by_session ON public.link_attempts USING btree (session_id)
CREATE UNIQUE INDEX link_attempts_pkey ON public.link_attempts USING btree (state_hash)
CREATE INDEX log_entries_keys ON public.log_entries USING btree (community_id, index) WHERE (kind = 'KEY'::text)
CREATE UNIQUE INDEX log_entries_one_each ON public.log_entries USING btree ((((body ->> 'decision'::text))::uuid)) WHERE (kind = 'DECISION'::text)
CREATE UNIQUE INDEX log_entries_pkey ON public.log_entries USING btree (community_id, index)
CREATE UNIQUE INDEX log_heads_pkey ON public.log_heads USING btree (community_id, size)
CREATE UNIQUE INDEX log_keys_key_id_key ON public.log_keys USING btree (key_id)
CREATE UNIQUE INDEX log_keys_pkey ON public.log_keys USING btree (number)
CREATE UNIQUE INDEX log_nodes_pkey ON public.log_nodes USING btree (community_id, level, index)
CREATE INDEX log_secrets_by_member ON public.log_secrets USING btree (member_id) WHERE (member_id IS NOT NULL)
CREATE UNIQUE INDEX log_secrets_pkey ON public.log_secrets USING btree (community_id, index, name)
CREATE UNIQUE INDEX log_trees_pkey ON public.log_trees USING btree (community_id)
CREATE INDEX mail_failures_newest ON public.mail_failures USING btree (at DESC, id DESC)
CREATE UNIQUE INDEX mail_failures_pkey ON public.mail_failures USING btree (id)
CREATE UNIQUE INDEX mail_refusals_pkey ON public.mail_refusals USING btree (member_id)
CREATE INDEX mailings_by_age ON public.mailings USING btree (ended_at) WHERE (ended_at IS NOT NULL)
CREATE UNIQUE INDEX mailings_one_digest_a_day ON public.mailings USING btree (member_id, digest_of)
CREATE UNIQUE INDEX mailings_pkey ON public.mailings USING btree (id)
CREATE INDEX member_mutes_of ON public.member_mutes USING btree (muted_id)
CREATE UNIQUE INDEX member_mutes_pkey ON public.member_mutes USING btree (member_id, muted_id)
CREATE UNIQUE INDEX members_account_key ON public.members USING btree (community_id, account_id)
CREATE INDEX members_by_account ON public.members USING btree (account_id) WHERE (account_id IS NOT NULL)
CREATE INDEX members_by_avatar ON public.members USING btree (avatar_id) WHERE (avatar_id IS NOT NULL)
CREATE INDEX members_by_skeleton ON public.members USING btree (community_id, skeleton) WHERE (account_id IS NULL)
CREATE UNIQUE INDEX members_handle_key ON public.members USING btree (community_id, handle)
CREATE UNIQUE INDEX members_id_community_id_key ON public.members USING btree (id, community_id)
CREATE INDEX members_newest ON public.members USING btree (community_id, joined_at DESC, id DESC)
CREATE UNIQUE INDEX members_pkey ON public.members USING btree (id)
CREATE INDEX members_restricted ON public.members USING btree (account_id) WHERE restricted
CREATE UNIQUE INDEX members_skeleton_key ON public.members USING btree (community_id, skeleton) WHERE (account_id IS NOT NULL)
CREATE UNIQUE INDEX members_source_key ON public.members USING btree (community_id, source_key)
CREATE INDEX merges_by_duplicate ON public.merges USING btree (duplicate_id, merged_at DESC)
CREATE INDEX merges_by_target ON public.merges USING btree (target_id) WHERE (undone_at IS NULL)
CREATE INDEX merges_contested ON public.merges USING btree (community_id, contested_at, id) WHERE ((contested_at IS NOT NULL) AND (decided_at IS NULL) AND (undone_at IS NULL))
CREATE UNIQUE INDEX merges_in_force ON public.merges USING btree (duplicate_id) WHERE (undone_at IS NULL)
CREATE UNIQUE INDEX merges_pkey ON public.merges USING btree (id)
CREATE UNIQUE INDEX mission_disclosures_pkey ON public.mission_disclosures USING btree (mission_id, channel, language)
CREATE INDEX mission_joins_by_member ON public.mission_joins USING btree (member_id, joined_at DESC)
CREATE INDEX mission_joins_by_term ON public.mission_joins USING btree (term_id)
CREATE UNIQUE INDEX mission_joins_pkey ON public.mission_joins USING btree (mission_id, member_id)
CREATE UNIQUE INDEX mission_periods_id_community_id_key ON public.mission_periods USING btree (id, community_id)
CREATE INDEX mission_periods_of_community ON public.mission_periods USING btree (community_id, starts_at DESC, id DESC)
CREATE UNIQUE INDEX mission_periods_pkey ON public.mission_periods USING btree (id)
CREATE INDEX missions_by_budget ON public.missions USING btree (budget_id) WHERE (budget_id IS NOT NULL)
CREATE INDEX missions_by_creator ON public.missions USING btree (created_by)
CREATE INDEX missions_by_perk ON public.missions USING btree (reward_perk) WHERE (reward_perk IS NOT NULL)
CREATE UNIQUE INDEX missions_id_community_id_key ON public.missions USING btree (id, community_id)
CREATE INDEX missions_of_community ON public.missions USING btree (community_id, opens_at DESC, id DESC)
CREATE INDEX missions_of_period ON public.missions USING btree (period_id) WHERE (period_id IS NOT NULL)
CREATE UNIQUE INDEX missions_pkey ON public.missions USING btree (id)
CREATE UNIQUE INDEX moderation_panel_pkey ON public.moderation_panel USING btree (account_id)
CREATE UNIQUE INDEX notification_preferences_pkey ON public.notification_preferences USING btree (member_id, kind)
CREATE INDEX notifications_by_actor ON public.notifications USING btree (actor_id) WHERE (actor_id IS NOT NULL)
CREATE INDEX notifications_by_age ON public.notifications USING btree (happened_at)
CREATE INDEX notifications_by_appeal ON public.notifications USING btree (appeal_id) WHERE (appeal_id IS NOT NULL)
CREATE INDEX notifications_by_call ON public.notifications USING btree (call_id) WHERE (call_id IS NOT NULL)
CREATE INDEX notifications_by_circle ON public.notifications USING btree (circle_id) WHERE (circle_id IS NOT NULL)
CREATE INDEX notifications_by_circle_post ON public.notifications USING btree (circle_post_id) WHERE (circle_post_id IS NOT NULL)
CREATE INDEX notifications_by_comment ON public.notifications USING btree (comment_id) WHERE (comment_id IS NOT NULL)
CREATE INDEX notifications_by_creation ON public.notifications USING btree (creation_id) WHERE (creation_id IS NOT NULL)
CREATE INDEX notifications_by_creation_response ON public.notifications USING btree (creation_response_id) WHERE (creation_response_id IS NOT NULL)
CREATE INDEX notifications_by_decision ON public.notifications USING btree (decision_id) WHERE (decision_id IS NOT NULL)
CREATE INDEX notifications_by_delivery ON public.notifications USING btree (delivery_id) WHERE (delivery_id IS NOT NULL)
CREATE INDEX notifications_by_entry ON public.notifications USING btree (entry_id) WHERE (entry_id IS NOT NULL)
CREATE INDEX notifications_by_evidence ON public.notifications USING btree (evidence_id) WHERE (evidence_id IS NOT NULL)
CREATE INDEX notifications_by_idea ON public.notifications USING btree (idea_id) WHERE (idea_id IS NOT NULL)
CREATE INDEX notifications_by_mission ON public.notifications USING btree (mission_id) WHERE (mission_id IS NOT NULL)
CREATE INDEX notifications_by_response ON public.notifications USING btree (response_id) WHERE (response_id IS NOT NULL)
CREATE INDEX notifications_by_term ON public.notifications USING btree (term_id) WHERE (term_id IS NOT NULL)
CREATE INDEX notifications_due ON public.notifications USING btree (mail_due_at) WHERE (mail_due_at IS NOT NULL)
CREATE INDEX notifications_inbox ON public.notifications USING btree (recipient_id, happened_at DESC, id DESC) WHERE in_app
CREATE INDEX notifications_of_mailing ON public.notifications USING btree (mailing_id) WHERE (mailing_id IS NOT NULL)
CREATE UNIQUE INDEX notifications_once ON public.notifications USING btree (recipient_id, matter)
CREATE UNIQUE INDEX notifications_one_unread ON public.notifications USING btree (recipient_id, idea_id, kind) WHERE ((read_at IS NULL) AND (kind = ANY (ARRAY['COMMENTED'::text, 'EDITED'::text])))
CREATE UNIQUE INDEX notifications_one_unread_of_creation ON public.notifications USING btree (recipient_id, creation_id, kind) WHERE ((read_at IS NULL) AND (kind = ANY (ARRAY['RESPONDED'::text, 'APPRECIATED'::text])))
CREATE UNIQUE INDEX notifications_pkey ON public.notifications USING btree (id)
CREATE UNIQUE INDEX notifications_review_waits ON public.notifications USING btree (recipient_id) WHERE ((read_at IS NULL) AND (kind = 'REVIEW_WAITS'::text))
CREATE INDEX notifications_unread ON public.notifications USING btree (recipient_id, happened_at DESC, id DESC) WHERE (in_app AND (read_at IS NULL))
CREATE INDEX notifications_waiting ON public.notifications USING btree (recipient_id) WHERE (mail_due_at IS NOT NULL)
CREATE INDEX official_responses_by_idea ON public.official_responses USING btree (idea_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX official_responses_id_idea_id_key ON public.official_responses USING btree (id, idea_id)
CREATE UNIQUE INDEX official_responses_pkey ON public.official_responses USING btree (id)
CREATE INDEX passkey_challenges_by_account ON public.passkey_challenges USING btree (account_id) WHERE (account_id IS NOT NULL)
CREATE INDEX passkey_challenges_by_expiry ON public.passkey_challenges USING btree (expires_at)
CREATE UNIQUE INDEX passkey_challenges_pkey ON public.passkey_challenges USING btree (challenge_hash)
CREATE INDEX passkeys_by_account ON public.passkeys USING btree (account_id, created_at, id)
CREATE UNIQUE INDEX passkeys_credential ON public.passkeys USING btree (credential_id)
CREATE UNIQUE INDEX passkeys_pkey ON public.passkeys USING btree (id)
CREATE INDEX password_reset_requests_by_age ON public.password_reset_requests USING btree (requested_at)
CREATE UNIQUE INDEX password_reset_requests_pkey ON public.password_reset_requests USING btree (id)
CREATE UNIQUE INDEX passwords_pkey ON public.passwords USING btree (account_id)
CREATE UNIQUE INDEX perk_deliveries_id_community_id_key ON public.perk_deliveries USING btree (id, community_id)
CREATE INDEX perk_deliveries_in_state ON public.perk_deliveries USING btree (community_id, state, owed_at DESC, id DESC)
CREATE INDEX perk_deliveries_newest ON public.perk_deliveries USING btree (community_id, owed_at DESC, id DESC)
CREATE INDEX perk_deliveries_of_member ON public.perk_deliveries USING btree (member_id, owed_at DESC, id DESC)
CREATE UNIQUE INDEX perk_deliveries_pkey ON public.perk_deliveries USING btree (id)
CREATE UNIQUE INDEX perk_deliveries_transfer_id_key ON public.perk_deliveries USING btree (transfer_id)
CREATE INDEX perks_by_budget ON public.perks USING btree (budget_id)
CREATE UNIQUE INDEX perks_id_community_id_key ON public.perks USING btree (id, community_id)
CREATE INDEX perks_newest ON public.perks USING btree (community_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX perks_pkey ON public.perks USING btree (id)
CREATE INDEX picture_uses_by_subject ON public.picture_uses USING btree (subject_id)
CREATE UNIQUE INDEX picture_uses_pkey ON public.picture_uses USING btree (picture_id, subject_id)
CREATE UNIQUE INDEX pictures_pkey ON public.pictures USING btree (id)
CREATE UNIQUE INDEX pictures_same_upload ON public.pictures USING btree (account_id, kind, source_digest)
CREATE INDEX pictures_to_collect ON public.pictures USING btree (keep_until) WHERE (keep_until IS NOT NULL)
CREATE UNIQUE INDEX purchase_batches_id_community_id_key ON public.purchase_batches USING btree (id, community_id)
CREATE INDEX purchase_batches_newest ON public.purchase_batches USING btree (community_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX purchase_batches_pkey ON public.purchase_batches USING btree (id)
CREATE INDEX purchase_codes_by_batch ON public.purchase_codes USING btree (batch_id)
CREATE INDEX purchase_codes_by_evidence ON public.purchase_codes USING btree (evidence_id) WHERE (evidence_id IS NOT NULL)
CREATE UNIQUE INDEX purchase_codes_code ON public.purchase_codes USING btree (community_id, code_hash)
CREATE UNIQUE INDEX purchase_codes_pkey ON public.purchase_codes USING btree (id)
CREATE UNIQUE INDEX purchase_guesses_pkey ON public.purchase_guesses USING btree (community_id)
CREATE INDEX rate_limits_by_expiry ON public.rate_limits USING btree (expire)
CREATE UNIQUE INDEX rate_limits_pkey ON public.rate_limits USING btree (key)
CREATE UNIQUE INDEX recovery_codes_pkey ON public.recovery_codes USING btree (account_id, code_hash)
CREATE INDEX reports_by_community ON public.reports USING btree (community_id, filed_at)
CREATE INDEX reports_by_item ON public.reports USING btree (item_id, weight DESC, filed_at, id)
CREATE INDEX reports_by_reporter ON public.reports USING btree (reporter_id, filed_at DESC, id DESC) WHERE (reporter_id IS NOT NULL)
CREATE UNIQUE INDEX reports_id_community_id_key ON public.reports USING btree (id, community_id)
CREATE UNIQUE INDEX reports_one_each ON public.reports USING btree (item_id, reporter_id) WHERE (reporter_id IS NOT NULL)
CREATE UNIQUE INDEX reports_pkey ON public.reports USING btree (id)
CREATE UNIQUE INDEX reports_reference_key ON public.reports USING btree (reference)
CREATE INDEX reputation_credits_given ON public.reputation_credits USING btree (giver_id)
CREATE INDEX reputation_credits_of_pairs ON public.reputation_credits USING btree (member_id, giver_id, rule) WHERE (worth > 0)
CREATE UNIQUE INDEX reputation_credits_pkey ON public.reputation_credits USING btree (subject_id, giver_id, rule)
CREATE UNIQUE INDEX reputation_days_pkey ON public.reputation_days USING btree (member_id, rule, day)
CREATE INDEX reputation_disputes_by_member ON public.reputation_disputes USING btree (member_id)
CREATE UNIQUE INDEX reputation_disputes_entry_id_key ON public.reputation_disputes USING btree (entry_id)
CREATE UNIQUE INDEX reputation_disputes_pkey ON public.reputation_disputes USING btree (id)
CREATE INDEX reputation_disputes_waiting ON public.reputation_disputes USING btree (community_id, disputed_at, id) WHERE (decided_at IS NULL)
CREATE UNIQUE INDEX reputation_entries_member_id_number_key ON public.reputation_entries USING btree (member_id, number)
CREATE UNIQUE INDEX reputation_entries_once ON public.reputation_entries USING btree (rule, event_id, member_id)
CREATE UNIQUE INDEX reputation_entries_pkey ON public.reputation_entries USING btree (id)
CREATE INDEX reputation_ideas_by_member ON public.reputation_ideas USING btree (member_id)
CREATE UNIQUE INDEX reputation_ideas_pkey ON public.reputation_ideas USING btree (idea_id)
CREATE UNIQUE INDEX reputation_ledger_pkey ON public.reputation_ledger USING btree (single)
CREATE UNIQUE INDEX reputation_members_account ON public.reputation_members USING btree (community_id, account_id) WHERE (account_id IS NOT NULL)
CREATE INDEX reputation_members_best ON public.reputation_members USING btree (community_id, score DESC, member_id DESC) WHERE (score > 0)
CREATE UNIQUE INDEX reputation_members_pkey ON public.reputation_members USING btree (member_id)
CREATE INDEX reputation_months_best ON public.reputation_months USING btree (community_id, month, points DESC, member_id DESC) WHERE (points > 0)
CREATE UNIQUE INDEX reputation_months_pkey ON public.reputation_months USING btree (member_id, month)
CREATE UNIQUE INDEX reputation_opt_outs_pkey ON public.reputation_opt_outs USING btree (member_id)
CREATE INDEX reputation_reversals_by_member ON public.reputation_reversals USING btree (member_id)
CREATE INDEX reputation_reversals_by_reversal ON public.reputation_reversals USING btree (reversal_id)
CREATE UNIQUE INDEX reputation_reversals_pkey ON public.reputation_reversals USING btree (entry_id, reversal_id)
CREATE UNIQUE INDEX reputation_rules_pkey ON public.reputation_rules USING btree (code, version)
CREATE UNIQUE INDEX restrictions_decision_id_kind_key ON public.restrictions USING btree (decision_id, kind)
CREATE INDEX restrictions_in_force ON public.restrictions USING btree (member_id) WHERE (lifted_at IS NULL)
CREATE UNIQUE INDEX restrictions_pkey ON public.restrictions USING btree (id)
CREATE INDEX review_items_by_author ON public.review_items USING btree (author_id, opened_at DESC) WHERE (author_id IS NOT NULL)
CREATE INDEX review_items_claimed ON public.review_items USING btree (claimed_by) WHERE ((claimed_by IS NOT NULL) AND (state <> 'DECIDED'::text))
CREATE INDEX review_items_decided ON public.review_items USING btree (community_id, decided_at DESC, id DESC) WHERE (state = 'DECIDED'::text)
CREATE UNIQUE INDEX review_items_id_community_id_key ON public.review_items USING btree (id, community_id)
CREATE UNIQUE INDEX review_items_one_open ON public.review_items USING btree (subject_kind, subject_id) WHERE (state <> 'DECIDED'::text)
CREATE UNIQUE INDEX review_items_pkey ON public.review_items USING btree (id)
CREATE UNIQUE INDEX review_items_subject_kind_subject_id_incident_key ON public.review_items USING btree (subject_kind, subject_id, incident)
CREATE INDEX review_items_waiting ON public.review_items USING btree (community_id, rank DESC, id DESC) WHERE (state <> 'DECIDED'::text)
CREATE INDEX review_notes_by_item ON public.review_notes USING btree (item_id, written_at, id)
CREATE UNIQUE INDEX review_notes_pkey ON public.review_notes USING btree (id)
CREATE UNIQUE INDEX reward_accounts_id_community_id_key ON public.reward_accounts USING btree (id, community_id)
CREATE INDEX reward_accounts_of_budget ON public.reward_accounts USING btree (budget_id) WHERE (budget_id IS NOT NULL)
CREATE INDEX reward_accounts_of_member ON public.reward_accounts USING btree (member_id) WHERE (member_id IS NOT NULL)
CREATE UNIQUE INDEX reward_accounts_one_each ON public.reward_accounts USING btree (community_id, kind, budget_id, member_id, perk_id) NULLS NOT DISTINCT
CREATE UNIQUE INDEX reward_accounts_pkey ON public.reward_accounts USING btree (id)
CREATE UNIQUE INDEX reward_budgets_id_community_id_key ON public.reward_budgets USING btree (id, community_id)
CREATE INDEX reward_budgets_newest ON public.reward_budgets USING btree (community_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX reward_budgets_pkey ON public.reward_budgets USING btree (id)
CREATE INDEX reward_postings_of_account ON public.reward_postings USING btree (account_id, transfer_id DESC)
CREATE UNIQUE INDEX reward_postings_pkey ON public.reward_postings USING btree (transfer_id, account_id)
CREATE UNIQUE INDEX reward_transfers_id_community_id_key ON public.reward_transfers USING btree (id, community_id)
CREATE UNIQUE INDEX reward_transfers_paid_once ON public.reward_transfers USING btree (entry_id, generation)
CREATE UNIQUE INDEX reward_transfers_pkey ON public.reward_transfers USING btree (id)
CREATE UNIQUE INDEX reward_transfers_reverses_key ON public.reward_transfers USING btree (reverses)
CREATE INDEX roadmap_places_in_order ON public.roadmap_places USING btree (community_id, stage, place, idea_id)
CREATE UNIQUE INDEX roadmap_places_pkey ON public.roadmap_places USING btree (idea_id)
CREATE INDEX role_grants_by_account ON public.role_grants USING btree (account_id) WHERE (revoked_at IS NULL)
CREATE INDEX role_grants_by_community ON public.role_grants USING btree (community_id, granted_at)
CREATE UNIQUE INDEX role_grants_manager_or_moderator ON public.role_grants USING btree (community_id, account_id) WHERE ((revoked_at IS NULL) AND (role = ANY (ARRAY['BRAND_MANAGER'::text, 'MODERATOR'::text])))
CREATE UNIQUE INDEX role_grants_owner_or_moderator ON public.role_grants USING btree (community_id, account_id) WHERE ((revoked_at IS NULL) AND (role = ANY (ARRAY['OWNER'::text, 'MODERATOR'::text])))
CREATE UNIQUE INDEX role_grants_pkey ON public.role_grants USING btree (id)
CREATE INDEX run_ruled_members_by_member ON public.run_ruled_members USING btree (member_id)
CREATE INDEX run_ruled_members_by_ruling ON public.run_ruled_members USING btree (ruling_id)
CREATE UNIQUE INDEX run_ruled_members_pkey ON public.run_ruled_members USING btree (idea_id, member_id)
CREATE INDEX run_rulings_by_idea ON public.run_rulings USING btree (idea_id, began_at)
CREATE UNIQUE INDEX run_rulings_pkey ON public.run_rulings USING btree (id)
CREATE UNIQUE INDEX rung_grants_pkey ON public.rung_grants USING btree (idea_id, "position")
CREATE UNIQUE INDEX rungs_pkey ON public.rungs USING btree (community_id, "position")
CREATE UNIQUE INDEX saved_filters_name_key ON public.saved_filters USING btree (account_id, community_id, lower(name))
CREATE UNIQUE INDEX saved_filters_pkey ON public.saved_filters USING btree (id)
CREATE UNIQUE INDEX schedules_pkey ON public.schedules USING btree (name)
CREATE UNIQUE INDEX search_backlog_pkey ON public.search_backlog USING btree (id)
CREATE UNIQUE INDEX search_words_pkey ON public.search_words USING btree (community_id, word)
CREATE INDEX search_words_trigrams ON public.search_words USING gin (community_id, word gin_trgm_ops)
CREATE UNIQUE INDEX second_factor_rules_pkey ON public.second_factor_rules USING btree (community_id)
CREATE INDEX sessions_by_account ON public.sessions USING btree (account_id, last_seen_at DESC)
CREATE INDEX sessions_by_expiry ON public.sessions USING btree (expires_at)
CREATE UNIQUE INDEX sessions_pkey ON public.sessions USING btree (id)
CREATE UNIQUE INDEX sessions_token ON public.sessions USING btree (token_hash)
CREATE UNIQUE INDEX setup_tokens_pkey ON public.setup_tokens USING btree (token_hash)
CREATE UNIQUE INDEX site_feed_items_feed_id_name_hash_key ON public.site_feed_items USING btree (feed_id, name_hash)
CREATE INDEX site_feed_items_of_community ON public.site_feed_items USING btree (community_id, published_at DESC, id DESC)
CREATE INDEX site_feed_items_of_feed ON public.site_feed_items USING btree (feed_id, published_at DESC, id DESC)
CREATE UNIQUE INDEX site_feed_items_pkey ON public.site_feed_items USING btree (id)
CREATE INDEX site_feeds_due ON public.site_feeds USING btree (next_read_at) WHERE (next_read_at IS NOT NULL)
CREATE UNIQUE INDEX site_feeds_id_community_id_key ON public.site_feeds USING btree (id, community_id)
CREATE UNIQUE INDEX site_feeds_one_each ON public.site_feeds USING btree (member_id, url)
CREATE UNIQUE INDEX site_feeds_pkey ON public.site_feeds USING btree (id)
CREATE INDEX staff_invitations_by_age ON public.staff_invitations USING btree (expires_at)
CREATE INDEX staff_invitations_by_email ON public.staff_invitations USING btree (email) WHERE (ended_at IS NULL)
CREATE INDEX staff_invitations_by_token ON public.staff_invitations USING gin (token_hashes)
CREATE INDEX staff_invitations_newest ON public.staff_invitations USING btree (community_id, invited_at DESC, id DESC)
CREATE UNIQUE INDEX staff_invitations_open ON public.staff_invitations USING btree (community_id, email, role) WHERE (ended_at IS NULL)
CREATE UNIQUE INDEX staff_invitations_pkey ON public.staff_invitations USING btree (id)
CREATE INDEX survey_answers_by_member ON public.survey_answers USING btree (member_id)
CREATE UNIQUE INDEX survey_answers_pkey ON public.survey_answers USING btree (idea_id, member_id)
CREATE INDEX term_revocations_by ON public.term_revocations USING btree (revoked_by)
CREATE UNIQUE INDEX term_revocations_in_force ON public.term_revocations USING btree (term_id) WHERE (overturned_at IS NULL)
CREATE INDEX term_revocations_of ON public.term_revocations USING btree (term_id)
CREATE UNIQUE INDEX term_revocations_pkey ON public.term_revocations USING btree (id)
CREATE INDEX terms_active ON public.terms USING btree (community_id, starts_at DESC, id DESC) WHERE (state = 'ACTIVE'::text)
CREATE INDEX terms_alumni ON public.terms USING btree (community_id, ended_at DESC, id DESC) WHERE (state = ANY (ARRAY['ENDED'::text, 'RESIGNED'::text]))
CREATE INDEX terms_by_application ON public.terms USING btree (application_id) WHERE (application_id IS NOT NULL)
CREATE INDEX terms_by_member ON public.terms USING btree (member_id, offered_at DESC, id DESC)
CREATE UNIQUE INDEX terms_id_community_id_key ON public.terms USING btree (id, community_id)
CREATE INDEX terms_of_community ON public.terms USING btree (community_id, offered_at DESC, id DESC)
CREATE UNIQUE INDEX terms_one_active ON public.terms USING btree (member_id) WHERE (state = 'ACTIVE'::text)
CREATE UNIQUE INDEX terms_one_offered ON public.terms USING btree (member_id) WHERE (state = 'OFFERED'::text)
CREATE UNIQUE INDEX terms_pkey ON public.terms USING btree (id)
CREATE INDEX terms_to_end ON public.terms USING btree (ends_at) WHERE (state = 'ACTIVE'::text)
CREATE INDEX terms_to_lapse ON public.terms USING btree (accept_until) WHERE (state = 'OFFERED'::text)
CREATE UNIQUE INDEX totp_secrets_pkey ON public.totp_secrets USING btree (account_id)
CREATE INDEX tracking_days_by_day ON public.tracking_days USING btree (day)
CREATE UNIQUE INDEX tracking_days_pkey ON public.tracking_days USING btree (link_id, day)
CREATE INDEX tracking_links_of_community ON public.tracking_links USING btree (community_id, created_at DESC, id DESC)
CREATE INDEX tracking_links_of_member ON public.tracking_links USING btree (member_id, created_at DESC, id DESC)
CREATE UNIQUE INDEX tracking_links_one_each ON public.tracking_links USING btree (mission_id, member_id, channel)
CREATE UNIQUE INDEX tracking_links_pkey ON public.tracking_links USING btree (id)
CREATE UNIQUE INDEX tracking_links_token ON public.tracking_links USING btree (token)
CREATE UNIQUE INDEX tracking_salts_pkey ON public.tracking_salts USING btree (day)
CREATE INDEX tracking_seen_networks ON public.tracking_seen USING btree (day, link_id, network)
CREATE UNIQUE INDEX tracking_seen_pkey ON public.tracking_seen USING btree (day, link_id, visitor)
CREATE UNIQUE INDEX tracking_targets_pkey ON public.tracking_targets USING btree (mission_id)
CREATE INDEX vote_quarantines_by_member ON public.vote_quarantines USING btree (member_id)
CREATE UNIQUE INDEX vote_quarantines_pkey ON public.vote_quarantines USING btree (idea_id, member_id)
CREATE INDEX vote_suspicions_by_community ON public.vote_suspicions USING btree (community_id, suspected_at DESC)
CREATE INDEX vote_suspicions_by_member ON public.vote_suspicions USING btree (member_id)
CREATE INDEX vote_suspicions_by_run ON public.vote_suspicions USING btree (run_idea_id, began_at)
CREATE UNIQUE INDEX vote_suspicions_pkey ON public.vote_suspicions USING btree (idea_id, member_id)
CREATE UNIQUE INDEX vote_tallies_pkey ON public.vote_tallies USING btree (idea_id, shard)
CREATE UNIQUE INDEX vote_unions_pkey ON public.vote_unions USING btree (root_id, shard)
CREATE INDEX votes_by_member ON public.votes USING btree (member_id, cast_at DESC, idea_id DESC)
CREATE INDEX votes_by_time ON public.votes USING btree (community_id, cast_at, idea_id, member_id)
CREATE UNIQUE INDEX votes_pkey ON public.votes USING btree (idea_id, member_id)

-- Triggers
CREATE TRIGGER accounts_test_stays BEFORE UPDATE OF test_until ON public.accounts FOR EACH ROW WHEN (((old.test_until IS NULL) <> (new.test_until IS NULL))) EXECUTE FUNCTION refuse_turned_test_account()
CREATE TRIGGER keep_email_evidence AFTER INSERT OR UPDATE OF email, email_confirmed_at ON public.accounts FOR EACH ROW EXECUTE FUNCTION keep_email_evidence()
CREATE TRIGGER appeals_are_impartial BEFORE INSERT OR UPDATE ON public.appeals FOR EACH ROW EXECUTE FUNCTION appeals_are_impartial()
CREATE TRIGGER application_decisions_kept BEFORE DELETE OR UPDATE ON public.application_decisions FOR EACH ROW EXECUTE FUNCTION keep_application_decisions()
CREATE TRIGGER application_decisions_kept_all BEFORE TRUNCATE ON public.application_decisions FOR EACH STATEMENT EXECUTE FUNCTION keep_application_decisions()
CREATE TRIGGER application_votes_counted_when_cast AFTER INSERT ON public.application_votes REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes()
CREATE TRIGGER application_votes_counted_when_restood AFTER UPDATE ON public.application_votes REFERENCING OLD TABLE AS old_votes NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes()
CREATE TRIGGER application_votes_counted_when_withdrawn AFTER DELETE ON public.application_votes REFERENCING OLD TABLE AS old_votes FOR EACH STATEMENT EXECUTE FUNCTION count_application_votes()
CREATE TRIGGER applications_count_seats AFTER INSERT OR DELETE OR UPDATE OF state, seat_left_at ON public.applications FOR EACH ROW EXECUTE FUNCTION count_seats()
CREATE TRIGGER applications_of_serving BEFORE UPDATE OF state, member_id ON public.applications FOR EACH ROW WHEN (((old.state = 'SELECTED'::text) AND ((new.state <> 'SELECTED'::text) OR (new.member_id <> old.member_id)))) EXECUTE FUNCTION refuse_unselecting_who_serves()
CREATE TRIGGER circle_members_counted_when_joined AFTER INSERT ON public.circle_members REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_circle_members()
CREATE TRIGGER circle_members_counted_when_left AFTER DELETE ON public.circle_members REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_circle_members()
CREATE TRIGGER circle_members_leave_offices BEFORE DELETE ON public.circle_members FOR EACH ROW EXECUTE FUNCTION leave_circle_offices()
CREATE TRIGGER comments_counted_when_added AFTER INSERT ON public.comments REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION count_added_comments()
CREATE TRIGGER comments_counted_when_changed AFTER UPDATE ON public.comments REFERENCING OLD TABLE AS before_change NEW TABLE AS after_change FOR EACH STATEMENT EXECUTE FUNCTION count_changed_comments()
CREATE TRIGGER comments_counted_when_removed AFTER DELETE ON public.comments REFERENCING OLD TABLE AS removed FOR EACH STATEMENT EXECUTE FUNCTION count_removed_comments()
CREATE TRIGGER creations_appreciated AFTER INSERT ON public.creation_appreciations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_creation_appreciations()
CREATE TRIGGER creations_unappreciated AFTER DELETE ON public.creation_appreciations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_creation_appreciations()
CREATE TRIGGER creation_responses_counted AFTER INSERT OR DELETE OR UPDATE OF deleted_at, withheld ON public.creation_responses FOR EACH ROW EXECUTE FUNCTION count_shown_response()
CREATE TRIGGER remixes_counted_when_changed AFTER UPDATE OF withdrawn_at, withheld ON public.creations FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION count_shown_remix()
CREATE TRIGGER remixes_counted_when_shown AFTER INSERT ON public.creations FOR EACH ROW WHEN ((new.parent_id IS NOT NULL)) EXECUTE FUNCTION count_shown_remix()
CREATE TRIGGER credits_of_delivered BEFORE INSERT ON public.credits FOR EACH ROW EXECUTE FUNCTION credit_needs_delivered()
CREATE TRIGGER credits_stay BEFORE DELETE OR UPDATE ON public.credits FOR EACH ROW EXECUTE FUNCTION keep_credit_trail()
CREATE TRIGGER decisions_are_impartial BEFORE INSERT OR UPDATE ON public.decisions FOR EACH ROW EXECUTE FUNCTION decisions_are_impartial()
CREATE TRIGGER entry_reviews_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.entry_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_review()
CREATE TRIGGER helpful_counted_when_marked AFTER INSERT ON public.helpful_marks REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_helpful_marks()
CREATE TRIGGER helpful_counted_when_unmarked AFTER DELETE ON public.helpful_marks REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_helpful_marks()
CREATE TRIGGER idea_moves_settle AFTER INSERT ON public.idea_moves REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settle_moved_ideas()
CREATE TRIGGER idea_ranks_keep_past BEFORE UPDATE ON public.idea_ranks FOR EACH ROW WHEN ((((((((((((old.status IS DISTINCT FROM new.status) OR (old.category_id IS DISTINCT FROM new.category_id)) OR (old.author_id IS DISTINCT FROM new.author_id)) OR (old.created_at IS DISTINCT FROM new.created_at)) OR (old.closes_at IS DISTINCT FROM new.closes_at)) OR (old.imported IS DISTINCT FROM new.imported)) OR (old.verified IS DISTINCT FROM new.verified)) OR (old.raw IS DISTINCT FROM new.raw)) OR (old.heat IS DISTINCT FROM new.heat)) OR (old.waiting_since IS DISTINCT FROM new.waiting_since)) OR (old.completed_at IS DISTINCT FROM new.completed_at))) EXECUTE FUNCTION keep_past_rank()
CREATE TRIGGER idea_ranks_wait BEFORE INSERT ON public.idea_ranks FOR EACH ROW WHEN ((new.status = ANY (ARRAY['OPEN'::text, 'UNDER_REVIEW'::text]))) EXECUTE FUNCTION rank_begins_to_wait()
CREATE TRIGGER ideas_rank_changed AFTER UPDATE ON public.ideas REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION rank_changed_ideas()
CREATE TRIGGER ideas_rank_new AFTER INSERT ON public.ideas REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION rank_new_ideas()
CREATE TRIGGER ideas_settle_changed AFTER UPDATE ON public.ideas REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION settle_changed_ideas()
CREATE TRIGGER ideas_settle_new AFTER INSERT ON public.ideas REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION settle_new_ideas()
CREATE TRIGGER ideas_unite_changed AFTER UPDATE ON public.ideas REFERENCING OLD TABLE AS old_ideas NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION unite_ideas()
CREATE TRIGGER ideas_unite_new AFTER INSERT ON public.ideas REFERENCING NEW TABLE AS new_ideas FOR EACH STATEMENT EXECUTE FUNCTION unite_ideas()
CREATE TRIGGER log_entries_in_order BEFORE INSERT ON public.log_entries FOR EACH ROW EXECUTE FUNCTION refuse_log_gaps()
CREATE TRIGGER log_entries_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER log_heads_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_heads FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER log_keys_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER log_nodes_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.log_nodes FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER log_secrets_stay BEFORE UPDATE OR TRUNCATE ON public.log_secrets FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER log_trees_grow BEFORE UPDATE ON public.log_trees FOR EACH ROW EXECUTE FUNCTION refuse_log_jumps()
CREATE TRIGGER log_trees_stay BEFORE DELETE OR TRUNCATE ON public.log_trees FOR EACH STATEMENT EXECUTE FUNCTION refuse_log_changes()
CREATE TRIGGER mission_joins_counted AFTER INSERT OR DELETE OR UPDATE OF left_at ON public.mission_joins FOR EACH ROW EXECUTE FUNCTION count_mission_join()
CREATE TRIGGER official_responses_settle AFTER INSERT ON public.official_responses REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION settle_answered_ideas()
CREATE TRIGGER reports_are_of_others BEFORE INSERT OR UPDATE OF item_id, reporter_id ON public.reports FOR EACH ROW EXECUTE FUNCTION reports_are_of_others()
CREATE TRIGGER reputation_entries_kept BEFORE TRUNCATE ON public.reputation_entries FOR EACH STATEMENT EXECUTE FUNCTION refuse_reputation_truncate()
CREATE TRIGGER reputation_entries_stay BEFORE DELETE OR UPDATE ON public.reputation_entries FOR EACH ROW EXECUTE FUNCTION refuse_reputation_changes()
CREATE TRIGGER reputation_reversals_kept BEFORE TRUNCATE ON public.reputation_reversals FOR EACH STATEMENT EXECUTE FUNCTION refuse_reputation_truncate()
CREATE TRIGGER reputation_reversals_stay BEFORE DELETE OR UPDATE ON public.reputation_reversals FOR EACH ROW EXECUTE FUNCTION refuse_reputation_changes()
CREATE TRIGGER restrictions_hold_member BEFORE INSERT OR UPDATE ON public.restrictions FOR EACH ROW EXECUTE FUNCTION restrictions_hold_member()
CREATE TRIGGER restrictions_mark_member AFTER INSERT OR UPDATE ON public.restrictions FOR EACH ROW EXECUTE FUNCTION restrictions_mark_member()
CREATE TRIGGER reward_accounts_held BEFORE INSERT OR UPDATE ON public.reward_accounts FOR EACH ROW EXECUTE FUNCTION refuse_loose_balance()
CREATE TRIGGER reward_accounts_stay BEFORE DELETE OR TRUNCATE ON public.reward_accounts FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes()
CREATE TRIGGER reward_postings_count AFTER INSERT ON public.reward_postings FOR EACH ROW EXECUTE FUNCTION post_reward()
CREATE TRIGGER reward_postings_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reward_postings FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes()
CREATE CONSTRAINT TRIGGER reward_transfers_balance AFTER INSERT ON public.reward_transfers DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_reward()
CREATE TRIGGER reward_transfers_one_payout BEFORE INSERT ON public.reward_transfers FOR EACH ROW WHEN ((new.kind = 'PAYOUT'::text)) EXECUTE FUNCTION refuse_second_payout()
CREATE TRIGGER reward_transfers_stay BEFORE DELETE OR UPDATE OR TRUNCATE ON public.reward_transfers FOR EACH STATEMENT EXECUTE FUNCTION refuse_reward_changes()
CREATE TRIGGER role_grants_never_to_tests BEFORE INSERT ON public.role_grants FOR EACH ROW EXECUTE FUNCTION refuse_test_office()
CREATE TRIGGER term_revocations_kept BEFORE DELETE OR UPDATE ON public.term_revocations FOR EACH ROW EXECUTE FUNCTION keep_term_revocations()
CREATE TRIGGER term_revocations_kept_all BEFORE TRUNCATE ON public.term_revocations FOR EACH STATEMENT EXECUTE FUNCTION keep_term_revocations()
CREATE TRIGGER terms_keep_application BEFORE UPDATE OF application_id ON public.terms FOR EACH ROW WHEN ((old.application_id IS DISTINCT FROM new.application_id)) EXECUTE FUNCTION refuse_other_application()
CREATE TRIGGER terms_of_selected BEFORE INSERT OR UPDATE OF state, application_id, member_id ON public.terms FOR EACH ROW WHEN (((new.state = 'ACTIVE'::text) AND (new.application_id IS NOT NULL))) EXECUTE FUNCTION refuse_term_of_unselected()
CREATE TRIGGER votes_for_a_text AFTER INSERT ON public.votes REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION refuse_votes_for_erased()
CREATE TRIGGER votes_tally_changed AFTER UPDATE ON public.votes REFERENCING OLD TABLE AS old_votes NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_votes()
CREATE TRIGGER votes_tally_ended AFTER DELETE ON public.votes REFERENCING OLD TABLE AS old_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_changed_votes()
CREATE TRIGGER votes_tally_new AFTER INSERT ON public.votes REFERENCING NEW TABLE AS new_votes FOR EACH STATEMENT EXECUTE FUNCTION tally_new_votes()

-- Functions
CREATE OR REPLACE FUNCTION public.account_identity(account uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE
    WHEN NOT coalesce(bool_or(e.kind = 'EMAIL'), false) THEN 'ANONYMOUS'
    WHEN bool_or(e.kind IN ('LINKED_ACCOUNT', 'WEBSITE')) THEN 'LINKED'
    ELSE 'CONFIRMED' END
  FROM evidence e WHERE e.account_id = $1 AND e.community_id IS NULL AND e.ended_at IS NULL
$function$
CREATE OR REPLACE FUNCTION public.appeals_are_impartial()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
CREATE OR REPLACE FUNCTION public.close_gates(ideas_to_move uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  gates uuid[];
BEGIN
  LOOP
    BEGIN
      gates := gates_of(ideas_to_move);
      PERFORM pg_advisory_xact_lock(idea_gate(gate)) FROM unnest(gates) WITH ORDINALITY AS g (gate, place);
      IF gates = gates_of(ideas_to_move) THEN RETURN; END IF;
      RAISE EXCEPTION 'Other gates by now' USING ERRCODE = 'FF001';
    EXCEPTION WHEN SQLSTATE 'FF001' THEN NULL;
    END;
  END LOOP;
END $function$
CREATE OR REPLACE FUNCTION public.closing_of(status text, deadline timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN ((status = 'OPEN'::text) AND (deadline IS NOT NULL)) THEN deadline ELSE '9999-12-31 00:00:00+00'::timestamp with time zone END
CREATE OR REPLACE FUNCTION public.count_added_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO comment_tallies AS t (idea_id, visible)
  SELECT idea_id, count(*) FROM added WHERE deleted_at IS NULL AND withheld IS NULL GROUP BY idea_id ORDER BY idea_id
  ON CONFLICT (idea_id) DO UPDATE SET visible = t.visible + excluded.visible;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_application_votes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  IF TG_OP = 'INSERT' THEN
    FOR change IN SELECT application_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE standing = 'VERIFIED'))::int AS v
      FROM new_votes GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET votes = votes + change.n, verified_votes = verified_votes + change.v WHERE id = change.id;
    END LOOP;
  ELSIF TG_OP = 'DELETE' THEN
    FOR change IN SELECT application_id AS id, count(*)::int AS n, (count(*) FILTER (WHERE standing = 'VERIFIED'))::int AS v
      FROM old_votes GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET votes = votes - change.n, verified_votes = verified_votes - change.v WHERE id = change.id;
    END LOOP;
  ELSE
    FOR change IN SELECT n.application_id AS id, ((count(*) FILTER (WHERE n.standing = 'VERIFIED')) - (count(*) FILTER (WHERE o.standing = 'VERIFIED')))::int AS v
      FROM new_votes n JOIN old_votes o ON o.application_id = n.application_id AND o.member_id = n.member_id GROUP BY 1 ORDER BY 1 LOOP
      UPDATE applications SET verified_votes = verified_votes + change.v WHERE id = change.id AND change.v <> 0;
    END LOOP;
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_changed_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  FOR change IN
    SELECT idea_id, sum(step)::int AS step FROM (
      SELECT idea_id, 1 AS step FROM after_change WHERE deleted_at IS NULL AND withheld IS NULL
      UNION ALL SELECT idea_id, -1 FROM before_change WHERE deleted_at IS NULL AND withheld IS NULL
    ) steps GROUP BY idea_id HAVING sum(step) <> 0 ORDER BY idea_id
  LOOP
    IF change.step < 0 THEN
      UPDATE comment_tallies SET visible = visible + change.step WHERE idea_id = change.idea_id;
    ELSE
      INSERT INTO comment_tallies AS t (idea_id, visible) VALUES (change.idea_id, change.step)
      ON CONFLICT (idea_id) DO UPDATE SET visible = t.visible + excluded.visible;
    END IF;
  END LOOP;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_circle_members()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  FOR change IN SELECT circle_id, count(*)::int AS people FROM changed GROUP BY circle_id ORDER BY circle_id LOOP
    UPDATE circles SET member_count = member_count + CASE TG_OP WHEN 'INSERT' THEN change.people ELSE -change.people END
    WHERE id = change.circle_id;
  END LOOP;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_creation_appreciations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  FOR change IN SELECT creation_id, count(*)::int AS many FROM changed GROUP BY creation_id ORDER BY creation_id LOOP
    UPDATE creations SET appreciation_count = appreciation_count + CASE TG_OP WHEN 'INSERT' THEN change.many ELSE -change.many END
    WHERE id = change.creation_id;
  END LOOP;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_helpful_marks()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  FOR change IN SELECT comment_id, count(*)::int AS marks FROM changed GROUP BY comment_id ORDER BY comment_id LOOP
    UPDATE comments SET helpful_count = helpful_count + CASE TG_OP WHEN 'INSERT' THEN change.marks ELSE -change.marks END
    WHERE id = change.comment_id;
  END LOOP;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_mission_join()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE step int :=
  CASE WHEN TG_OP <> 'DELETE' AND NEW.left_at IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP <> 'INSERT' AND OLD.left_at IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE missions SET taken = taken + step WHERE id = coalesce(NEW.mission_id, OLD.mission_id); END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_removed_comments()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE change record;
BEGIN
  FOR change IN SELECT idea_id, count(*)::int AS gone FROM removed WHERE deleted_at IS NULL AND withheld IS NULL GROUP BY idea_id ORDER BY idea_id LOOP
    UPDATE comment_tallies SET visible = visible - change.gone WHERE idea_id = change.idea_id;
  END LOOP;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_seats()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  before int := 0;
  after int := 0;
BEGIN
  IF TG_OP <> 'INSERT' AND OLD.state = 'SELECTED' AND OLD.seat_left_at IS NULL THEN before := 1; END IF;
  IF TG_OP <> 'DELETE' AND NEW.state = 'SELECTED' AND NEW.seat_left_at IS NULL THEN after := 1; END IF;
  IF before <> after THEN
    UPDATE calls SET seats_taken = seats_taken + after - before WHERE id = coalesce(NEW.call_id, OLD.call_id);
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_shown_remix()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE step int :=
  CASE WHEN NEW.withdrawn_at IS NULL AND NEW.withheld IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL AND OLD.withheld IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE creations SET remix_count = remix_count + step WHERE id = NEW.parent_id; END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.count_shown_response()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE step int :=
  CASE WHEN TG_OP <> 'DELETE' AND NEW.deleted_at IS NULL AND NEW.withheld IS NULL THEN 1 ELSE 0 END
  - CASE WHEN TG_OP <> 'INSERT' AND OLD.deleted_at IS NULL AND OLD.withheld IS NULL THEN 1 ELSE 0 END;
BEGIN
  IF step <> 0 THEN UPDATE creations SET response_count = response_count + step WHERE id = coalesce(NEW.creation_id, OLD.creation_id); END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.credit_needs_delivered()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM FROM ideas WHERE id = NEW.idea_id AND status = 'DELIVERED' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'Only a delivered idea gives credit' USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_of_delivered';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.decisions_are_impartial()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
END $function$
CREATE OR REPLACE FUNCTION public.enter_gate(idea uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
DECLARE
  root uuid;
  still uuid;
BEGIN
  LOOP
    BEGIN
      SELECT coalesce(merged_into_id, id) INTO root FROM ideas WHERE id = idea;
      IF root IS NULL THEN RETURN; END IF;
      PERFORM pg_advisory_xact_lock_shared(idea_gate(root));
      SELECT coalesce(merged_into_id, id) INTO still FROM ideas WHERE id = idea;
      IF still = root THEN RETURN; END IF;
      RAISE EXCEPTION 'Another gate by now' USING ERRCODE = 'FF001';
    EXCEPTION WHEN SQLSTATE 'FF001' THEN NULL;
    END;
  END LOOP;
END $function$
CREATE OR REPLACE FUNCTION public.estimate_end(first_day date, estimate_precision text)
 RETURNS date
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((first_day + CASE estimate_precision WHEN 'MONTH'::text THEN '1 mon'::interval WHEN 'QUARTER'::text THEN '3 mons'::interval ELSE '1 year'::interval END) - '1 day'::interval))::date
CREATE OR REPLACE FUNCTION public.event_id(moment timestamp with time zone)
 RETURNS uuid
 LANGUAGE sql
 PARALLEL SAFE STRICT
RETURN (encode(set_byte(OVERLAY(uuid_send(gen_random_uuid()) PLACING SUBSTRING(int8send((floor((EXTRACT(epoch FROM moment) * (1000)::numeric)))::bigint) FROM 3) FROM 1 FOR 6), 6, ((get_byte(uuid_send(gen_random_uuid()), 6) & 15) | 112)), 'hex'::text))::uuid
CREATE OR REPLACE FUNCTION public.gates_of(ideas_to_move uuid[])
 RETURNS uuid[]
 LANGUAGE plpgsql
AS $function$
BEGIN
  RETURN ARRAY(
    SELECT id FROM ideas WHERE id = ANY (ideas_to_move)
    UNION SELECT merged_into_id FROM ideas WHERE id = ANY (ideas_to_move) AND merged_into_id IS NOT NULL ORDER BY 1);
END $function$
CREATE OR REPLACE FUNCTION public.handle_skeleton(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN replace(replace(translate(lower($1), '01i_-'::text, 'oll'::text), 'rn'::text, 'm'::text), 'vv'::text, 'w'::text)
CREATE OR REPLACE FUNCTION public.heat_of_shard(idea uuid, part smallint)
 RETURNS double precision
 LANGUAGE sql
 STABLE
AS $function$
  SELECT heat_sum(vote_heat(cast_at)) FROM votes WHERE idea_id = idea AND vote_shard(member_id) = part AND standing = 'VERIFIED'
$function$
CREATE OR REPLACE FUNCTION public.heat_plus(a double precision, b double precision)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (GREATEST(a, b) + (ln(((1)::double precision + power((2)::double precision, GREATEST((- abs((a - b))), ('-1000'::integer)::double precision)))) / ln((2)::double precision)))
CREATE OR REPLACE FUNCTION public.hold_tallies(families uuid[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO vote_tallies (idea_id, shard)
  SELECT i.id, s FROM ideas i, generate_series(0, 15) s WHERE i.id = ANY (families) OR i.merged_into_id = ANY (families) ORDER BY 1, 2
  ON CONFLICT DO NOTHING;
  PERFORM FROM vote_tallies t JOIN ideas i ON i.id = t.idea_id
  WHERE i.id = ANY (families) OR i.merged_into_id = ANY (families) ORDER BY t.idea_id, t.shard FOR UPDATE OF t;
  PERFORM FROM vote_unions WHERE root_id = ANY (families) ORDER BY root_id, shard FOR UPDATE;
END $function$
CREATE OR REPLACE FUNCTION public.idea_gate(idea uuid)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN hashtextextended(('idea '::text || (idea)::text), (0)::bigint)
CREATE OR REPLACE FUNCTION public.imported_total(idea uuid)
 RETURNS integer
 LANGUAGE sql
 STABLE STRICT
AS $function$
  SELECT coalesce(sum(imported_support), 0)::int FROM ideas WHERE id = idea OR merged_into_id = idea
$function$
CREATE OR REPLACE FUNCTION public.is_estimate(first_day date, estimate_precision text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (((first_day IS NULL) = (estimate_precision IS NULL)) AND ((first_day IS NULL) OR ((estimate_precision = ANY (ARRAY['MONTH'::text, 'QUARTER'::text, 'YEAR'::text])) AND (first_day = (date_trunc(lower(estimate_precision), (first_day)::timestamp without time zone))::date) AND ((first_day >= '2000-01-01'::date) AND (first_day <= '2199-12-31'::date)))))
CREATE OR REPLACE FUNCTION public.keep_application_decisions()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- The law's right to erasure takes the words, and nothing else.
  IF TG_OP = 'UPDATE' AND NEW.reason = '—' AND to_jsonb(NEW) - 'reason' = to_jsonb(OLD) - 'reason' THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'Decisions about applications are kept as they are' USING ERRCODE = '23514', CONSTRAINT = 'application_decisions_kept';
END $function$
CREATE OR REPLACE FUNCTION public.keep_credit_trail()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.withdrawn_at IS NULL
    AND (NEW.id, NEW.idea_id, NEW.community_id, NEW.source_id, NEW.member_id, NEW.note, NEW.given_by, NEW.given_at)
      IS NOT DISTINCT FROM (OLD.id, OLD.idea_id, OLD.community_id, OLD.source_id, OLD.member_id, OLD.note, OLD.given_by, OLD.given_at) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'Credits are withdrawn, never changed or deleted' USING ERRCODE = 'check_violation', CONSTRAINT = 'credits_stay';
END $function$
CREATE OR REPLACE FUNCTION public.keep_email_evidence()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.email = NEW.email AND (OLD.email_confirmed_at IS NULL) = (NEW.email_confirmed_at IS NULL) THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    UPDATE evidence e SET ended_at = greatest(now(), e.obtained_at), ending = 'REVOKED', ended_by = NEW.id
      WHERE e.account_id = NEW.id AND e.kind = 'EMAIL' AND e.ended_at IS NULL;
  END IF;
  IF NEW.email_confirmed_at IS NOT NULL THEN
    INSERT INTO evidence (id, account_id, kind, subject_hash, label, obtained_at)
      VALUES (new_evidence_id(), NEW.id, 'EMAIL', sha256(convert_to(lower(NEW.email::text), 'UTF8')), NEW.email::text, NEW.email_confirmed_at);
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.keep_past_rank()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.from_xid <> pg_current_xact_id() THEN
    INSERT INTO idea_past_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported, verified, raw, heat, top,
      waiting_since, completed_at, from_xid)
    VALUES (OLD.idea_id, OLD.community_id, OLD.status, OLD.category_id, OLD.author_id, OLD.created_at, OLD.closes_at, OLD.imported,
      OLD.verified, OLD.raw, OLD.heat, OLD.top, OLD.waiting_since, OLD.completed_at, OLD.from_xid);
    NEW.from_xid := pg_current_xact_id();
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.keep_term_revocations()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  words CONSTANT text[] := '{facts,passage}';
  overturning CONSTANT text[] := '{overturned_at,overturned_by,overturned_because}';
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.facts = '—' AND NEW.passage = '—' AND to_jsonb(NEW) - words = to_jsonb(OLD) - words THEN RETURN NEW; END IF;
    IF OLD.overturned_at IS NULL AND to_jsonb(NEW) - overturning = to_jsonb(OLD) - overturning THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'Why a term was taken away is kept as it is' USING ERRCODE = 'check_violation', CONSTRAINT = 'term_revocations_kept';
END $function$
CREATE OR REPLACE FUNCTION public.leave_circle_offices()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE circles SET spokesperson_id = NULL, spokesperson_since = NULL, term_ends_at = NULL
  WHERE id = OLD.circle_id AND spokesperson_id = OLD.member_id;
  DELETE FROM circle_candidates c USING circle_elections e
  WHERE e.id = c.election_id AND e.closed_at IS NULL AND c.circle_id = OLD.circle_id AND c.member_id = OLD.member_id;
  RETURN OLD;
END $function$
CREATE OR REPLACE FUNCTION public.local_day(zone text, at timestamp with time zone)
 RETURNS date
 LANGUAGE plpgsql
 STABLE
AS $function$
BEGIN
  RETURN (at AT TIME ZONE coalesce(zone, 'UTC'))::date;
EXCEPTION WHEN invalid_parameter_value THEN
  RETURN (at AT TIME ZONE 'UTC')::date;
END $function$
CREATE OR REPLACE FUNCTION public.member_identity(account_level text, account uuid, community uuid)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  SELECT CASE WHEN $1 = 'LINKED' AND EXISTS (
    SELECT FROM evidence e WHERE e.account_id = $2 AND e.community_id = $3 AND e.ended_at IS NULL) THEN 'VERIFIED' ELSE $1 END
$function$
CREATE OR REPLACE FUNCTION public.new_evidence_id()
 RETURNS uuid
 LANGUAGE sql
AS $function$
  SELECT encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
    PLACING substring(int8send((extract(epoch FROM clock_timestamp()) * 1000)::bigint) FROM 3) FROM 1 FOR 6), 52, 1), 53, 1), 'hex')::uuid
$function$
CREATE OR REPLACE FUNCTION public.next_digest(zone text, after timestamp with time zone)
 RETURNS timestamp with time zone
 LANGUAGE plpgsql
 STABLE
AS $function$
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
END $function$
CREATE OR REPLACE FUNCTION public.plain_text(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(unaccent('unaccent'::regdictionary, $1))
CREATE OR REPLACE FUNCTION public.post_reward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM reward_transfers WHERE id = NEW.transfer_id AND xmin::text = (pg_current_xact_id()::xid)::text) THEN
    RAISE EXCEPTION 'A transfer is over once it is made' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
  END IF;
  UPDATE reward_accounts SET balance = balance + NEW.amount WHERE id = NEW.account_id;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.rank_begins_to_wait()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  NEW.waiting_since := NEW.created_at;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.rank_changed_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO idea_ranks AS r (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT n.id, n.community_id, n.status, n.category_id, n.author_id, n.created_at,
    closing_of(n.status, CASE WHEN n.withheld IS NULL THEN n.deadline END), imported_total(n.id)
  FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT'
    AND (n.status, n.category_id, n.author_id, n.created_at, n.deadline, n.imported_support, n.withheld)
      IS DISTINCT FROM (o.status, o.category_id, o.author_id, o.created_at, o.deadline, o.imported_support, o.withheld)
  ORDER BY n.id
  ON CONFLICT (idea_id) DO UPDATE SET status = excluded.status, category_id = excluded.category_id, author_id = excluded.author_id,
    created_at = excluded.created_at, closes_at = excluded.closes_at, imported = excluded.imported;
  UPDATE idea_ranks SET imported = imported_total(idea_id) WHERE idea_id IN (
    SELECT root FROM new_ideas n JOIN old_ideas o USING (id), unnest(ARRAY[n.merged_into_id, o.merged_into_id]) AS root
    WHERE (n.merged_into_id, n.imported_support) IS DISTINCT FROM (o.merged_into_id, o.imported_support) AND root IS NOT NULL);
  INSERT INTO search_backlog (idea_id)
  SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT' AND (o.status = 'DRAFT' OR (n.title, n.body) <> (o.title, o.body));
  INSERT INTO duplicate_backlog (idea_id)
  SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
  WHERE n.status <> 'DRAFT' AND (o.status = 'DRAFT' OR (n.title, n.body) <> (o.title, o.body));
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.rank_new_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO idea_ranks (idea_id, community_id, status, category_id, author_id, created_at, closes_at, imported)
  SELECT id, community_id, status, category_id, author_id, created_at, closing_of(status, deadline), imported_support
  FROM new_ideas WHERE status <> 'DRAFT';
  UPDATE idea_ranks SET imported = imported_total(idea_id) WHERE idea_id IN (SELECT merged_into_id FROM new_ideas WHERE merged_into_id IS NOT NULL);
  INSERT INTO search_backlog (idea_id) SELECT id FROM new_ideas WHERE status <> 'DRAFT';
  INSERT INTO duplicate_backlog (idea_id) SELECT id FROM new_ideas WHERE status <> 'DRAFT';
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.recount_union(root uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NOT EXISTS (SELECT FROM ideas WHERE merged_into_id = root) THEN
    DELETE FROM vote_unions WHERE root_id = root;
    RETURN;
  END IF;
  INSERT INTO vote_unions (root_id, shard, raw, verified, quarantined, heat)
  SELECT root, s, count(m.member_id), count(*) FILTER (WHERE m.standing = 'VERIFIED'), count(*) FILTER (WHERE m.standing = 'QUARANTINED'),
    heat_sum(vote_heat(m.cast_at)) FILTER (WHERE m.standing = 'VERIFIED')
  FROM generate_series(0, 15) s LEFT JOIN united_votes(root) m ON vote_shard(m.member_id) = s GROUP BY 2 ORDER BY 2
  ON CONFLICT (root_id, shard) DO UPDATE SET
    raw = excluded.raw, verified = excluded.verified, quarantined = excluded.quarantined, heat = excluded.heat;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_change_of_review()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'Reviews of entries are not changed' USING ERRCODE = 'check_violation', CONSTRAINT = 'entry_reviews_stay';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_log_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'The moderation log is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_append_only';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_log_gaps()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.index IS DISTINCT FROM (SELECT size FROM log_trees WHERE community_id = NEW.community_id) THEN
    RAISE EXCEPTION 'The moderation log has no such place' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_in_order';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_log_jumps()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.community_id <> OLD.community_id OR NEW.size <> OLD.size + 1
    OR NOT EXISTS (SELECT FROM log_entries e WHERE e.community_id = NEW.community_id AND e.index = OLD.size AND e.key_id = NEW.key_id) THEN
    RAISE EXCEPTION 'A log grows by its entries' USING ERRCODE = 'check_violation', CONSTRAINT = 'moderation_log_in_order';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_loose_balance()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.balance = 0 THEN RETURN NEW; END IF;
  IF TG_OP = 'UPDATE' AND pg_trigger_depth() > 1 AND (to_jsonb(NEW) - 'balance') = (to_jsonb(OLD) - 'balance') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'A balance is the sum of its postings' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_other_application()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'A term keeps its application' USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_keep_application';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_partial_judge(judge uuid, judge_as text, community uuid, item uuid, affected uuid)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
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
END $function$
CREATE OR REPLACE FUNCTION public.refuse_reputation_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF TG_OP = 'DELETE' AND OLD.member_id::text = ANY (string_to_array(current_setting('fanfare.forgotten_members', true), ',')) THEN
    RETURN OLD;
  END IF;
  RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'reputation_append_only';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_reputation_truncate()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'The ledger is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'reputation_append_only';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_reward_changes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'The ledger of rewards is append-only' USING ERRCODE = 'check_violation', CONSTRAINT = 'rewards_append_only';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_second_payout()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.generation <> 1 + (SELECT count(*) FROM reward_transfers WHERE entry_id = NEW.entry_id AND kind = 'REVERSAL') THEN
    RAISE EXCEPTION 'The entry is paid' USING ERRCODE = 'unique_violation', CONSTRAINT = 'reward_transfers_paid_once';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_term_of_unselected()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- A new row is one that nobody else can wait for: the application is held instead.
  IF TG_OP = 'INSERT' THEN PERFORM FROM applications WHERE id = NEW.application_id FOR SHARE; END IF;
  IF NOT EXISTS (SELECT FROM applications WHERE id = NEW.application_id AND member_id = NEW.member_id AND state = 'SELECTED') THEN
    RAISE EXCEPTION 'A term in force is of somebody who was selected' USING ERRCODE = 'check_violation', CONSTRAINT = 'terms_of_selected';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_test_office()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM accounts WHERE id = NEW.account_id AND test_until IS NOT NULL) THEN
    RAISE EXCEPTION 'A test account holds no office' USING ERRCODE = 'check_violation', CONSTRAINT = 'role_grants_never_to_tests';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_turned_test_account()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  RAISE EXCEPTION 'A test account begins as one and stays one' USING ERRCODE = 'check_violation', CONSTRAINT = 'accounts_test_from_the_start';
END $function$
CREATE OR REPLACE FUNCTION public.refuse_unbalanced_reward()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF (SELECT count(*) FROM reward_postings WHERE transfer_id = NEW.id) < 2 OR EXISTS (
    SELECT FROM reward_postings p JOIN reward_accounts a ON a.id = p.account_id WHERE p.transfer_id = NEW.id GROUP BY a.perk_id HAVING sum(p.amount) <> 0
  ) THEN
    RAISE EXCEPTION 'A transfer has two sides' USING ERRCODE = 'check_violation', CONSTRAINT = 'reward_transfers_balance';
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_unselecting_who_serves()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  -- Its terms are held: one that begins at this moment is waited for, and one that comes after finds what is written here.
  PERFORM FROM terms WHERE application_id = OLD.id ORDER BY id FOR NO KEY UPDATE;
  IF EXISTS (SELECT FROM terms WHERE application_id = OLD.id AND state = 'ACTIVE') THEN
    RAISE EXCEPTION 'Who serves was selected' USING ERRCODE = 'check_violation', CONSTRAINT = 'applications_of_serving';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.refuse_votes_for_erased()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (
    SELECT FROM new_votes v JOIN ideas i ON i.id = v.idea_id LEFT JOIN ideas root ON root.id = i.merged_into_id
    WHERE CASE WHEN i.merged_into_id IS NULL THEN i.erased_at ELSE root.erased_at END IS NOT NULL
  ) THEN
    RAISE EXCEPTION 'A vote for an idea whose text was erased' USING ERRCODE = 'check_violation', CONSTRAINT = 'votes_for_a_text';
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.reports_are_of_others()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.reporter_id = (SELECT author_id FROM review_items WHERE id = NEW.item_id) THEN
    RAISE EXCEPTION 'nobody reports their own' USING ERRCODE = 'check_violation', CONSTRAINT = 'reports_are_of_others';
  END IF;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.reputation_score(base integer, identity_level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (floor((((((base)::bigint * reputation_tenths(identity_level)) + 5))::numeric / (10)::numeric)))::integer
CREATE OR REPLACE FUNCTION public.reputation_tenths(identity_level text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE identity_level WHEN 'VERIFIED'::text THEN 10 WHEN 'LINKED'::text THEN 8 WHEN 'CONFIRMED'::text THEN 5 ELSE 0 END
CREATE OR REPLACE FUNCTION public.restrictions_hold_member()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM FROM members WHERE id = NEW.member_id FOR UPDATE;
  RETURN NEW;
END $function$
CREATE OR REPLACE FUNCTION public.restrictions_mark_member()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  UPDATE members m SET restricted = n.restricted
  FROM (SELECT EXISTS (SELECT FROM restrictions r WHERE r.member_id = NEW.member_id AND r.lifted_at IS NULL) AS restricted) n
  WHERE m.id = NEW.member_id AND m.restricted <> n.restricted;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.roadmap_place(idea_status text, first_day date, estimate_precision text, delivered timestamp with time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN CASE WHEN (idea_status = 'DELIVERED'::text) THEN (- EXTRACT(epoch FROM delivered)) ELSE COALESCE(((estimate_end(first_day, estimate_precision) - '2000-01-01'::date))::numeric, '1000000000'::numeric) END
CREATE OR REPLACE FUNCTION public.roadmap_stage(idea_status text)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (CASE idea_status WHEN 'PLANNED'::text THEN 1 WHEN 'IN_PROGRESS'::text THEN 2 WHEN 'DELIVERED'::text THEN 3 ELSE NULL::integer END)::smallint
CREATE OR REPLACE FUNCTION public.search_text(text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN regexp_replace(plain_text($1), '([\u0e00-\u0eff\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff])'::text, ' \1 '::text, 'g'::text)
CREATE OR REPLACE FUNCTION public.search_vector(title text, body text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (setweight(((to_tsvector('simple'::regconfig, title) || to_tsvector('english'::regconfig, title)) || to_tsvector('french'::regconfig, title)), 'A'::"char") || setweight((to_tsvector('english'::regconfig, body) || to_tsvector('french'::regconfig, body)), 'B'::"char"))
CREATE OR REPLACE FUNCTION public.search_word(text, prefix boolean)
 RETURNS tsquery
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((phraseto_tsquery('simple'::regconfig, search_text("")) || phraseto_tsquery('english'::regconfig, search_text(""))) || phraseto_tsquery('french'::regconfig, search_text(""))) || CASE WHEN (prefix AND (search_text("") ~ '^[[:alnum:]]+$'::text)) THEN to_tsquery('simple'::regconfig, (search_text("") || ':*'::text)) ELSE ''::tsquery END)
CREATE OR REPLACE FUNCTION public.settle_answered_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE answered uuid[] := ARRAY(SELECT DISTINCT r.idea_id FROM added a JOIN idea_ranks r ON r.idea_id = a.idea_id WHERE r.waiting_since IS NOT NULL);
BEGIN
  IF cardinality(answered) > 0 THEN PERFORM settle_waits(answered); END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.settle_changed_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  waits uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE n.status <> 'DRAFT' AND (n.status, n.created_at, n.erased_at, n.withheld) IS DISTINCT FROM (o.status, o.created_at, o.erased_at, o.withheld)
      AND (n.status IN ('OPEN', 'UNDER_REVIEW') OR o.status IN ('OPEN', 'UNDER_REVIEW')));
  placed uuid[] := ARRAY(
    SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id)
    WHERE (n.status, n.created_at, n.estimate_from, n.estimate_precision, n.withheld)
        IS DISTINCT FROM (o.status, o.created_at, o.estimate_from, o.estimate_precision, o.withheld)
      AND (n.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') OR o.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED')));
BEGIN
  IF cardinality(waits) > 0 THEN PERFORM settle_waits(waits); END IF;
  IF cardinality(placed) > 0 THEN PERFORM settle_roadmap(placed); END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.settle_moved_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  completed uuid[] := ARRAY(SELECT DISTINCT idea_id FROM added WHERE to_status = 'UNDER_REVIEW' AND mover = 'SYSTEM');
  delivered uuid[] := ARRAY(SELECT DISTINCT idea_id FROM added WHERE to_status = 'DELIVERED');
BEGIN
  IF cardinality(completed) > 0 THEN PERFORM settle_waits(completed); END IF;
  IF cardinality(delivered) > 0 THEN PERFORM settle_roadmap(delivered); END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.settle_new_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO roadmap_places (idea_id, community_id, stage, place)
  SELECT id, community_id, roadmap_stage(status), roadmap_place(status, estimate_from, estimate_precision, created_at)
  FROM new_ideas WHERE status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED');
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.settle_roadmap(changed uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
BEGIN
  DELETE FROM roadmap_places p USING ideas i
  WHERE p.idea_id = ANY (changed) AND i.id = ANY (changed) AND i.id = p.idea_id
    AND (i.status NOT IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') OR i.withheld IS NOT NULL);
  INSERT INTO roadmap_places (idea_id, community_id, stage, place)
  SELECT i.id, i.community_id, roadmap_stage(i.status), roadmap_place(i.status, i.estimate_from, i.estimate_precision,
    coalesce((SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.to_status = 'DELIVERED'), i.created_at))
  FROM ideas i WHERE i.id = ANY (changed) AND i.status IN ('PLANNED', 'IN_PROGRESS', 'DELIVERED') AND i.withheld IS NULL ORDER BY i.id
  ON CONFLICT (idea_id) DO UPDATE SET stage = excluded.stage, place = excluded.place;
END $function$
CREATE OR REPLACE FUNCTION public.settle_waits(changed uuid[])
 RETURNS void
 LANGUAGE plpgsql
 SET plan_cache_mode TO 'force_custom_plan'
AS $function$
BEGIN
  UPDATE idea_ranks r SET waiting_since = w.since, completed_at = w.completed FROM (
    SELECT id, CASE WHEN NOT can_wait THEN NULL WHEN answered IS NULL THEN created_at WHEN completed > answered THEN completed END AS since,
      CASE WHEN completed > coalesce(answered, '-infinity') THEN completed ELSE timestamptz '9999-12-31 00:00:00+00' END AS completed
    FROM (
      SELECT i.id, i.created_at, i.status IN ('OPEN', 'UNDER_REVIEW') AND i.erased_at IS NULL AND i.withheld IS NULL AS can_wait,
        CASE WHEN i.status IN ('OPEN', 'UNDER_REVIEW') THEN (SELECT max(a.created_at) FROM official_responses a WHERE a.idea_id = i.id) END AS answered,
        CASE WHEN i.status = 'UNDER_REVIEW' AND i.erased_at IS NULL THEN (
          SELECT max(m.moved_at) FROM idea_moves m WHERE m.idea_id = i.id AND m.mover = 'SYSTEM' AND m.to_status = 'UNDER_REVIEW') END AS completed
      FROM ideas i WHERE i.id = ANY (changed) AND i.status <> 'DRAFT'
    ) facts
  ) w
  WHERE r.idea_id = ANY (changed) AND r.idea_id = w.id AND (r.waiting_since, r.completed_at) IS DISTINCT FROM (w.since, w.completed);
END $function$
CREATE OR REPLACE FUNCTION public.tally_changed_votes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  was vote_change[];
  became vote_change[] := '{}';
  changes tally_change[];
BEGIN
  IF TG_OP = 'DELETE' THEN
    was := ARRAY(SELECT ROW(idea_id, member_id, standing, cast_at)::vote_change FROM old_votes);
  ELSE
    was := ARRAY(SELECT ROW(c.*)::vote_change FROM (
      SELECT idea_id, member_id, standing, cast_at FROM old_votes EXCEPT SELECT idea_id, member_id, standing, cast_at FROM new_votes) c);
    became := ARRAY(SELECT ROW(c.*)::vote_change FROM (
      SELECT idea_id, member_id, standing, cast_at FROM new_votes EXCEPT SELECT idea_id, member_id, standing, cast_at FROM old_votes) c);
  END IF;
  changes := ARRAY(
    SELECT ROW(idea_id, vote_shard(member_id), sum(sign), coalesce(sum(sign) FILTER (WHERE standing = 'VERIFIED'), 0),
      coalesce(sum(sign) FILTER (WHERE standing = 'QUARANTINED'), 0),
      heat_sum(vote_heat(cast_at)) FILTER (WHERE sign > 0 AND standing = 'VERIFIED'),
      bool_or(sign < 0 AND standing = 'VERIFIED'))::tally_change
    FROM (SELECT -1 AS sign, * FROM unnest(was) UNION ALL SELECT 1, * FROM unnest(became)) changed GROUP BY idea_id, vote_shard(member_id));
  PERFORM FROM vote_tallies t JOIN unnest(changes) c USING (idea_id, shard) ORDER BY t.idea_id, t.shard FOR UPDATE OF t;
  UPDATE vote_tallies t SET
    raw = t.raw + c.raw, verified = t.verified + c.verified, quarantined = t.quarantined + c.quarantined,
    heat = CASE WHEN t.verified + c.verified = 0 THEN NULL
      WHEN c.lost THEN heat_of_shard(t.idea_id, t.shard)
      ELSE coalesce(heat_plus(t.heat, c.gained), t.heat, c.gained) END
  FROM unnest(changes) c WHERE t.idea_id = c.idea_id AND t.shard = c.shard;
  IF EXISTS (
    SELECT FROM unnest(changes) c JOIN ideas i ON i.id = c.idea_id
    JOIN vote_unions u ON u.root_id = coalesce(i.merged_into_id, i.id) AND u.shard = c.shard
  ) THEN
    PERFORM tally_unions(was, became);
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.tally_new_votes()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  INSERT INTO vote_tallies AS t (idea_id, shard, raw, verified, quarantined, heat)
  SELECT idea_id, vote_shard(member_id), count(*), count(*) FILTER (WHERE standing = 'VERIFIED'),
    count(*) FILTER (WHERE standing = 'QUARANTINED'), heat_sum(vote_heat(cast_at)) FILTER (WHERE standing = 'VERIFIED')
  FROM new_votes GROUP BY 1, 2 ORDER BY 1, 2
  ON CONFLICT (idea_id, shard) DO UPDATE SET
    raw = t.raw + excluded.raw, verified = t.verified + excluded.verified, quarantined = t.quarantined + excluded.quarantined,
    heat = coalesce(heat_plus(t.heat, excluded.heat), t.heat, excluded.heat);
  -- A statement of its own, after the parts are held: it sees every merge that came before.
  IF EXISTS (
    SELECT FROM new_votes n JOIN ideas i ON i.id = n.idea_id
    JOIN vote_unions u ON u.root_id = coalesce(i.merged_into_id, i.id) AND u.shard = vote_shard(n.member_id)
  ) THEN
    PERFORM tally_unions('{}', ARRAY(SELECT ROW(idea_id, member_id, standing, cast_at)::vote_change FROM new_votes));
  END IF;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.tally_unions(was vote_change[], became vote_change[])
 RETURNS void
 LANGUAGE plpgsql
AS $function$
BEGIN
  PERFORM FROM vote_unions u JOIN (
    SELECT DISTINCT coalesce(i.merged_into_id, i.id) AS root_id, vote_shard(c.member_id) AS shard
    FROM unnest(was || became) c JOIN ideas i ON i.id = c.idea_id
  ) c USING (root_id, shard) ORDER BY u.root_id, u.shard FOR UPDATE OF u;
  WITH touched AS (
    SELECT DISTINCT coalesce(i.merged_into_id, i.id) AS root_id, c.member_id FROM unnest(was || became) c JOIN ideas i ON i.id = c.idea_id
  ), present AS (
    SELECT t.root_id, t.member_id, v.idea_id, v.standing, v.cast_at
    FROM touched t JOIN ideas f ON f.id = t.root_id OR f.merged_into_id = t.root_id
    JOIN votes v ON v.idea_id = f.id AND v.member_id = t.member_id
  ), past AS (
    SELECT root_id, member_id, standing, cast_at FROM present p
    WHERE NOT EXISTS (SELECT FROM unnest(became) b WHERE b.idea_id = p.idea_id AND b.member_id = p.member_id)
    UNION ALL
    SELECT coalesce(i.merged_into_id, i.id), w.member_id, w.standing, w.cast_at FROM unnest(was) w JOIN ideas i ON i.id = w.idea_id
  ), a AS (
    SELECT root_id, member_id, min(cast_at) AS at, united_standing(bool_or(standing = 'QUARANTINED'), bool_or(standing = 'VERIFIED')) AS standing
    FROM present GROUP BY 1, 2
  ), b AS (
    SELECT root_id, member_id, min(cast_at) AS at, united_standing(bool_or(standing = 'QUARANTINED'), bool_or(standing = 'VERIFIED')) AS standing
    FROM past GROUP BY 1, 2
  ), d AS (
    SELECT root_id, vote_shard(member_id) AS shard, count(a.at) - count(b.at) AS raw,
      count(*) FILTER (WHERE a.standing = 'VERIFIED') - count(*) FILTER (WHERE b.standing = 'VERIFIED') AS verified,
      count(*) FILTER (WHERE a.standing = 'QUARANTINED') - count(*) FILTER (WHERE b.standing = 'QUARANTINED') AS quarantined,
      heat_sum(vote_heat(a.at)) FILTER (WHERE a.standing = 'VERIFIED' AND b.standing IS DISTINCT FROM 'VERIFIED') AS gained,
      coalesce(bool_or(b.standing = 'VERIFIED' AND (a.standing IS DISTINCT FROM 'VERIFIED' OR a.at <> b.at)), false) AS lost
    FROM a FULL JOIN b USING (root_id, member_id) GROUP BY 1, 2
  )
  UPDATE vote_unions u SET
    raw = u.raw + d.raw, verified = u.verified + d.verified, quarantined = u.quarantined + d.quarantined,
    heat = CASE WHEN u.verified + d.verified = 0 THEN NULL
      WHEN d.lost THEN (
        SELECT heat_sum(vote_heat(m.cast_at)) FROM united_votes(u.root_id) m WHERE vote_shard(m.member_id) = u.shard AND m.standing = 'VERIFIED')
      ELSE coalesce(heat_plus(u.heat, d.gained), u.heat, d.gained) END
  FROM d WHERE u.root_id = d.root_id AND u.shard = d.shard;
END $function$
CREATE OR REPLACE FUNCTION public.titles_like(community uuid, typed text)
 RETURNS SETOF uuid
 LANGUAGE sql
 STABLE STRICT ROWS 20
 SET "pg_trgm.similarity_threshold" TO '0.45'
AS $function$
  SELECT id FROM ideas WHERE community_id = $1 AND status <> 'DRAFT' AND plain_text(title) % $2
$function$
CREATE OR REPLACE FUNCTION public.unite_ideas()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
DECLARE
  roots uuid[];
  moved uuid[] := '{}';
BEGIN
  IF TG_OP = 'INSERT' THEN
    roots := ARRAY(SELECT DISTINCT merged_into_id FROM new_ideas WHERE merged_into_id IS NOT NULL ORDER BY 1);
  ELSE
    roots := ARRAY(
      SELECT DISTINCT root FROM new_ideas n JOIN old_ideas o USING (id), unnest(ARRAY[n.merged_into_id, o.merged_into_id]) AS root
      WHERE n.merged_into_id IS DISTINCT FROM o.merged_into_id AND root IS NOT NULL ORDER BY 1);
    moved := ARRAY(SELECT n.id FROM new_ideas n JOIN old_ideas o USING (id) WHERE n.merged_into_id IS DISTINCT FROM o.merged_into_id);
  END IF;
  IF cardinality(roots) = 0 THEN RETURN NULL; END IF;
  IF EXISTS (SELECT FROM ideas t WHERE t.id = ANY (roots) AND t.merged_into_id IS NOT NULL AND EXISTS (SELECT FROM ideas d WHERE d.merged_into_id = t.id))
    OR EXISTS (SELECT FROM new_ideas n JOIN ideas d ON d.merged_into_id = n.id WHERE n.merged_into_id IS NOT NULL) THEN
    RAISE EXCEPTION 'A duplicate points at a duplicate' USING ERRCODE = 'check_violation', CONSTRAINT = 'ideas_no_chain';
  END IF;
  PERFORM hold_tallies(roots || moved);
  PERFORM recount_union(root) FROM unnest(roots) AS root;
  RETURN NULL;
END $function$
CREATE OR REPLACE FUNCTION public.united_standing(any_quarantined boolean, any_verified boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN any_quarantined THEN 'QUARANTINED'::text WHEN any_verified THEN 'VERIFIED'::text ELSE 'UNVERIFIED'::text END
CREATE OR REPLACE FUNCTION public.united_votes(root uuid)
 RETURNS TABLE(member_id uuid, standing text, cast_at timestamp with time zone)
 LANGUAGE sql
 STABLE STRICT
AS $function$
  SELECT v.member_id, united_standing(bool_or(v.standing = 'QUARANTINED'), bool_or(v.standing = 'VERIFIED')), min(v.cast_at)
  FROM ideas f JOIN votes v ON v.idea_id = f.id WHERE f.id = root OR f.merged_into_id = root GROUP BY 1
$function$
CREATE OR REPLACE FUNCTION public.vote_heat(cast_at timestamp with time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN (((EXTRACT(epoch FROM cast_at))::double precision - (1577836800)::double precision) / (259200)::double precision)
CREATE OR REPLACE FUNCTION public.vote_shard(member uuid)
 RETURNS smallint
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN ((get_byte(uuid_send(member), 15) & 15))::smallint
CREATE OR REPLACE FUNCTION public.vote_standing(identity_level text, is_staff boolean, is_quarantined boolean)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN CASE WHEN is_quarantined THEN 'QUARANTINED'::text WHEN (is_staff OR (identity_level = 'ANONYMOUS'::text)) THEN 'UNVERIFIED'::text ELSE 'VERIFIED'::text END
CREATE OR REPLACE FUNCTION public.words_like(community uuid, typed text)
 RETURNS TABLE(word text, ideas integer)
 LANGUAGE sql
 STABLE STRICT ROWS 60
 SET "pg_trgm.similarity_threshold" TO '0.2'
AS $function$
  SELECT w.word, w.ideas FROM search_words w WHERE w.community_id = $1 AND w.word % $2
  ORDER BY similarity(w.word, $2) DESC, w.word LIMIT 60
$function$
