import { Box } from '@mui/material';
import { c } from '../app/theme/tokens.ts';

/** A ring of slots, the first one raised: the call that is up. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <Box component="svg" viewBox="0 0 32 32" aria-hidden sx={{ width: size, height: size, display: 'block', flexShrink: 0 }}>
      <path style={{ fill: c.text.primary }} d="M22.5 5.74A13 13 0 1 1 9.5 5.74L12.2 10.42A7.6 7.6 0 1 0 19.8 10.42Z" />
      <path style={{ fill: c.primary.main }} d="M10.53 1.96A16 16 0 0 1 21.47 1.96L19.28 7.98A9.6 9.6 0 0 0 12.72 7.98Z" />
    </Box>
  );
}

/** The logo with the name, as it heads the sidebar and the screens before sign-in. */
export function Brand({ size = 22 }: { size?: number }) {
  return (
    <Box sx={{ display: 'flex', alignItems: 'center', gap: 1.25 }}>
      <Logo size={size} />
      <Box component="span" sx={{ fontSize: size < 26 ? 15 : 18, lineHeight: '24px', fontWeight: 600, letterSpacing: '-0.012em' }}>
        Ringmaster
      </Box>
    </Box>
  );
}
