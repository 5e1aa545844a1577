import PauseIcon from '@mui/icons-material/Pause';
import PlayArrow from '@mui/icons-material/PlayArrow';
import { Box, IconButton, Slider, Stack, Tooltip, Typography } from '@mui/material';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { num } from '../../app/theme/tokens.ts';
import { Fault } from '../../components/fault.tsx';
import { talkTime } from '../../lib/talk-time.ts';
import { callWords } from '../../words/call.ts';
import { usePlayer } from './use-player.ts';
import { Spoken } from '../../components/spoken.tsx';

/** What was recorded, fetched when it is played: the provider keeps it. */
export function Recording({ call: { id, duration } }: { call: CallDetails }) {
  const player = usePlayer(`api/calls/${encodeURIComponent(id)}/recording`);
  const whole = player.seconds ?? duration ?? 0;
  const word = player.isPlaying ? callWords.pause : callWords.play;
  return (
    <Box component="section" aria-label={callWords.recording} sx={{ px: 2, pb: 1.5 }}>
      <Stack
        direction="row"
        sx={{
          alignItems: 'center',
          gap: 1.5,
          pl: 0.5,
          pr: 1.5,
          height: 44,
          border: 1,
          borderColor: 'divider',
          borderRadius: '6px',
          bgcolor: 'background.sunken',
        }}
      >
        <Tooltip title={word}>
          <IconButton aria-label={word} loading={player.isLoading} onClick={player.toggle}>
            {player.isPlaying ? <PauseIcon /> : <PlayArrow />}
          </IconButton>
        </Tooltip>
        <Slider
          size="small"
          aria-label={callWords.position}
          min={0}
          max={Math.max(whole, 0.1)}
          step={0.1}
          value={Math.min(player.at, whole)}
          disabled={player.seconds === null}
          onChange={(_, at) => player.seek(at)}
          getAriaValueText={(at) => callWords.of(talkTime(at), talkTime(whole))}
        />
        <Typography variant="caption" sx={{ ...num, color: 'text.secondary', whiteSpace: 'nowrap' }}>
          {callWords.of(talkTime(player.at), talkTime(whole))}
        </Typography>
      </Stack>
      <Spoken unseen words={player.isPlaying ? callWords.recording : ''} />
      {player.error !== null && (
        <Box sx={{ mt: 1 }}>
          <Fault error={player.error} onRetry={player.toggle} />
        </Box>
      )}
    </Box>
  );
}
