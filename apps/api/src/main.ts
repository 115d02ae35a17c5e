import 'reflect-metadata';
import { SetupService } from '@fanfare/access';
import { type Config, loadConfig } from '@fanfare/kernel';
import { DemoSeeder } from '@fanfare/portability';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Api, startApi } from './api.app.js';
import { announce } from './boot/announce.js';
import { adviceFor } from './boot/obstacles.js';
import { prepareDatabase } from './boot/prepare-database.js';

const WEB_ROOT = fileURLToPath(new URL('../../../web', import.meta.url)); // beside us in dist
const LAST_MOMENT_MS = 9_500;
/** How long a load balancer has to hear that we leave; whoever works on a machine of their own waits less. */
const NOTICE_MS = 2_000;
const SHORT_NOTICE_MS = 300;

async function main(): Promise<void> {
  let config: Config | null = null;
  try {
    config = loadConfig(process.env);
    const migrations = await prepareDatabase(config);
    announce('progress', migrations > 0 ? `Database ready (${migrations} migrations)` : 'Database ready');
    const noticeMs = config.production ? NOTICE_MS : SHORT_NOTICE_MS;
    const api = await startApi(config, { webRoot: existsSync(WEB_ROOT) ? WEB_ROOT : undefined, noticeMs });
    endWhenAsked(api);
    await welcome(api, config);
  } catch (error) {
    announce('fatal', adviceFor(error, { port: config?.port ?? 0, databaseUrl: config?.databaseUrl ?? '' }));
    if (!process.send && !(error as { code?: string }).code) console.error(error);
    process.exit(1);
  }
}

/** Demo content on a first start, then the line that says where to look. */
async function welcome(api: Api, config: Config): Promise<void> {
  const demo = config.seedDemo ? await api.app.get(DemoSeeder).seedOnce() : null;
  if (demo?.seeded) announce('progress', `Demo communities loaded (${demo.ideas} ideas, ${demo.votes} votes)`);
  const setUpLink = await api.app.get(SetupService).linkIfNeeded();
  const lines = setUpLink ? [`No operator yet. Set this deployment up within a day: ${setUpLink}`] : [];
  announce('ready', `Fanfare serves on ${config.publicUrl}`, {
    url: config.publicUrl,
    lines,
    ...(demo ? { accounts: demo.accounts, password: config.demoPassword } : {}),
  });
}

/** SIGTERM, SIGINT, or the end of whoever started us. The process is gone within ten seconds, whatever is still open. */
function endWhenAsked(api: Api): void {
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    setTimeout(() => process.exit(0), LAST_MOMENT_MS).unref();
    void api.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  process.once('disconnect', end);
}

await main();
