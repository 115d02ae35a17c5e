import { Injectable } from '@nestjs/common';
import { CommunitiesQueries } from '@fanfare/communities';
import type { Tx } from '@fanfare/database';
import { Criticisms } from '../criticism/criticisms.service.js';
import { AutomaticHolds } from '../decisions/automatic-holds.service.js';
import type { ReviewItemRow } from '../queue/review-item.row.js';
import { ReviewItemsService } from '../queue/review-items.service.js';
import { worstOf } from '../queue/review-priority.js';
import { ReviewSubjects } from '../subjects/review-subjects.js';
import { HELD_AT_ONCE, type ReportCategory } from './report.category.js';
import { CATEGORY_WORDS } from './report.words.js';
import { holds, holdThreshold, togetherOf, type WeighedReport } from './report-weight.js';
import { ruleFor } from './rule-for.js';

/** A report as it counts towards a hold. */
export interface CountedReport extends WeighedReport {
  readonly category: ReportCategory;
}

/** Holds what weighty reports are about, in front of the queue: a fortnight at most, until a moderator has looked. */
@Injectable()
export class WeightHolds {
  constructor(
    private readonly subjects: ReviewSubjects,
    private readonly automatic: AutomaticHolds,
    private readonly items: ReviewItemsService,
    private readonly criticisms: Criticisms,
    private readonly communities: CommunitiesQueries,
  ) {}

  /** @returns whether it is held by this */
  async consider(tx: Tx, item: ReviewItemRow, reports: readonly CountedReport[]): Promise<boolean> {
    const counted = reports.filter(({ category }) => HELD_AT_ONCE.has(category));
    if (item.state !== 'OPEN' || item.subjectKind === 'MEMBER' || !holds(counted, item.supporters)) return false;
    const kept = await this.items.keptBefore(tx, item);
    if (!holds(counted, item.supporters, kept)) return false;
    const subject = (await this.subjects.of(item.subjectKind).load(tx, [item.subjectId])).get(item.subjectId);
    if (!subject || subject.withheld) return false;
    const community = (await this.communities.byIds([item.communityId], tx)).get(item.communityId)!;
    const language = community.locale.startsWith('fr') ? 'fr' : 'en';
    const worst = worstOf(counted.map(({ category }) => category))!;
    const { critical } = await this.criticisms.of(item.communityId, subject, tx);
    const facts = factsOf({ worst, language, people: counted.length, together: togetherOf(counted), threshold: holdThreshold(item.supporters, kept), supporters: item.supporters });
    const { rule, law } = await ruleFor(tx, community, worst);
    return this.automatic.hold(tx, { item: item.id, rule, law, facts, language, reported: true, critical });
  }
}

interface Facts {
  readonly worst: ReportCategory;
  readonly language: 'en' | 'fr';
  readonly people: number;
  readonly together: number;
  readonly threshold: number;
  readonly supporters: number;
}

/** What the author reads: no person judged this, and how it came about. */
function factsOf({ worst, language, people, together, threshold, supporters }: Facts): string {
  const number = (value: number) => new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(value);
  const category = CATEGORY_WORDS[worst][language];
  return language === 'fr'
    ? `${people} membres l’ont signalé (${category}). Ensemble, ces signalements pèsent ${number(together)} ; il faut ${number(threshold)} pour masquer un texte que ${number(supporters)} personnes soutiennent. Aucune personne de la modération ne l’a encore lu : il attend ici, deux semaines au plus.`
    : `${people} members reported it (${category}). Together their reports weigh ${number(together)}; it takes ${number(threshold)} to hold a text that ${number(supporters)} people support. No moderator has read it yet: it waits here for that, two weeks at most.`;
}
