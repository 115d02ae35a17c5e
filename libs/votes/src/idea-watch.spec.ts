import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { changesIdeas, ideasOf, IdeaWatch } from './idea-watch.js';

const PAUSE_MS = 40;
const pause = () => PAUSE_MS;

describe('which ideas an event is about', () => {
  it.each([
    ['its subject', { subjectId: 'a', payload: {} }, ['a']],
    ['the idea of a comment', { subjectId: 'c', payload: { idea: 'a' } }, ['c', 'a']],
    ['the ideas of moved standings', { subjectId: 'm', payload: { ideaIds: ['a', 'b'] } }, ['m', 'a', 'b']],
    ['none', { subjectId: null, payload: { idea: 7, ideaIds: 'a' } }, []],
  ])('%s', (_, event, ideas) => {
    expect(ideasOf(event)).toEqual(ideas);
  });

  it('leaves out kinds that change no page of an idea', () => {
    const kinds = ['idea.moved', 'idea.noted', 'vote.cast', 'votes.restood', 'comment.added', 'member.joined', 'role.granted', 'ideas', 'voter.x'];
    expect(kinds.filter(changesIdeas)).toEqual(['idea.moved', 'vote.cast', 'votes.restood', 'comment.added']);
  });
});

describe('a watch', () => {
  it('begins with how things are', async () => {
    expect(await new IdeaWatch(pause, () => undefined).next()).toBe(true);
  });

  it('waits for a change, and takes many for one', async () => {
    const watch = new IdeaWatch(pause, () => undefined);
    await watch.next();
    let told = 0;
    const reading = (async () => {
      while (await watch.next()) told += 1;
    })();
    for (let n = 0; n < 100; n += 1) watch.touch();
    await delay(PAUSE_MS * 3);
    watch.end();
    await reading;
    expect(told).toBe(1);
  });

  it('loses no change that comes while the last one is told', async () => {
    const watch = new IdeaWatch(pause, () => undefined);
    await watch.next();
    watch.touch();
    expect(await watch.next()).toBe(true);
  });

  it('pauses between two messages', async () => {
    const watch = new IdeaWatch(pause, () => undefined);
    await watch.next();
    const began = performance.now();
    watch.touch();
    await watch.next();
    expect(performance.now() - began).toBeGreaterThan(PAUSE_MS / 2);
  });

  it('asks anew how long to pause, so that it grows with the readers', async () => {
    let asked = 0;
    const watch = new IdeaWatch(() => (asked += 1), () => undefined);
    for (let n = 0; n < 3; n += 1) {
      watch.touch();
      await watch.next();
    }
    expect(asked).toBe(3);
  });

  it.each([
    ['while it waits for a change', false],
    ['while it pauses', true],
  ])('ends at once %s, and once', async (_, changed) => {
    let ended = 0;
    const watch = new IdeaWatch(() => 60_000, () => (ended += 1));
    await watch.next();
    if (changed) watch.touch();
    const waiting = watch.next();
    watch.end();
    watch.end();
    expect(await waiting).toBe(false);
    expect(ended).toBe(1);
  });
});
