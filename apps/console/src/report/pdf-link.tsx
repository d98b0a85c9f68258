import { Button } from '@mantine/core';
import type { TextLanguage } from '@sturmwarte/i18n';
import { apiPath } from '../api/call.js';
import { useText } from '../language/text.js';
import { Icon } from '../ui/icons.js';

/** Takes the situation report along, as the server writes it. */
export function PdfLink({ id, language }: { id: number; language: TextLanguage }) {
  const t = useText();
  return (
    <Button
      component="a"
      href={apiPath(`/incidents/${id}/report.pdf`, { language })}
      download
      variant="default"
      leftSection={<Icon name="note" size={16} />}
    >
      {t(`report:pdf.${language}`)}
    </Button>
  );
}
