/** What a person sees of the scripts: steps with their seconds, and colour only on a terminal. */

import { stripVTControlCharacters } from 'node:util';

/**
 * @typedef {object} Terminal
 * @property {(label: string) => { done: (label: string) => void, fail: () => void }} begin
 * @property {(line?: string) => void} say
 * @property {(output: string) => void} quote what a tool said
 * @property {(line: string) => void} complain the one line of a failure, on standard error
 * @property {(text: string) => string} bold
 * @property {(text: string) => string} dim
 */

/**
 * @param {{ out?: NodeJS.WriteStream, err?: NodeJS.WriteStream, env?: NodeJS.ProcessEnv, now?: () => number }} [options]
 * @returns {Terminal}
 */
export function createTerminal({ out = process.stdout, err = process.stderr, env = process.env, now = Date.now } = {}) {
  const paint = (stream, code) => (text) => (usesColour(stream, env) ? `\u001b[${code}m${text}\u001b[0m` : text);
  const [green, dim, bold, red] = [paint(out, 32), paint(out, 2), paint(out, 1), paint(err, 31)];
  const say = (line = '') => void out.write(`${line}\n`);
  return {
    say,
    bold,
    dim,
    quote: (output) => say((usesColour(out, env) ? output : stripVTControlCharacters(output)).trim()),
    complain: (line) => void err.write(`${red('✗')} ${line}\n`),
    begin: (label) => {
      const began = now();
      say(dim(`  ${label} …`));
      return {
        done: (result) => say(`${green('✓')} ${result} ${dim(`(${seconds(now() - began)})`)}`),
        fail: () => say(`${paint(out, 31)('✗')} ${label} ${dim(`(${seconds(now() - began)})`)}`),
      };
    },
  };
}

/** @param {{ isTTY?: boolean }} stream @param {NodeJS.ProcessEnv} env see https://no-color.org */
export function usesColour(stream, env) {
  return Boolean(stream.isTTY) && !env.NO_COLOR && env.TERM !== 'dumb';
}

/** @param {number} milliseconds */
export function seconds(milliseconds) {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}
