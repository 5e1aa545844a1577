import { Box, Typography } from '@mui/material';
import { api } from '../../../app/connection/client.ts';
import { mono } from '../../../app/theme/tokens.ts';
import { Fault } from '../../../components/fault.tsx';
import { Panel } from '../../../components/panel.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { about } from '../../../words/settings/about.ts';
import { Place } from '../data/places-panel.tsx';
import { CopyButton } from '../form/copy-button.tsx';

/** Where the log is, and a text of versions, settings and counts that can be looked at and copied. For admins. */
export function DiagnosticsPanel() {
  const report = useQuery('diagnostics', (signal) => api.data.diagnostics(undefined, { signal }));
  const data = useQuery('data', (signal) => api.data.get(undefined, { signal }));
  const text = report.data ? JSON.stringify(report.data.diagnostics, null, 2) : '';
  const log = data.data?.data.paths.log;
  return (
    <Panel title={about.diagnostics} note={about.diagnosticsNote}>
      <Fault error={report.error ?? data.error} onRetry={report.error === null ? data.again : report.again} />
      {report.isLoading && <RowSkeletons rows={3} />}
      {report.data && (
        <Box sx={{ p: 2 }}>
          <Box sx={{ display: 'flex', alignItems: 'center', gap: 2 }}>
            <Typography variant="body2" sx={{ flex: 1, color: 'text.secondary' }}>
              {about.diagnosticsWhat}
            </Typography>
            <CopyButton text={text}>{about.copyDiagnostics}</CopyButton>
          </Box>
          <Box
            component="pre"
            role="region"
            aria-label={about.diagnosticsText}
            // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
            tabIndex={0}
            sx={{
              m: 0,
              mt: 1.5,
              p: 1.5,
              maxHeight: 200,
              overflow: 'auto',
              fontFamily: mono,
              fontSize: 12,
              lineHeight: '18px',
              border: 1,
              borderColor: 'divider',
              borderRadius: '8px',
              bgcolor: 'background.sunken',
            }}
          >
            {text}
          </Box>
        </Box>
      )}
      {log !== undefined && (
        <Box sx={{ borderTop: 1, borderColor: 'divider', py: 1 }}>
          {log !== null && (
            <Box component="dl" sx={{ m: 0 }}>
              <Place word={about.log} path={log} />
            </Box>
          )}
          <Typography variant="caption" component="div" sx={{ px: 2, pb: 0.5, color: 'text.secondary' }}>
            {log === null ? about.logElsewhere : about.logWhat}
          </Typography>
        </Box>
      )}
    </Panel>
  );
}
