import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The playbooks that come with the product: at the top of the workspace and of the image alike. */
export function ownPlaybooks(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '../../../../playbooks');
}
