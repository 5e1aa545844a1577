import ErrorOutlined from '@mui/icons-material/ErrorOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import { Stack, Typography } from '@mui/material';
import { Spoken } from '../../components/spoken.tsx';

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
      sx={{ gap: 1.5, p: 1.5, border: 1, borderColor: 'divider', borderRadius: '6px', bgcolor: 'background.sunken', minHeight: 66 }}
    >
      <Icon aria-hidden sx={{ color: isBad ? 'error.main' : 'text.tertiary' }} />
      <Stack sx={{ gap: 0.25, minWidth: 0 }}>
        <Typography variant="subtitle1">
          <Spoken words={title} />
        </Typography>
        {notes.map((note, place) => (
          // oxlint-disable-next-line react/no-array-index-key -- a line that says something else is the same line, and speaks at its pace
          <Typography key={place} variant="body2" sx={{ color: 'text.secondary' }}>
            <Spoken words={note} />
          </Typography>
        ))}
      </Stack>
    </Stack>
  );
}
