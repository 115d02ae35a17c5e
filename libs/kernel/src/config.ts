import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { signingKeysIn } from './signing-key.js';

/** Where people may have an account that says something about them: an OpenID Connect provider. */
export interface OidcProvider {
  /** Part of its callback's address: `/link/ID/callback`. */
  readonly id: string;
  /** As people read it. */
  readonly name: string;
  /** https, or a loopback address. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Space between them. */
  readonly scopes: string;
}

/** What the operator decided, validated. Every name stands in the README's table. */
export interface Config {
  readonly production: boolean;
  readonly port: number;
  readonly host: string;
  /** Origin the public sees, without a trailing slash. */
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly dataDir: string;
  /** S3-compatible storage for pictures, with its keys; null keeps them under `dataDir`. */
  readonly mediaUrl: string | null;
  readonly smtpUrl: string | null;
  /** Sender of every mail, as an RFC 5322 mailbox. */
  readonly mailFrom: string;
  readonly seedDemo: boolean;
  /** Whether this process also delivers events and runs schedules. */
  readonly workerInside: boolean;
  /** Number of proxies in front whose X-Forwarded-For is believed. */
  readonly trustedProxies: number;
  /** What seals secrets that are kept in the database; null takes it from a file under `dataDir`. */
  readonly secretKey: string | null;
  /** Ed25519: the first signs the moderation log, those behind it did before. None: the deployment makes its own. */
  readonly logSigningKeys: readonly KeyObject[];
  readonly oidcProviders: readonly OidcProvider[];
  /** Password of the demo accounts, and so never in production. */
  readonly demoPassword: string;
  readonly databasePoolSize: number;
  /** Mixed into the hashes of what evidence rests on, purchase codes above all; '' without one. Whoever changes it voids them. */
  readonly evidencePepper: string;
  /** Where the GraphQL schema is written at start; only the schema command says so. */
  readonly writeSchemaTo?: string;
}

/** Injects the configuration. */
export const CONFIG = Symbol('Config');

/** A setting that cannot be used; its message is one line that says what to do. */
export class ConfigError extends Error {}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the configuration from the environment. @throws ConfigError on the first setting that cannot be used. */
export function loadConfig(env: Environment): Config {
  const production = env['NODE_ENV'] === 'production';
  const port = integer(env, 'PORT', 3000, 0, 65535);
  const host = env['HOST'] || '127.0.0.1';
  return {
    production,
    port,
    host,
    publicUrl: publicUrl(env, production, port),
    databaseUrl: databaseUrl(env),
    dataDir: resolve(env['DATA_DIR'] || '.data'),
    mediaUrl: mediaUrl(env),
    smtpUrl: url(env, 'SMTP_URL', ['smtp:', 'smtps:']),
    mailFrom: env['MAIL_FROM'] || 'Fanfare <fanfare@localhost>',
    seedDemo: !production && flag(env, 'SEED_DEMO', true),
    workerInside: flag(env, 'WORKER', true),
    trustedProxies: integer(env, 'TRUSTED_PROXIES', 0, 0, 10),
    secretKey: secretKey(env),
    logSigningKeys: logSigningKeys(env),
    oidcProviders: oidcProviders(env),
    demoPassword: demoPassword(env, production),
    evidencePepper: env['EVIDENCE_PEPPER'] ?? '',
    databasePoolSize: integer(env, 'DATABASE_POOL', 20, 2, 500),
  };
}

export const DEFAULT_DEMO_PASSWORD = 'brick by brick';

function demoPassword(env: Environment, production: boolean): string {
  if (production && env['DEMO_PASSWORD']) {
    throw new ConfigError('DEMO_PASSWORD is set, but demo accounts do not exist in production: unset it.');
  }
  return env['DEMO_PASSWORD'] || DEFAULT_DEMO_PASSWORD;
}

const SHORTEST_SECRET_KEY = 32;

function secretKey(env: Environment): string | null {
  const key = env['SECRET_KEY'] || null;
  if (key !== null && key.length < SHORTEST_SECRET_KEY) {
    throw new ConfigError(`SECRET_KEY is too short: give at least ${SHORTEST_SECRET_KEY} random characters.`);
  }
  return key;
}

