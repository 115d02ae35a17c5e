import { Injectable } from '@nestjs/common';
import { RolesService, StaffSecondFactorService } from '@fanfare/access';
import { isUniqueViolation, makeOnce, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { EventLog } from '@fanfare/events';
import { type Actor, Clock, enforce, newId, Problem } from '@fanfare/kernel';
import { CommunitiesQueries } from './communities.queries.js';
import { CommunityCreated, CommunityUpdated, TermsChanged } from './community.events.js';
import { canCreateCommunity, canUpdateCommunity } from './community.policy.js';
import { COMMUNITY_COLUMNS, type CommunityRow } from './community.row.js';
import { changedFields, changedSettings, firstSettings, type Settings, type SettingsChange } from './settings.js';
import { writeCategories, writeLadder, writeTerms } from './settings.writes.js';
import { CommunityRulesService } from './rules/community-rules.service.js';
import type { NumberedRule } from './rules/rule-changes.js';
import { communitySlug } from './slug.js';
import { ThemePictures } from './theme-pictures.js';
import { DEFAULT_THEME, type Theme } from './theme.js';

export interface NewCommunity extends SettingsChange {
  readonly slug: string;
  readonly name: string;
  readonly terms: string;
  /** What the house proposes in its language when left out. */
  readonly rules?: readonly NumberedRule[];
}

const INSERT = `
  INSERT INTO communities (id, slug, name, locale, tagline, description, guidelines, min_age, theme, idea_template, survey_rung, terms_version, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9::jsonb, $10, $11, 1, $12)`;

const UPDATE = `
  UPDATE communities SET name = $2, locale = $3, tagline = $4, description = $5, guidelines = $6, min_age = $7, theme = $8::jsonb,
    idea_template = $9, survey_rung = $10, terms_version = $11 WHERE id = $1`;

const LOCK = `
  SELECT ${COMMUNITY_COLUMNS}, t.body AS "terms" FROM communities c
  JOIN community_terms t ON t.community_id = c.id AND t.version = c.terms_version WHERE c.id = $1 FOR UPDATE OF c`;

@Injectable()
export class CommunitiesService {
  constructor(
    private readonly transactor: Transactor,
    private readonly queries: CommunitiesQueries,
    private readonly roles: RolesService,
    private readonly secondFactor: StaffSecondFactorService,
    private readonly pictures: ThemePictures,
    private readonly rules: CommunityRulesService,
    private readonly events: EventLog,
    private readonly clock: Clock,
  ) {}

  /** Makes a community with the operator who asks as its first OWNER. @throws Problem `SLUG_TAKEN` and what a setting breaks. */
  async create(actor: Actor, input: NewCommunity & { readonly idempotencyKey?: string | null }): Promise<CommunityRow> {
    enforce(canCreateCommunity(actor));
    const accountId = actor.accountId!;
    const retryable = { accountId, key: input.idempotencyKey, operation: 'createCommunity', input };
    const fresh = newId();
    const { id } = await this.transactor.run((tx) => makeOnce(tx, retryable, fresh, () => this.make(tx, fresh, input, accountId)));
    return (await this.queries.byIds([id])).get(id)!;
  }

  /** Makes a community in the caller's transaction; the import has nobody to own it. @throws Problem as `create` does. */
  async make(tx: Tx, id: string, input: NewCommunity, ownerId: string | null): Promise<void> {
    const slug = communitySlug(input.slug);
    const settings = firstSettings(await this.withPictures(tx, input, DEFAULT_THEME, { communityId: id, accountId: ownerId }));
    const now = this.clock.now();
    await takingSlug(slug, () => tx.query(INSERT, [id, slug, ...columnsOf(settings), now]));
    await writeTerms(tx, id, { version: 1, body: settings.terms, at: now });
    await writeLadder(tx, id, settings.ladder);
    await writeCategories(tx, id, settings.categories ?? []);
    await this.rules.begin(tx, id, settings.locale, input.rules);
    await this.setGraceDays(tx, id, input);
    await this.events.append(tx, CommunityCreated, { communityId: id, actorId: ownerId, subjectId: id, payload: {} });
    if (ownerId) await this.roles.grant(tx, { communityId: id, accountId: ownerId, role: 'OWNER', by: ownerId });
  }

  /** Changes settings; what is left out stays. @throws Problem `NOT_FOUND`, `NOT_ALLOWED` and what a setting breaks. */
  async update(actor: Actor, slug: string, change: SettingsChange): Promise<CommunityRow> {
    const { id } = await this.queries.requireBySlug(slug);
    enforce(canUpdateCommunity(actor, id));
    await this.transactor.run((tx) => this.change(tx, id, change, actor.accountId!));
    return (await this.queries.byIds([id])).get(id)!;
  }

  private async change(tx: Tx, id: string, change: SettingsChange, accountId: string): Promise<void> {
    const [now] = await rowsOf<CommunityRow & { terms: string }>(tx, LOCK, [id]);
    const settings = changedSettings(now!, await this.withPictures(tx, change, now!.theme, { communityId: id, accountId }));
    const termsVersion = await this.renewTerms(tx, now!, settings.terms, accountId);
    await tx.query(UPDATE, [id, ...columnsOf(settings), termsVersion]);
    await this.pictures.released(tx, now!.theme, settings.theme, id);
    const fields = changedFields(now!, settings);
    if (settings.ladder && (await writeLadder(tx, id, settings.ladder))) fields.push('ladder');
    if (settings.categories && (await writeCategories(tx, id, settings.categories))) fields.push('categories');
    if (await this.setGraceDays(tx, id, change)) fields.push('secondFactorGraceDays');
    if (fields.length === 0) return;
    await this.events.append(tx, CommunityUpdated, { communityId: id, actorId: accountId, subjectId: id, payload: { fields } });
  }

  private async setGraceDays(tx: Tx, id: string, { secondFactorGraceDays: days }: SettingsChange): Promise<boolean> {
    return days !== null && days !== undefined && this.secondFactor.setGraceDays(tx, id, days);
  }

  /** What was uploaded for the theme becomes the community's own. */
  private async withPictures<T extends SettingsChange>(tx: Tx, change: T, now: Theme, owner: { communityId: string; accountId: string | null }): Promise<T> {
    return change.theme ? { ...change, theme: await this.pictures.taken(tx, change.theme, now, owner) } : change;
  }

  /** @returns the version in force afterwards */
  private async renewTerms(tx: Tx, now: CommunityRow & { terms: string }, body: string | null, accountId: string): Promise<number> {
    if (body === null || body === now.terms) return now.termsVersion;
    const version = now.termsVersion + 1;
    await writeTerms(tx, now.id, { version, body, at: this.clock.now() });
    await this.events.append(tx, TermsChanged, { communityId: now.id, actorId: accountId, subjectId: now.id, payload: { version } });
    return version;
  }
}

/** In the order of the statements above. */
function columnsOf(settings: Settings): unknown[] {
  const { name, locale, tagline, description, guidelines, minAge, theme, ideaTemplate, surveyRung } = settings;
  return [name, locale, tagline, description, guidelines, minAge, JSON.stringify(theme), ideaTemplate, surveyRung];
}

async function takingSlug(slug: string, insert: () => Promise<unknown>): Promise<void> {
  try {
    await insert();
  } catch (error) {
    if (isUniqueViolation(error, 'communities_slug_key')) throw new Problem('SLUG_TAKEN', { slug });
    throw error;
  }
}
