import { Box, Typography } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { num } from '../../../app/theme/tokens.ts';
import { Panel } from '../../../components/panel.tsx';
import { healthWords, tunnel as words } from '../../../words/settings/tunnel.ts';

/** How well deliveries come in. */
export function HealthPanel({ health }: { health: Tunnel['health'] }) {
  return (
    <Panel title={words.health} note={words.healthNote}>
      <Box sx={{ p: 2 }}>
        <Typography variant="body1" sx={num}>
          {healthWords(health)}
        </Typography>
        {health.missed > 0 && (
          <Typography variant="body2" sx={{ mt: 0.5, color: 'text.secondary' }}>
            {words.fewAsked}
          </Typography>
        )}
      </Box>
    </Panel>
  );
}
