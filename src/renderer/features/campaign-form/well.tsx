import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';

interface WellProps {
  /** It says why no call would go out. */
  isBad: boolean;
  title: string;
  notes: readonly string[];
}

/** What will happen, told before the button that makes it happen. */
export function Well({ isBad, title, notes }: WellProps) {
  const Icon = isBad ? ErrorOutlined : ScheduleOutlined;
  return (
    <Stack
      direction="row"
      role="status"
      sx={{ gap: 1.5, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '6px', bgcolor: 'background.sunken', minHeight: 66 }}
    >
      <Icon aria-hidden sx={{ color: isBad ? 'error.main' : 'text.tertiary' }} />
      <Stack sx={{ gap: 0.25, minWidth: 0 }}>
        <Typography variant="subtitle1">{title}</Typography>
        {notes.map((note) => (
          <Typography key={note} variant="body2" sx={{ color: 'text.secondary' }}>
            {note}
          </Typography>
        ))}
      </Stack>
    </Stack>
  );
}
