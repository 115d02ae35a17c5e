import { ManualClock, VISITOR, type Withholdable } from '@fanfare/kernel';
import { beforeEach, describe, expect, it } from 'vitest';
import { PictureShowings } from './picture-showings.js';
import { BELIEVED_MS, PicturesOnShow } from './pictures-on-show.js';
import type { PicturesQueries } from './pictures.queries.js';

let hidden: boolean;
let asked: number;
let clock: ManualClock;
let onShow: PicturesOnShow;
/** What shows it. */
let showings: Withholdable[];
/** Happens after the database has answered, before we hear it. */
let meanwhile: () => void;

beforeEach(() => {
  [hidden, asked, meanwhile, clock, showings] = [false, 0, () => undefined, new ManualClock(), []];
  const lookOf = async () => {
    asked += 1;
    const answer = { kind: 'CREATION', hidden };
    await Promise.resolve();
    meanwhile();
    return answer;
  };
  const rooms = new PictureShowings();
  rooms.register('CREATION', async () => showings);
  onShow = new PicturesOnShow({ lookOf } as unknown as PicturesQueries, rooms, clock);
});

const has = async (id: string) => (await onShow.givenTo(id, async () => VISITOR)) === 'ALL';

const hide = () => {
  hidden = true;
  onShow.forget('A');
};

describe('a picture on show', () => {
  it('is asked for once in five seconds, and each other one for itself', async () => {
    for (let turn = 0; turn < 3; turn += 1) expect(await has('a')).toBe(true);
    expect(asked).toBe(1);
    await has('b');
    expect(asked).toBe(2);
    clock.advance(BELIEVED_MS);
    await has('a');
    expect(asked).toBe(3);
  });

  it('that this process hides is gone at once; one that another hides, within five seconds', async () => {
    await has('a');
    hide();
    expect(await has('a')).toBe(false);
    hidden = false;
    expect(await has('a')).toBe(true); // shown again: what is hidden is not believed
    hidden = true;
    clock.advance(BELIEVED_MS - 1);
    expect(await has('a')).toBe(true);
    clock.advance(1);
    expect(await has('a')).toBe(false);
  });

  it('that is hidden while the answer is on its way is not remembered', async () => {
    meanwhile = hide;
    await has('a');
    expect(await has('a')).toBe(false);
  });

  it('of withheld things is for whoever may read one of them, and for everybody once one of them is shown', async () => {
    const [author, moderator] = [{ ...VISITOR, accountId: 'ann' }, { ...VISITOR, accountId: 'max', grants: [{ communityId: 'here', role: 'MODERATOR' as const }] }];
    const shown = { communityId: 'here', authorAccountId: 'ann', withheld: null };
    const given = async () => Promise.all([VISITOR, { ...VISITOR, accountId: 'ben' }, author, moderator].map((reader) => onShow.givenTo('a', async () => reader)));
    showings = [{ ...shown, withheld: 'HOLD' }];
    expect(await given()).toEqual(['NOBODY', 'NOBODY', 'SOME', 'SOME']);
    showings = [{ ...shown, withheld: 'HOLD' }, { ...shown, communityId: 'there', withheld: 'REMOVED' }];
    expect(await given()).toEqual(['NOBODY', 'NOBODY', 'SOME', 'SOME']);
    showings = [{ ...shown, withheld: 'REMOVED' }, shown];
    expect(await given()).toEqual(['ALL', 'ALL', 'ALL', 'ALL']);
    [hidden, showings] = [true, []];
    clock.advance(BELIEVED_MS);
    expect(await onShow.givenTo('a', async () => author)).toBe('NOBODY');
  });
});
