export type Format = 'Bold' | 'Italic' | 'List' | 'Quote' | 'Link';

/** A text with a selection in it. */
export interface Selected {
  text: string;
  start: number;
  end: number;
}

const AROUND: Partial<Record<Format, readonly [before: string, after: string]>> = {
  Bold: ['**', '**'],
  Italic: ['_', '_'],
  Link: ['[', '](https://)'],
};

/** Puts the selection between marks, or marks its lines; pressing again takes the marks away. */
export function applyFormat(format: Format, selected: Selected): Selected {
  const around = AROUND[format];
  return around ? surround(selected, ...around) : prefixLines(selected, format === 'List' ? '- ' : '> ');
}

function surround({ text, start, end }: Selected, before: string, after: string): Selected {
  const marked = text.slice(start - before.length, start) === before && text.startsWith(after, end);
  if (marked) {
    const plain = text.slice(0, start - before.length) + text.slice(start, end) + text.slice(end + after.length);
    return { text: plain, start: start - before.length, end: end - before.length };
  }
  return {
    text: text.slice(0, start) + before + text.slice(start, end) + after + text.slice(end),
    start: start + before.length,
    end: end + before.length,
  };
}

function prefixLines({ text, start, end }: Selected, prefix: string): Selected {
  const from = text.lastIndexOf('\n', start - 1) + 1;
  const lines = text.slice(from, end).split('\n');
  const remove = lines.every((line) => line.startsWith(prefix));
  const changed = lines.map((line) => (remove ? line.slice(prefix.length) : prefix + line)).join('\n');
  const whole = text.slice(0, from) + changed + text.slice(end);
  const moved = from + changed.length;
  return { text: whole, start: moved, end: moved };
}
