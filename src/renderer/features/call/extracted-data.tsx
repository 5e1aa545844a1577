import { DrawerList } from '../../components/drawer-facts.tsx';
import { DrawerSection } from '../../components/drawer-section.tsx';
import { callWords } from '../../words/call.ts';
import { extractedFacts } from './extracted-facts.ts';

/** What the provider drew from the conversation; nothing where it drew nothing. */
export function ExtractedData({ extracted }: { extracted: Readonly<Record<string, unknown>> | null }) {
  const facts = extractedFacts(extracted ?? {});
  if (facts.length === 0) return null;
  return (
    <DrawerSection title={callWords.extracted}>
      <DrawerList facts={facts} />
    </DrawerSection>
  );
}
