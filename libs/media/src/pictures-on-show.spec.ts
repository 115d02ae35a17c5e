import { ManualClock } from '@fanfare/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { BELIEVED_MS, PicturesOnShow } from './pictures-on-show.js';
import type { PicturesQueries } from './pictures.queries.js';

let hidden: boolean;
let asked: number;
let clock: ManualClock;
let onShow: PicturesOnShow;
/** Happens after the database has answered, before we hear it. */
let meanwhile: () => void;

beforeEach(() => {
  [hidden, asked, meanwhile, clock] = [false, 0, () => undefined, new ManualClock()];
  const isHidden = async () => {
    asked += 1;
    const answer = hidden;
    await Promise.resolve();
    meanwhile();
    return answer;
  };
  onShow = new PicturesOnShow({ isHidden } as unknown as PicturesQueries, clock);
});

const hide = () => {
  hidden = true;
  onShow.forget('A');
};

describe('a picture on show', () => {
  it('is asked for once in five seconds, and each other one for itself', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await onShow.has('a')).toBe(true);
    expect(asked).toBe(1);
    await onShow.has('b');
    expect(asked).toBe(2);
    clock.advance(BELIEVED_MS);
    await onShow.has('a');
    expect(asked).toBe(3);
  });

  it('that this process hides is gone at once; one that another hides, within five seconds', async () => {
    await onShow.has('a');
    hide();
    expect(await onShow.has('a')).toBe(false);
    hidden = false;
    expect(await onShow.has('a')).toBe(true); // shown again: what is hidden is not believed
    hidden = true;
    clock.advance(BELIEVED_MS - 1);
    expect(await onShow.has('a')).toBe(true);
    clock.advance(1);
    expect(await onShow.has('a')).toBe(false);
  });

  it('that is hidden while the answer is on its way is not remembered', async () => {
    meanwhile = hide;
    await onShow.has('a');
    expect(await onShow.has('a')).toBe(false);
  });
});
