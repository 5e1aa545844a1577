import { Box, ToggleButton, ToggleButtonGroup } from '@mui/material';
import { APPEARANCES, type Appearance, chooseAppearance, useAppearance } from '../../../app/theme/appearance.ts';
import { Panel } from '../../../components/panel.tsx';
import { account } from '../../../words/settings/account.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { Section } from '../section.tsx';
import { PasswordPanel } from './password-panel.tsx';
import { YouPanel } from './you-panel.tsx';

/** Who one is: name, address, password, and the look of the screens on this computer. */
export function AccountSection() {
  return (
    <Section title={SECTION_NAMES.account} intro={account.intro}>
      <YouPanel />
      <PasswordPanel />
      <AppearancePanel />
    </Section>
  );
}

function AppearancePanel() {
  const { appearance } = useAppearance();
  return (
    <Panel title={account.appearance} note={account.appearanceNote}>
      <Box sx={{ p: 2 }}>
        <ToggleButtonGroup
          exclusive
          aria-label={account.appearance}
          value={appearance}
          onChange={(_, chosen: Appearance | null) => chosen && chooseAppearance(chosen)}
        >
          {APPEARANCES.map((name) => (
            <ToggleButton key={name} value={name}>
              {account.appearances[name]}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </Box>
    </Panel>
  );
}
