import { expect, it } from 'vitest';
import { codingFor } from './content-coding.js';

it.each([
  [undefined, null],
  ['', null],
  ['identity', null],
  ['deflate, zstd', null],
  ['gzip', 'gzip'],
  ['x-gzip', 'gzip'],
  ['gzip, deflate, br, zstd', 'br'],
  ['GZIP;Q=1, BR;Q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0', null],
  ['*', 'br'],
  ['*;q=0', null],
  ['*, br;q=0', 'gzip'],
  ['gzip;q=0.5, identity', null],
  ['gzip;q=nonsense', null],
  ['brotli, gzipped', null],
  [',;q=1,', null],
])('Accept-Encoding %s is answered with %s', (header, coding) => expect(codingFor(header)).toBe(coding));