function logSigningKeys(env: Environment): KeyObject[] {
  try {
    return signingKeysIn(env['LOG_SIGNING_KEY'] ?? '');
  } catch {
    throw new ConfigError('LOG_SIGNING_KEY is no Ed25519 private key: make one with `openssl genpkey -algorithm ed25519`.');
  }
}

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

function oidcProviders(env: Environment): OidcProvider[] {
  const text = env['OIDC_PROVIDERS'];
  if (!text) return [];
  const providers = parsedList(text).map(oidcProvider);
  if (new Set(providers.map(({ id }) => id)).size < providers.length) throw new ConfigError('OIDC_PROVIDERS names one id twice: give each its own.');
  return providers;
}

function parsedList(text: string): unknown[] {
  try {
    const list: unknown = JSON.parse(text);
    if (Array.isArray(list)) return list;
  } catch {
    // falls through: not JSON
  }
  throw new ConfigError('OIDC_PROVIDERS is no JSON list: write [{"id":…,"name":…,"issuer":…,"clientId":…,"clientSecret":…}].');
}

function oidcProvider(given: unknown): OidcProvider {
  const { id, name, issuer, clientId, clientSecret, scopes = 'openid email' } = Object(given) as Partial<OidcProvider>;
  const texts = [id, name, issuer, clientId, clientSecret, scopes];
  if (!texts.every((text) => typeof text === 'string' && text !== '')) {
    throw new ConfigError('OIDC_PROVIDERS lacks something: each provider has id, name, issuer, clientId and clientSecret.');
  }
  if (!/^[a-z0-9-]{1,40}$/.test(id!)) throw new ConfigError(`OIDC_PROVIDERS has the id "${id}": use small letters, digits and dashes.`);
  const url = URL.canParse(issuer!) ? new URL(issuer!) : null;
  if (url?.protocol !== 'https:' && !(url?.protocol === 'http:' && LOOPBACK.has(url.hostname))) {
    throw new ConfigError(`OIDC_PROVIDERS: the issuer of ${id} is no https address.`);
  }
  if (!scopes.split(' ').includes('openid')) throw new ConfigError(`OIDC_PROVIDERS: the scopes of ${id} lack openid.`);
  return { id: id!, name: name!, issuer: issuer!, clientId: clientId!, clientSecret: clientSecret!, scopes };
}

function databaseUrl(env: Environment): string {
  const found = url(env, 'DATABASE_URL', ['postgres:', 'postgresql:']);
  if (found === null) throw new ConfigError('DATABASE_URL is not set: give the address of a PostgreSQL 15 or newer.');
  const password = decodeURIComponent(new URL(found).password);
  if (env['NODE_ENV'] === 'production' && ['postgres', 'password', 'fanfare', 'changeme'].includes(password)) {
    throw new ConfigError('DATABASE_URL carries a well-known password: choose one of your own for production.');
  }
  return found;
}

function mediaUrl(env: Environment): string | null {
  const found = url(env, 'MEDIA_URL', ['https:', 'http:']);
  if (found === null) return null;
  const { username, password, pathname } = new URL(found);
  if (!username || !password || !/^\/[^/]+/.test(pathname)) {
    throw new ConfigError('MEDIA_URL lacks a key or a bucket: write https://KEY:SECRET@HOST/BUCKET?region=REGION.');
  }
  return found;
}

function publicUrl(env: Environment, production: boolean, port: number): string {
  const found = url(env, 'PUBLIC_URL', ['http:', 'https:']);
  if (found === null && production) throw new ConfigError('PUBLIC_URL is not set: give the address people will type.');
  return (found ?? `http://localhost:${port}`).replace(/\/+$/, '');
}

function url(env: Environment, name: string, protocols: string[]): string | null {
  const text = env[name];
  if (!text) return null;
  if (!URL.canParse(text) || !protocols.includes(new URL(text).protocol)) {
    throw new ConfigError(`${name} is not a ${protocols.join(' or ')} address: check it.`);
  }
  return text;
}

function integer(env: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = env[name];
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < min || value > max) {
    throw new ConfigError(`${name} is "${text}": give a whole number from ${min} to ${max}.`);
  }
  return value;
}

function flag(env: Environment, name: string, fallback: boolean): boolean {
  const text = env[name];
  if (text === undefined || text === '') return fallback;
  if (['1', 'true'].includes(text)) return true;
  if (['0', 'false'].includes(text)) return false;
  throw new ConfigError(`${name} is "${text}": give 1 or 0.`);
}
