import { Box, Stack, Typography } from '@mui/material';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { localDateOf } from '../../../shared/domain/calendar.ts';
import { dayInWords } from '../../../shared/domain/time-words.ts';
import { num } from '../../app/theme/tokens.ts';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { viewerZone } from '../../lib/format.ts';
import { useNow } from '../../lib/use-now.ts';
import { callWords } from '../../words/call.ts';
import { type TimelineEntry, timelineOf } from './timeline.ts';

const DOT: Readonly<Record<TimelineEntry['kind'], object>> = {
  plain: { borderColor: 'line.strong', bgcolor: 'background.paper' },
  answered: { borderColor: 'success.fill', bgcolor: 'success.fill' },
  end: { borderColor: 'text.secondary', bgcolor: 'text.secondary' },
};

/** The stages of the call in the viewer's time. */
export function Timeline({ call }: { call: CallDetails }) {
  const now = useNow();
  const zone = viewerZone();
  const entries = timelineOf(call, zone);
  const day = dayInWords(localDateOf(call.claimedAt.getTime(), zone), localDateOf(now, zone));
  return (
    <DrawerSection title={callWords.timeline} note={day}>
      <Box component="ol" sx={{ listStyle: 'none', m: 0, p: 0 }}>
        {entries.map((entry, place) => (
          <Stack component="li" key={entry.key} direction="row" sx={{ alignItems: 'center', minHeight: 24, gap: 1.5 }}>
            <Typography variant="caption" sx={{ ...num, width: 56, flexShrink: 0, color: 'text.tertiary' }}>
              {entry.time}
            </Typography>
            <Dot kind={entry.kind} isFirst={place === 0} isLast={place === entries.length - 1} />
            <Typography variant="subtitle2" component="span" sx={{ whiteSpace: 'nowrap' }}>
              {entry.word}
            </Typography>
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary', ml: 'auto', textAlign: 'right', ...num }}>
              {entry.note}
            </Typography>
          </Stack>
        ))}
      </Box>
    </DrawerSection>
  );
}

function Dot({ kind, isFirst, isLast }: { kind: TimelineEntry['kind']; isFirst: boolean; isLast: boolean }) {
  return (
    <Box
      aria-hidden
      sx={{
        position: 'relative',
        width: 9,
        flexShrink: 0,
        alignSelf: 'stretch',
        '&::before': {
          content: '""',
          position: 'absolute',
          left: 4,
          top: isFirst ? '50%' : 0,
          bottom: isLast ? '50%' : 0,
          width: '1px',
          bgcolor: 'neutral.line',
        },
        '&::after': {
          content: '""',
          position: 'absolute',
          left: 0,
          top: 'calc(50% - 4.5px)',
          width: 9,
          height: 9,
          boxSizing: 'border-box',
          borderRadius: '50%',
          border: '1.5px solid',
          ...DOT[kind],
        },
      }}
    />
  );
}
