import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { ViewerModel } from '@fanfare/access';
import { MaxLength } from 'class-validator';
import { EvidenceModel } from '../evidence.model.js';

@InputType()
export class LinkWebsiteInput {
  @MaxLength(2000)
  @Field({ description: 'A public page that links to one of the viewer’s profiles with rel="me"; see Identity.profileUrls.' })
  url: string;
}

@ObjectType()
export class LinkWebsitePayload {
  @Field(() => EvidenceModel)
  evidence: EvidenceModel;

  @Field(() => ViewerModel)
  viewer: ViewerModel;
}
