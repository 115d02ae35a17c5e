import { describe, expect, it } from 'vitest';
import { aComment, aContext } from '../phases/context.fixture.js';
import { spamPhase } from '../phases/spam.phase.js';
import { spamOdds, trainSpamModel } from './classifier.js';
import { featuresOf } from './features.js';
import { minimise } from './minimise.js';
import { packed, unpacked } from './packed-model.js';
import { SPAM_MODEL } from './spam-model.data.js';

describe('the shipped model', () => {
  const judged = (body: string, context = {}) => spamPhase.judge(aComment(body), aContext(context));

  it.each([
    'Check out my new channel and SUBSCRIBE please!!! http://www.youtube.com/user/freestuff I will subscribe back',
    'FREE entry! Win a £1000 prize now, text WIN to 87121 to claim. 18+ T&Cs apply http://win.example.com',
    'Hey guys check out my video and subscribe to my channel, click here: http://bit.ly/abc',
  ])('holds %s', (body) => expect(judged(body)).toMatchObject({ outcome: 'HOLD', phase: 'SPAM', reason: 'LOOKS_LIKE_SPAM' }));

  it.each([
    'Please make a new set with a lighthouse, a boat and a keeper’s cat. I would buy two.',
    'I made a video about the old castle set, it is linked in my profile.',
    'Un phare avec une vraie lumière, ce serait magnifique. Je voterais pour des deux mains !',
    'Volem més arbres al carrer i menys cotxes.',
    'See also https://fans.example/ideas/lighthouse and https://fans.example/ideas/boat',
    '',
  ])('lets %s pass', (body) => expect(judged(body)).toBeNull());

  it('leaves staff alone, and what stood there before', () => {
    const body = 'Check out my new channel and SUBSCRIBE please!!! http://www.youtube.com/user/freestuff I will subscribe back';
    expect(judged(body, { byStaff: true })).toBeNull();
    expect(spamPhase.judge(aComment(`${body}!`, { before: body }), aContext())).toBeNull();
  });

  it('is small, and says what it was trained from and how it did', () => {
    expect(SPAM_MODEL.weights.length + SPAM_MODEL.idf.length).toBeLessThan(150_000);
    expect(SPAM_MODEL.training).toMatchObject({ videos: expect.any(Number), videosAuc: expect.any(Number), honestHeld: expect.any(Number) });
  });
});

describe('training', () => {
  const example = (text: string, isSpam: boolean) => ({ features: featuresOf(text), isSpam });
  const examples = [
    ...['buy cheap pills now', 'cheap pills here', 'buy now cheap'].map((text) => example(text, true)),
    ...['a lovely red boat', 'trees for our street', 'the boat is lovely'].map((text) => example(text, false)),
  ];

  it('tells the kinds apart, always the same, also when packed', () => {
    const model = trainSpamModel(examples);
    const shipped = packed(model, { version: 1, date: '2026-01-01', training: {}, threshold: 0 });
    const again = unpacked(packed(trainSpamModel(examples), { version: 1, date: '2026-01-01', training: {}, threshold: 0 }));
    for (const of of [model, unpacked(shipped), again]) {
      expect(spamOdds(of, featuresOf('cheap pills'))).toBeGreaterThan(0);
      expect(spamOdds(of, featuresOf('red trees'))).toBeLessThan(0);
    }
    expect(Buffer.from(again.weights.buffer).equals(Buffer.from(unpacked(shipped).weights.buffer))).toBe(true);
    expect(() => unpacked({ ...shipped, weights: 'AAAA' })).toThrow(/other features/);
  });

  it('finds where a function is least', () => {
    const least = minimise((point, slope) => {
      point.forEach((at, index) => (slope[index] = 2 * (index + 1) * (at - index)));
      return point.reduce((sum, at, index) => sum + (index + 1) * (at - index) ** 2, 0);
    }, 5);
    least.forEach((at, index) => expect(at).toBeCloseTo(index, 2));
  });
});
