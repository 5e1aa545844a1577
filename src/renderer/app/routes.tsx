import { Suspense, useEffect } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { NEW_CAMPAIGN } from '../features/import/take-file.ts';
import { TakesFiles } from '../features/import/takes-files.tsx';
import { useAddress } from './address.ts';
import { useDesktop } from './desktop/use-desktop.ts';
import { followEngine } from './live/live-stream.ts';
import { Palette } from './palette/palette.tsx';
import {
  AnalyticsPage,
  CampaignPage,
  CampaignsPage,
  ContactsPage,
  fetchScreens,
  LivePage,
  NewCampaignPage,
  QueuePage,
  SettingsPage,
} from './screens.ts';
import { PauseAllQuestion } from './shell/pause-all.tsx';
import { Shell } from './shell/shell.tsx';

/** The screens of whoever is signed in. What is not built has no route: an address that nobody knows leads to the campaigns. */
export function Routes() {
  useEffect(() => followEngine(), []);
  useEffect(() => fetchScreens(), []);
  useDesktop();
  return (
    <Router hook={useAddress}>
      <Shell>
        {/* A screen is there within a few frames, with a skeleton of its own: another one before it would only jump. */}
        <Suspense fallback={null}>
          <Switch>
            <Route path={NEW_CAMPAIGN}>
              <NewCampaignPage />
            </Route>
            <Route path="/campaigns/:tab?">
              <CampaignsPage />
            </Route>
            <Route path="/campaign/:id/:tab?">
              <CampaignPage />
            </Route>
            <Route path="/live">
              <LivePage />
            </Route>
            <Route path="/queue/:shown?">
              <QueuePage />
            </Route>
            <Route path="/contacts/:id?">
              <ContactsPage />
            </Route>
            <Route path="/analytics/:view?">
              <AnalyticsPage />
            </Route>
            <Route path="/settings/:section?/:part?">
              <SettingsPage />
            </Route>
            <Route>
              <Redirect to="/campaigns/active" replace />
            </Route>
          </Switch>
        </Suspense>
      </Shell>
      <TakesFiles />
      <Palette />
      <PauseAllQuestion />
    </Router>
  );
}
