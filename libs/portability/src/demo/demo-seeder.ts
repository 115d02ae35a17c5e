import { Inject, Injectable } from '@nestjs/common';
import { AccountsService, RolesService } from '@fanfare/access';
import { CommunitiesService } from '@fanfare/communities';
import { Database, rowsOf, Transactor, type Tx } from '@fanfare/database';
import { PurchaseCodesService } from '@fanfare/identity';
import { Clock, type Config, CONFIG, newId, type StaffRole, VISITOR } from '@fanfare/kernel';
import { HistoryService } from '@fanfare/reputation';
import { PlacementService } from '@fanfare/votes';
import { demoCircles } from './content/circles.js';
import { demoEvidence } from './content/evidence.js';
import { demoCommunities, type DemoCommunity, type DemoMember } from './content/index.js';
import { demoMoments } from './content/moments.js';
import { demoMovements } from './content/movement.js';
import { DemoCirclesWriter } from './demo-circles.js';
import { DemoCommunityWriter } from './demo-community.js';
import { DemoCreations } from './demo-creations.js';
import { DemoEvidenceWriter } from './demo-evidence.js';
import { DemoMattersWriter } from './demo-matters.js';
import { DemoMomentsWriter } from './demo-moments.js';
import { DemoMovementPictures, writeMovement } from './demo-movement.js';
import { DemoNewcomerWriter } from './demo-newcomer.js';
import { DemoPortraits } from './demo-portraits.js';

interface DemoAccount {
  readonly email: string;
  readonly name: string;
  readonly isOperator?: boolean;
  /** Whom of the staff they are, in every demo community. */
  readonly role?: StaffRole;
  /** The member they are in every demo community. */
  readonly member?: { readonly handle: string; readonly bio: { readonly en: string; readonly fr: string } };
  /** Which of the people of a community they are, by its slug. */
  readonly plays?: Readonly<Record<string, string>>;
}

/** Who can sign in to a demo. */
const ACCOUNTS: readonly DemoAccount[] = [
  { email: 'fan@example.org', name: 'Robin Vale', member: { handle: 'robin', bio: { en: 'New here, full of ideas.', fr: 'Je débarque, la tête pleine d’idées.' } } },
  { email: 'ambassador@example.org', name: 'The ambassador', plays: { brindlebrick: 'mei_lin', elivane: 'clementine_d' } },
  { email: 'owner@example.org', name: 'The owner', role: 'OWNER' },
  { email: 'brand@example.org', name: 'The brand team', role: 'BRAND_MANAGER' },
  { email: 'moderator@example.org', name: 'First moderator', role: 'MODERATOR' },
  {
    email: 'moderator2@example.org',
    name: 'Second moderator',
    role: 'MODERATOR',
    member: { handle: 'noor-haddad', bio: { en: 'Second pair of eyes of the moderators.', fr: 'Seconde paire d’yeux de la modération.' } },
  },
  { email: 'operator@example.org', name: 'Operator', isOperator: true },
];

/** Addresses whose password everybody knows. */
export const DEMO_EMAILS: readonly string[] = ACCOUNTS.map(({ email }) => email);

const SEED_LOCK = 5_820_113;

export interface DemoResult {
  /** Whether this call loaded it. */
  readonly seeded: boolean;
  readonly ideas: number;
  readonly votes: number;
  readonly accounts: readonly string[];
}

