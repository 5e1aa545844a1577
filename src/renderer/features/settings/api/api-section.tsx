import type { ApiAccess } from '../../../../shared/contract/access.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { useUser } from '../../../app/session/session.ts';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { api as words } from '../../../words/settings/api.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';
import { AccessForm } from './access-form.tsx';
import { AddressPanel } from './address-panel.tsx';
import { NetworkPanel } from './network-panel.tsx';
import { TokensPanel } from './tokens-panel.tsx';

/** Scripts: where they ask, with which tokens, and, for admins, whom else REST answers. */
export function ApiSection() {
  const { role } = useUser();
  const version = useLive(({ topics }) => topics.settings);
  const query = useQuery('api-access', (signal) => api.access.settings(undefined, { signal }), [version]);
  const { saved, putSaved } = useSaved(query);
  const put = (access: ApiAccess) => putSaved({ api: access });
  return (
    <Section title={SECTION_NAMES.api} intro={words.intro}>
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons framed rows={3} />}
      {saved && <AddressPanel access={saved.api} />}
      <TokensPanel access={saved?.api ?? null} />
      {saved && role === 'admin' && (
        <>
          <AccessForm access={saved.api} onSaved={put} />
          <NetworkPanel access={saved.api} onSaved={put} />
        </>
      )}
    </Section>
  );
}
