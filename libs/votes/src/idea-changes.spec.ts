import type { ActorChanges, SessionService } from '@fanfare/access';
import type { EventTail } from '@fanfare/events';
import { RequestContext } from '@fanfare/graphql';
import type { IdeaRow, IdeasLoaders } from '@fanfare/ideas';
import { newId, VISITOR } from '@fanfare/kernel';
import { describe, expect, it } from 'vitest';
import { IdeaChanges, pauseFor } from './idea-changes.js';

const idea = { id: newId() } as IdeaRow;
const context = () => new RequestContext({ headers: {}, ip: '127.0.0.1' });
const away = Object.assign(new Error('terminating connection'), { code: '57P01' });

/** Changes over ideas that are read by `reads`, one after the other. */
function changesWith(...reads: (() => IdeaRow)[]): IdeaChanges {
  const tail = { listen: () => () => undefined, listening: async () => undefined } as unknown as EventTail;
  const loaders = { byId: { load: async () => (reads.shift() ?? (() => idea))() } } as unknown as IdeasLoaders;
  const actors = { listen: () => () => undefined } as unknown as ActorChanges;
  return new IdeaChanges(tail, actors, loaders, { actorOf: async () => VISITOR } as unknown as SessionService);
}

const found = () => idea;
const failing = (error: Error) => () => {
  throw error;
};

describe('a reader who watches', () => {
  it('waits while the database is away, and goes on', async () => {
    const changes = changesWith(found, failing(away), failing(away), found);
    const news = await changes.watch(idea.id, context());
    expect(await news.next()).toEqual({ done: false, value: idea });
    expect(changes.watching).toBe(1);
    await news.return!();
    expect(changes.watching).toBe(0);
  });

  it('is forgotten when their idea cannot be read for a reason of ours', async () => {
    const changes = changesWith(found, failing(new Error('a mistake')));
    const news = await changes.watch(idea.id, context());
    expect(changes.watching).toBe(1);
    await expect(news.next()).rejects.toThrow('a mistake');
    expect(changes.watching).toBe(0);
  });
});

describe('the pause between messages', () => {
  it.each([[1, 200], [100, 200], [500, 1_000], [5_000, 10_000]])('of %i readers is %i ms', (watching, pause) => {
    expect(pauseFor(watching)).toBe(pause);
  });
});
