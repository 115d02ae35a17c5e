import { expect, it } from 'vitest';
import { asWritten } from './shared-words.js';

it('gives words back as they are written, accents included', () => {
  expect(asWritten(['ecran', 'velo', 'pont'], 'Un Vélo avec écran, sur le pont')).toEqual(['écran', 'vélo', 'pont']);
});

it('keeps what it cannot find', () => {
  expect(asWritten(['coeur'], 'Un cœur')).toEqual(['coeur']);
});
