import MoreHoriz from '@mui/icons-material/MoreHoriz';
import { IconButton, Menu, MenuItem, Tooltip } from '@mui/material';
import { memo, useId, useState } from 'react';
import { landmarkOf } from './landmark-of.ts';

interface MoreMenuProps {
  /** What the button is called on hover. */
  word: string;
  /** What it is called with its object, for whoever does not see where it stands. */
  label: string;
  items: readonly { word: string; run: () => void }[];
}

/** What is not the next thing to do, behind three dots. A list holds dozens: a menu is made when it is opened first. */
export const MoreMenu = memo(function MoreMenu({ word, label, items }: MoreMenuProps) {
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const menuId = useId();
  const [wasOpened, setWasOpened] = useState(false);
  const open = anchor !== null;
  const close = () => setAnchor(null);
  return (
    <>
      <Tooltip title={word}>
        <IconButton
          aria-label={label}
          aria-haspopup="menu"
          aria-expanded={open}
          aria-controls={open ? menuId : undefined}
          onClick={(event) => {
            setAnchor(event.currentTarget);
            setWasOpened(true);
          }}
        >
          <MoreHoriz />
        </IconButton>
      </Tooltip>
      {wasOpened && (
        <Menu id={menuId} anchorEl={anchor} open={open} onClose={close} container={() => landmarkOf(anchor)}>
          {items.map((item) => (
            <MenuItem
              key={item.word}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.word}
            </MenuItem>
          ))}
        </Menu>
      )}
    </>
  );
});
