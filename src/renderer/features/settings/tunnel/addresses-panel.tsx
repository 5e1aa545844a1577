import { Box, Typography } from '@mui/material';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { mono } from '../../../app/theme/tokens.ts';
import { Panel } from '../../../components/panel.tsx';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { CopyIcon } from '../form/copy-button.tsx';

const ENDPOINTS = ['bolna', 'signalwire', 'elevenlabs'] as const;

/** Where deliveries go: on this computer, and from outside for each provider. */
export function AddressesPanel({ tunnel: { localUrl, endpoints } }: { tunnel: Tunnel }) {
  return (
    <Panel title={words.addresses} note={words.addressesNote}>
      <Box component="dl" sx={{ m: 0 }}>
        <Address word={words.local} address={localUrl} />
        {endpoints &&
          ENDPOINTS.map((vendor) => {
            const [word, what] = words.endpoints[vendor];
            return <Address key={vendor} word={word} what={what} address={endpoints[vendor]} />;
          })}
      </Box>
      <Typography variant="caption" component="div" sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'line.row', color: 'text.secondary' }}>
        {endpoints ? words.secretInside : words.noEndpoints}
      </Typography>
    </Panel>
  );
}

function Address({ word, what, address }: { word: string; what?: string; address: string }) {
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
        <Box sx={{ fontFamily: mono, fontSize: 12, lineHeight: '20px', overflowWrap: 'anywhere' }}>{address}</Box>
        {what !== undefined && (
          <Typography variant="caption" component="div" sx={{ color: 'text.secondary' }}>
            {what}
          </Typography>
        )}
      </Box>
      <Box component="dd" sx={{ m: 0 }}>
        <CopyIcon text={address} of={word} />
      </Box>
    </Box>
  );
}
