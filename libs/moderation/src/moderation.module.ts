import { Module } from '@nestjs/common';

/** Reports, the review queue, decisions and appeals. */
@Module({})
export class ModerationModule {}
