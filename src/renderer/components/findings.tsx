import CancelOutlined from '@mui/icons-material/CancelOutlined';
import CheckCircleOutlined from '@mui/icons-material/CheckCircleOutlined';
import HelpOutlineOutlined from '@mui/icons-material/HelpOutlineOutlined';
import { Box, Typography } from '@mui/material';
import type { Finding } from '../../shared/contract/telephony.ts';
import { findingWords as words, foundInAll } from '../words/findings.ts';
import { Mark, type MarkOf } from './mark.tsx';
import { Spoken } from './spoken.tsx';

const MARKS: Readonly<Record<Finding['result'], MarkOf>> = {
  works: { word: words.result.works, icon: CheckCircleOutlined, tone: 'success' },
  fails: { word: words.result.fails, icon: CancelOutlined, tone: 'error' },
  unknown: { word: words.result.unknown, icon: HelpOutlineOutlined, tone: 'neutral' },
};

/** What a test found: the whole in a sentence that is spoken, then each thing with its mark and what to do. `of` whom, where there are two. */
export function Findings({ findings, of }: { findings: readonly Finding[]; of?: string }) {
  return (
    <Box>
      <Typography variant="subtitle2" component="div" sx={{ mb: 1 }}>
        <Spoken words={of === undefined ? foundInAll(findings) : `${of}: ${foundInAll(findings)}`} />
      </Typography>
      <Box
        component="ul"
        aria-label={of === undefined ? words.list : words.listOf(of)}
        sx={{
          listStyle: 'none',
          m: 0,
          p: 0,
          '& > li': {
            display: 'grid',
            gridTemplateColumns: '104px 136px minmax(0, 1fr)',
            gap: 2,
            alignItems: 'start',
            py: 1,
            borderTop: 1,
            borderColor: 'line.row',
            fontSize: 13,
            lineHeight: '20px',
          },
        }}
      >
        {findings.map(({ what, result, sentence }) => (
          <li key={what}>
            <Typography variant="subtitle2" component="span">
              {words.what[what]}
            </Typography>
            <Mark of={MARKS[result]} />
            <Typography variant="body2" component="span" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
              {sentence}
            </Typography>
          </li>
        ))}
      </Box>
    </Box>
  );
}
