import { Box } from '@mui/material';
import { type FC, useState } from 'react';
import { useParams } from 'wouter';
import { useUser } from '../../app/session/session.ts';
import { Page } from '../../app/shell/page.tsx';
import { SECTION_NAMES, settings } from '../../words/settings/common.ts';
import { AboutSection } from './about/about-section.tsx';
import { AccountSection } from './account/account-section.tsx';
import { AgentsSection } from './agents/agents-section.tsx';
import { ApiSection } from './api/api-section.tsx';
import { ComplianceSection } from './compliance/compliance-section.tsx';
import { ConcurrencySection } from './concurrency/concurrency-section.tsx';
import { DataSection } from './data/data-section.tsx';
import { DesktopSection } from './desktop/desktop-section.tsx';
import { DialingSection } from './dialing/dialing-section.tsx';
import { DrawerPlace } from './drawer-place.tsx';
import { NotificationsSection } from './notifications/notifications-section.tsx';
import { SectionList } from './section-list.tsx';
import { type SectionName, sectionAt, sectionsOf } from './sections.ts';
import { TelephonySection } from './telephony/telephony-section.tsx';
import { TunnelSection } from './tunnel/tunnel-section.tsx';
import { UsersSection } from './users/users-section.tsx';

const CONTENT: Readonly<Record<SectionName, FC>> = {
  account: AccountSection,
  concurrency: ConcurrencySection,
  agents: AgentsSection,
  telephony: TelephonySection,
  tunnel: TunnelSection,
  users: UsersSection,
  compliance: ComplianceSection,
  dialing: DialingSection,
  notifications: NotificationsSection,
  desktop: DesktopSection,
  data: DataSection,
  api: ApiSection,
  about: AboutSection,
};

/** The settings, one section at a time; what only an admin may change is not there for anybody else. */
export function SettingsPage() {
  const { role } = useUser();
  const { section, part = '' } = useParams<{ section?: string; part?: string }>();
  const [drawers, setDrawers] = useState<HTMLElement | null>(null);
  const here = sectionAt(section, role);
  const Content = CONTENT[here];
  return (
    <Page title={settings.title}>
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', position: 'relative', borderTop: 1, borderColor: 'divider' }}>
        <SectionList sections={sectionsOf(role)} here={here} />
        <Box
          // A section that was scrolled down does not begin at its end.
          key={`${here}/${part}`}
          component="section"
          aria-label={SECTION_NAMES[here]}
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard
          tabIndex={0}
          sx={{ flex: 1, minWidth: 0, overflow: 'auto', px: 3, pt: 2.5, '&:focus-visible': { outlineOffset: '-2px' } }}
        >
          <Box sx={{ maxWidth: 920, minHeight: 1, pb: 3 }}>
            <DrawerPlace value={drawers}>
              <Content />
            </DrawerPlace>
          </Box>
        </Box>
        <Box ref={setDrawers} sx={{ display: 'contents' }} />
      </Box>
    </Page>
  );
}
