import { Button, Menu } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { SourceView } from '@sturmwarte/contracts';
import { useState } from 'react';
import { sourcesQuery } from '../board/board.queries.js';
import { useText } from '../language/text.js';
import { useMay } from '../session/session.js';
import { UploadDialog } from '../sources/upload-dialog.js';
import { useSpaceId } from '../spaces/use-space.js';
import { RightButton } from '../ui/right-button.js';

/** A file into one of the sources this person may fill; with a single one it is not asked for. */
export function UploadMenu() {
  const t = useText();
  const may = useMay();
  const { data: sources = [] } = useQuery(sourcesQuery(useSpaceId()));
  const [chosen, setChosen] = useState<SourceView | null>(null);
  const mine = sources.filter(({ brandId }) => may('mentions.upload', brandId));
  const [first] = mine;
  if (sources.length === 0) return null;
  const label = t('mentions:upload.open');
  return (
    <>
      {first === undefined || mine.length === 1 ? (
        <RightButton
          right="mentions.upload"
          brandId={(first ?? sources[0])?.brandId ?? null}
          variant="default"
          onClick={() => setChosen(first ?? null)}
        >
          {label}
        </RightButton>
      ) : (
        <Menu position="bottom-end" width={280}>
          <Menu.Target>
            <Button variant="default">{label}</Button>
          </Menu.Target>
          <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
            <Menu.Label>{t('mentions:upload.into')}</Menu.Label>
            {mine.map((source) => (
              <Menu.Item key={source.id} onClick={() => setChosen(source)}>
                {source.name}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {chosen === null ? null : <UploadDialog source={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
