/** The source says that one of its mentions is gone. */
export async function eraseMention(url: string, token: string, externalId: string): Promise<void> {
  const response = await fetch(`${url}/api/v1/mentions`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify([{ op: 'delete', externalId }]),
  });
  if (response.status !== 200) throw new Error(`refused: ${await response.text()}`);
}
