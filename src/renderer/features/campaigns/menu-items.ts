/** What stands behind "more" of a campaign, and for whom. Pure; the menu runs it. */
import type { Campaign } from '../../../shared/contract/campaigns.ts';
import { mayAddPeople, mayDelete } from '../../../shared/domain/editable.ts';

export type MenuItemName = 'edit' | 'addPeople' | 'callAgain' | 'duplicate' | 'cancel' | 'delete';

/**
 * The items in their order. Whoever's campaign it is not may stop it (admins), nothing else; a page that has its own button for
 * editing leaves it out.
 */
export function menuItems(
  { status, userId, completedCalls, skipped, cancelled }: Pick<Campaign, 'status' | 'userId' | 'completedCalls' | 'skipped' | 'cancelled'>,
  { ownId, onPage }: { ownId: string; onPage: boolean },
): MenuItemName[] {
  const isOwn = userId === ownId;
  const isOver = status === 'completed' || status === 'cancelled';
  const isSomebodyDone = completedCalls + skipped + cancelled > 0;
  const offered: readonly [MenuItemName, boolean][] = [
    ['edit', isOwn && !onPage],
    ['addPeople', isOwn && onPage && mayAddPeople(status).ok],
    ['callAgain', isOwn && onPage && isSomebodyDone && status !== 'draft' && status !== 'cancelled'],
    ['duplicate', isOwn],
    ['cancel', !isOver],
    ['delete', isOwn && mayDelete(status).ok],
  ];
  return offered.flatMap(([name, isOffered]) => (isOffered ? [name] : []));
}
