import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import HourglassEmptyOutlined from '@mui/icons-material/HourglassEmptyOutlined';
import NightlightOutlined from '@mui/icons-material/NightlightOutlined';
import PauseCircleOutlined from '@mui/icons-material/PauseCircleOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';
import type { Strip } from './campaign-state.ts';

const ICONS = {
  window: NightlightOutlined,
  start: ScheduleOutlined,
  pause: PauseCircleOutlined,
  fault: ErrorOutlined,
  wait: HourglassEmptyOutlined,
} as const satisfies Record<Strip['kind'], unknown>;

/** Why no calls go out, in one sentence, on the campaign itself. */
export function CampaignStrip({ strip: { tone, kind, sentence } }: { strip: Strip }) {
  const Icon = ICONS[kind];
  return (
    <Stack
      direction="row"
      sx={{
        alignItems: 'center',
        gap: 1,
        px: 2,
        py: 1,
        minHeight: 36,
        borderTop: 1,
        borderColor: 'divider',
        bgcolor: tone === 'neutral' ? 'background.sunken' : `${tone}.tint`,
      }}
    >
      <Icon aria-hidden sx={{ fontSize: 16, flexShrink: 0, color: tone === 'neutral' ? 'text.tertiary' : `${tone}.main` }} />
      <Typography variant="body2">{sentence}</Typography>
    </Stack>
  );
}
