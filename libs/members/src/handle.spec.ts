import { describe, expect, it } from 'vitest';
import { newHandle, skeletonOf } from './handle.js';

const codeOf = (handle: string) => {
  try {
    return newHandle(handle, 'brindle-brick');
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('a new handle', () => {
  it('is kept in lower case', () => expect(newHandle(' Ana-42 ', 'brindle-brick')).toBe('ana-42'));

  it.each(['ab', 'a'.repeat(31), '-ana', '_ana', 'ana b', 'ána', 'аna', 'ana!', '', 'a\0na'])('refuses %j', (handle) =>
    expect(codeOf(handle)).toBe('INVALID_HANDLE'),
  );

  it.each(['admin', 'ADMIN', 'adm1n', 'm0derator', 'mod-erator', 'rnoderator', 'offic1al', 'brindlebrick', 'br1nd1e_brick'])(
    'keeps %j for the house',
    (handle) => expect(codeOf(handle)).toBe('HANDLE_RESERVED'),
  );

  it.each(['administrated', 'brickfan', 'mode-rat', '007'])('allows %j', (handle) => expect(codeOf(handle)).toBe(handle));
});

describe('skeletons', () => {
  it.each([
    ['brick_fan', 'brickfan'],
    ['br1ck-fan', 'brlckfan'],
    ['m0na', 'mona'],
    ['rnona', 'mona'],
    ['vvilla', 'w1lla'],
    ['ILLI', '1111'],
  ])('%s looks like %s', (one, other) => expect(skeletonOf(one)).toBe(skeletonOf(other)));

  it.each([
    ['mona', 'nona'],
    ['anna', 'ana'],
    ['fan2', 'fan3'],
  ])('%s does not look like %s', (one, other) => expect(skeletonOf(one)).not.toBe(skeletonOf(other)));
});