/** Loads the demo communities into a deployment that has nothing yet. */
@Injectable()
export class DemoSeeder {
  constructor(
    private readonly database: Database,
    private readonly transactor: Transactor,
    private readonly accounts: AccountsService,
    private readonly roles: RolesService,
    private readonly communities: CommunitiesService,
    private readonly placement: PlacementService,
    private readonly creations: DemoCreations,
    private readonly portraits: DemoPortraits,
    private readonly history: HistoryService,
    private readonly codes: PurchaseCodesService,
    private readonly matters: DemoMattersWriter,
    private readonly movementPictures: DemoMovementPictures,
    private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** Answers null when the deployment holds other people's content and no demo. Processes that start together take turns. */
  async seedOnce(): Promise<DemoResult | null> {
    const emails = DEMO_EMAILS;
    const state = await this.state();
    if (state === 'OTHER') return null;
    if (state === 'DEMO') return { seeded: false, ideas: 0, votes: 0, accounts: emails };
    const ids = await this.makeAccounts();
    const result = await this.load(ids, emails);
    if (!result.seeded) return result;
    await this.portraits.hang();
    for (const { slug } of demoCommunities) {
      await this.creations.show(slug, [...ids.values()]);
      await this.bringCodes(slug, ids);
      await this.movementPictures.hang(slug);
    }
    await this.matters.write(ids);
    return result;
  }

  /** Codes that visitors can redeem, brought as a brand brings them. */
  private async bringCodes(slug: string, ids: ReadonlyMap<string, string>): Promise<void> {
    const accountId = ids.get('brand@example.org')!;
    const { label, codes } = demoEvidence[slug]!.playable;
    const actor = { ...VISITOR, accountId, grants: await this.roles.grantsOf(accountId) };
    await this.codes.upload(actor, { community: slug, label, csv: codes.join('\n') });
  }

  private load(ids: ReadonlyMap<string, string>, emails: readonly string[]): Promise<DemoResult> {
    return this.transactor.run(async (tx) => {
      await tx.query('SELECT pg_advisory_xact_lock($1)', [SEED_LOCK]);
      if ((await this.state(tx)) !== 'EMPTY') return { seeded: false, ideas: 0, votes: 0, accounts: emails };
      const totals = { ideas: 0, votes: 0 };
      for (const content of demoCommunities) {
        const { ideaIds, votes } = await this.seed(tx, content, ids);
        totals.ideas += ideaIds.length;
        totals.votes += votes;
      }
      return { seeded: true, ...totals, accounts: emails };
    });
  }

  private async state(tx: Tx = this.database.reader): Promise<'EMPTY' | 'DEMO' | 'OTHER'> {
    const rows = await rowsOf<{ slug: string }>(tx, 'SELECT slug FROM communities LIMIT 1000');
    if (rows.length === 0) return 'EMPTY';
    return rows.some(({ slug }) => demoCommunities.some((content) => content.slug === slug)) ? 'DEMO' : 'OTHER';
  }

  private async makeAccounts(): Promise<Map<string, string>> {
    const ids = new Map<string, string>();
    for (const { email, name, isOperator } of ACCOUNTS) {
      const { id } = await this.accounts.makeTrusted({ email, displayName: name, password: this.config.demoPassword, isOperator });
      ids.set(email, id);
    }
    await this.database.query(`UPDATE accounts SET time_zone = 'Europe/Paris' WHERE id = $1 AND time_zone IS NULL`, [ids.get(DEMO_EMAILS[0]!)]);
    return ids;
  }

  private async seed(tx: Tx, content: DemoCommunity, ids: ReadonlyMap<string, string>) {
    const id = newId();
    const rules = content.rules.map((rule, at) => ({ ...rule, number: at + 1 }));
    const { slug, name, locale, tagline, description, guidelines, terms, minAge, theme, ideaTemplate, categories } = content;
    const settings = { slug, name, locale, tagline, description, guidelines, terms, minAge, theme, ideaTemplate, categories, rules };
    await this.communities.make(tx, id, settings, null);
    const moments = demoMoments[slug]!;
    const ideas = [...content.ideas, ...moments.duplicates.map(({ idea }) => idea)];
    const extended = { ...content, ideas, members: [...content.members, ...extraMembers(content.locale)] };
    const rungs = await rowsOf<{ support: number; days: number }>(tx, 'SELECT support, days FROM rungs WHERE community_id = $1 ORDER BY position', [id]);
    const writer = new DemoCommunityWriter(tx, id, extended, rungs, accountsBehind(extended, ids), this.clock.now());
    const seeded = await writer.write();
    for (const { accountId, role } of seeded.staff) await this.roles.grant(tx, { communityId: id, accountId, role, by: null });
    await new DemoEvidenceWriter(tx, { id, name }, this.clock.now()).write(demoEvidence[slug]!);
    await this.writeMoments(tx, id, extended, seeded.ideaIds);
    await this.placement.place(tx, seeded.ideaIds);
    const told = await writeMovement(tx, { id, locale }, demoMovements[slug]!, this.clock.now());
    await this.history.tell(tx, id, told);
    return seeded;
  }

  /** Merges, answers to a survey, and what the fan whom visitors play finds. */
  private async writeMoments(tx: Tx, communityId: string, { slug, members: people, ideas: texts }: DemoCommunity, ideaIds: readonly string[]): Promise<void> {
    const moments = demoMoments[slug]!;
    const [members, categories] = [await idsByName(tx, MEMBERS, communityId), await idsByName(tx, CATEGORIES, communityId)];
    const places = { communityId, members, ideas: new Map(texts.map(({ key }, at) => [key, ideaIds[at]!])) };
    const handleOf = (role: StaffRole) => people.find((person) => person.role === role)!.handle;
    const staff = { manager: handleOf('BRAND_MANAGER'), moderator: handleOf('MODERATOR') };
    await new DemoMomentsWriter(tx, places, staff, this.clock.now()).write(moments);
    await new DemoCirclesWriter(tx, places, this.clock.now()).write(demoCircles[slug]!);
    const named = people.filter(({ role }) => !role).map(({ handle }) => handle);
    await new DemoNewcomerWriter(tx, places, categories, this.clock.now()).write(moments.newcomer, named, moments.duplicates[0]!.idea.key);
  }
}

const MEMBERS = 'SELECT handle::text AS name, id FROM members WHERE community_id = $1';
const CATEGORIES = 'SELECT slug::text AS name, id FROM categories WHERE community_id = $1';

async function idsByName(tx: Tx, sql: string, communityId: string): Promise<Map<string, string>> {
  return new Map((await rowsOf<{ name: string; id: string }>(tx, sql, [communityId])).map(({ name, id }) => [name, id]));
}

/** The demo accounts that are nobody in the content. */
function extraMembers(locale: 'en' | 'fr'): DemoMember[] {
  return ACCOUNTS.flatMap(({ name, role, member }): DemoMember[] => {
    if (!member) return [];
    const displayName = member.handle === 'noor-haddad' ? 'Noor Haddad' : name;
    return [{ handle: member.handle, displayName, bio: member.bio[locale], joinedDaysAgo: 3, identity: 'CONFIRMED', ...(role ? { role: role as 'MODERATOR' } : {}) }];
  });
}

/** Which account stands behind which handle of a community. */
function accountsBehind(content: DemoCommunity, ids: ReadonlyMap<string, string>): Map<string, string> {
  const behind = new Map<string, string>();
  for (const { email, role, member, plays } of ACCOUNTS) {
    const handle = member?.handle ?? plays?.[content.slug] ?? content.members.find((person) => role && person.role === role)?.handle;
    if (handle) behind.set(handle, ids.get(email)!);
  }
  return behind;
}
