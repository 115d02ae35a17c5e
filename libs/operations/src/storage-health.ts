import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@fanfare/kernel';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StorageHealthModel } from './deployment-health.model.js';

/** The disk that DATA_DIR is on. */
@Injectable()
export class StorageHealth {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  async report(): Promise<StorageHealthModel> {
    const folder = this.config.dataDir;
    const disk = await statfs(nearestExisting(folder)).catch(() => null);
    if (!disk) return { folder, freeBytes: null, totalBytes: null };
    return { folder, freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize };
  }
}

/** The folder, or what it will be made in. */
function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
