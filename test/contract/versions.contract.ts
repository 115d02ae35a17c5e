import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Lock {
  readonly packages: Readonly<Record<string, { version?: string; resolved?: string; hasInstallScript?: boolean }>>;
}

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8')) as Lock;

/** Below these a known hole or a measured fault is open; each says why. */
const FLOORS: readonly [name: string, floor: string, why: string][] = [
  ['fastify', '5.8.5', 'body validation and header bypasses'],
  ['@fastify/static', '9.1.3', 'route guard bypass by encoded slashes'],
  ['@nestjs/platform-fastify', '11.1.24', 'middleware bypasses by odd URLs'],
  ['sanitize-html', '2.17.3', 'nesting bypasses'],
  ['markdown-it', '14.1.1', 'ReDoS in linkify'],
  ['nodemailer', '8.0.5', 'address parsing sends to the wrong domain; SMTP command injection'],
  ['ws', '8.20.1', 'memory disclosure'],
  ['typeorm', '1.0.0', 'SQL injection by repository.save of objects'],
  ['react-router', '7.12.0', 'redirects and CSRF in actions'],
  ['@apollo/server', '5.5.0', 'read-only CSRF'],
];

function installed(name: string): string[] {
  return Object.entries(lock.packages)
    .filter(([path]) => path.endsWith(`node_modules/${name}`))
    .map(([, entry]) => entry.version!);
}

function atLeast(version: string, floor: string): boolean {
  const [a, b] = [version, floor].map((text) => text.split('-')[0]!.split('.').map(Number));
  for (let at = 0; at < 3; at += 1) if (a![at] !== b![at]) return a![at]! > b![at]!;
  return true;
}

describe('versions', () => {
  it.each(FLOORS)('%s is at %s or newer: %s', (name, floor) => {
    const found = installed(name);
    expect(found.length).toBeGreaterThan(0);
    expect(found.filter((version) => !atLeast(version, floor))).toEqual([]);
  });

  it('graphql is one, and 16.15: Apollo refuses 17', () => {
    expect(installed('graphql')).toHaveLength(1);
    expect(installed('graphql')[0]).toMatch(/^16\.15\./);
  });

  it('compares versions as numbers', () => {
    expect([atLeast('5.10.0', '5.9.1'), atLeast('5.8.9', '5.9.1'), atLeast('1.1.1', '1.1.1')]).toEqual([true, false, true]);
  });
});
