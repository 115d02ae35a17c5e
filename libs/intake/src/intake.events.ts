import { declareEvent } from '@fanfare/events';
import type { PhaseName, Reason, TextKind } from './verdict.js';

/** A text was kept and waits for a moderator. Subject: the text. */
export const TextHeld = declareEvent<{ kind: TextKind; phase: PhaseName; reason: Reason; verdict: string }>('text.held');

/** What is held and which words are listed. Subject: the community. `fields`: which of it changed. */
export const IntakeSettingsChanged = declareEvent<{ fields: string[] }>('intake.settingsChanged', { staffAct: true });
