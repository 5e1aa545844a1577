import { Box, Link as StyledLink } from '@mui/material';
import { Link } from 'wouter';
import type { Outcomes } from '../../shared/contract/analytics.ts';
import { number, percent } from '../lib/format.ts';
import { charts, type OutcomeName, outcomeWords } from '../words/charts.ts';
import type { ChartColour } from './column-bars.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';

/** Always in this order, so that the eye knows where to look. */
const ORDER: readonly (readonly [OutcomeName, ChartColour])[] = [
  ['completed', 'completed'],
  ['no-answer', 'noAnswer'],
  ['busy', 'busy'],
  ['voicemail', 'voicemail'],
  ['failed', 'failed'],
  ['cancelled', 'cancelled'],
  ['unknown', 'plain'],
];

interface OutcomeBarsProps {
  outcomes: Outcomes;
  /** Where the calls of an outcome are listed. */
  hrefOf?: (outcome: OutcomeName) => string;
}

/** How calls ended: a word, a bar, a number and its share of all. An unknown end is shown only where there is one. */
export function OutcomeBars({ outcomes, hrefOf }: OutcomeBarsProps) {
  const rows = ORDER.filter(([outcome]) => outcome !== 'unknown' || outcomes.unknown > 0);
  const most = Math.max(1, ...rows.map(([outcome]) => outcomes[outcome]));
  const total = rows.reduce((sum, [outcome]) => sum + outcomes[outcome], 0);
  return (
    <Box
      component="table"
      sx={{
        width: 1,
        borderCollapse: 'collapse',
        fontVariantNumeric: 'tabular-nums',
        '& td, & tbody th': { p: 0, height: 28, fontSize: 13, lineHeight: '20px', fontWeight: 400, textAlign: 'left' },
      }}
    >
      <caption>
        <VisuallyHidden>{charts.outcomes}</VisuallyHidden>
      </caption>
      <Head />
      <tbody>
        {rows.map(([outcome, colour]) => (
          <tr key={outcome}>
            <Box component="th" scope="row" sx={{ width: 92, color: 'text.secondary' }}>
              <Word outcome={outcome} href={outcomes[outcome] > 0 ? hrefOf?.(outcome) : undefined} />
            </Box>
            <td>
              {outcomes[outcome] > 0 && (
                <Box
                  aria-hidden
                  sx={{
                    height: 10,
                    width: `${(outcomes[outcome] / most) * 100}%`,
                    minWidth: 2,
                    borderRadius: '2px',
                    bgcolor: `chart.${colour}`,
                  }}
                />
              )}
            </td>
            <Box component="td" sx={{ width: 56, textAlign: 'right !important', fontWeight: '500 !important' }}>
              {number(outcomes[outcome])}
            </Box>
            <Box component="td" sx={{ width: 52, textAlign: 'right !important', color: 'text.tertiary' }}>
              {percent(total === 0 ? 0 : outcomes[outcome] / total)}
            </Box>
          </tr>
        ))}
      </tbody>
    </Box>
  );
}

/** Whoever sees the bars needs no heads above them. */
const Head = () => (
  <Box component="thead" sx={{ '& th': { p: 0, height: 0 } }}>
    <tr>
      {[charts.outcome, charts.calls, charts.share].map((word, place) => (
        <th key={word} scope="col" {...(place === 0 && { colSpan: 2 })}>
          <VisuallyHidden>{word}</VisuallyHidden>
        </th>
      ))}
    </tr>
  </Box>
);

function Word({ outcome, href }: { outcome: OutcomeName; href: string | undefined }) {
  if (href === undefined) return outcomeWords[outcome];
  return (
    <StyledLink component={Link} href={href} sx={{ color: 'inherit', fontWeight: 400 }}>
      {outcomeWords[outcome]}
    </StyledLink>
  );
}
