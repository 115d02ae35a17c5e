import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Interactions } from '../genuineness/interactions.js';
import { undirectedGraph } from '../genuineness/graph.js';
import { evaluateMillion } from './million.js';
import { areaUnderCurve, averagePrecision, kendallTau, qualityOf } from './measures.js';
import { Random } from './random.js';
import { Unreadable, readLabels, readNetwork } from './read.js';
import { readConversations } from './read-votes.js';
import { evaluateRings, withRing } from './rings.js';
import { deleaked, evaluateTrust } from './trust.js';

type Row = [from: number, to: number, value: number, time: number];
const ratings = (accounts: number, rows: Row[]): Interactions => ({
  accounts,
  from: Int32Array.from(rows, ([from]) => from),
  to: Int32Array.from(rows, ([, to]) => to),
  value: Float32Array.from(rows, ([, , value]) => value),
  time: Float64Array.from(rows, ([, , , time]) => time),
});

describe('measures', () => {
  it('AUC counts pairs, ties half', () => {
    expect(areaUnderCurve([1, 2, 2, 3], [false, false, true, true])).toBe((1 + 0.5 + 1 + 1) / 4);
  });

  it('average precision is of the fraudulent, the lowest first', () => {
    expect(averagePrecision([1, 2, 3], [false, true, false])).toBeCloseTo((1 + 2 / 3) / 2, 12);
  });

  it('Kendall counts agreeing pairs', () => {
    expect(kendallTau([1, 2, 3], [1, 3, 2])).toBeCloseTo(1 / 3, 12);
    expect(kendallTau([1, 2, 2], [1, 2, 2])).toBeCloseTo(1, 12);
  });

  it('intervals hold the figure and are the same every time', () => {
    const random = new Random(7);
    const honest = Array.from({ length: 80 }, (_, i) => i % 2 === 0);
    const scores = honest.map((is) => random.next() + (is ? 0.4 : 0));
    const { auc, interval } = qualityOf(scores, honest);
    expect(interval[0]).toBeLessThan(auc);
    expect(interval[1]).toBeGreaterThan(auc);
    expect(qualityOf(scores, honest).interval).toEqual(interval);
  });
});

describe('what is read', () => {
  const file = (text: string) => {
    const path = join(mkdtempSync(join(tmpdir(), 'fanfare-eval-')), 'file.csv');
    writeFileSync(path, text);
    return path;
  };

  it('is scaled, and what is no rating is counted', () => {
    const network = readNetwork(file('source,target,rating,time\na,b,10,5\nb,a,-5,6\na,a,3,7\nb,c,0,8\n'));
    expect([...network.numbers.keys()]).toEqual(['a', 'b']);
    expect([...network.value]).toEqual([1, -0.5]);
    expect(network.refused).toBe(2); // a rating of oneself, and one of nothing; the header is none
    expect(readLabels(file('a,+1\nb,-1\nz,1\n'), network.numbers)).toEqual(new Map([[0, true], [1, false]]));
  });

  it('may be in other columns, between other marks, quoted, and labelled in words', () => {
    const network = readNetwork(file('\uFEFF"time";"ratee";"rater";"score"\r\n"2011-01-01";"b";"a";"-2"\r\n"2011-01-02";"c, d";"b";"4"\r\n'));
    expect([...network.numbers.keys()]).toEqual(['a', 'b', 'c, d']);
    expect([...network.from, ...network.to, ...network.value]).toEqual([0, 1, 1, 2, -0.5, 1]);
    expect(network.timed).toBe(true);
    expect(readLabels(file('id,label\na,honest\nb,fraudulent\n'), network.numbers)).toEqual(new Map([[0, true], [1, false]]));
    expect(readLabels(file('a\t1\nb\t0\n'), network.numbers)).toEqual(new Map([[0, true], [1, false]]));
  });

  it('is refused in words when it says nothing: no ratings, no account that is known, one kind of account', () => {
    expect(() => readNetwork(file('source,target\na,b,a lot\n'))).toThrow(Unreadable);
    const { numbers, timed } = readNetwork(file('a,b,1\nb,c,-1\n'));
    expect(timed).toBe(false);
    expect(() => readLabels(file('x,1\ny,-1\n'), numbers)).toThrow(/0 honest and 0 fraudulent/);
    expect(() => readLabels(file('a,1\nb,1\n'), numbers)).toThrow(/some of each/);
  });

  it('is a conversation by its header, in seconds or milliseconds, and the last stance counts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'fanfare-eval-'));
    writeFileSync(join(folder, 'votes.csv'), 'timestamp,datetime,comment-id,voter-id,vote\n1400000000,x,1,7,-1\n1400000009,x,1,7,1\n1400000000000,x,2,8,1\nx,x,2,8,1\n1,x,2,8,5\n');
    const [talk] = readConversations(folder);
    expect(talk).toMatchObject({ voters: 2, items: 2, refused: 2, stances: [{ value: 1, time: 1_400_000_009 }, { value: 1, time: 1_400_000_000 }] });
    expect(() => readConversations(mkdtempSync(join(tmpdir(), 'fanfare-eval-')))).toThrow(Unreadable);
  });

  it('may be bare edges with remarks', () => {
    const network = readNetwork(file('# edges\n30\t1412\n30\t3352\n'));
    expect([...network.from, ...network.to, ...network.value]).toEqual([0, 0, 1, 2, 1, 1]);
  });
});

