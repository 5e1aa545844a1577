/** The stages of a call as its timeline tells them. Pure; the drawer draws it. */
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { isCallEnd } from '../../../shared/domain/states.ts';
import { spanInWords } from '../../../shared/domain/time-words.ts';
import { talkTime } from '../../lib/talk-time.ts';
import { clockOf } from './clock-of.ts';
import { after, callWords, stageNames } from '../../words/call.ts';

export interface TimelineEntry {
  key: string;
  /** `14:03:08` */
  time: string;
  word: string;
  note: string;
  kind: 'plain' | 'answered' | 'end';
}

type Told = Pick<CallDetails, 'stages' | 'hungUpBy' | 'duration' | 'answeredByMachine' | 'outcome' | 'reason'>;

/** What happened, in order; what a stage adds stands beside it. */
export function timelineOf(call: Told, timeZone: string): TimelineEntry[] {
  const dialed = call.stages.find(({ stage }) => stage === 'dialing')?.at.getTime();
  const isDown = call.stages.some(({ stage }) => stage === 'disconnected');
  return call.stages.map(({ stage, at }) => ({
    key: stage,
    time: clockOf(at, timeZone),
    // What a call counts as may differ from the provider's word for it.
    word: isCallEnd(stage) && stage !== 'unknown' && call.outcome ? stageNames[call.outcome] : stageNames[stage],
    note: noteOf(call, stage, at.getTime() - (dialed ?? at.getTime()), isDown),
    kind: stage === 'in-progress' ? 'answered' : isCallEnd(stage) ? 'end' : 'plain',
  }));
}

function noteOf(call: Told, stage: string, sinceDialMs: number, isDown: boolean): string {
  if (stage === 'in-progress')
    return [after(spanInWords(sinceDialMs)), call.answeredByMachine ? callWords.machine : ''].filter(Boolean).join(', ');
  // The line goes down once: where that has a stage of its own, it tells who hung up.
  const isHangUp = stage === 'disconnected' || (isCallEnd(stage as never) && !isDown);
  const parts = [
    ...(isHangUp && call.hungUpBy !== null ? [callWords.hungUpBy(call.hungUpBy)] : []),
    ...(isHangUp && call.duration ? [`${callWords.facts.talked.toLowerCase()} ${talkTime(call.duration)}`] : []),
    ...(isCallEnd(stage as never) && call.reason !== null ? [call.reason] : []),
  ];
  return parts.join(', ');
}
