/** How well spam is told, never on what it was trained on. */
import { type Example, type SpamModel, spamOdds, trainSpamModel } from '../spam/classifier.js';
import { wasTrainedOn } from '../spam/trained-on.js';
import { markOf } from '../text/fingerprint.js';
import { shippedSpamOdds } from '../phases/spam.phase.js';
import { SPAM_MODEL } from '../spam/spam-model.data.js';
import { auc, bootstrap, type Detection, detectionAt, type Interval, type Scored, seeded } from './measures.js';
import type { Labelled } from './read-spam.js';

/** Comments under videos are nearer than text messages to what people write here, and fewer. */
export const VIDEO_WEIGHT = 10;

export interface TrainingTexts {
  readonly videos: readonly Labelled[];
  readonly messages: readonly Labelled[];
}

export interface SpamResult extends Detection {
  /** Over all groups, each weighed by its size: odds of different models do not compare. */
  readonly auc: number;
  readonly interval: Interval;
  readonly n: number;
  readonly groups: Readonly<Record<string, { readonly auc: number; readonly n: number }>>;
  /** Which model scored what. */
  readonly how: string;
}

export interface Graded extends Scored {
  readonly group: string;
}

/**
 * Groups of the file are left out in turn. A file that is one group is scored by a model that never saw it; one that is the
 * only of its kind, in ten parts.
 */
export function evaluateSpam(texts: readonly Labelled[], training: TrainingTexts | null): SpamResult {
  const { graded, how } = gradedBy(texts, training);
  return { ...resultOf(graded), how };
}

export function resultOf(graded: readonly Graded[]): Omit<SpamResult, 'how'> {
  const groups = [...Map.groupBy(graded, ({ group }) => group)].map(([name, all]) => [name, { auc: auc(all), n: all.length }] as const);
  return {
    auc: meanAuc(graded),
    interval: bootstrap(graded, meanAuc),
    ...detectionAt(graded, SPAM_MODEL.threshold),
    n: graded.length,
    groups: Object.fromEntries(groups),
  };
}

/** Mean of the groups' AUC, by their size; a group of one kind says nothing. */
function meanAuc(graded: readonly Graded[]): number {
  const known = [...Map.groupBy(graded, ({ group }) => group).values()].map((all) => ({ auc: auc(all), n: all.length })).filter((one) => Number.isFinite(one.auc));
  return known.reduce((sum, one) => sum + one.auc * one.n, 0) / known.reduce((sum, one) => sum + one.n, 0);
}

function gradedBy(texts: readonly Labelled[], training: TrainingTexts | null): { graded: Graded[]; how: string } {
  const groups = new Set(texts.map(({ group }) => group));
  const known = texts.filter(({ text }) => wasTrainedOn(text)).length / texts.length;
  const base = training ? withoutTexts(training, texts) : { videos: [], messages: [] };
  if (groups.size > 1) return { graded: byGroups(texts, base), how: `each of ${groups.size} groups by a model of the others` };
  const isLonely = known > MOSTLY && (base.videos.length === 0 || training!.messages.length - base.messages.length > training!.videos.length - base.videos.length);
  if (isLonely) return { graded: inParts(texts, base), how: 'in ten parts, each by a model of the others' };
  if (known > MOSTLY || training) return { graded: by(trainSpamModel(examplesOf(base)), texts), how: 'by a model trained without these texts' };
  return byShippedModel(texts);
}

/** The texts that the shipped model was trained on, by another one, which the rest of the file makes: none is left out. */
function byShippedModel(texts: readonly Labelled[]): { graded: Graded[]; how: string } {
  const [seen, unseen] = [texts.filter(({ text }) => wasTrainedOn(text)), texts.filter(({ text }) => !wasTrainedOn(text))];
  const graded: Graded[] = unseen.map((one) => ({ ...one, odds: shippedSpamOdds(one.text) }));
  if (seen.length === 0) return { graded, how: 'by the shipped model, which never saw these texts' };
  const others = trainSpamModel(examplesOf({ videos: unseen, messages: [] }));
  return { graded: [...graded, ...by(others, seen)], how: `by the shipped model; ${seen.length} that it was trained on, by a model of the others in this file` };
}

/** From here on a file is taken to be part of what the shipped model was trained from. */
const MOSTLY = 0.3;

/** The training texts without those of a file, whoever repeats them. */
function withoutTexts({ videos, messages }: TrainingTexts, texts: readonly Labelled[]): TrainingTexts {
  const marks = new Set(texts.map(({ text }) => markOf(text)));
  const others = (all: readonly Labelled[]) => all.filter(({ text }) => !marks.has(markOf(text)));
  return { videos: others(videos), messages: others(messages) };
}

/** Every group by a model of the other groups and of what else there is. */
export function byGroups(texts: readonly Labelled[], base: TrainingTexts): Graded[] {
  return [...Map.groupBy(texts, ({ group }) => group)].flatMap(([name, left]) => {
    const others = texts.filter(({ group }) => group !== name);
    return by(trainSpamModel(examplesOf({ videos: [...base.videos, ...others], messages: base.messages })), left);
  });
}

const PARTS = 10;

/**
 * Parts are drawn by lot; always the same. Messages and comments weigh alike when it is messages that are to be told.
 *
 * @param videoWeight how much a comment counts more than a message
 */
export function inParts(texts: readonly Labelled[], base: TrainingTexts, videoWeight = 1): Graded[] {
  const random = seeded(20_261_122);
  const drawn = texts.map((text) => ({ text, part: Math.floor(random() * PARTS) }));
  return Array.from({ length: PARTS }, (_, part) => {
    const others = drawn.filter((one) => one.part !== part).map(({ text }) => text);
    const model = trainSpamModel(examplesOf({ videos: base.videos, messages: [...base.messages, ...others] }, videoWeight));
    return by(model, drawn.filter((one) => one.part === part).map(({ text }) => text));
  }).flat();
}

function by(model: SpamModel, texts: readonly Labelled[]): Graded[] {
  return texts.map((one) => ({ ...one, odds: spamOdds(model, one.features) }));
}

export function examplesOf({ videos, messages }: TrainingTexts, videoWeight = VIDEO_WEIGHT): Example[] {
  return [...videos.map((one) => ({ ...one, weight: videoWeight })), ...messages];
}
