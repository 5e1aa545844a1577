import { Box } from '@mui/material';
import type { ReactNode } from 'react';
import { c } from '../app/theme/tokens.ts';
import { slotsInUse } from '../words/shell.ts';
import { ringSegments } from './ring-segments.ts';
import { segment } from './slot-ring.tsx';

const THICKNESS = 0.1;
/** Of a segment's share of the circle: what parts it from the next. */
const GAP_PART = 0.15;
const MOST_GAP_DEGREES = 5.2;

interface SlotsInUseRingProps {
  up: number;
  of: number;
  size: number;
  /** In the middle. */
  children: ReactNode;
}

/** The slots that there are: filled is up, outlined is free, the first one at the top. */
export function SlotsInUseRing({ up, of, size, children }: SlotsInUseRingProps) {
  const { segments, filled } = ringSegments(up, of);
  const step = 360 / segments;
  const gap = Math.min(MOST_GAP_DEGREES, step * GAP_PART);
  return (
    <Box sx={{ position: 'relative', width: size, height: size, flexShrink: 0 }}>
      <svg width={size} height={size} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={slotsInUse(up, of)}>
        {Array.from({ length: segments }, (_, slot) => {
          const from = slot * step - step / 2 + gap / 2;
          return (
            <path
              key={from}
              d={segment(size, from, from + step - gap, 3, THICKNESS)}
              style={slot < filled ? { fill: c.text.primary } : { fill: 'transparent', stroke: c.line.strong, strokeWidth: 1 }}
            />
          );
        })}
      </svg>
      <Box sx={{ position: 'absolute', inset: 0, display: 'grid', placeContent: 'center', textAlign: 'center' }}>{children}</Box>
    </Box>
  );
}
