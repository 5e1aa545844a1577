import { Typography } from '@mui/material';
import type { ComponentType } from 'react';
import type { DesktopSettings } from '../../../../shared/contract/desktop.ts';
import { api, onDesktop } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';

export interface DesktopFormProps {
  desktop: DesktopSettings;
  onSaved: (desktop: DesktopSettings) => void;
}

interface DesktopFrameProps {
  name: 'desktop' | 'notifications';
  intro: string;
  /** What is said where the page is not the desktop program's. */
  inBrowser: string;
  form: ComponentType<DesktopFormProps>;
}

/** A section whose form is about the desktop program: its settings read, followed, and told again once they are saved. */
export function DesktopFrame({ name, intro, inBrowser, form: DesktopForm }: DesktopFrameProps) {
  const version = useLive(({ topics }) => topics.settings);
  const query = useQuery('desktop', (signal) => api.desktop.get(undefined, { signal }), [version]);
  const { saved, putSaved } = useSaved(query);
  return (
    <Section title={SECTION_NAMES[name]} intro={intro}>
      {!onDesktop && (
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {inBrowser}
        </Typography>
      )}
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons framed />}
      {saved && <DesktopForm desktop={saved.desktop} onSaved={(desktop) => putSaved({ desktop })} />}
    </Section>
  );
}
