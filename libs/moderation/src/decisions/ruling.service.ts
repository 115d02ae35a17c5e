import { Injectable } from '@nestjs/common';
import { rowsOf, type Tx } from '@fanfare/database';
import { type Actor, Clock, DAY, newId, Problem } from '@fanfare/kernel';
import { Criticisms } from '../criticism/criticisms.service.js';
import type { DecisionSource } from '../moderation.enums.js';
import { DecisionProposed } from '../moderation.events.js';
import { ReviewSubjects, type ReviewSubject } from '../subjects/review-subjects.js';
import { DecisionLog } from './decision.log.js';
import type { DecisionRow, Office } from './decision.row.js';
import { DecisionsStore, type NewDecision } from './decisions.store.js';
import { Enactment } from './enactment.service.js';
import { LONGEST_HOLD_MS, needsSecond } from './judge.policy.js';
import type { Matter } from './matter.js';
import { type GivenReasons, type Reasons, wholeReasons } from './reasons.js';
import { type GivenSentence, sentenceFrom, type Sentence } from './sentence.js';

/** Six months, as the Digital Services Act asks at least (Article 20). */
export const APPEAL_MS = 183 * DAY;

const RULE = 'SELECT version FROM community_rules WHERE community_id = $1 AND number = $2 AND until IS NULL FOR SHARE';

const ORIGIN = `
  SELECT EXISTS (SELECT FROM reports r JOIN illegal_content_notices n ON n.report_id = r.id WHERE r.item_id = $1) AS noticed,
    EXISTS (SELECT FROM reports WHERE item_id = $1) AS reported,
    EXISTS (SELECT FROM decisions WHERE item_id = $1 AND automated_detection) AS detected`;

/** One ruling: what is to happen, and why. */
export type Ruling = GivenSentence & GivenReasons;

/** A ruling that was examined: whole, and possible. */
export interface Ruled extends Sentence, Reasons {
  readonly ruleVersion: number | null;
}

/** Who rules, and when: what is decided in one act is so at one time, and falls together. */
export interface Judge {
  readonly actor: Actor;
  readonly office: Office;
  readonly at: Date;
}

/** Makes decisions about a matter that is held: complete, or not at all. */
@Injectable()
export class RulingService {
  constructor(
    private readonly subjects: ReviewSubjects,
    private readonly criticisms: Criticisms,
    private readonly store: DecisionsStore,
    private readonly enactment: Enactment,
    private readonly log: DecisionLog,
    private readonly clock: Clock,
  ) {}

  /**
   * What a ruling comes to, without writing anything.
   *
   * @param at when it is decided: a hold of a fortnight is measured from there by whoever asks how heavy it is
   * @throws Problem `REASONS_INCOMPLETE`, `UNKNOWN_RULE`, `INVALID_INPUT`, `TOO_LONG`
   */
  async examine(tx: Tx, item: Matter, ruling: Ruling, at: Date): Promise<Ruled> {
    const subject = (await this.subjects.of(item.kind).load(tx, [item.subjectId])).get(item.subjectId);
    const sentence = sentenceFrom(ruling, item.kind, item.authorId !== null, at);
    const reasons = wholeReasons(sentence.action, ruling, aboutOf(item, subject));
    return { ...sentence, ...reasons, ruleVersion: await versionOf(tx, item.communityId, reasons.rule) };
  }

  /**
   * Writes a decision and does what it says; what takes two is proposed, and held meanwhile.
   *
   * @param instead holds that end with it
   */
  async rule(tx: Tx, judge: Judge, item: Matter, ruled: Ruled, id: string, instead: readonly DecisionRow[] = []): Promise<DecisionRow> {
    const proposed = needsSecond(ruled, item.rung);
    const decision = await this.store.insert(tx, { ...(await this.draft(tx, judge, item, ruled)), id, needsSecond: proposed, ...this.times(ruled, proposed) });
    if (proposed) await this.enactment.tell(tx, DecisionProposed, judge.actor, decision);
    else await this.enactment.enact(tx, judge.actor, decision, instead);
    await this.log.made(tx, decision);
    if (!proposed) await this.log.ended(tx, instead, 'DECISION', () => judge.at);
    return decision;
  }

