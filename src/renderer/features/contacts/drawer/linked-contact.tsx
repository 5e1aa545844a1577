import { Box } from '@mui/material';
import { api } from '../../../app/connection/client.ts';
import { told } from '../../../app/connection/told.ts';
import { Fault } from '../../../components/fault.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { RowSkeletons } from '../../../components/row-skeletons.tsx';
import { SideDrawer } from '../../../components/side-drawer.tsx';
import { useQuery } from '../../../lib/use-query.ts';
import { drawerWords } from '../../../words/contacts.ts';
import { ContactDrawer } from './contact-drawer.tsx';

interface LinkedContactProps {
  id: number;
  onOpenCall: (id: string) => void;
  onClose: () => void;
}

/** The contact that the page's address names, wherever in the list it may be. */
export function LinkedContact({ id, onOpenCall, onClose }: LinkedContactProps) {
  const { data, error, isLoading, again } = useQuery(`linked contact ${id}`, async (signal) => {
    return (await api.contacts.get({ id }, { signal })).contact;
  });
  if (data !== null) return <ContactDrawer listed={data} onOpenCall={onOpenCall} onClose={onClose} onGone={onClose} />;
  return (
    <SideDrawer title={drawerWords.title} onClose={onClose}>
      {isLoading && <RowSkeletons rows={6} />}
      {error !== null && (
        <Box sx={{ p: 2 }}>
          {told(error).code === 'not_found' ? <NothingHere>{drawerWords.gone}</NothingHere> : <Fault error={error} onRetry={again} />}
        </Box>
      )}
    </SideDrawer>
  );
}
