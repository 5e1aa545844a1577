import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import NightlightOutlined from '@mui/icons-material/NightlightOutlined';
import PauseOutlined from '@mui/icons-material/PauseOutlined';
import PhoneCallbackOutlined from '@mui/icons-material/PhoneCallbackOutlined';
import PhoneDisabledOutlined from '@mui/icons-material/PhoneDisabledOutlined';
import ReplayOutlined from '@mui/icons-material/ReplayOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import { Box, Stack } from '@mui/material';
import { ellipsis } from '../app/theme/tokens.ts';
import type { WaitingReason } from '../../shared/contract/campaigns.ts';
import type { WaitingCode } from '../../shared/domain/waiting-reason.ts';

const ICONS: Readonly<Record<WaitingCode, SvgIconComponent>> = {
  planned: ScheduleOutlined,
  'not-started': ScheduleOutlined,
  gap: HourglassEmptyOutlined,
  'number-busy': HourglassEmptyOutlined,
  'limit-full': HourglassEmptyOutlined,
  turn: HourglassEmptyOutlined,
  engine: HourglassEmptyOutlined,
  provider: HourglassEmptyOutlined,
  'nobody-waiting': HourglassEmptyOutlined,
  retry: ReplayOutlined,
  callback: PhoneCallbackOutlined,
  'window-closed': NightlightOutlined,
  'no-opening': NightlightOutlined,
  paused: PauseOutlined,
  over: PauseOutlined,
  'do-not-call': PhoneDisabledOutlined,
};

/** Why somebody is not being called now: an icon and the engine's sentence, in grey, for a reason is no alarm. */
export function WhyNotNow({ reason: { code, sentence } }: { reason: WaitingReason }) {
  // A newer engine may know more reasons than this screen.
  const Icon = (ICONS as Readonly<Record<string, SvgIconComponent | undefined>>)[code] ?? HourglassEmptyOutlined;
  return (
    <Stack component="span" direction="row" sx={{ alignItems: 'center', gap: 1, minWidth: 0, color: 'text.secondary' }}>
      <Icon aria-hidden sx={{ fontSize: 15, color: 'text.tertiary', flexShrink: 0 }} />
      <Box component="span" title={sentence} sx={ellipsis}>
        {sentence}
      </Box>
    </Stack>
  );
}
