import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const VERIFY = fileURLToPath(new URL('../../scripts/fanfare-verify.mjs', import.meta.url));

/** A community's public log as a stranger downloads it. */
export interface DownloadedLog {
  readonly entries: string;
  readonly heads: string;
}

/** @param url of the site */
export async function downloadedLog(url: string, slug: string): Promise<DownloadedLog> {
  const [entries, heads] = await Promise.all(['entries', 'heads'].map(async (name) => (await fetch(`${url}/c/${slug}/log/${name}.jsonl`)).text()));
  return { entries: entries!, heads: heads! };
}

/** What `fanfare-verify` says of a log, with heads that were saved; '' when everything holds. */
export function faultOf({ entries }: DownloadedLog, { heads }: DownloadedLog): string {
  const folder = mkdtempSync(join(tmpdir(), 'fanfare-log-'));
  try {
    const files = Object.entries({ 'entries.jsonl': entries, 'heads.jsonl': heads }).map(([name, text]) => {
      writeFileSync(join(folder, name), text);
      return join(folder, name);
    });
    const { status, stdout, stderr } = spawnSync(process.execPath, [VERIFY, ...files], { encoding: 'utf8' });
    return status === 0 ? '' : `${status} ${stdout} ${stderr}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
