/** What the dock or task bar shows, as one function of state. */
import type { Glance } from '../../live/glance.ts';
import { countOf } from '../../../shared/domain/time-words.ts';

export interface DockView {
  /** Calls up; 0 for no badge. */
  badge: number;
  badgeWords: string;
  /** 0 to 1; -1 for none. */
  progress: number;
  mode: 'normal' | 'paused';
}

/** The share of the active campaigns that is done: paused where they may not call now. */
export function dockView({ callsUp, isCalling, own }: Pick<Glance, 'callsUp' | 'isCalling' | 'own'>): DockView {
  const progress = own?.progress;
  return {
    badge: callsUp,
    badgeWords: callsUp === 0 ? '' : `${countOf(callsUp, 'call')} up`,
    progress: progress ? progress.done / progress.total : -1,
    mode: isCalling ? 'normal' : 'paused',
  };
}
