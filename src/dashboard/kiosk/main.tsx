// Starts the kiosk in its page.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import 'virtual:tokens.css';
import '../style/base.css';
import '../style/plates.css';
import '../style/kiosk.css';
import '../style/kiosk-screens.css';
import { render } from 'preact';
import { followTheme } from '../look/theme.ts';
import { KioskPage } from './kiosk-page.tsx';
import { startKiosk } from './kiosk-store.ts';
import { hearBadgeKeys } from './person.ts';

const root = document.getElementById('app');
if (root === null)
  throw new Error('The page has no element "app": kiosk.html and main.tsx do not belong together.');
followTheme();
startKiosk();
hearBadgeKeys();
render(<KioskPage />, root);
