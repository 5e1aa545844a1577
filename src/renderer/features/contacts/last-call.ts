/** The last call of a contact as the list tells it: when it was, and what came of it. */
import AdjustOutlined from '@mui/icons-material/AdjustOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DoNotDisturbOnOutlined from '@mui/icons-material/DoNotDisturbOnOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import PhoneMissedOutlined from '@mui/icons-material/PhoneMissedOutlined';
import VoicemailOutlined from '@mui/icons-material/VoicemailOutlined';
import type { Contact } from '../../../shared/contract/contacts.ts';
import { DAY_MS, localDateOf, localTimeOf } from '../../../shared/domain/calendar.ts';
import { type CallState, isCallEnd } from '../../../shared/domain/states.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import type { MarkOf } from '../../components/mark.tsx';
import { outcomes } from '../../words/contacts.ts';

type LastCall = NonNullable<Contact['lastCall']>;

/** Within so many days the weekday tells it. */
const WEEK_DAYS = 6;

/** `today 11:04`, `Mon 16:40`, `9 Nov`, `9 Nov 2025`, by the viewer's clock. */
export function lastCallWhen(at: number, now: number, timeZone: string): string {
  const on = localDateOf(at, timeZone);
  const todayOn = localDateOf(now, timeZone);
  const time = localTimeOf(at, timeZone);
  if (on === todayOn) return `${dayInWords(on, todayOn)} ${time}`;
  const [weekday = '', ...date] = dayInWords(on, todayOn).split(' ');
  if (on < todayOn && localDateOf(now - WEEK_DAYS * DAY_MS, timeZone) <= on) return `${weekday} ${time}`;
  return date.join(' ');
}

type Ended = Exclude<
  CallState,
  'dialing' | 'queued' | 'initiated' | 'ringing' | 'in-progress' | 'disconnected' | 'completed' | 'not-placed'
>;

const MARKS: Readonly<Record<Ended, MarkOf>> = {
  voicemail: { word: outcomes.voicemail, icon: VoicemailOutlined, tone: 'neutral' },
  busy: { word: outcomes.busy, icon: DoNotDisturbOnOutlined, tone: 'neutral' },
  'no-answer': { word: outcomes['no-answer'], icon: PhoneMissedOutlined, tone: 'neutral' },
  failed: { word: outcomes.failed, icon: CancelOutlined, tone: 'error' },
  cancelled: { word: outcomes.cancelled, icon: BlockOutlined, tone: 'neutral' },
  unknown: { word: outcomes.unknown, icon: HelpOutlineOutlined, tone: 'neutral' },
};
const SUCCESSFUL: MarkOf = { word: outcomes.successful, icon: CheckCircleOutlined, tone: 'success' };
const NOBODY_SPOKE: MarkOf = { word: outcomes.nobodySpoke, icon: PhoneMissedOutlined, tone: 'neutral' };
const CALLING: MarkOf = { word: outcomes.calling, icon: AdjustOutlined, tone: 'warning', pulses: true };
const AWAITED: MarkOf = { word: outcomes.awaited, icon: AdjustOutlined, tone: 'neutral' };
export const DO_NOT_CALL: MarkOf = { word: outcomes.doNotCall, icon: BlockOutlined, tone: 'error' };

/** What came of a call. */
export function outcomeMark({ status, successful }: Pick<LastCall, 'status' | 'successful'>): MarkOf {
  if (status === 'disconnected') return AWAITED;
  if (!isCallEnd(status)) return CALLING;
  if (status === 'completed') return successful ? SUCCESSFUL : NOBODY_SPOKE;
  return status === 'not-placed' ? MARKS.failed : MARKS[status];
}
