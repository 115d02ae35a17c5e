/**
 * Moves the headings of a rendered text so that its highest stands at `level`, and none is skipped on the way down: a text
 * that starts with "##" reads as well as one that starts with "#".
 */
export function placeHeadings(html: string, level: number): string {
  const used = [...new Set([...html.matchAll(/<h([1-6])>/g)].map(([, found]) => Number(found)))].sort();
  if (used.length === 0) return html;
  return html.replace(/<(\/?)h([1-6])>/g, (_, slash: string, found: string) => `<${slash}h${Math.min(6, level + used.indexOf(Number(found)))}>`);
}
