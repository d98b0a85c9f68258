import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './ui/fonts.css';
import './ui/mantine.css';
import './ui/tokens.css';
import { App } from './app/app.js';
import { createQueryClient } from './app/query-client.js';
import { createAppRouter } from './app/router.js';
import { followSession } from './app/follow-session.js';
import { startLanguage } from './language/i18n.js';

async function start(): Promise<void> {
  const place = document.getElementById('root');
  if (place === null) throw new Error('the page has no place to show anything');
  await startLanguage();
  const queryClient = createQueryClient();
  const router = createAppRouter(queryClient);
  followSession(queryClient, router);
  createRoot(place).render(
    <StrictMode>
      <App queryClient={queryClient} router={router} />
    </StrictMode>,
  );
}

void start();
