/**
 * `FANFARE_DATA=… npm run train:spam`: trains the model of spam from youtube-spam and sms-spam and writes it beside this file.
 * The same data make the same bytes.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readRows } from '../eval/read-rows.js';
import { readTrainingTexts } from '../eval/read-spam.js';
import { byGroups, examplesOf, type Graded, inParts, type TrainingTexts, VIDEO_WEIGHT } from '../eval/spam.js';
import { auc, detectionAt } from '../eval/measures.js';
import { spamOdds, trainSpamModel } from './classifier.js';
import { featuresOf } from './features.js';
import { packed, type PackedModel, unpacked } from './packed-model.js';
import { packedHashes } from './trained-on.js';

/** To be raised when features, data or choices change. */
const SETTLED = { version: 1, date: '2026-11-22' };

/** Honest public texts, no part of the training: of so many, at most one may be held. */
const HONEST_TEXTS = 1_000;

/** And of what is held of the comments and messages, at most one of so many may be none. */
const HELD_TEXTS = 100;

const data = process.env.FANFARE_DATA;
if (data) train(data);
else {
  console.error('FANFARE_DATA names the folder with youtube-spam, sms-spam, polis and repnum-2015-fr');
  process.exitCode = 2;
}

function train(folder: string): void {
  const texts = readTrainingTexts(folder);
  const model = unpacked(packed(trainSpamModel(examplesOf(texts)), { ...SETTLED, training: {}, threshold: 0 }));
  const [videos, messages] = [byGroups(texts.videos, { videos: [], messages: texts.messages }), inParts(texts.messages, { videos: texts.videos, messages: [] }, VIDEO_WEIGHT)];
  const honest = honestTexts(folder).map((text) => spamOdds(model, featuresOf(text)));
  const threshold = Math.ceil(10 * Math.max(thresholdOfHonest(honest), thresholdOfHeld([...videos, ...messages]))) / 10;
  const training = { ...figures('videos', videos, threshold), ...figures('messages', messages, threshold), honestTexts: honest.length, honestHeld: honest.filter((odds) => odds >= threshold).length };
  write(texts, packed(trainSpamModel(examplesOf(texts)), { ...SETTLED, training, threshold }));
  console.log({ threshold, ...training });
}

function honestTexts(folder: string): string[] {
  const read = (...path: string[]) => readRows(join(folder, ...path)).rows.map((row) => `${row['title'] ?? ''}\n${row['body'] ?? ''}`.trim()).filter(Boolean);
  const conversations = ['15-per-hour-seattle', 'brexit-consensus', 'canadian-electoral-reform', 'scoop-hivemind.taxes', 'scoop-hivemind.ubi', 'scoop-hivemind.affordable-housing'];
  return [...conversations.flatMap((name) => read('polis', name, 'items.csv')), ...read('repnum-2015-fr', 'items.csv'), ...read('repnum-2015-fr', 'comments.csv')];
}

/** Below it all but the highest few. */
function thresholdOfHonest(odds: readonly number[]): number {
  return [...odds].sort((one, other) => other - one)[Math.floor(odds.length / HONEST_TEXTS)]! + 0.001;
}

/** The lowest from which on nearly all is spam. */
function thresholdOfHeld(graded: readonly Graded[]): number {
  let [lowest, wrong] = [Infinity, 0];
  [...graded].sort((one, other) => other.odds - one.odds).forEach(({ odds, isSpam }, at) => {
    wrong += isSpam ? 0 : 1;
    if (wrong * HELD_TEXTS <= at + 1) lowest = odds;
  });
  return lowest;
}

function figures(name: string, graded: readonly Graded[], threshold: number): Record<string, number> {
  const { precision, recall } = detectionAt(graded, threshold);
  const rounded = (value: number) => Math.round(value * 1_000) / 1_000;
  return { [`${name}`]: graded.length, [`${name}Auc`]: rounded(auc(graded)), [`${name}Precision`]: rounded(precision), [`${name}Recall`]: rounded(recall) };
}

function write({ videos, messages }: TrainingTexts, model: PackedModel): void {
  const lines = (text: string) => `[\n${text.match(/.{1,160}/g)!.map((line) => `    '${line}',`).join('\n')}\n  ].join('')`;
  const { weights, idf, training, ...about } = model;
  const shown = (value: object) => JSON.stringify(value, null, 2).replace(/"(\w+)":/g, '$1:').replace(/"/g, '\'');
  const facts = Object.entries(about).map(([name, value]) => `  ${name}: ${typeof value === 'string' ? `'${value}'` : value},`).join('\n');
  const header = '/** Made by `npm run train:spam`. Do not edit by hand. */\n';
  writeFileSync(new URL('./spam-model.data.ts', import.meta.url), `${header}import type { PackedModel } from './packed-model.js';\n\nexport const SPAM_MODEL: PackedModel = {\n${facts}\n  training: ${shown(training).replace(/\n/g, '\n  ').replace(/(\S)\n {2}\}/, '$1,\n  }')},\n  weights: ${lines(weights)},\n  idf: ${lines(idf)},\n};\n`);
  writeFileSync(new URL('./trained-on.data.ts', import.meta.url), `${header}export const TRAINED_ON = ${lines(packedHashes([...videos, ...messages].map(({ text }) => text))).replace(/\n {2}(?= *['\]])/g, '\n')};\n`);
}
