/** What a person reads when all is up. */
import { seconds } from './terminal.mjs';

/**
 * @typedef {object} Ready what the application says when it serves
 * @property {string} [url] as people type it
 * @property {string[]} [accounts] e-mail addresses of the demo
 * @property {string} [password] of all of them
 * @property {string[]} [lines] anything more, such as the one-time set-up link
 */

/**
 * @param {Ready} ready
 * @param {{ began: number, terminal: import('./terminal.mjs').Terminal, origin: string, now?: number }} context
 * @returns {string[]}
 */
export function greeting(ready, { began, terminal, origin, now = Date.now() }) {
  const head = `${terminal.bold('Fanfare is ready:')} ${terminal.bold(ready.url ?? origin)}  ${terminal.dim(`(${seconds(now - began)})`)}`;
  return ['', head, ...accountLines(ready, terminal), ...moreLines(ready), '', terminal.dim('Ctrl-C stops it.')];
}

/** @param {Ready} ready @param {import('./terminal.mjs').Terminal} terminal */
function accountLines({ accounts = [], password }, terminal) {
  if (accounts.length === 0) return [];
  return [
    '',
    `Demo accounts, all with the password ${terminal.bold(String(password))}`,
    ...accounts.map((email) => `  ${email}`),
  ];
}

function moreLines({ lines = [] }) {
  return lines.length > 0 ? ['', ...lines] : [];
}
