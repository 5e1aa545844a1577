/** How calls and queue items are marked: an icon and a word for every state, everywhere the same. */
import AdjustOutlined from '@mui/icons-material/AdjustOutlined';
import ArrowCircleRightOutlined from '@mui/icons-material/ArrowCircleRightOutlined';
import BlockOutlined from '@mui/icons-material/BlockOutlined';
import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import DialpadOutlined from '@mui/icons-material/DialpadOutlined';
import DoNotDisturbOnOutlined from '@mui/icons-material/DoNotDisturbOnOutlined';
import GraphicEqOutlined from '@mui/icons-material/GraphicEqOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import PendingOutlined from '@mui/icons-material/PendingOutlined';
import PhoneMissedOutlined from '@mui/icons-material/PhoneMissedOutlined';
import RingVolumeOutlined from '@mui/icons-material/RingVolumeOutlined';
import UndoOutlined from '@mui/icons-material/UndoOutlined';
import VoicemailOutlined from '@mui/icons-material/VoicemailOutlined';
import type { Call } from '../../shared/contract/calls.ts';
import type { CallEnd, CallStage, CallState, ItemState } from '../../shared/domain/states.ts';
import { endWords, itemWords, stageWords } from '../words/calls.ts';
import type { MarkOf } from './mark.tsx';

const up = (stage: CallStage, icon: MarkOf['icon']): MarkOf => ({ word: stageWords[stage], icon, tone: 'warning', pulses: true });
const ended = (end: CallEnd, icon: MarkOf['icon'], tone: MarkOf['tone'] = 'neutral'): MarkOf => ({ word: endWords[end], icon, tone });

const STATES: Readonly<Record<CallState, MarkOf>> = {
  dialing: up('dialing', DialpadOutlined),
  queued: up('queued', DialpadOutlined),
  initiated: up('initiated', DialpadOutlined),
  ringing: up('ringing', RingVolumeOutlined),
  'in-progress': up('in-progress', GraphicEqOutlined),
  disconnected: { word: stageWords.disconnected, icon: HourglassEmptyOutlined, tone: 'neutral' },
  completed: ended('completed', CheckCircleOutlined, 'success'),
  'no-answer': ended('no-answer', PhoneMissedOutlined),
  busy: ended('busy', DoNotDisturbOnOutlined),
  voicemail: ended('voicemail', VoicemailOutlined),
  failed: ended('failed', CancelOutlined, 'error'),
  cancelled: ended('cancelled', BlockOutlined),
  'not-placed': ended('not-placed', UndoOutlined),
  unknown: ended('unknown', HelpOutlineOutlined),
};

/** A call that is over is marked by what it counts as, one that is up by its stage. */
export const callMark = ({ status, outcome }: Pick<Call, 'status' | 'outcome'>): MarkOf => STATES[outcome ?? status];

const item = (state: ItemState, icon: MarkOf['icon'], tone: MarkOf['tone']): MarkOf => ({ word: itemWords[state], icon, tone });

export const ITEM_MARKS: Readonly<Record<ItemState, MarkOf>> = {
  queued: item('queued', PendingOutlined, 'info'),
  processing: { ...item('processing', AdjustOutlined, 'warning'), pulses: true },
  completed: item('completed', CheckCircleOutlined, 'success'),
  failed: item('failed', CancelOutlined, 'error'),
  skipped: item('skipped', ArrowCircleRightOutlined, 'neutral'),
  cancelled: item('cancelled', BlockOutlined, 'neutral'),
};
