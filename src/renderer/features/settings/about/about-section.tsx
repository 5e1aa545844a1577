import { Box, Typography } from '@mui/material';
import packageFile from '../../../../../package.json' with { type: 'json' };
import { useUser } from '../../../app/session/session.ts';
import { Logo } from '../../../components/logo.tsx';
import { Panel } from '../../../components/panel.tsx';
import { about } from '../../../words/settings/about.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { Section } from '../section.tsx';
import { DiagnosticsPanel } from './diagnostics-panel.tsx';
import { LicencesPanel } from './licences-panel.tsx';

/** Which Ringmaster this is, what it is made of, and what a report of a fault needs. */
export function AboutSection() {
  const { role } = useUser();
  return (
    <Section title={SECTION_NAMES.about} intro={about.intro}>
      <Panel title={about.program}>
        <Box sx={{ display: 'flex', alignItems: 'center', gap: 2, p: 2 }}>
          <Logo size={32} />
          <div>
            <Typography variant="subtitle1">{about.version(packageFile.version)}</Typography>
            <Typography variant="body2" sx={{ color: 'text.secondary' }}>
              {about.what}
            </Typography>
          </div>
        </Box>
      </Panel>
      {role === 'admin' ? (
        <DiagnosticsPanel />
      ) : (
        <Panel title={about.diagnostics}>
          <Typography variant="body2" sx={{ p: 2, color: 'text.secondary' }}>
            {about.tellAdmin}
          </Typography>
        </Panel>
      )}
      <LicencesPanel />
    </Section>
  );
}
