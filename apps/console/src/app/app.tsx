import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Announcer } from '../ui/announcer.js';
import { appearance } from '../ui/appearance.js';
import { cssVariables, theme } from '../ui/theme.js';
import type { AppRouter } from './router.js';

export function App({ queryClient, router }: { queryClient: QueryClient; router: AppRouter }) {
  return (
    <QueryClientProvider client={queryClient}>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={appearance}
        defaultColorScheme="auto"
      >
        <Notifications position="top-right" limit={3} autoClose={6_000} />
        <Announcer>
          <RouterProvider router={router} context={{ queryClient }} />
        </Announcer>
      </MantineProvider>
    </QueryClientProvider>
  );
}
