import { Box } from '@mui/material';
import { c } from '../app/theme/tokens.ts';

const GAP_DEGREES = 2.6;

/** The ring as decoration of an empty list: free segments and the first one raised. It says nothing that is not written below it. */
export function SlotRing({ size = 88, segments = 10 }: { size?: number; segments?: number }) {
  const step = 360 / segments;
  return (
    <Box component="svg" viewBox={`0 0 ${size} ${size}`} aria-hidden sx={{ width: size, height: size, overflow: 'visible' }}>
      {Array.from({ length: segments }, (_, slot) => {
        const from = slot * step - step / 2 + GAP_DEGREES;
        const raised = slot === 0;
        return (
          <path
            key={from}
            d={segment(size, from, from + step - 2 * GAP_DEGREES, raised ? 3 : 0)}
            style={raised ? { fill: c.primary.fill } : { fill: 'transparent', stroke: c.line.strong, strokeWidth: 1 }}
          />
        );
      })}
    </Box>
  );
}

/** The outline of one segment between two angles in degrees, clockwise from the top, moved outwards by `raise`. */
export function segment(size: number, from: number, to: number, raise: number, thickness = 0.13): string {
  const centre = size / 2;
  const outer = centre - 4 + raise;
  const inner = centre - 4 - size * thickness + raise;
  const at = (radius: number, degrees: number) => {
    const angle = ((degrees - 90) * Math.PI) / 180;
    return `${(centre + radius * Math.cos(angle)).toFixed(2)} ${(centre + radius * Math.sin(angle)).toFixed(2)}`;
  };
  const large = to - from > 180 ? 1 : 0;
  return `M${at(outer, from)}A${outer} ${outer} 0 ${large} 1 ${at(outer, to)}L${at(inner, to)}A${inner} ${inner} 0 ${large} 0 ${at(inner, from)}Z`;
}
