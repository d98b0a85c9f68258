import { MantineProvider } from '@mantine/core';
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { Announcer } from '../ui/announcer.js';
import { appearance } from '../ui/appearance.js';
import { NoticeCorner } from '../ui/notice-corner.js';
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
        // All of them from here: Mantine's own file of them would come on top, for colours we do not use.
        deduplicateCssVariables={false}
      >
        <NoticeCorner />
        <Announcer>
          <RouterProvider router={router} context={{ queryClient }} />
        </Announcer>
      </MantineProvider>
    </QueryClientProvider>
  );
}