describe('the regimes', () => {
  it('DELEAK2 has no edge among the labelled and none of the caught afterwards', () => {
    const rows: Row[] = [[0, 1, -1, 10], [0, 1, 1, 3], [2, 1, 1, 5], [2, 1, -1, 11], [1, 2, 1, 12], [1, 2, 1, 9], [2, 0, 1, 20]];
    const cut = deleaked(ratings(3, rows), new Map([[0, true], [1, false]]));
    expect([...cut.time]).toEqual([5, 9, 20]);
  });

  it('OUT does not look at what the judged received', () => {
    const random = new Random(3);
    const labels = new Map(Array.from({ length: 20 }, (_, account) => [account, account % 2 === 0]));
    const given = Array.from({ length: 200 }, (_, i): Row => [random.below(20), 20 + random.below(30), random.next() < 0.8 ? 1 : -1, i * 9_999]);
    // What labelled accounts receive here says all there is to know of them: nothing of it may show.
    const received = Array.from({ length: 300 }, (_, i): Row => [50 + i, i % 20, labels.get(i % 20) ? 1 : -1, 10]);
    const without = evaluateTrust(ratings(350, given), labels);
    const withThem = evaluateTrust(ratings(350, [...given, ...received]), labels);
    expect(withThem.out.auc).toBe(without.out.auc);
    expect(withThem.deleak2.auc).toBeGreaterThan(0.95); // the control: there it does show
  }, 60_000);
});

describe('a large community made up', () => {
  it('is judged as from the database: its rings are found, soon and at night, and hardly anybody else', async () => {
    const { soon, night } = await evaluateMillion(12_000, 60_000);
    expect(soon.votes).toBeGreaterThan(50_000);
    expect(night).toMatchObject({ votes: soon.votes, caught: 1 });
    expect(night.wronglyHeld).toBeLessThan(0.01);
  });
});

describe('an injected ring', () => {
  it('is no larger than the network, and some tie there must be', () => {
    const few = ratings(6, [[0, 1, 1, 0], [1, 2, 1, 0], [2, 3, 1, 0], [3, 0, -1, 0]]);
    expect(Object.keys(evaluateRings(few, 2).dense)).toEqual(['50', '500', '2000']);
    expect(() => evaluateRings(ratings(2, [[0, 1, -1, 0]]))).toThrow(Unreadable);
  });

  it('has its accounts last, and as many attack edges as asked at most', () => {
    const random = new Random(1);
    const ends = () => Int32Array.from({ length: 3_000 }, () => random.below(800));
    const honest = undirectedGraph(800, ends(), ends());
    for (const kind of ['dense', 'copied'] as const) {
      const graph = withRing(honest, kind, 50, new Random(2));
      const crossing = [...graph.neighbour.subarray(0, graph.start[800])].filter((other) => other >= 800).length;
      expect(graph.nodes).toBe(1_300);
      expect(crossing).toBeGreaterThan(40);
      expect(crossing).toBeLessThanOrEqual(50);
    }
  });
});
