/** Tells whoever started us (see scripts/app.mjs) how far we are; a terminal when nobody did. */
export function announce(kind: 'progress' | 'ready' | 'fatal', message: string, more: Record<string, unknown> = {}): void {
  if (process.send) process.send({ fanfare: kind, message, ...more });
  else console.log(message);
}
