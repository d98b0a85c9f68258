/** The words of a plain mail without attachments, as its reader sees them. */
export function mailText(raw: Buffer): string {
  const mail = raw.toString('latin1');
  const cut = mail.indexOf('\r\n\r\n');
  const head = mail.slice(0, cut).replace(/\r\n[ \t]+/g, ' ');
  if (!/^content-type: text\/plain; charset=utf-8/im.test(head)) throw new Error('no plain mail');
  const body = mail.slice(cut + 4);
  const how = /^content-transfer-encoding: (\S+)/im.exec(head)?.[1]?.toLowerCase();
  return decoded(body, how).toString('utf8').replaceAll('\r\n', '\n').trimEnd();
}

function decoded(body: string, how: string | undefined): Buffer {
  if (how === 'base64') return Buffer.from(body, 'base64');
  if (how !== 'quoted-printable') return Buffer.from(body, 'latin1');
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1');
}
