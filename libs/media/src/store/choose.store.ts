import type { Config } from '@fanfare/kernel';
import { join } from 'node:path';
import { DiskStore } from './disk.store.js';
import type { PictureStore } from './picture.store.js';
import { S3Store } from './s3.store.js';

/** The store that the operator configured. */
export function chooseStore({ mediaUrl, dataDir }: Pick<Config, 'mediaUrl' | 'dataDir'>): PictureStore {
  return mediaUrl ? new S3Store(mediaUrl) : new DiskStore(join(dataDir, 'media'));
}
