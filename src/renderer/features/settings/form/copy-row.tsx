import { Box, Typography } from '@mui/material';
import { mono } from '../../../app/theme/tokens.ts';
import { CopyIcon } from './copy-button.tsx';

interface CopyRowProps {
  word: string;
  what?: string;
  text: string;
}

/** One thing to copy in a list of facts: what it is, itself, and the button. */
export function CopyRow({ word, what, text }: CopyRowProps) {
  return (
    <Box
      sx={{
        display: 'grid',
        gridTemplateColumns: '128px minmax(0, 1fr) auto',
        gap: 2,
        alignItems: 'center',
        pl: 2,
        pr: 1,
        py: 1,
        '& + &': { borderTop: 1, borderColor: 'line.row' },
      }}
    >
      <Typography component="dt" variant="subtitle2">
        {word}
      </Typography>
      <Box component="dd" sx={{ m: 0 }}>
        <Box sx={{ fontFamily: mono, fontSize: 12, lineHeight: '20px', overflowWrap: 'anywhere' }}>{text}</Box>
        {what !== undefined && (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {what}
          </Typography>
        )}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <CopyIcon text={text} of={word} />
      </Box>
    </Box>
  );
}
