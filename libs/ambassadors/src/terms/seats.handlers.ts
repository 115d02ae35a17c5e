import { Injectable } from '@nestjs/common';
import { Handlers } from '@fanfare/events';
import { ApplicationReleased } from '../ambassadors.events.js';
import { SeatsService } from './seats.service.js';

/** A waiting list goes on where a moderator's look had stopped it. */
@Injectable()
export class SeatsHandlers {
  constructor(handlers: Handlers, seats: SeatsService) {
    handlers.on(ApplicationReleased, 'ambassadors.fillSeats', (tx, event) => seats.fillAfter(tx, event.subjectId!));
  }
}
