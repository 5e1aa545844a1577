import { Menu, MenuItem } from '@mui/material';
import type { RefObject } from 'react';
import type { QueueItem } from '../../../../shared/contract/queue.ts';
import { useUser } from '../../../app/session/session.ts';
import { landmarkOf } from '../../../components/landmark-of.ts';
import { actionWords } from '../../../words/queue-actions.ts';
import { queuePage } from '../../../words/queue.ts';
import { type ActionKind, offeredFor, standingOf } from '../actions/offered.ts';
import { nameOf } from '../actions/target.ts';

export interface MenuPlace {
  item: QueueItem;
  left: number;
  top: number;
}

interface RowMenuProps {
  /** Whom it is about, and where it stands in the window. */
  place: MenuPlace;
  /** What it belongs to. */
  of: RefObject<Element | null>;
  open: boolean;
  onAct: (kind: ActionKind, item: QueueItem) => void;
  onClose: () => void;
}

/** What can be done with one row: one menu for the whole list, wherever it is asked for. */
export function RowMenu({ place: { item, left, top }, of, open, onAct, onClose }: RowMenuProps) {
  const offered = offeredFor(standingOf(item, useUser().id));
  return (
    <Menu
      open={open}
      anchorReference="anchorPosition"
      anchorPosition={{ left, top }}
      onClose={onClose}
      container={() => landmarkOf(of.current)}
      slotProps={{ list: { 'aria-label': queuePage.moreFor(nameOf(item)) } }}
    >
      {offered.map((kind) => (
        <MenuItem
          key={kind}
          onClick={() => {
            onClose();
            onAct(kind, item);
          }}
        >
          {actionWords[kind]}
        </MenuItem>
      ))}
      {offered.length === 0 && <MenuItem disabled>{queuePage.notYours}</MenuItem>}
    </Menu>
  );
}
