import { Box, Typography } from '@mui/material';
import type { Certificate } from '../../../../shared/contract/access.ts';
import { localDateOf } from '../../../../shared/domain/calendar.ts';
import { dateInWords } from '../../../../shared/domain/time-words.ts';
import { viewerZone } from '../../../lib/format.ts';
import { useMinute } from '../../../lib/use-now.ts';
import { api as words } from '../../../words/settings/api.ts';
import { daysLeft } from './network-values.ts';

/** By whose word the network is answered, under which names, and until when. */
export function CertificateFacts({ certificate }: { certificate: Certificate | null }) {
  const now = useMinute();
  const left = certificate && daysLeft(certificate.validUntil, now);
  return (
    <Box sx={{ px: 2, py: 1.5, borderTop: 1, borderColor: 'line.row' }}>
      <Typography variant="subtitle2">{words.certificate}</Typography>
      {certificate === null ? (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {words.noCertificate}
        </Typography>
      ) : (
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
          {words.certificateOf(certificate.names, certificate.issuer)},{' '}
          {words.validUntil(dateInWords(localDateOf(certificate.validUntil.getTime(), viewerZone())))}.
        </Typography>
      )}
      {left !== null && (
        <Typography variant="body2" sx={{ color: 'warning.main' }}>
          {left === 0 ? words.ended : words.endsSoon(left)}
        </Typography>
      )}
    </Box>
  );
}
