/** Starts the tab: finds out where it is, then shows the page that the address or a deep link names. */
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { startAt } from './router.ts';
import './style.css';
import { findHost } from './where.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
const host = await findHost();
startAt(host.page);
createRoot(root).render(<App host={host} />);
