import { describe, expect, it } from 'vitest';
import { placeHeadings } from './heading-levels';

describe('the headings of a text', () => {
  it('start where the page wants them', () => {
    expect(placeHeadings('<h4>A</h4><p>x</p><h5>B</h5>', 2)).toBe('<h2>A</h2><p>x</p><h3>B</h3>');
    expect(placeHeadings('<h3>A</h3>', 3)).toBe('<h3>A</h3>');
  });

  it('skip no level, and never go below the last', () => {
    expect(placeHeadings('<h3>A</h3><h6>B</h6>', 2)).toBe('<h2>A</h2><h3>B</h3>');
    expect(placeHeadings('<h3>A</h3><h4>B</h4>', 6)).toBe('<h6>A</h6><h6>B</h6>');
  });

  it('leave everything else alone', () => {
    expect(placeHeadings('<p>h1 &lt;h3&gt; <code>x</code></p><hr>', 2)).toBe('<p>h1 &lt;h3&gt; <code>x</code></p><hr>');
  });
});
