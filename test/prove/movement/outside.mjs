/**
 * Loaded into the built api and worker before they begin (`node --import`), by a proof alone: their clock goes ahead by what a file
 * says, and one port of loopback passes for the ambassadors' sites. No setting of theirs can do either.
 */
import { readFileSync } from 'node:fs';

const dist = new URL('../../../dist/', import.meta.url);
/** @param {string} name */
const load = (name) => import(new URL(name, dist).href);
const { Clock } = await load('libs/kernel/src/index.js');
const { WebClient } = await load('libs/outbound/src/index.js');

const [clockFile, sitePort] = [process.env.MOVEMENT_CLOCK, Number(process.env.MOVEMENT_SITE)];
const LOOK_MS = 20;
let [ahead, lookedAt] = [0, -Infinity];

/** Looked up now and then: every request asks what time it is many times over. */
Clock.prototype.now = function now() {
  if (performance.now() - lookedAt > LOOK_MS) [ahead, lookedAt] = [Number(readFileSync(clockFile, 'utf8')), performance.now()];
  return new Date(Date.now() + ahead);
};

/** @param {{ address: string, port: number }} place */
const isSite = ({ address, port }) => address === '127.0.0.1' && port === sitePort;
for (const name of ['get', 'accepts']) {
  const before = WebClient.prototype[name];
  WebClient.prototype[name] = function withSite(...args) {
    this.allow = isSite;
    return before.apply(this, args);
  };
}
