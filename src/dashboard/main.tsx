// Starts the dashboard in the page.

import '@fontsource-variable/atkinson-hyperlegible-next/wght.css';
import 'virtual:tokens.css';
import './style/base.css';
import './style/plates.css';
import './style/account.css';
import './style/me.css';
import './style/frame.css';
import './style/board.css';
import './style/cards.css';
import './style/floor.css';
import './style/demo.css';
import './style/wall.css';
import './style/wall-density.css';
import './style/pages.css';
import './style/machine.css';
import './style/statement.css';
import './style/decisions.css';
import './style/usage.css';
import './style/own-session.css';
import './style/queue.css';
import './style/desk.css';
import './style/devices.css';
import './style/newcomers.css';
import './style/care.css';
import './style/proposals.css';
import './style/replay.css';
import './style/booking.css';
import './style/books.css';
import './style/ask.css';
import './style/policy.css';
import './style/sign-in.css';
import './style/print.css';
import { render } from 'preact';
import { App } from './frame/app.tsx';
import { followTheme } from './look/theme.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { startStore } from './store.ts';

const root = document.getElementById('app');
if (root === null)
  throw new Error('The page has no element "app": index.html and main.tsx do not belong together.');
followTheme();
startStore();
render(<App />, root);
keepOffline();
