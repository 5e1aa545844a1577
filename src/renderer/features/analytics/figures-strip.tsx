import { Link as StyledLink } from '@mui/material';
import { Link } from 'wouter';
import { spanInWords } from '../../../shared/domain/time-words.ts';
import type { Analytics } from '../../../shared/contract/analytics.ts';
import { attemptsFigure, costFigure, type Figure, nothing, talkFigure } from '../../components/figure-words.ts';
import { type Stat, StatStrip } from '../../components/stat-strip.tsx';
import { number, percent } from '../../lib/format.ts';
import { talkTime } from '../../lib/talk-time.ts';
import { stripWords as words } from '../../words/analytics.ts';
import { common } from '../../words/common.ts';
import { figures } from '../../words/figures.ts';
import type { Behind } from './analytics-view.ts';

interface FiguresStripProps {
  analytics: Analytics;
  hrefOf: (behind: Behind) => string;
  onOpenCall: (id: string) => void;
}

/** The calls in six figures, each of which leads to its calls. */
export function FiguresStrip({ analytics, hrefOf, onOpenCall }: FiguresStripProps) {
  const { longestCallId } = analytics;
  const all = hrefOf({});
  const reached = hrefOf({ outcome: 'completed' });
  const longest = longestFigure(analytics);
  const stats: Stat[] = [
    listed(words.calls, { value: number(analytics.calls), note: words.reached(spanInWords(analytics.talkSeconds * 1_000)) }, all),
    listed(words.successRate, rateFigure(analytics), reached),
    // The longest call has a figure of its own.
    listed(words.averageTalk, talkFigure({ ...analytics, longestSeconds: null }), reached),
    listed(words.attempts, attemptsFigure(analytics), reached),
    // Amounts in several units stand side by side.
    { ...listed(words.cost, costFigure(analytics), all), wide: true },
    {
      label: words.longest,
      note: longest.note,
      value:
        longestCallId === null ? (
          longest.value
        ) : (
          <StyledLink
            component="button"
            aria-label={words.open(words.longest, longest.value)}
            sx={PLAIN}
            onClick={() => onOpenCall(longestCallId)}
          >
            {longest.value}
          </StyledLink>
        ),
    },
  ];
  return <StatStrip label={words.strip} stats={stats} />;
}

/** Figures stay ink: what can be done with them shows when they are pointed at. */
const PLAIN = { color: 'inherit', font: 'inherit', letterSpacing: 'inherit', verticalAlign: 'baseline' } as const;

const listed = (label: string, { value, note }: Figure, href: string): Stat => ({
  label,
  value:
    value === common.nothing ? (
      value
    ) : (
      <StyledLink component={Link} href={href} aria-label={words.list(label, value)} sx={PLAIN}>
        {value}
      </StyledLink>
    ),
  note: note === '' ? '\u00a0' : <span title={note}>{note}</span>,
});

function rateFigure({ successful, completed, successRate }: Analytics): Figure {
  return completed === 0 ? nothing() : { value: percent(successRate), note: words.ofCompleted(successful, completed) };
}

function longestFigure({ longestSeconds }: Analytics): Figure {
  return longestSeconds === null ? nothing(figures.nobodySpoke) : { value: talkTime(longestSeconds), note: words.openLongest };
}
