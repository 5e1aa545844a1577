/** What the tray shows, as one function of state. */
import { countOf, placeOf, whenInWords } from '../../../shared/domain/time-words.ts';
import type { Glance } from '../../live/glance.ts';

export type TrayAct = 'open' | 'pause' | 'resume' | 'stay' | 'quit';

export type TrayItem =
  | { kind: 'act'; act: TrayAct; label: string; isEnabled: boolean }
  | { kind: 'words'; label: string }
  | { kind: 'line' };

/** alert: no call can be made · paused: Pause all holds something, and nothing calls. */
export type TrayLook = 'plain' | 'paused' | 'alert';

export interface TrayView {
  look: TrayLook;
  /** Beside the icon, where the system shows words there; empty for none. */
  title: string;
  tooltip: string;
  items: TrayItem[];
}

export interface TrayState extends Glance {
  /** Quits once the calls that are up are over. */
  isFinishing: boolean;
  /** Of this computer. */
  timeZone: string;
}

const MOST_TITLE = 99;

export function trayView({ at, callsUp, isCalling, isBlocked, own, isFinishing, timeZone }: TrayState): TrayView {
  const up = callsUp === 0 ? 'no call is up' : `${countOf(callsUp, 'call')} up`;
  const act = (name: TrayAct, label: string, isEnabled = true): TrayItem => ({ kind: 'act', act: name, label, isEnabled });
  return {
    look: isBlocked ? 'alert' : own?.mayResume && !isCalling ? 'paused' : 'plain',
    title: callsUp === 0 ? '' : callsUp > MOST_TITLE ? `${MOST_TITLE}+` : String(callsUp),
    tooltip: `Ringmaster: ${up}${isFinishing ? ', quits after' : ''}`,
    items: [
      act('open', 'Open Ringmaster'),
      { kind: 'line' },
      { kind: 'words', label: isFinishing ? `Quits once ${callsUp === 1 ? 'this call is' : 'these calls are'} over` : firstUp(up) },
      ...(own && !isFinishing ? [{ kind: 'words', label: nextWords(own.next, at, timeZone) } as const] : []),
      { kind: 'line' },
      ...(own ? [act('pause', 'Pause all', own.mayPause), act('resume', 'Resume all', own.mayResume)] : []),
      ...(own ? [{ kind: 'line' } as const] : []),
      ...(isFinishing ? [act('stay', 'Keep running')] : []),
      act('quit', isFinishing ? 'Quit now…' : 'Quit Ringmaster'),
    ],
  };
}

function nextWords(next: NonNullable<Glance['own']>['next'], now: number, timeZone: string): string {
  if (next === null) return 'No call is planned';
  const when = next.at <= now ? 'now' : whenInWords(next.at, now, next.timeZone);
  const place = next.at <= now || next.timeZone === timeZone ? '' : ` in ${placeOf(next.timeZone)}`;
  return `Next call: ${when}${place}, ${next.who} (${next.campaignName})`;
}

const firstUp = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
