import { Injectable } from '@nestjs/common';
import { Database } from '@fanfare/database';
import type { Withholdable } from '@fanfare/kernel';
import { PictureShowings } from '@fanfare/media';
import { CREATION_TABLES } from './creation.row.js';

const SHOWINGS = `
  SELECT c.community_id AS "communityId", w.account_id AS "authorAccountId", c.withheld
  FROM ${CREATION_TABLES} JOIN picture_uses u ON u.subject_id = c.id WHERE u.picture_id = $1`;

/** The pictures of a withheld work are for who may read it: their files keep their addresses, and are given to nobody else. */
@Injectable()
export class CreationShowings {
  constructor(showings: PictureShowings, database: Database) {
    showings.register('CREATION', (pictureId) => database.query<Withholdable>(SHOWINGS, [pictureId]));
  }
}
