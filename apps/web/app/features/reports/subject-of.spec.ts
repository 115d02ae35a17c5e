import { describe, expect, it } from 'vitest';
import { subjectOf } from './subject-of';

const ID = '0198d1d5-3f58-7000-8000-0123456789ab';
const of = (address: string) => subjectOf(address, 'brick', 'https://fans.example.org');

describe('what an address shows', () => {
  it.each([
    [`https://fans.example.org/c/brick/ideas/${ID}/a-harbour`, { kind: 'IDEA', id: ID }],
    [`/c/brick/ideas/${ID}?comments=newest#comment-${ID}`, { kind: 'COMMENT', id: ID }],
    [` /c/brick/creations/${ID} `, { kind: 'CREATION', id: ID }],
    [`/c/brick/creations/${ID}#response-${ID}`, { kind: 'CREATION_RESPONSE', id: ID }],
    [`/c/brick/circles/night-owls?post=${ID}`, { kind: 'CIRCLE_POST', id: ID }],
    [`/c/brick/circles/night-owls#post-${ID}`, { kind: 'CIRCLE_POST', id: ID }],
    [`/c/brick/calls/${ID}/candidates#application-${ID}`, { kind: 'APPLICATION', id: ID }],
    ['/c/brick/members/tess%20c', { kind: 'MEMBER', handle: 'tess c' }],
    ['/c/brick/members/50%', { kind: 'MEMBER', handle: '50%' }],
    [`/c/brick/ideas/${ID}#versions`, { kind: 'IDEA', id: ID }],
  ])('%s', (address, subject) => expect(of(address)).toEqual(subject));

  it.each(['', 'the one about cats', `/c/other/ideas/${ID}`, '/c/brick', '/c/brick/ideas', '/c/brick/ideas/1', '/c/brick/circles/night-owls', 'http://', 'javascript:alert(1)'])(
    'nothing to report: %s',
    (address) => expect(of(address)).toBeNull(),
  );
});
