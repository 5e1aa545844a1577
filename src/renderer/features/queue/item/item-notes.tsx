import { DrawerList } from '../../../components/drawer-facts.tsx';
import { DrawerSection } from '../../../components/drawer-section.tsx';
import { itemFacts as words } from '../../../words/queue.ts';
import { notedFacts } from './noted-facts.ts';

/** What a script or a person noted with somebody; nothing where nothing was. */
export function ItemNotes({ metadata }: { metadata: Readonly<Record<string, unknown>> }) {
  const facts = notedFacts(metadata);
  if (facts.length === 0) return null;
  return (
    <DrawerSection title={words.notes}>
      <DrawerList facts={facts} />
    </DrawerSection>
  );
}
