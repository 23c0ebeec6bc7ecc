const known = new Map<string, Promise<string | undefined>>();

/** A font file as a data URL, read once; undefined when it cannot be read: the preview then uses a system font. */
export function fontData(address: string): Promise<string | undefined> {
  const data = known.get(address) ?? readAsDataUrl(address).catch(() => undefined);
  known.set(address, data);
  return data;
}

async function readAsDataUrl(address: string): Promise<string> {
  const answer = await fetch(address);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  let binary = '';
  // In pieces: a spread of 60,000 arguments would overflow the stack.
  for (let at = 0; at < bytes.length; at += 8192) binary += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return `data:font/woff2;base64,${btoa(binary)}`;
}
