import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '@fanfare/kernel';
import { PicturesQueries } from '@fanfare/media';
import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StorageHealthModel } from './deployment-health.model.js';

/** The disk that DATA_DIR is on, and what pictures take. */
@Injectable()
export class StorageHealth {
  constructor(
    private readonly pictures: PicturesQueries,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async report(): Promise<StorageHealthModel> {
    const folder = this.config.dataDir;
    const { pictures, bytes: pictureBytes } = await this.pictures.usage();
    const bucket = this.config.mediaUrl && new URL(this.config.mediaUrl).host;
    return { folder, ...(await diskUnder(folder)), pictures, pictureBytes, bucket };
  }
}

async function diskUnder(folder: string): Promise<Pick<StorageHealthModel, 'freeBytes' | 'totalBytes'>> {
  const disk = await statfs(nearestExisting(folder)).catch(() => null);
  if (!disk) return { freeBytes: null, totalBytes: null };
  return { freeBytes: disk.bavail * disk.bsize, totalBytes: disk.blocks * disk.bsize };
}

/** The folder, or what it will be made in. */
function nearestExisting(folder: string): string {
  return existsSync(folder) || dirname(folder) === folder ? folder : nearestExisting(dirname(folder));
}
