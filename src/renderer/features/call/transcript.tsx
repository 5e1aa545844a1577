import { Box, Stack, Typography } from '@mui/material';
import type { CallDetails } from '../../../shared/contract/calls.ts';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { callWords } from '../../words/call.ts';
import { common } from '../../words/common.ts';
import { transcriptLines } from './transcript-lines.ts';

/** Who said what. */
export function Transcript({ call: { transcript, agentName, contactName, origin } }: { call: CallDetails }) {
  const lines = transcriptLines(transcript ?? '');
  const names = { agent: agentName, contact: contactName.split(' ')[0] || (origin === 'test' ? callWords.you : common.unnamed) };
  return (
    <DrawerSection title={callWords.transcript}>
      {lines.length === 0 && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {callWords.noTranscript}
        </Typography>
      )}
      <Stack sx={{ gap: 0.75 }}>
        {lines.map(({ who, text }, place) => (
          <Typography
            // oxlint-disable-next-line react/no-array-index-key -- a line has no other name than its place
            key={place}
            variant="body2"
            sx={{ color: who === 'agent' ? 'text.secondary' : 'text.primary', whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}
          >
            {who !== null && (
              <Box component="span" sx={{ fontWeight: 600, color: 'text.primary' }}>
                {names[who]}{' '}
              </Box>
            )}
            {text}
          </Typography>
        ))}
      </Stack>
    </DrawerSection>
  );
}
