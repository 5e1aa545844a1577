import { useMemo, useState } from 'react';
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { navigate } from '../../app/address.ts';
import { useUser } from '../../app/session/session.ts';
import { MoreMenu } from '../../components/more-menu.tsx';
import { actions } from '../../words/campaigns.ts';
import { addressOf } from '../campaign/campaign-view.ts';
import { AddPeopleDialog } from '../campaign/people/add-people-dialog.tsx';
import { CallAgainDialog } from '../campaign/people/call-again-dialog.tsx';
import { DuplicateDialog } from '../campaign/people/duplicate-dialog.tsx';
import { type MenuItemName, menuItems } from './menu-items.ts';
import { CancelDialog, DeleteDialog } from './stop-dialogs.tsx';
import { tabOf } from './tabs.ts';

interface CampaignMenuProps {
  campaign: Campaign;
  /** On its own page, which is left when the campaign is. */
  onPage?: boolean;
}

/** What is not the next thing to do with a campaign, behind three dots, each with the dialog that asks. */
export function CampaignMenu({ campaign, onPage = false }: CampaignMenuProps) {
  const { id: ownId } = useUser();
  const [asked, setAsked] = useState<MenuItemName | null>(null);
  const { id } = campaign;
  const offered = menuItems(campaign, { ownId, onPage });
  const known = offered.join();
  // The same items for as long as the same are offered: a campaign changes with every call.
  const items = useMemo(() => {
    const run = (name: MenuItemName) => (name === 'edit' ? navigate(addressOf(id, 'settings')) : setAsked(name));
    return offered.map((name) => ({ word: actions[name], run: () => run(name) }));
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `known` is what is offered
  }, [known, id]);
  const close = () => setAsked(null);
  const leave = () => onPage && navigate(`/campaigns/${tabOf(campaign.status)}`);
  return (
    <>
      {items.length > 0 && <MoreMenu word={actions.more} label={actions.moreFor(campaign.name)} items={items} />}
      {asked === 'addPeople' && <AddPeopleDialog campaign={campaign} onClose={close} />}
      {asked === 'callAgain' && <CallAgainDialog campaign={campaign} onClose={close} />}
      {asked === 'duplicate' && <DuplicateDialog campaign={campaign} onClose={close} />}
      {asked === 'cancel' && <CancelDialog campaign={campaign} onClose={close} />}
      {asked === 'delete' && <DeleteDialog campaign={campaign} onClose={close} onDeleted={leave} />}
    </>
  );
}
