/** What the API takes at once, with room for the rest of the request. */
const MOST_CHARACTERS = 55_000;

export interface FilePart {
  readonly csv: string;
  /** Lines of the file before it, for telling line numbers; a repeated header counts as none of them. */
  readonly before: number;
}

/** A CSV file in parts that the API takes, cut between lines; each begins with the file's header where it has one. */
export function fileParts(text: string): FilePart[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
  const header = /(^|[,;\t])\s*"?codes?"?\s*($|[,;\t])/i.test(lines[0] ?? '') ? lines[0]! : null;
  const parts: FilePart[] = [];
  let part: string[] = [];
  let length = 0;
  let before = 0;
  const close = (next: number) => {
    if (part.length > 0) parts.push({ csv: part.join('\n'), before });
    part = header === null ? [] : [header];
    length = header?.length ?? 0;
    before = next - part.length;
  };
  for (const [at, line] of lines.entries()) {
    if (length + line.length + 1 > MOST_CHARACTERS) close(at);
    part.push(line);
    length += line.length + 1;
  }
  close(lines.length);
  return parts;
}
