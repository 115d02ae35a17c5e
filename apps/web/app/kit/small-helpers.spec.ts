import { describe, expect, it } from 'vitest';
import { deviceName } from '../features/account/device-name';
import { suggestHandle } from '../features/account/suggest-handle';
import { applyFormat } from './markdown-format';
import { inWords } from './time-words';

describe('applyFormat', () => {
  it('puts marks around the selection and takes them away again', () => {
    const bold = applyFormat('Bold', { text: 'a word here', start: 2, end: 6 });
    expect(bold).toEqual({ text: 'a **word** here', start: 4, end: 8 });
    expect(applyFormat('Bold', bold)).toEqual({ text: 'a word here', start: 2, end: 6 });
  });

  it('marks every line of the selection', () => {
    const list = applyFormat('List', { text: 'intro\none\ntwo', start: 7, end: 13 });
    expect(list.text).toBe('intro\n- one\n- two');
    expect(applyFormat('List', { text: list.text, start: 6, end: list.end }).text).toBe('intro\none\ntwo');
  });
});

describe('inWords', () => {
  const now = Date.parse('2026-06-01T12:00:00Z');
  it.each([
    [-5_000, { value: 0, unit: 'second' }],
    [-61_000, { value: -1, unit: 'minute' }],
    [-3 * 3_600_000, { value: -3, unit: 'hour' }],
    [-30 * 86_400_000, { value: -30, unit: 'day' }],
    [2 * 86_400_000, { value: 2, unit: 'day' }],
    [-40 * 86_400_000, null],
  ])('%i ms', (distance, words) => {
    expect(inWords(now + distance, now)).toEqual(words);
  });
});

it('suggests handles without accents', () => {
  expect(suggestHandle('Odette Fournier')).toBe('odette_fournier');
  expect(suggestHandle('Éléonore d’Aubigné')).toBe('eleonore_d_aubigne');
  expect(suggestHandle('李雷')).toBe('');
});

it('names devices without guessing', () => {
  expect(deviceName('Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile Safari/604.1')).toBe('Safari · iPhone');
  expect(deviceName('Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/147.0 Safari/537.36')).toBe('Chrome · Linux');
  expect(deviceName('curl/8')).toBeNull();
  expect(deviceName(null)).toBeNull();
});
