import { useParams } from 'wouter';
import type { Telephony } from '../../../../shared/contract/telephony-settings.ts';
import { PROVIDERS, type ProviderName } from '../../../../shared/domain/states.ts';
import { api } from '../../../app/connection/client.ts';
import { useLive } from '../../../app/live/live-store.ts';
import { Fault } from '../../../components/fault.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { SECTION_NAMES } from '../../../words/settings/common.ts';
import { providers, vendorIntro } from '../../../words/settings/providers.ts';
import { telephony as practice } from '../../../words/settings/telephony.ts';
import { useSaved } from '../form/use-saved.ts';
import { Section } from '../section.tsx';
import { addressOf } from '../sections.ts';
import { BolnaForm } from './bolna-form.tsx';
import { ElevenLabsForm } from './elevenlabs-form.tsx';
import { PracticeForm } from './practice-form.tsx';
import { ProviderList } from './provider-list.tsx';
import { SignalWireForm } from './signalwire-form.tsx';

/** Who makes the calls: all providers, or the one that the address names with what is set for it. */
export function TelephonySection() {
  const { part } = useParams<{ part?: string }>();
  const provider = PROVIDERS.find((name) => name === part);
  const version = useLive(({ topics }) => topics.settings);
  const query = useQuery('telephony', (signal) => api.settings.telephony(undefined, { signal }), [version]);
  const { saved, putSaved } = useSaved(query);
  const content = (
    <>
      <Fault error={query.error} onRetry={query.again} />
      {query.isLoading && <RowSkeletons framed rows={4} />}
      {saved && !provider && <ProviderList telephony={saved.telephony} />}
      {saved && provider && (
        <ProviderForm provider={provider} telephony={saved.telephony} onSaved={(telephony) => putSaved({ telephony })} />
      )}
    </>
  );
  if (!provider)
    return (
      <Section title={SECTION_NAMES.telephony} intro={providers.intro}>
        {content}
      </Section>
    );
  return (
    <Section
      key={provider}
      title={providers.names[provider]}
      intro={provider === 'practice' ? practice.intro : vendorIntro[provider]}
      within={{ word: providers.back, href: addressOf('telephony') }}
    >
      {content}
    </Section>
  );
}

interface ProviderFormProps {
  provider: ProviderName;
  telephony: Telephony;
  onSaved: (telephony: Telephony) => void;
}

function ProviderForm({ provider, telephony, onSaved }: ProviderFormProps) {
  switch (provider) {
    case 'practice':
      return <PracticeForm line={telephony.practice} onSaved={onSaved} />;
    case 'bolna':
      return <BolnaForm bolna={telephony.bolna} onSaved={onSaved} />;
    case 'signalwire':
      return <SignalWireForm signalwire={telephony.signalwire} onSaved={onSaved} />;
    case 'elevenlabs':
      return <ElevenLabsForm elevenlabs={telephony.elevenlabs} onSaved={onSaved} />;
  }
}
