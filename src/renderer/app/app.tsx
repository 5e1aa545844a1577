import { CacheProvider } from '@emotion/react';
import { ThemeProvider } from '@mui/material';
import { useEffect } from 'react';
import { Entrance } from '../components/entrance.tsx';
import { Fault } from '../components/fault.tsx';
import { WhenWaiting } from '../components/when-waiting.tsx';
import { FirstRun } from '../features/first-run/first-run.tsx';
import { SignIn } from '../features/sign-in/sign-in.tsx';
import { faults } from '../words/faults.ts';
import { Routes } from './routes.tsx';
import { ScreenGuard } from './screen-guard.tsx';
import { lookWhoIsHere, useSession } from './session/session.ts';
import { BaseStyles } from './theme/base.tsx';
import { styleCache } from './theme/style-cache.ts';
import { theme } from './theme/theme.ts';

/** The whole page: the look, and whichever screen is for whoever sits here. */
export function App() {
  return (
    <CacheProvider value={styleCache}>
      {/* Which scheme is shown is said by `theme/appearance.ts` alone. */}
      <ThemeProvider theme={theme} colorSchemeNode={null} storageManager={null}>
        <BaseStyles />
        <ScreenGuard>
          <Screen />
        </ScreenGuard>
      </ThemeProvider>
    </CacheProvider>
  );
}

function Screen() {
  const session = useSession();
  useEffect(() => {
    void lookWhoIsHere();
  }, []);
  switch (session.state) {
    case 'looking':
      return (
        <WhenWaiting>
          <Entrance title={faults.connecting} intro="" />
        </WhenWaiting>
      );
    case 'unreachable':
      return (
        <Entrance title={faults.connecting} intro="">
          <Fault error={session.error} onRetry={() => void lookWhoIsHere()} />
        </Entrance>
      );
    case 'first-run':
      return <FirstRun />;
    case 'signed-out':
      return <SignIn ended={session.ended} />;
    case 'signed-in':
      return <Routes key={session.user.id} />;
  }
}
