import { Box, Typography } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { Panel } from '../../../components/panel.tsx';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { CopyRow } from '../form/copy-row.tsx';

const ENDPOINTS = ['bolna', 'signalwire', 'elevenlabs'] as const;

/** Where deliveries go: on this computer, and from outside for each provider. */
export function AddressesPanel({ tunnel: { localUrl, endpoints } }: { tunnel: Tunnel }) {
  return (
    <Panel title={words.addresses} note={words.addressesNote}>
      <Box component="dl" sx={{ m: 0 }}>
        <CopyRow word={words.local} text={localUrl} />
        {endpoints &&
          ENDPOINTS.map((vendor) => {
            const [word, what] = words.endpoints[vendor];
            return <CopyRow key={vendor} word={word} what={what} text={endpoints[vendor]} />;
          })}
      </Box>
      <Typography variant="caption" component="div" sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'line.row', color: 'text.secondary' }}>
        {endpoints ? words.secretInside : words.noEndpoints}
      </Typography>
    </Panel>
  );
}
