import { Module } from '@nestjs/common';
import { AccessModule } from '@fanfare/access';
import { CommunitiesModule } from '@fanfare/communities';
import { CONFIG } from '@fanfare/kernel';
import { MailModule } from '@fanfare/mail';
import { MembersModule } from '@fanfare/members';
import { AvatarRemovalMails } from './avatar-removal.mails.js';
import { AvatarRemovalsResolver } from './avatar-removals.resolver.js';
import { AvatarRemovalsService } from './avatar-removals.service.js';
import { AvatarsService } from './avatars.service.js';
import { MediaPersonalData } from './media.personal-data.js';
import { MemberAvatarResolver } from './member-avatar.resolver.js';
import { PictureMaker } from './picture.maker.js';
import { PictureShowings } from './picture-showings.js';
import { PictureUses } from './picture-uses.service.js';
import { PicturesCollector } from './pictures.collector.js';
import { PicturesLoaders } from './pictures.loaders.js';
import { PicturesOnShow } from './pictures-on-show.js';
import { PicturesQueries } from './pictures.queries.js';
import { PicturesResolver } from './pictures.resolver.js';
import { PicturesService } from './pictures.service.js';
import { chooseStore } from './store/choose.store.js';
import { PictureStore } from './store/picture.store.js';
import { ThemePictureKeeper } from './theme-picture.keeper.js';
import { ThemePicturesResolver } from './theme-pictures.resolver.js';

@Module({
  imports: [AccessModule, CommunitiesModule, MailModule, MembersModule],
  providers: [
    { provide: PictureStore, inject: [CONFIG], useFactory: chooseStore },
    PictureMaker,
    PicturesQueries,
    PictureShowings,
    PicturesOnShow,
    PicturesLoaders,
    PicturesService,
    PictureUses,
    PicturesCollector,
    AvatarsService,
    AvatarRemovalsService,
    AvatarRemovalsResolver,
    AvatarRemovalMails,
    MediaPersonalData,
    ThemePictureKeeper,
    PicturesResolver,
    MemberAvatarResolver,
    ThemePicturesResolver,
  ],
  exports: [PictureStore, PicturesQueries, PicturesLoaders, PicturesService, PictureShowings, PictureUses, AvatarsService, AvatarRemovalsService],
})
export class MediaModule {}
