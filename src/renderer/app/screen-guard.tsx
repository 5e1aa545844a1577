import { Button } from '@mui/material';
import { Component, type ReactNode } from 'react';
import { Entrance } from '../components/entrance.tsx';
import { faults } from '../words/faults.ts';

/** Where a screen broke: says so in its place, instead of a blank page. */
export class ScreenGuard extends Component<{ children: ReactNode }, { broke: boolean }> {
  override state = { broke: false };

  static getDerivedStateFromError(): { broke: boolean } {
    return { broke: true };
  }

  override render(): ReactNode {
    if (!this.state.broke) return this.props.children;
    return (
      <Entrance title={faults.screenBroke} intro={faults.screenBrokeHelp}>
        <Button variant="contained" color="primary" size="large" onClick={() => window.location.reload()} sx={{ alignSelf: 'flex-start' }}>
          {faults.reload}
        </Button>
      </Entrance>
    );
  }
}