  /** What a proposal keeps from happening until somebody has agreed: the same reasons, a fortnight at most. */
  async hold(tx: Tx, judge: Judge, item: Matter, ruled: Ruled, proposal: DecisionRow, instead: readonly DecisionRow[] = []): Promise<DecisionRow> {
    const held: Ruled = { ...ruled, action: 'HOLD', right: null, endsAt: new Date(this.clock.now().getTime() + LONGEST_HOLD_MS) };
    const draft = await this.draft(tx, judge, item, held);
    const hold = await this.store.insert(tx, { ...draft, id: newId(), needsSecond: false, ...this.times(held, false), holdsFor: proposal.id });
    await this.enactment.enact(tx, judge.actor, hold, instead);
    await this.log.made(tx, hold);
    await this.log.ended(tx, instead, 'DECISION', () => judge.at);
    return hold;
  }

  /** From now on, and until when it can be appealed. */
  times({ endsAt }: Pick<Ruled, 'endsAt'>, proposed: boolean): Pick<NewDecision, 'state' | 'startsAt' | 'endsAt' | 'appealUntil'> {
    const now = this.clock.now();
    return { state: proposed ? 'PROPOSED' : 'IN_FORCE', startsAt: proposed ? null : now, endsAt, appealUntil: new Date(now.getTime() + APPEAL_MS) };
  }

  private async draft(tx: Tx, { actor, office, at }: Judge, item: Matter, ruled: Ruled): Promise<Draft> {
    const { action, right, scope, ground, rule, ruleVersion, law, facts, passage, language } = ruled;
    return {
      communityId: item.communityId, itemId: item.id, affectedId: item.authorId, action, right, scope, ground, ruleNumber: rule, ruleVersion, law, facts,
      passage, language, ...(await originOf(tx, item.id)), automatedDecision: false, critical: await this.isCritical(tx, item), decidedBy: actor.accountId, decidedAs: office,
      decidedAt: at, holdsFor: null,
    };
  }

  /** Whether the text criticises the brand as it is decided about: what is removed of such is told apart. */
  private async isCritical(tx: Tx, { kind, subjectId, communityId }: Matter): Promise<boolean> {
    const subject = (await this.subjects.of(kind).load(tx, [subjectId])).get(subjectId);
    return subject !== undefined && (await this.criticisms.of(communityId, subject, tx)).critical;
  }
}

type Draft = Omit<NewDecision, 'id' | 'needsSecond' | 'state' | 'startsAt' | 'endsAt' | 'appealUntil'>;

function aboutOf({ kind }: Matter, subject: ReviewSubject | undefined) {
  return { kind, title: subject?.title ?? null, text: subject?.text ?? '' };
}

async function versionOf(tx: Tx, communityId: string, rule: number | null): Promise<number | null> {
  if (rule === null) return null;
  const [found] = await rowsOf<{ version: number }>(tx, RULE, [communityId, rule]);
  if (!found) throw new Problem('UNKNOWN_RULE', { rule });
  return found.version;
}

/** What brought the item before a moderator. */
async function originOf(tx: Tx, itemId: string): Promise<{ source: DecisionSource; automatedDetection: boolean }> {
  const [origin] = await rowsOf<{ noticed: boolean; reported: boolean; detected: boolean }>(tx, ORIGIN, [itemId]);
  const { noticed, reported, detected } = origin!;
  const source = noticed ? 'NOTICE' : reported ? 'REPORT' : detected ? 'AUTOMATED' : 'OWN_INITIATIVE';
  return { source, automatedDetection: detected };
}
