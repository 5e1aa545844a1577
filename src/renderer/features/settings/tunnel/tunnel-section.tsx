import { useEffect, useState } from 'react';
import type { Tunnel } from '../../../../shared/contract/tunnel.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useNow } from '../../../lib/use-now.ts';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { tunnel as words } from '../../../words/settings/tunnel.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';
import { AddressesPanel } from './addresses-panel.tsx';
import { DeliveriesPanel } from './deliveries-panel.tsx';
import { HealthPanel } from './health-panel.tsx';
import { OpenDrawer, type Opened } from './open-drawer.tsx';
import { RefusedPanel } from './refused-panel.tsx';
import { StatePanel } from './state-panel.tsx';
import { TunnelForm } from './tunnel-form.tsx';

/** How often a tunnel that is not up is looked at: it tells of itself only when it goes up or down. */
const LOOK_EVERY_MS = 2_000;

/** The way in for deliveries: how it stands, which it is, and what came through it. */
export function TunnelSection() {
  const settings = useLive(({ topics }) => topics.settings);
  const deliveries = useLive(({ topics }) => topics.deliveries);
  const isTold = useLive(({ problems }) => problems.some(({ code }) => code === 'tunnel-down'));
  const query = useQuery('tunnel', (signal) => api.tunnel.get(undefined, { signal }), [settings, deliveries, String(isTold)]);
  const { saved, putSaved } = useSaved(query);
  const [opened, setOpened] = useState<Opened | null>(null);
  const put = (tunnel: Tunnel) => putSaved({ tunnel });
  return (
    <Section title={SECTION_NAMES.tunnel} intro={words.intro}>
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons framed />}
      {saved && (
        <>
          {(saved.tunnel.state === 'connecting' || saved.tunnel.state === 'down') && <Looks onLook={query.again} />}
          <StatePanel tunnel={saved.tunnel} onTried={put} />
          <TunnelForm tunnel={saved.tunnel} onSaved={put} />
          <AddressesPanel tunnel={saved.tunnel} />
          <HealthPanel health={saved.tunnel.health} />
          <DeliveriesPanel opened={opened} onOpen={setOpened} />
          <RefusedPanel count={saved.tunnel.health.refused} opened={opened} onOpen={setOpened} />
        </>
      )}
      {opened && <OpenDrawer opened={opened} onOpen={setOpened} onClose={() => setOpened(null)} />}
    </Section>
  );
}

function Looks({ onLook }: { onLook: () => void }) {
  const look = Math.floor(useNow() / LOOK_EVERY_MS);
  useEffect(onLook, [look, onLook]);
  return null;
}
