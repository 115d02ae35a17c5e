import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeOrphans } from './orphans.mjs';
import { forgetBuilt, hashInputs, recordBuilt, stateOf } from './parts.mjs';

let root;
const part = { name: 'toy', label: 'Toy', inputs: ['libs', 'tsconfig.json'], outputs: ['dist/main.js'], steps: [] };

function write(file, text) {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = fs.mkdtempSync(path.join(os.tmpdir(), 'fanfare-parts-'));
  write('libs/votes/src/vote.ts', 'export const vote = 1;');
  write('tsconfig.json', '{}');
});

afterEach(() => fs.rmSync(root, { recursive: true, force: true }));

const hash = () => hashInputs(root, part.inputs);

describe('the hash of a part', () => {
  it.each([
    ['an edit', () => write('libs/votes/src/vote.ts', 'export const vote = 2;')],
    ['a new file', () => write('libs/votes/src/tally.ts', '')],
    ['another compiler setting', () => write('tsconfig.json', '{"strict":true}')],
    ['a new name', () => fs.renameSync(path.join(root, 'libs/votes/src/vote.ts'), path.join(root, 'libs/votes/src/ballot.ts'))],
  ])('changes with %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).not.toBe(before);
  });

  it.each([
    ['a touched file', () => fs.utimesSync(path.join(root, 'tsconfig.json'), 1, 1)],
    ['a test', () => write('libs/votes/src/vote.spec.ts', '')],
    ['a test on the database', () => write('libs/votes/src/vote.db-spec.ts', '')],
    ['a readme', () => write('libs/votes/README.md', '# Votes')],
    ['generated code', () => write('libs/votes/src/generated/types.ts', '')],
  ])('does not change with %s', (_, change) => {
    const before = hash();
    change();
    expect(hash()).toBe(before);
  });
});

describe('a part', () => {
  it('is fresh only when it was built from the same inputs and its outputs are there', () => {
    expect(stateOf(root, part).fresh).toBe(false);
    recordBuilt(root, part, stateOf(root, part).hash);
    expect(stateOf(root, part).fresh).toBe(false);
    write('dist/main.js', '');
    recordBuilt(root, part, stateOf(root, part).hash);
    expect(stateOf(root, part).fresh).toBe(true);
    write('libs/votes/src/vote.ts', 'changed');
    expect(stateOf(root, part).fresh).toBe(false);
  });

  it('is built again after a build that did not finish', () => {
    write('dist/main.js', '');
    recordBuilt(root, part, stateOf(root, part).hash);
    forgetBuilt(root, part);
    expect(stateOf(root, part).fresh).toBe(false);
  });

  it('is built again when somebody built it otherwise', () => {
    write('dist/main.js', '');
    recordBuilt(root, part, stateOf(root, part).hash);
    fs.utimesSync(path.join(root, 'dist/main.js'), 1, 1);
    expect(stateOf(root, part).fresh).toBe(false);
  });

  it('makes an incremental compiler forget what it no longer finds', () => {
    const compiled = { ...part, memory: 'dist/toy.tsbuildinfo' };
    write('dist/main.js', '');
    write('dist/toy.tsbuildinfo', '{}');
    recordBuilt(root, compiled, 'any');
    forgetBuilt(root, compiled);
    expect(fs.existsSync(path.join(root, 'dist/toy.tsbuildinfo'))).toBe(true);
    fs.rmSync(path.join(root, 'dist/main.js'));
    forgetBuilt(root, compiled);
    expect(fs.existsSync(path.join(root, 'dist/toy.tsbuildinfo'))).toBe(false);
  });

  it('is built again when its sources were edited during the build', () => {
    write('dist/main.js', '');
    const { hash: before } = stateOf(root, part);
    write('libs/votes/src/vote.ts', 'edited meanwhile');
    recordBuilt(root, part, before);
    expect(stateOf(root, part).fresh).toBe(false);
  });
});

it('output without a source goes, the rest stays', () => {
  write('dist/libs/votes/src/vote.js', '');
  write('dist/libs/votes/src/gone.js', '');
  write('dist/libs/votes/src/gone.js.map', '');
  write('dist/libs/votes/data.json', '');
  expect(removeOrphans(root).sort()).toEqual(['dist/libs/votes/src/gone.js', 'dist/libs/votes/src/gone.js.map']);
  expect(fs.readdirSync(path.join(root, 'dist/libs/votes/src'))).toEqual(['vote.js']);
  expect(fs.existsSync(path.join(root, 'dist/libs/votes/data.json'))).toBe(true);
});
