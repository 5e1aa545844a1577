/** Where one can go: read by the sidebar, which draws it, and by the palette, which searches it. */
import CampaignOutlined from '@mui/icons-material/CampaignOutlined';
import FormatListNumberedOutlined from '@mui/icons-material/FormatListNumberedOutlined';
import InsightsOutlined from '@mui/icons-material/InsightsOutlined';
import PeopleAltOutlined from '@mui/icons-material/PeopleAltOutlined';
import SensorsOutlined from '@mui/icons-material/SensorsOutlined';
import SettingsOutlined from '@mui/icons-material/SettingsOutlined';
import type { SvgIconComponent } from '@mui/icons-material';
import type { shell } from '../../words/shell.ts';

export interface Place {
  name: keyof typeof shell.nav;
  icon: SvgIconComponent;
  href: string;
  /** Every address that begins so belongs to it. */
  within: readonly string[];
}

/** Where one can go, in the order of the sidebar. */
export const PLACES: readonly Place[] = [
  { name: 'campaigns', icon: CampaignOutlined, href: '/campaigns/active', within: ['/campaigns', '/campaign', '/new'] },
  { name: 'live', icon: SensorsOutlined, href: '/live', within: ['/live'] },
  { name: 'queue', icon: FormatListNumberedOutlined, href: '/queue', within: ['/queue'] },
  { name: 'contacts', icon: PeopleAltOutlined, href: '/contacts', within: ['/contacts'] },
  { name: 'analytics', icon: InsightsOutlined, href: '/analytics', within: ['/analytics'] },
  { name: 'settings', icon: SettingsOutlined, href: '/settings', within: ['/settings'] },
];
