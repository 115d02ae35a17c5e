import { describe, expect, it } from 'vitest';
import { isMovement, showsWays } from './movement-paths';

describe('the pages of the movement', () => {
  it.each(['/c/x/ambassadors', '/c/x/calls/1/panel', '/c/x/missions/wall', '/c/x/entries/1', '/c/x/rewards', '/c/x/movement/numbers'])('%s is one of them', (path) => {
    expect([isMovement(path), showsWays(path)]).toEqual([true, true]);
  });

  it.each(['/c/x', '/c/x/callsign', '/c/calls/ideas', '/missions', '/c/x/members/calls'])('%s is none', (path) => {
    expect([isMovement(path), showsWays(path)]).toEqual([false, false]);
  });

  it.each(['/c/x/calls/1/apply', '/c/x/missions/new', '/c/x/missions/1/edit'])('%s leads step by step, without ways elsewhere', (path) => {
    expect([isMovement(path), showsWays(path)]).toEqual([true, false]);
  });
});
